import type { Credit } from "../credit.js";
import { type IsoDate, schoolYearOf } from "../date.js";
import { failing, noneHolds, type Outcome } from "../evidence/form.js";
import { judge } from "../evidence/index.js";
import { toldBy } from "../evidence/same.js";
import type { AnyRow, ApprovalRow, TranscriptRow } from "../model.js";
import type { CourseDef, PartDef, Pathway, Target, Tier } from "../policy/compiled.js";
import { neededRoles, roleState, speaking } from "./approvals.js";
import { bearingRows } from "./bearing.js";
import { type Limit, lastFittingRecord, layWaived, limitsOver } from "./ceilings.js";
import { type Doubts, doubtsAbout } from "./doubt.js";
import { lettersFor, type MasteryRecord } from "./fits.js";
import { markOf } from "./grade.js";
import { type Ledger, setGap } from "./ledger.js";
import { type Lost, lostIn } from "./lost.js";
import { placeOf } from "./place.js";
import type { Gift, Judgement, Slot, Standing } from "./standing.js";

/** One pathway, looked at for one student: every fact that the checks and the spread ask for. */
export interface Look {
  readonly pathway: Pathway;
  readonly standing: Standing;
  readonly slots: readonly Slot[];
  readonly doubts: Doubts;
  /** Approvals of this pathway that speak on the award date. */
  readonly approvals: readonly ApprovalRow[];
  /** Roles that must have agreed for this student. */
  readonly roles: readonly string[];
  /** Every row that bears on its evidence, whatever its status: what makes the pathway worth considering. */
  readonly bearing: readonly AnyRow[];
  judgement(target: Target): Judgement;
  /** What a role has said of a target. */
  granted(role: string, target: Target): ReturnType<typeof roleState>;
  lost(slot: Slot): Lost;
  /** Whether a qualifying loss must be there before the slot is given. */
  readonly needsLoss: boolean;
  /** What the slot can still take by the transcript alone: waivers on record left aside. */
  transcriptGap(slot: Slot): Credit;
  /** What the slot can still take; `gifts`: also less what earlier pathways of this run gave. */
  gap(slot: Slot, gifts: readonly Gift[]): Credit;
  /** What this pathway asks for in the slot, before gap and ceilings; less the gifts where it takes what is lost. */
  asks(slot: Slot, gifts: readonly Gift[]): Credit;
  /** The slot's qualifying loss less what gifts gave there. */
  lossLeft(slot: Slot, gifts: readonly Gift[]): Credit;
  /** The attempt that a record here recovers; null where nothing is lost that an earlier pathway has not given. */
  recovers(slot: Slot): TranscriptRow | null;
  limits(slot: Slot, gifts: readonly Gift[]): readonly Limit[];
  /** Credit of the slot that an approvals row says was waived already. */
  waivedAlready(slot: Slot): Credit;
  mark(target: Target): string | null;
  /** The record that would be given here, as caps and later pathways see it; without its credits. */
  draft(slot: Slot): MasteryRecord;
}

