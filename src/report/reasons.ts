/** How a refusal reads: what stood in the way, and what a person can do about it. */
export interface ReasonWords {
  readonly title: string;
  readonly remedy: string;
}

const REASONS: Readonly<Record<string, ReasonWords>> = {
  "not-in-effect": {
    title: "the pathway is not in effect on the award date",
    remedy: "Check the award date, and the dates in effect that the policy gives for this pathway.",
  },
  "not-eligible": {
    title: "the pathway is not for this student (grade level, program or class)",
    remedy: "If that is wrong, correct the student's row in the students file.",
  },
  declined: {
    title: "the family declined the credit",
    remedy: "Nothing to do, unless the family changes its mind.",
  },
  "doubtful-row": {
    title: "a row that matters here cannot be read with certainty",
    remedy: "Correct the rows named in your student system and export again.",
  },
  "cte-excluded": {
    title: "the course is a career and technical education course",
    remedy: "Mastery credit does not reach such a course unless the policy says so.",
  },
  "evidence-missing-part": {
    title: "a part of the evidence is missing",
    remedy: "Add the missing part of the test or course to the export, or have the student complete it.",
  },
  "mark-not-comparable": {
    title: "the evidence has a mark that cannot be compared with the lowest mark the policy asks for",
    remedy: "A person has to decide what that mark is worth.",
  },
  "tries-exhausted": {
    title: "the result comes from a try beyond the number that the policy counts",
    remedy: "Nothing to do: the policy sets the number of tries.",
  },
  "evidence-not-met": {
    title: "the evidence does not reach what the policy asks for",
    remedy: "Nothing to do until there is a better result.",
  },
  "evidence-before-attempt": {
    title: "the evidence is older than the attempt it would recover",
    remedy: "Evidence has to come after the attempt. Check both dates.",
  },
  "request-too-late": {
    title: "the request came later than the policy allows",
    remedy: "Check the date of the request in the approvals file.",
  },
  "not-preapproved": {
    title: "the approval did not come before the learning",
    remedy: "Check the date of the approval in the approvals file.",
  },
  "attempt-forbidden": {
    title: "the student has attempted this course, and the policy excludes that",
    remedy: "Look whether another pathway is meant for a course that was attempted.",
  },
  "barred-by-course": {
    title: "another course on the transcript bars this credit",
    remedy: "Nothing to do: the policy names that course as a bar.",
  },
  "no-lost-credit": {
    title: "no attempt left credit lost",
    remedy: "Nothing to do: there is nothing to recover.",
  },
  "attempt-mark-not-listed": {
    title: "the attempt's mark is not one that the policy recovers",
    remedy: "Nothing to do, unless the mark on the transcript is wrong.",
  },
  "attempt-too-old": {
    title: "the attempt is longer ago than the policy allows",
    remedy: "Nothing to do, unless the attempt's date is wrong.",
  },
  "attempt-summer": {
    title: "the attempt was in a summer term",
    remedy: "Nothing to do, unless the attempt's term is wrong.",
  },
  "attempt-out-of-district": {
    title: "the attempt was outside the district",
    remedy: "Nothing to do, unless the attempt's district code is wrong.",
  },
  "attempt-grade-level": {
    title: "the attempt was in a grade level that the policy does not recover",
    remedy: "Nothing to do, unless the attempt's grade level is wrong.",
  },
  "already-credited": {
    title: "the credit is earned already",
    remedy: "Nothing to do: the same learning is never credited twice.",
  },
  "pathway-ceiling": {
    title: "the student has all the credit that this pathway gives",
    remedy: "Nothing to do: the policy sets this ceiling.",
  },
  "cap-reached": {
    title: "a cap of the policy is used up",
    remedy: "Nothing to do: the policy sets this cap.",
  },
  shadowed: {
    title: "an earlier pathway of this run gave this credit",
    remedy: "Look at the proposal of that pathway.",
  },
  "grade-missing": {
    title: "the policy has no mark for this result",
    remedy: "Add the level or score to the pathway's grades in the policy.",
  },
  "approval-denied": {
    title: "a person whose approval is needed denied it",
    remedy: "Nothing to do, unless the approvals file is wrong.",
  },
};

/** Words for a reason. Any other reason is the code of the rule that the new record would have broken. */
export function reasonWords(reason: string): ReasonWords {
  const words = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  return (
    words ?? {
      title: `the new record would break the rule ${reason}`,
      remedy: `Read what ${reason} asks for, then correct the policy or the rows that the record is made from.`,
    }
  );
}
