import { formatCredit } from "../credit.js";
import { schoolYearOf } from "../date.js";
import { matchRow } from "../match.js";
import type { Proposal, Refusal, Step } from "../model.js";
import type { CourseDef, Pathway } from "../policy/compiled.js";
import { missingApprovals, roleState } from "./approvals.js";
import { FLOOR } from "./ceilings.js";
import { capReached } from "./checks/cap-reached.js";
import type { Check } from "./checks/check.js";
import { CHECKS } from "./checks/index.js";
import { pathwayCeiling, saysLimit } from "./checks/pathway-ceiling.js";
import { giversOf, shadowed } from "./checks/shadowed.js";
import { coursesOf, sharesLearning } from "./doubt.js";
import { type Look, look } from "./look.js";
import type { Place } from "./place.js";
import { proposalId, recordFields } from "./record.js";
import { used, usedAll } from "./says.js";
import { giftOf, type Share, type Spread, spread } from "./spread.js";
import type { DecideContext, Gift, Slot, Standing } from "./standing.js";
import { studentColumns } from "./studentColumns.js";

/** How a considered pathway ended: proposals with the credit they reserve, or a refusal. */
export interface Ending {
  readonly proposals: readonly Proposal[];
  readonly refusal: Refusal | null;
  readonly gifts: readonly Gift[];
}

/** Looks at one pathway for one student; null: it is not considered (`decision.md` step 5). */
export function consider(pathway: Pathway, standing: Standing): Ending | null {
  const seen = look(pathway, standing);
  if (!isConsidered(seen)) return null;
  const funnel = runFunnel(seen);
  if (funnel.left.length === 0) {
    return { proposals: [], refusal: refuse(seen, funnel), gifts: [] };
  }
  const result = spread(seen, funnel.left, true);
  const proposals = result.shares
    .map((share) => propose(seen, share, result, funnel))
    .sort((a, b) => a.order - b.order)
    .map(({ proposal }) => proposal);
  const isWaiver = pathway.source.award.kind === "waiver";
  return {
    proposals,
    refusal: null,
    gifts: isWaiver ? [] : result.shares.map(({ slot, credits }) => giftOf(seen, slot, credits)),
  };
}

function isConsidered(seen: Look): boolean {
  if (seen.bearing.length === 0) return false;
  const open = seen.slots.some((slot) => seen.transcriptGap(slot) > 0 || seen.lost(slot).credits > 0);
  if (open) return true;
  return seen.slots.some(({ target }) => seen.judgement(target).outcome.onFile);
}

interface Funnel {
  readonly left: readonly Slot[];
  readonly steps: readonly Step[];
  /** The check that dropped the last slot. */
  readonly reason: string;
  readonly note: string;
  readonly allReasons: readonly string[];
  /** What held for but an earlier pathway of this run gave. */
  readonly givenBefore: readonly Slot[];
  /** Why less is given than could have been, where a check other than a ceiling took some away. */
  readonly tookAway: readonly string[];
}

/** Checks of which a proposal's note speaks in its own way. */
const NOTED: readonly Check[] = [pathwayCeiling, capReached, shadowed];

function runFunnel(seen: Look): Funnel {
  let left = seen.slots;
  let ceilings = false;
  let leaves = potential(seen, left, ceilings);
  let reason = "";
  let note = "";
  const steps: Step[] = [];
  const allReasons: string[] = [];
  let givenBefore: readonly Slot[] = [];
  const tookAway: string[] = [];
  for (const check of CHECKS) {
    const drops = dropsBy(check, seen, left);
    for (const drop of drops.values()) {
      const code = drop.reason ?? check.reason;
      if (!allReasons.includes(code)) allReasons.push(code);
    }
    if (left.length === 0) continue;
    if (check === pathwayCeiling) {
      ceilings = true;
      leaves = potential(seen, left, ceilings);
    }
    const dropped = drops.size === 0 ? [] : left.flatMap((slot) => drops.get(slot) ?? []);
    if (dropped.length === 0) {
      steps.push({ check: check.reason, outcome: "held", says: check.held?.(seen, left) ?? "", leaves });
      continue;
    }
    if (check === shadowed) givenBefore = left.filter((slot) => drops.has(slot));
    left = left.filter((slot) => !drops.has(slot));
    const before = leaves;
    leaves = potential(seen, left, ceilings);
    const says = [...new Set(dropped.map((drop) => drop.says))].join("; ");
    if (leaves < before && !NOTED.includes(check)) tookAway.push(...saysTaken(drops));
    steps.push({ check: check.reason, outcome: left.length === 0 ? "failed" : "dropped some", says, leaves });
    if (left.length === 0) {
      reason = dropped.at(-1)?.reason ?? check.reason;
      note = says;
    }
  }
  return { left, steps, reason, note, allReasons, givenBefore, tookAway };
}

/** `Algebra 1: denied by teacher`: what was dropped, by course. */
function saysTaken(drops: ReadonlyMap<Slot, Drop>): readonly string[] {
  return [...new Set([...drops].map(([{ target }, { says }]) => `${target.course.title}: ${says}`))];
}