export function look(pathway: Pathway, standing: Standing): Look {
  const { student, context, ledger } = standing;
  const { policy, awardDate } = context;
  const approvals = speaking(student.approvals, pathway.id, awardDate);
  const slots = pathway.targets.flatMap((target, targetOrder) =>
    target.parts.map((part): Slot => ({ target, targetOrder, part })),
  );
  const courseStart = startOfFirstAttempt(slots, ledger);
  const judgements = new Map<Target, Judgement>();
  const losses = new Map<Slot, Lost>();
  const waived = layWaived(pathway, slots, approvals, ledger);
  const { award } = pathway.source;

  const judgement = (target: Target): Judgement => {
    let judged = judgements.get(target);
    if (judged === undefined) {
      judged = judgeTiers(pathway, target, standing, approvals, courseStart);
      judgements.set(target, judged);
    }
    return judged;
  };
  const lost = (slot: Slot): Lost => {
    let found = losses.get(slot);
    if (found === undefined) {
      const { holds, date } = judgement(slot.target).outcome;
      found = lostIn(slot.target.course, slot.part, pathway, standing, approvals, holds ? date : null);
      losses.set(slot, found);
    }
    return found;
  };
  const gap = (slot: Slot, gifts: readonly Gift[]): Credit =>
    Math.max(0, gapIn(slot, ledger, [...gifts, ...waived.laid]));
  const lossLeft = (slot: Slot, gifts: readonly Gift[]): Credit =>
    Math.max(0, lost(slot).credits - given([...gifts, ...waived.laid], slot.target.course, slot.part));
  const recovers = (slot: Slot): TranscriptRow | null =>
    lossLeft(slot, standing.gifts) > 0 ? (lost(slot).attempt?.row ?? null) : null;
  const drafts = new Map<Slot, MasteryRecord>();
  const draft = (slot: Slot): MasteryRecord => {
    let drafted = drafts.get(slot);
    if (drafted === undefined) {
      drafted = draftOf(slot);
      drafts.set(slot, drafted);
    }
    return drafted;
  };
  const draftOf = (slot: Slot): MasteryRecord => {
    const attempt = recovers(slot);
    const place = placeOf(slot.target.course, slot.part, pathway, policy, awardDate, attempt);
    return {
      course: slot.target.course,
      part: slot.part,
      courseId: place.courseId,
      letters: context.hasDesignationColumn ? lettersFor(pathway, attempt) : null,
      mark: markOf(pathway, judgement(slot.target).outcome) ?? "",
      credits: 0,
      schoolYear: schoolYearOf(awardDate),
      term: place.term?.id ?? null,
    };
  };

  return {
    pathway,
    standing,
    slots,
    doubts: doubtsAbout(pathway, student, policy, awardDate),
    approvals,
    roles: neededRoles(pathway, student.students.find((row) => row.doubts.length === 0)?.birthDate ?? null, awardDate),
    bearing: bearingRows(pathway, student),
    judgement,
    granted: (role, target) => roleState(approvals, role, target.course.id),
    lost,
    needsLoss: pathway.source.attempt.is === "required" || award.take === "lost",
    transcriptGap: (slot) => Math.max(0, gapIn(slot, ledger, [])),
    gap,
    asks: (slot, gifts) => {
      return award.take === "open" ? gap(slot, gifts) : lossLeft(slot, gifts);
    },
    lossLeft,
    recovers,
    limits: (slot, gifts) =>
      limitsOver(slot, pathway, standing, gifts, judgement(slot.target), approvals, waived, draft(slot)),
    draft,
    waivedAlready: (slot) => given(waived.laid, slot.target.course, slot.part),
    mark: (target) => markOf(pathway, judgement(target).outcome),
  };
}

/** Credit laid on a part: a gift, or a waiver that was granted. */
type Placed = Pick<Gift, "course" | "part" | "credits">;

/** Credit that was laid on a part. */
export function given(gifts: readonly Placed[], course: CourseDef, part: PartDef): Credit {
  let sum = 0;
  for (const gift of gifts) if (gift.course === course && gift.part === part) sum += gift.credits;
  return sum;
}

/** The smallest of the part's, the course's and every set's gap; may be below 0. */
function gapIn(slot: Slot, ledger: Ledger, gifts: readonly Placed[]): Credit {
  const { course } = slot.target;
  const inCourses = (ids: readonly string[]): Credit => {
    let sum = 0;
    for (const gift of gifts) if (ids.includes(gift.course.id)) sum += gift.credits;
    return sum;
  };
  let gap = slot.part.credits - ledger.earnedInPart(course, slot.part) - given(gifts, course, slot.part);
  gap = Math.min(gap, course.credits - ledger.earned(course.id) - inCourses([course.id]));
  for (const set of course.sets) gap = Math.min(gap, setGap(ledger, set) - inCourses(set.courseIds));
  return gap;
}

