import type { Credit } from "../credit.js";
import { type IsoDate, schoolYearOf } from "../date.js";
import type { ApprovalRow } from "../model.js";
import type { Cap, CourseDef, PartDef, Pathway } from "../policy/compiled.js";
import { speaksOf } from "./approvals.js";
import { fits, type MasteryRecord, recordOf } from "./fits.js";
import type { Ledger } from "./ledger.js";
import { termAt } from "./place.js";
import type { Gift, Judgement, Slot, Standing } from "./standing.js";

/** A ceiling over a slot: what of it is used, and what is left. */
export interface Limit {
  /** A cap of the policy; else a ceiling of the pathway itself. */
  readonly isCap: boolean;
  readonly id: string;
  readonly used: Credit;
  readonly limit: Credit;
}

/** The id of what a policy gives at least, which is all that it gives by itself. */
export const FLOOR = "at least";

/** Every ceiling over a slot: `upTo` of pathway and tier, approvals that name an amount, and caps that cover it. */
export function limitsOver(
  slot: Slot,
  pathway: Pathway,
  standing: Standing,
  gifts: readonly Gift[],
  judgement: Judgement,
  approvals: readonly ApprovalRow[],
  waived: Waived,
  draft: MasteryRecord,
): Limit[] {
  const { award } = pathway.source;
  const { policy } = standing.context;
  const limits: Limit[] = [];

  const mine = (course: CourseDef | null): Credit => {
    let used = 0;
    for (const record of recordsFitting(pathway, standing, gifts)) {
      if (course === null || record.course === course) used += record.credits;
    }
    return used + waived.used(course);
  };

  const floor = award.atLeast ?? null;
  if (floor !== null) limits.push({ isCap: false, id: FLOOR, used: mine(null), limit: floor });
  const ceiling = smaller(award.upTo ?? null, judgement.upTo);
  if (ceiling !== null) {
    let used = mine(null);
    if (award.netOfClassCredit) {
      for (const target of pathway.targets) used += standing.ledger.classCredit(target.course, target.parts);
    }
    limits.push({ isCap: false, id: "upTo", used, limit: ceiling });
  }
  const approved = approvalCeiling(slot, pathway, approvals, mine);
  if (approved !== null) limits.push(approved);
  if (award.kind === "waiver") return limits;
  for (const cap of policy.caps) {
    if (capCovers(cap, draft, pathway, standing)) {
      limits.push({ isCap: true, id: cap.id, used: capUsed(cap, standing, gifts), limit: cap.upTo });
    }
  }
  return limits;
}

function smaller(a: Credit | null, b: Credit | null): Credit | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** `credits` of a grant is a ceiling for its course, or else the pathway; of several the one that leaves most. */
function approvalCeiling(
  slot: Slot,
  pathway: Pathway,
  approvals: readonly ApprovalRow[],
  mine: (course: CourseDef | null) => Credit,
): Limit | null {
  const { course } = slot.target;
  const roles = new Set([...pathway.approvals.map(({ role }) => role), ...pathway.evidenceRoles]);
  let best: Limit | null = null;
  for (const row of approvals) {
    if (row.decision !== "granted" || row.credits === null) continue;
    if (!roles.has(row.role) || !speaksOf(row, course.id)) continue;
    const used = mine(row.course === "" ? null : course);
    if (best === null || row.credits - used > best.limit - best.used) {
      best = { isCap: false, id: `approval by ${row.role}`, used, limit: row.credits };
    }
  }
  return best;
}

/** Every mastery record that fits the pathway: on the transcript, and given in this run. */
export function recordsFitting(pathway: Pathway, standing: Standing, gifts: readonly Gift[]): MasteryRecord[] {
  const { policy } = standing.context;
  const records: MasteryRecord[] = [];
  for (const row of standing.ledger.allMastery) {
    const record = recordOf(row);
    if (fits(record, pathway, policy)) records.push(record);
  }
  for (const gift of gifts) {
    if (gift.pathway === pathway || fits(gift.record, pathway, policy)) records.push(gift.record);
  }
  return records;
}

/** Whether a record counts against a cap: both conditions where both are named, everything where none is. */
function capCovers(cap: Cap, record: MasteryRecord, giver: Pathway | null, standing: Standing): boolean {
  const { policy, awardDate } = standing.context;
  if (cap.schoolYears !== null) {
    const yearsAgo = schoolYearOf(awardDate) - (record.schoolYear ?? 0);
    if (yearsAgo < 0 || yearsAgo >= cap.schoolYears) return false;
  }
  if (cap.perTerm && record.term !== termAt(policy, awardDate)?.id) return false;
  if (cap.subject !== null && record.course.subject !== cap.subject) return false;
  if (cap.pathways === null) return true;
  return cap.pathways.some((pathway) => pathway === giver || fits(record, pathway, policy));
}

function capUsed(cap: Cap, standing: Standing, gifts: readonly Gift[]): Credit {
  let used = 0;
  for (const row of standing.ledger.allMastery) {
    const record = recordOf(row);
    if (capCovers(cap, record, null, standing)) used += record.credits;
  }
  for (const gift of gifts) if (capCovers(cap, gift.record, gift.pathway, standing)) used += gift.credits;
  return used;
}

/** What approvals say was waived already. */
export interface Waived {
  /** Laid on what each part still lacks, in listed order. */
  readonly laid: readonly { readonly course: CourseDef; readonly part: PartDef; readonly credits: Credit }[];
  /** What counts against the ceiling, of one course or of all targets. */
  used(course: CourseDef | null): Credit;
}

/** Without `credits` all of the row's course, or of all targets; with `credits`, laid on the parts in listed order. */
export function layWaived(
  pathway: Pathway,
  slots: readonly Slot[],
  approvals: readonly ApprovalRow[],
  ledger: Ledger,
): Waived {
  const rows = pathway.source.award.kind === "waiver" ? approvals.filter((row) => row.decision === "waived") : [];
  const laid = new Map<Slot, Credit>();
  let inAll = 0;
  const inCourse = new Map<CourseDef, Credit>();
  for (const row of rows) {
    const spoken = slots.filter((slot) => speaksOf(row, slot.target.course.id));
    let left = row.credits ?? Number.MAX_SAFE_INTEGER;
    for (const slot of spoken) {
      const { course } = slot.target;
      const lacks = slot.part.credits - ledger.earnedInPart(course, slot.part) - (laid.get(slot) ?? 0);
      const more = Math.max(0, Math.min(left, lacks));
      laid.set(slot, (laid.get(slot) ?? 0) + more);
      left -= more;
      inCourse.set(course, (inCourse.get(course) ?? 0) + (row.credits === null ? slot.part.credits : more));
    }
    inAll += row.credits ?? spoken.reduce((sum, slot) => sum + slot.part.credits, 0);
  }
  return {
    laid: [...laid].map(([slot, credits]) => ({ course: slot.target.course, part: slot.part, credits })),
    used: (course) => (course === null ? inAll : (inCourse.get(course) ?? 0)),
  };
}

/** The day of the latest mastery record on the transcript that fits the pathway; null without one. */
export function lastFittingRecord(pathway: Pathway, { ledger, context }: Standing): IsoDate | null {
  return ledger.allMastery.filter((row) => fits(recordOf(row), pathway, context.policy)).at(-1)?.date ?? null;
}
