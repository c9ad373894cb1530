import { type IsoDate, minusMonths } from "../date.js";
import type { ApprovalRow, TranscriptRow } from "../model.js";
import { contentOf } from "../normalise/content.js";
import { byText } from "../order.js";
import type { CourseDef, PartDef, Pathway } from "../policy/compiled.js";
import type { EXCEPTIONS } from "../policy/schema.js";
import { roleState } from "./approvals.js";
import type { Attempt } from "./ledger.js";
import type { Standing } from "./standing.js";

/** Why no credit is lost that this pathway may recover; the checks of the same names turn it into a refusal. */
export type LostReason =
  | "no-lost-credit"
  | "evidence-before-attempt"
  | "attempt-mark-not-listed"
  | "attempt-too-old"
  | "attempt-summer"
  | "attempt-out-of-district"
  | "attempt-grade-level";

export interface Lost {
  /** In thousandths: the latest fitting attempt's credit less all that is earned in the part. */
  readonly credits: number;
  /** The attempt that is recovered: the latest that the conditions leave. */
  readonly attempt: Attempt | null;
  readonly reason: LostReason | null;
  /** Every condition that alone would leave nothing lost, the reason among them. */
  readonly allReasons: readonly LostReason[];
}

/**
 * Credit lost in one part (`decision.md` step 4). `evidenceDate` null: nothing to compare. The conditions filter in
 * the order of the checks; the one that removed the last attempt that leaves credit lost is the reason.
 */
export function lostIn(
  course: CourseDef,
  part: PartDef,
  pathway: Pathway,
  standing: Standing,
  approvals: readonly ApprovalRow[],
  evidenceDate: IsoDate | null,
): Lost {
  const { ledger, context } = standing;
  const { policy, awardDate } = context;
  const { attempt } = pathway.source;
  const listed = attempt.marks;
  const earned = ledger.earnedInPart(course, part);
  const leaves = (a: Attempt): boolean => Math.min(part.credits, a.credits) - earned > 0;
  let left = ledger
    .partAttempts(course, part)
    .filter(({ row }) => row.markKind === "noCredit" || row.markKind === "incomplete" || listed?.includes(row.mark));
  if (!left.some(leaves)) return noneLost("no-lost-credit", ["no-lost-credit"]);
  const attempts = left;

  const oldest = attempt.withinMonths === undefined ? null : minusMonths(awardDate, attempt.withinMonths);
  const conditions: readonly Condition[] = [
    {
      key: "beforeEvidence",
      reason: "evidence-before-attempt",
      keeps: (row) => !pathway.beforeEvidence || evidenceDate === null || row.date === null || row.date < evidenceDate,
    },
    {
      key: "marks",
      reason: "attempt-mark-not-listed",
      keeps: (row) => listed === undefined || listed.includes(row.mark),
    },
    {
      key: "withinMonths",
      reason: "attempt-too-old",
      keeps: (row) => oldest === null || (row.date ?? "") >= oldest,
    },
    { key: "regularYear", reason: "attempt-summer", keeps: (row) => !attempt.regularYear || !row.termDef?.summer },
    {
      key: "inDistrict",
      reason: "attempt-out-of-district",
      keeps: (row) => !attempt.inDistrict || row.districtCode === "" || row.districtCode === policy.districtCode,
    },
    {
      key: "gradeLevels",
      reason: "attempt-grade-level",
      keeps: (row) => attempt.gradeLevels === undefined || attempt.gradeLevels.some((level) => level === row.grade),
    },
  ];
  const asked = conditions.filter(({ key }) => !isSetAside(key, pathway, approvals, course.id));
  const alone = asked.filter(({ keeps }) => !attempts.some((a) => leaves(a) && keeps(a.row)));
  for (const { reason, keeps } of asked) {
    left = left.filter(({ row }) => keeps(row));
    if (!left.some(leaves)) return noneLost(reason, [...new Set([reason, ...alone.map((each) => each.reason)])]);
  }
  // The latest is recovered, even where an earlier one attempted more: else what was recovered once would be again.
  const recovered = left.reduce((a, b) => (isLater(b, a) ? b : a));
  const credits = Math.min(part.credits, recovered.credits) - earned;
  if (credits <= 0) return noneLost("no-lost-credit", ["no-lost-credit"]);
  return { credits, attempt: recovered, reason: null, allReasons: [] };
}

function noneLost(reason: LostReason, allReasons: readonly LostReason[]): Lost {
  return { credits: 0, attempt: null, reason, allReasons };
}

interface Condition {
  readonly key: (typeof EXCEPTIONS)[number];
  readonly reason: LostReason;
  keeps(row: TranscriptRow): boolean;
}

/** Whether a person has set the condition aside: an exceptional case that the policy leaves to an approval. */
function isSetAside(
  key: Condition["key"],
  pathway: Pathway,
  approvals: readonly ApprovalRow[],
  course: string,
): boolean {
  const exceptions = pathway.source.attempt.exceptions ?? [];
  return exceptions.some(
    (exception) => exception.condition === key && roleState(approvals, exception.approval, course).state === "granted",
  );
}

/** Later; of one day the larger attempted, then the first district code, then the first cells as text. */
function isLater(a: Attempt, b: Attempt): boolean {
  const order =
    byText(a.row.date ?? "", b.row.date ?? "") ||
    a.credits - b.credits ||
    byText(b.row.courseId, a.row.courseId) ||
    byText(contentOf(b.row), contentOf(a.row));
  return order > 0;
}