/**
 * The highest tier whose evidence holds decides; tiers replace, never add. A target that the deciding tier does not
 * give gets nothing.
 */
function judgeTiers(
  pathway: Pathway,
  target: Target,
  standing: Standing,
  approvals: readonly ApprovalRow[],
  courseStart: IsoDate | null,
): Judgement {
  const { student, context, ledger } = standing;
  const lastRecord = lastFittingRecord(pathway, standing);
  const judgeWithout = (tier: Tier, spent: ReadonlySet<string>): Outcome => {
    const left = <R extends AnyRow>(rows: readonly R[]): readonly R[] =>
      spent.size === 0 ? rows : rows.filter((row) => !spent.has(toldBy(row)));
    return judge(tier.evidence, {
      policy: context.policy,
      pathway,
      awardDate: context.awardDate,
      target: target.course,
      attempts: (courseId) => left(ledger.attempts(courseId)),
      mastery: (courseId) => left(ledger.mastery(courseId)),
      scores: (testId) => left(student.scores.filter((row) => row.testDef?.id === testId && row.doubts.length === 0)),
      sittings: (testId) => student.scores.filter((row) => row.testDef?.id === testId),
      approvals: left(approvals),
      courseStart,
      lastRecord,
    });
  };
  const failed: Outcome[] = [];
  let deciding: { readonly tier: Tier; readonly outcome: Outcome } | null = null;
  for (const tier of pathway.tiers.toReversed()) {
    const outcome = judgeWithout(tier, NONE_SPENT);
    if (outcome.holds && (!tier.fresh || lowerHoldWithout(outcome, tier, pathway.tiers, judgeWithout))) {
      deciding = { tier, outcome };
      break;
    }
    const says = `${outcome.says}, but not beside the tier below it`;
    failed.unshift(outcome.holds ? failing(["evidence-not-met"], outcome.used, says) : outcome);
  }
  const { split } = pathway.source.award;
  if (deciding === null) return { outcome: noneHolds(failed), tier: null, upTo: null, split };
  const { tier, outcome } = deciding;
  if (tier.targets !== null && !tier.targets.includes(target)) {
    const says = `${outcome.says}; the tier that decides does not give ${target.course.title}`;
    return { outcome: failing(["evidence-not-met"], outcome.used, says), tier: null, upTo: null, split };
  }
  return { outcome, tier: pathway.tiers.indexOf(tier), upTo: tier.upTo, split: tier.split };
}

const NONE_SPENT: ReadonlySet<string> = new Set();

/**
 * For a tier that asks for fresh evidence: whether the tier below holds without what this one used, and so on down to
 * one that does not ask for it. "A further 80 hours" are no first ones, nor are the first ones exported again.
 */
function lowerHoldWithout(
  outcome: Outcome,
  tier: Tier,
  tiers: readonly Tier[],
  judgeWithout: (tier: Tier, spent: ReadonlySet<string>) => Outcome,
): boolean {
  const spent = new Set((outcome.spends ?? outcome.used).map(toldBy));
  for (const lower of tiers.slice(0, tiers.indexOf(tier)).toReversed()) {
    const without = judgeWithout(lower, spent);
    if (!without.holds) return false;
    if (!lower.fresh) return true;
    for (const row of without.spends ?? without.used) spent.add(toldBy(row));
  }
  return true;
}

/** 1 September of the school year of the first attempt in any target. */
function startOfFirstAttempt(slots: readonly Slot[], ledger: Ledger): IsoDate | null {
  let first: number | null = null;
  for (const slot of slots) {
    for (const { row } of ledger.partAttempts(slot.target.course, slot.part)) {
      const year = row.year ?? (row.date === null ? null : schoolYearOf(row.date));
      if (year !== null && (first === null || year < first)) first = year;
    }
  }
  return first === null ? null : `${first - 1}-09-01`;
}