type Drop = NonNullable<ReturnType<Check["drops"]>>;

const NO_DROPS: ReadonlyMap<Slot, Drop> = new Map();

/** The slots that a check drops, and why; most checks drop none. */
function dropsBy(check: Check, seen: Look, left: readonly Slot[]): ReadonlyMap<Slot, Drop> {
  let drops: Map<Slot, Drop> | null = null;
  for (const slot of seen.slots) {
    const drop = check.drops(seen, slot, left);
    if (drop === null) continue;
    drops ??= new Map();
    drops.set(slot, drop);
  }
  return drops ?? NO_DROPS;
}

/** What could still be given here; `ceilings`: by now they have been looked at. */
function potential(seen: Look, slots: readonly Slot[], ceilings: boolean): number {
  return spread(seen, slots, ceilings).shares.reduce((sum, share) => sum + share.credits, 0);
}

function considered(seen: Look, funnel: Funnel) {
  const { pathway, standing } = seen;
  const outcomes = pathway.targets.map((target) => seen.judgement(target).outcome);
  const holding = outcomes.filter((outcome) => outcome.holds);
  const rows = (holding.length > 0 ? holding : outcomes).flatMap((outcome) => outcome.used);
  return {
    studentId: standing.student.id,
    pathway: pathway.id,
    method: pathway.source.method,
    policy: pathway.policy,
    clause: pathway.source.clause,
    strength: pathway.source.strength,
    steps: funnel.steps,
    evidence: usedAll(rows),
  };
}

function refuse(seen: Look, funnel: Funnel): Refusal {
  const { pathway, doubts } = seen;
  const [slot] = seen.slots;
  const oneTarget = pathway.targets.length === 1;
  return {
    ...considered(seen, funnel),
    course: oneTarget ? (slot?.target.course.id ?? "") : "",
    part: oneTarget && seen.slots.length === 1 ? (slot?.part.id ?? "") : "",
    reason: funnel.reason,
    allReasons: funnel.allReasons,
    note: [funnel.note, pathway.source.onRefusal?.[funnel.reason] ?? ""].filter((text) => text !== "").join("; "),
    waits: funnel.reason === "doubtful-row" ? waiting(seen) : [],
    doubtful: [
      ...usedAll(doubts.rows),
      ...doubts.whole.flatMap((doubt) => doubt.at.map((at) => ({ ...at, says: doubt.code }))),
    ],
  };
}

/** At most this credit waits for the doubt to be cleared: evidence is taken to hold, and a doubtful loss to be real. */
function waiting(seen: Look): Refusal["waits"] {
  if (seen.pathway.source.award.kind === "waiver") return [];
  const { student } = seen.standing;
  const doubtful = student.transcript.filter((row) => row.doubts.length > 0);
  const inDoubt = (course: CourseDef): boolean =>
    seen.doubts.whole.length > 0 ||
    doubtful.some((row) => coursesOf(row).some((other) => sharesLearning(other, course)));
  const supposed: Look = {
    ...seen,
    asks: (slot, gifts) => (inDoubt(slot.target.course) ? seen.gap(slot, gifts) : seen.asks(slot, gifts)),
  };
  // Which tier would decide is not known, so the highest sets the ceiling.
  let left = Math.max(...seen.pathway.tiers.map((tier) => tier.upTo ?? Number.MAX_SAFE_INTEGER));
  const waits: { course: string; part: string; credits: number }[] = [];
  for (const share of spread(supposed, seen.slots, true).shares) {
    const credits = Math.min(share.credits, left);
    left -= credits;
    if (credits > 0) waits.push({ course: share.slot.target.course.id, part: share.slot.part.id, credits });
  }
  return waits;
}

