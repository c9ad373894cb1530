/** A "no" as a family reads it: what was found, and what they could do; empty where nothing can change it. */
export interface FamilyWords {
  readonly says: string;
  readonly couldDo: string;
}

const BREAKS_RULE: FamilyWords = {
  says: "The new entry would break a rule for transcripts.",
  couldDo: "The school has to look at it. Ask the counselor or registrar to do so.",
};

const WORDS: Readonly<Record<string, FamilyWords>> = {
  "not-in-effect": {
    says: "The district's rule for this was not in force on this date.",
    couldDo: "Ask the counselor when it is in force.",
  },
  "not-eligible": {
    says: "This way is for other students, for example of another grade or program.",
    couldDo: "If the grade or program on file is wrong, ask the school to correct it.",
  },
  declined: {
    says: "The family has said that it does not want this credit.",
    couldDo: "If you have changed your mind, tell the school.",
  },
  "doubtful-row": {
    says: "An entry on file that matters here cannot be read with certainty, so nothing was decided on it.",
    couldDo: "The school has to correct the entry. Ask the counselor or registrar to do so.",
  },
  "cte-excluded": {
    says: "The course is a Career and Technical Education course. Credit by mastery generally leaves these out.",
    couldDo: "",
  },
  "evidence-missing-part": {
    says: "Part of the test has no result on file. That is a gap in the record, not a low score.",
    couldDo: "Ask about taking the missing part, or bring the result if you have it.",
  },
  "mark-not-comparable": {
    says: "The mark on file, such as P, does not say how well the course was done.",
    couldDo: "Ask the counselor to find out what the mark stands for.",
  },
  "tries-exhausted": {
    says: "The result was reached, but only after the number of tries that the district's policy counts.",
    couldDo: "Ask the counselor about another way to the same credit.",
  },
  "evidence-not-met": {
    says: "What is on file does not reach what the district's policy asks for.",
    couldDo: "If you have a result that is not listed below, bring it to the school. Otherwise ask about trying again.",
  },
  "evidence-before-attempt": {
    says: "The result is older than the course that it would make up for.",
    couldDo: "A newer result is needed. Ask the counselor how to get one.",
  },
  "attempt-forbidden": {
    says: "This way is only for students who have not taken the course.",
    couldDo: "Ask the counselor about ways to make up for lost credit.",
  },
  "barred-by-course": { says: "Another course on the transcript rules this way out.", couldDo: "" },
  "no-lost-credit": { says: "No credit was lost here, or it has been earned since. Nothing is owed.", couldDo: "" },
  "attempt-mark-not-listed": {
    says: "Credit was lost, but under a mark that the district's policy does not name for this way.",
    couldDo: "Ask the counselor about another way to the same credit.",
  },
  "attempt-too-old": {
    says: "The course was taken longer ago than the district's policy allows for this way.",
    couldDo: "Ask the counselor about another way to the same credit.",
  },
  "attempt-summer": {
    says: "The course was taken in summer, and this way leaves summer out.",
    couldDo: "Ask the counselor about another way to the same credit.",
  },
  "attempt-out-of-district": {
    says: "The course was taken in another district, and this way leaves those out.",
    couldDo: "Ask the counselor about another way to the same credit.",
  },
  "attempt-grade-level": {
    says: "The course was taken in a grade that this way leaves out.",
    couldDo: "Ask the counselor about another way to the same credit.",
  },
  "already-credited": {
    says: "The student has all the credit that this course can give. Credit is never given twice for the same learning.",
    couldDo: "",
  },
  "pathway-ceiling": { says: "This way has given all the credit that it may give to one student.", couldDo: "" },
  "cap-reached": {
    says: "The most credit by mastery that the district's policy gives one student is used up.",
    couldDo: "",
  },
  shadowed: { says: "The same credit is given in another way, listed above.", couldDo: "" },
  "grade-missing": {
    says: "The district's policy does not say which mark this result would get.",
    couldDo: "Ask the counselor: the district has to decide it.",
  },
  "not-preapproved": {
    says: "This way asks for the school's agreement before the learning, and none of that date is on file.",
    couldDo: "If the school had agreed before, bring what you have in writing.",
  },
  "request-too-late": {
    says: "The credit was asked for later than the district's policy allows.",
    couldDo: "If you asked earlier, tell the school when.",
  },
  "approval-denied": {
    says: "A person whose agreement is needed has said no.",
    couldDo: "Ask the counselor for the reason.",
  },
  "record-breaks-rule": BREAKS_RULE,
};

/** Reasons that have words of their own. */
export const FAMILY_REASONS: readonly string[] = Object.keys(WORDS);

/** A reason that is no check's own is the code of a rule that the new entry would have broken. */
export function familyWords(reason: string): FamilyWords {
  return (Object.hasOwn(WORDS, reason) ? WORDS[reason] : undefined) ?? BREAKS_RULE;
}

/** What a held record waits for. */
export function waitsFor(missing: string): string {
  if (missing === "request") return "a request by the student or the family";
  if (missing === "designation-column" || missing === "term-column")
    return "a correction in how the school keeps its records";
  if (missing.endsWith(" credits")) return `the amount of credit, from: ${missing.slice(0, -" credits".length)}`;
  return `agreement of: ${missing}`;
}
