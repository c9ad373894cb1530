import { entryOf, itemAt } from "../../at.js";
import { formatMeasure } from "../../normalise/measure.js";
import type { ApprovalRole, Cap, CompiledPolicy, Pathway, Target, Tier } from "../compiled.js";
import type { GradeRule, Method, PathwayInput } from "../schema.js";
import { evidenceItem, evidenceLine } from "./evidenceWords.js";
import { creditWords, type Fact, fact, facts, grades, type Item, listed, plural, quoted } from "./words.js";

export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  "next-course": "passing the next higher course",
  "state-test": "a state test",
  "national-test": "a national test",
  "local-test": "a local test or assessment",
  equivalency: "equivalent learning elsewhere",
  other: "another way that the policy gives",
};

/** Everything that a pathway asks for and gives, as a person would ask: who, what, how much, and so on. */
export function pathwayFacts(pathway: Pathway, policy: CompiledPolicy): readonly Fact[] {
  const { source } = pathway;
  return facts(
    fact("How", `By ${METHOD_WORDS[source.method]}.`),
    fact("Where it stands", `${source.clause} (document ${pathway.policy}); credit ${source.strength} be given.`),
    fact("In effect", effectWords(pathway)),
    fact("Who", ...whoWords(source.who)),
    fact("What must have gone before", ...attemptWords(pathway)),
    fact("What stands in the way", ...barWords(pathway, policy)),
    fact("What to show", ...evidenceItems(pathway, policy)),
    fact("The learning continues", progressionWords(source.progression)),
    fact("For which course", ...targetItems(pathway)),
    fact("CTE courses", cteWords(pathway)),
    fact("How much", ...amountItems(pathway)),
    fact("Further limits", ...capsOver(pathway, policy).map(capWords)),
    fact("Who must agree", ...approvalWords(pathway)),
    fact("The mark", ...markItems(pathway)),
    fact("On the transcript", ...recordWords(pathway)),
    fact("Said with a refusal", ...refusalWords(source.onRefusal)),
  );
}

/** The pathway in one line, for the list under a course. */
export function pathwayLine(pathway: Pathway, policy: CompiledPolicy): string {
  const tiers = pathway.tiers.map((tier) => evidenceLine(tier.evidence, policy));
  const what = tiers.length === 1 ? itemAt(tiers, 0) : `${tiers[0]}, and more for ${listed(tiers.slice(1), "or")}`;
  return `${pathway.source.title}: ${what}`;
}

export function targetWords({ course, parts }: Target): string {
  if (parts.length === course.parts.length) return course.title;
  return `${course.title} (${listed(parts.map((part) => part.id))} only)`;
}

function effectWords({ effectiveFrom, effectiveTo }: Pathway): string {
  if (effectiveFrom === null && effectiveTo === null) return "On any award date.";
  if (effectiveTo === null) return `For award dates from ${effectiveFrom} on.`;
  if (effectiveFrom === null) return `For award dates up to ${effectiveTo}.`;
  return `For award dates from ${effectiveFrom} to ${effectiveTo}.`;
}

function listedWords(
  what: string,
  rule: { readonly any?: string[] | undefined; readonly none?: string[] | undefined },
) {
  const words: string[] = [];
  if (rule.any !== undefined) words.push(`${what}: ${listed(quoted(rule.any), "or")}`);
  if (rule.none !== undefined) words.push(`${what}: not ${listed(quoted(rule.none), "or")}`);
  return words;
}

function whoWords(who: PathwayInput["who"]): readonly string[] {
  if (who === undefined) return ["Any student."];
  const words: string[] = [];
  if (who.gradeLevels !== undefined) words.push(`Students in ${grades(who.gradeLevels)}`);
  if (who.programs !== undefined) words.push(...listedWords("Program", who.programs));
  if (who.status !== undefined) words.push(...listedWords("Status", who.status));
  if (who.classOf !== undefined) words.push(`Class of ${listed(who.classOf.map(String), "or")}`);
  return words;
}