function propose(
  seen: Look,
  share: Share,
  result: Spread,
  funnel: Funnel,
): { readonly order: number; readonly proposal: Proposal } {
  const { pathway, standing } = seen;
  const { student, context } = standing;
  const { slot, credits } = share;
  const { course } = slot.target;
  const fields = recordFields(seen, slot);
  const attempt = seen.recovers(slot);
  const isWaiver = pathway.source.award.kind === "waiver";
  const missing = missingApprovals(seen.approvals, pathway, seen.roles, course.id);
  if (!isWaiver && !context.hasDesignationColumn && pathway.source.record.courseId === undefined) {
    missing.push("designation-column");
  }
  if (!isWaiver && !isReadBack(fields.place, slot, context)) missing.push("term-column");
  const roles = [...seen.roles, ...pathway.evidenceRoles];
  const agreed = roles.flatMap((role) =>
    roleState(seen.approvals, role, course.id).rows.filter((row) => row.decision === "granted"),
  );
  const proposal: Proposal = {
    ...considered(seen, funnel),
    id: proposalId(seen, slot),
    status: missing.length > 0 ? "held" : isWaiver ? "waiver" : "ready",
    stateStudentId: student.stateIds.length === 1 ? (student.stateIds[0] ?? "") : "",
    schoolCode: fields.schoolCode,
    gradeLevel: standing.gradeLevel === null ? "" : String(standing.gradeLevel),
    classOf: String(student.students.find((row) => row.doubts.length === 0)?.classOf ?? ""),
    course: course.id,
    courseId: fields.place.courseId,
    courseTitle: fields.courseTitle,
    part: slot.part.id,
    stateCourseCode: fields.stateCourseCode,
    contentArea: fields.contentArea,
    cte: fields.cte,
    credits: isWaiver ? 0 : credits,
    waived: isWaiver ? credits : 0,
    mark: isWaiver ? "" : (seen.mark(slot.target) ?? ""),
    designations: isWaiver ? "" : fields.designations,
    schoolYear: schoolYearOf(context.awardDate),
    term: fields.place.term?.id ?? "",
    awardDate: context.awardDate,
    approvals: [...new Set(agreed)].map((row) => ({ role: row.role, by: row.by, on: row.on ?? row.onText })),
    recovers: attempt === null ? null : used(attempt),
    missing,
    tier: pathway.source.tiers === undefined ? null : seen.judgement(slot.target).tier,
    gpa: isWaiver ? "" : (pathway.grade?.gpa ?? ""),
    columns: pathway.source.record.columns ?? {},
    studentColumns: studentColumns(student),
    note: noteOf(seen, slot, result, funnel),
  };
  return { order: slot.targetOrder * 1000 + slot.part.order, proposal };
}

/** Whether a record is that of its very part again where the layout that it goes out in has no term to tell it by. */
function isReadBack({ courseId }: Place, { target, part }: Slot, { policy, hasTermColumn }: DecideContext): boolean {
  if (hasTermColumn) return true;
  const match = matchRow(policy, courseId, null);
  return match?.course === target.course && match.part === part;
}

function noteOf(seen: Look, slot: Slot, result: Spread, funnel: Funnel): string {
  const notes: string[] = [...funnel.tookAway];
  // Of the floor the note speaks below.
  const limiting = result.limitedBy.filter(({ isCap, id }) => isCap || id !== FLOOR);
  const limits = new Map(limiting.map((limit) => [`${limit.isCap} ${limit.id}`, limit]));
  if (limits.size > 0) notes.push(`limited by ${[...limits.values()].map(saysLimit).join(", ")}`);
  notes.push(...saysGivenBefore(seen, [...funnel.givenBefore, ...result.shares.map((share) => share.slot)]));
  if (result.leftOut.length > 0) {
    const titles = [...new Set(result.leftOut.map((other) => other.target.course.title))];
    notes.push(`one course only, so ${titles.join(", ")} is passed over`);
  }
  const lost = seen.pathway.source.award.take === "lost" ? seen.lossLeft(slot, seen.standing.gifts) : 0;
  const gap = seen.gap(slot, seen.standing.gifts);
  if (gap < lost)
    notes.push(`lost ${formatCredit(lost)}, and credit for the same learning leaves ${formatCredit(gap)}`);
  const { atLeast } = seen.pathway.source.award;
  if (atLeast !== undefined) notes.push(`the policy gives at least ${formatCredit(atLeast)}; a person may give more`);
  const { date } = seen.judgement(slot.target).outcome;
  const attempt = seen.recovers(slot);
  if (attempt !== null && SAYS_YES.test(attempt.cte) && !slot.target.course.cte && !seen.pathway.source.allowCte)
    notes.push("the attempt is marked as CTE, and the policy's course is not");
  if (
    !seen.pathway.beforeEvidence &&
    date !== null &&
    attempt !== null &&
    attempt.date !== null &&
    date < attempt.date
  ) {
    notes.push(`the evidence of ${date} is older than the attempt of ${attempt.date}`);
  }
  return notes.join("; ");
}

/** What earlier pathways of this run gave that this one could have: `0.5 of algebra-1 S1 is given by p1`. */
function saysGivenBefore(seen: Look, slots: readonly Slot[]): readonly string[] {
  const { gifts } = seen.standing;
  const open = (slot: Slot, given: readonly Gift[]): number => Math.min(seen.asks(slot, given), seen.gap(slot, given));
  const notes: string[] = [];
  for (const slot of [...slots].sort((a, b) => a.targetOrder - b.targetOrder || a.part.order - b.part.order)) {
    const less = open(slot, []) - open(slot, gifts);
    if (less <= 0) continue;
    notes.push(
      `${saysAmount(less, slot.target.course.id, slot.part.id)} is given by ${giversOf(slot, gifts).join(", ")}`,
    );
  }
  return notes;
}

/** As exports write that a course is one of career and technical education. */
const SAYS_YES = /^(?:y|yes|true|t|1)$/i;

/** `0.5 of algebra-1 S1`, for notes. */
export function saysShare({ credits, course, part }: Proposal): string {
  return saysAmount(credits, course, part);
}

function saysAmount(credits: number, course: string, part: string): string {
  return `${formatCredit(credits)} of ${course}${part === "" ? "" : ` ${part}`}`;
}