function attemptWords(pathway: Pathway): readonly string[] {
  const { attempt, award } = pathway.source;
  // Without either nothing needs to be lost, and what is said of attempts only chooses the one that is recovered.
  const needsLoss = attempt.is === "required" || award.take === "lost";
  const words: string[] = [];
  if (attempt.is === "forbidden") words.push("The course must never have been attempted.");
  if (attempt.is === "required") words.push("The course was attempted, and credit in it was lost.");
  if (attempt.is === "irrelevant" && !needsLoss) words.push("It does not matter whether it was attempted.");
  if (attempt.is !== "required" && needsLoss) words.push("Only credit that was attempted and not earned is given.");
  if (attempt.marks !== undefined) words.push(`Marks that count as lost: ${listed(attempt.marks)}`);
  else if (needsLoss) words.push("Marks that count as lost: all that earn no credit or are incomplete");
  if (attempt.withinMonths !== undefined)
    words.push(`The attempt is at most ${plural(attempt.withinMonths, "month")} before the award date`);
  if (attempt.regularYear) words.push("Not in a summer term");
  if (attempt.inDistrict) words.push("Attempted in this district");
  if (attempt.gradeLevels !== undefined) words.push(`Attempted in ${grades(attempt.gradeLevels)}`);
  if (pathway.beforeEvidence)
    words.push(`${needsLoss ? "What" : "If it was attempted, what"} is shown must be later than the attempt`);
  for (const { condition, approval } of attempt.exceptions ?? []) {
    words.push(`In an exceptional case "${approval}" may set aside ${CONDITION_WORDS[condition]}`);
  }
  return words;
}

const CONDITION_WORDS = {
  marks: "which marks count as lost",
  withinMonths: "how long ago the attempt may be",
  regularYear: "that it was not in a summer term",
  inDistrict: "that it was in this district",
  gradeLevels: "the grade levels of the attempt",
  beforeEvidence: "that what is shown is later than the attempt",
} as const;

function titles(ids: readonly string[], policy: CompiledPolicy): string {
  return listed(
    ids.map((id) => entryOf(policy.courseById, id).title),
    "or",
  );
}

function barWords({ source }: Pathway, policy: CompiledPolicy): readonly string[] {
  const words: string[] = [];
  const { barredBy } = source;
  if (barredBy?.creditIn !== undefined) words.push(`Credit earned in ${titles(barredBy.creditIn, policy)}`);
  if (barredBy?.attemptIn !== undefined) words.push(`An attempt of ${titles(barredBy.attemptIn, policy)}`);
  return words;
}

function cteWords({ source, targets }: Pathway): string {
  if (source.allowCte) return "Admitted";
  const titles = targets.filter(({ course }) => course.cte).map(({ course }) => course.title);
  return titles.length === 0 ? "" : `Refused, and so ${listed(titles)}`;
}

function evidenceItems(pathway: Pathway, policy: CompiledPolicy): readonly Item[] {
  if (pathway.source.tiers === undefined) return pathway.tiers.map((tier) => evidenceItem(tier.evidence, policy));
  return [
    { text: "The highest of these that holds decides; they replace each other and never add up:" },
    ...pathway.tiers.map((tier, index) => tierItem(tier, index, pathway, policy)),
  ];
}

function tierItem(tier: Tier, index: number, pathway: Pathway, policy: CompiledPolicy): Item {
  const also: Item[] = [];
  if (tier.targets !== null) also.push({ text: `gives ${listed(tier.targets.map(targetWords), "or")}` });
  if (tier.split !== pathway.source.award.split) also.push({ text: splitWords(tier.split) });
  if (tier.fresh) also.push({ text: "and the tier below it must hold too, by other results than these" });
  const upTo = tier.upTo === null ? "" : `, for up to ${creditWords(tier.upTo)}`;
  return { text: `Tier ${index + 1}${upTo}:`, items: [evidenceItem(tier.evidence, policy), ...also] };
}

function splitWords(split: boolean): string {
  return split ? "may be spread over several courses" : "goes to one course only, in this and every later run";
}

function progressionWords(progression: PathwayInput["progression"]): string {
  if (progression === undefined) return "";
  const { standards, attestedBy, on } = progression;
  return `Standards ${listed(standards)}, attested by ${attestedBy} on ${on}`;
}

function targetItems(pathway: Pathway): readonly string[] {
  const names = pathway.targets.map(targetWords);
  if (names.length < 2) return names;
  const { split } = pathway.source.award;
  const unless = pathway.tiers.some((tier) => tier.split !== split) ? ", unless the tier says otherwise" : "";
  return [`${listed(names)}, in this order`, `${splitWords(split)}${unless}`];
}

function amountItems({ source, tiers, approvals }: Pathway): readonly string[] {
  const { award } = source;
  const waiver = award.kind === "waiver";
  const words: string[] = [];
  if (award.take === "lost")
    words.push("What was attempted and not earned, and no more than the course can still give");
  else if (award.atLeast === undefined) words.push(`Whatever the course can still ${waiver ? "ask for" : "give"}`);
  if (award.upTo !== undefined) words.push(`At most ${creditWords(award.upTo)}, earlier credit of this kind counted`);
  if (tiers.some((tier) => tier.upTo !== null))
    words.push("At most what the tier says, earlier credit of this kind counted");
  if (award.netOfClassCredit === true) words.push("Less the credit earned in class in these courses");
  if (award.netOfClassCredit === false)
    words.push("Credit earned in class is not subtracted from the most that can be given");
  if (award.atLeast !== undefined)
    words.push(`${creditWords(award.atLeast)}, as far as there is room for it; a person may give more`);
  const say = approvals.filter((entry) => entry.mustSayCredits).map((entry) => entry.role);
  if (say.length > 0) words.push(`No more than ${listed(say)} ${say.length === 1 ? "says" : "say"}`);
  if (award.fill === "latest") words.push("The latest attempt is made up first");
  if (waiver) words.push("It is a waiver: the requirement is excused, with 0 credit and no transcript row");
  return words;
}

function capsOver(pathway: Pathway, policy: CompiledPolicy): readonly Cap[] {
  if (pathway.source.award.kind === "waiver") return [];
  return policy.caps.filter((cap) => {
    const bySubject = cap.subject === null || pathway.targets.some(({ course }) => course.subject === cap.subject);
    return bySubject && (cap.pathways === null || cap.pathways.includes(pathway));
  });
}

/** `At most 4 credits by mastery in world-language (cap language-lifetime)`. */
export function capWords(cap: Cap): string {
  const words = [`At most ${creditWords(cap.upTo)}`];
  if (cap.pathways === null) words.push("by mastery");
  else words.push(`by ${listed(cap.pathways.map((pathway) => `"${pathway.source.title}"`))}`);
  if (cap.pathways !== null && cap.pathways.length > 1) words.push("together");
  if (cap.subject !== null) words.push(`in ${cap.subject}`);
  if (cap.perTerm) words.push("in one term");
  else if (cap.schoolYears === 1) words.push("in one school year");
  else if (cap.schoolYears !== null) words.push(`in ${plural(cap.schoolYears, "school year")}`);
  return `${words.join(" ")} (cap ${cap.id})`;
}

function roleWords({ role, unlessAge, mustSayCredits }: ApprovalRole): string {
  const also: string[] = [];
  if (unlessAge !== null) also.push(`unless the student is ${unlessAge} or older`);
  if (mustSayCredits) also.push("saying how much credit");
  return also.length === 0 ? role : `${role} (${also.join("; ")})`;
}

function approvalWords(pathway: Pathway): readonly string[] {
  const { source, approvals } = pathway;
  const words: string[] = [];
  if (approvals.length > 0) words.push(`${listed(approvals.map(roleWords))}; until then the record is held`);
  if (source.onRequest) words.push("The student or family must have asked; until then the record is held");
  if (source.requestWithinDays !== undefined)
    words.push(`Asked for at most ${plural(source.requestWithinDays, "day")} after it was shown`);
  if (source.approvalBefore !== undefined) words.push("The approval must be dated before the learning that is shown");
  return words.length === 0 ? ["Nobody: it is ready as soon as the rest holds."] : words;
}

function markItems({ grade }: Pathway): readonly (string | Item)[] {
  if (grade === null) return [];
  const gpa =
    grade.gpa === undefined
      ? ""
      : grade.gpa === "counts"
        ? "It counts in the grade point average"
        : "It does not count in the grade point average";
  return [gradeItem(grade), gpa];
}

function gradeItem(grade: GradeRule): string | Item {
  if ("mark" in grade) return `Always ${grade.mark}`;
  if ("from" in grade)
    return grade.from === "score"
      ? "The score itself"
      : "The mark of the course that is shown, the lowest one that was needed";
  if ("byLevel" in grade) {
    return {
      text: "By the level reached:",
      items: Object.entries(grade.byLevel).map(([level, mark]) => ({ text: `${level}: ${mark}` })),
    };
  }
  return {
    text: "By the score:",
    items: grade.byScore.map(({ min, mark }) => ({ text: `${formatMeasure(min)} or higher: ${mark}` })),
  };
}

function recordWords({ source, letters }: Pathway): readonly string[] {
  if (source.award.kind === "waiver") return ["Nothing: a waiver is no transcript row"];
  const { record } = source;
  const words = [`A new row with the course designation ${listed([...letters])}; an earlier attempt stays as it is`];
  if (record.courseId !== undefined) words.push(`Course code made as ${record.courseId}`);
  if (record.title !== undefined) words.push(`Title made as ${record.title}`);
  if (record.term !== undefined) words.push(`Term ${record.term}`);
  if (record.schoolCode !== undefined) words.push(`School ${record.schoolCode} where no attempt is recovered`);
  for (const [column, value] of Object.entries(record.columns ?? {})) words.push(`Column ${column}: "${value}"`);
  return words;
}

function refusalWords(onRefusal: PathwayInput["onRefusal"]): readonly string[] {
  return Object.entries(onRefusal ?? {}).map(([reason, text]) => `${reason}: ${text}`);
}
