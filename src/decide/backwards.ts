import { itemAt } from "../at.js";
import type { Credit } from "../credit.js";
import { type IsoDate, schoolYearOf, yearOf } from "../date.js";
import { later } from "../evidence/form.js";
import type { InputKind, StudentFile, TranscriptRow, UsedRow } from "../model.js";
import { endOf, lastTerm } from "../normalise/rowDate.js";
import type { CompiledPolicy, CourseDef, PartDef, Pathway } from "../policy/compiled.js";
import { missingApprovals } from "./approvals.js";
import { CHECKS } from "./checks/index.js";
import { noLostCredit } from "./checks/lost.js";
import { isScore } from "./fits.js";
import { gradeLevelOf } from "./gradeLevel.js";
import { earnedBy, hasMasteryLetter, isMastery, openLedger } from "./ledger.js";
import { type Look, look } from "./look.js";
import { used, usedAll } from "./says.js";
import { spread } from "./spread.js";
import type { Slot, Standing } from "./standing.js";
import { creditedTwice } from "./twice.js";

/** The first day that the files of a kind speak of; null: no day, so nothing is known to be covered. */
export interface Covers {
  readonly scores: IsoDate | null;
  readonly approvals: IsoDate | null;
}

/** What judging existing records asks of the world outside one student. */
export interface BackwardsContext {
  readonly policy: CompiledPolicy;
  /** The run's own: programs and status of the students file are those of its school year. */
  readonly awardDate: IsoDate;
  readonly given: ReadonlySet<InputKind>;
  /** Absent: whatever is given is taken to cover every record. */
  readonly covers?: Covers;
}

/** How one pathway stood to a record on the record's day. */
export interface PathwayThen {
  readonly pathway: Pathway;
  readonly date: IsoDate;
  /** Of the record's place, before its own amount limits it. */
  readonly gives: Credit;
  /** The marks it would have given. */
  readonly marks: readonly string[];
  /** Checks that stood in the way, in their order, with what they saw. */
  readonly reasons: readonly { readonly code: string; readonly says: string }[];
  /** Why it cannot be told whether it would have given the record; null: it can. */
  readonly unknown: string | null;
  /** The checks whose "no" rests on what is not known. */
  readonly open: ReadonlySet<string>;
  /** It recovers lost credit, and no attempt that lost any stands before the record. */
  readonly attemptMissing: boolean;
  readonly saw: string;
  readonly evidence: readonly UsedRow[];
  readonly recovers: UsedRow | null;
}

/** The verdict on an existing mastery record. */
export type Verdict =
  | "given"
  | "no pathway names the course"
  | "before the policy"
  | "no pathway in effect"
  | "too much"
  | "not given"
  | "not checked";

export interface RecordJudgement {
  readonly row: TranscriptRow;
  readonly verdict: Verdict;
  /** Pathways to credit that name the record's course and part, in the order of the policy. */
  readonly named: readonly Pathway[];
  /** Of those in effect on the record's day: how each stood. The first is the one that came closest. */
  readonly asked: readonly PathwayThen[];
  /** What would have been given, at the most; 0 where nothing. */
  readonly gives: Credit;
  /** The day from which the first of its pathways may give credit; null where none names the course or a day. */
  readonly from: IsoDate | null;
  /** Why it was not checked; empty where it was. */
  readonly because: string;
  /** Everything held but that no failed attempt stands on the transcript. */
  readonly attemptMissing: boolean;
  /** Marks that could stand on the record where its own could not; null: its own could. */
  readonly marksAllowed: readonly string[] | null;
}

/** Whether a row is a mastery record for an auditor: one of the policy's, or a mastery letter on a code it lacks. */
export function isExistingRecord(row: TranscriptRow, policy: CompiledPolicy): boolean {
  if (row.doubts.length > 0 || earnedBy(row) <= 0) return false;
  return isMastery(row, policy) || hasMasteryLetter(row, policy);
}

/**
 * The decision run backwards: for each mastery record, would a pathway in effect on the record's day have given this
 * credit, had the record and all later rows not been there? Each pathway is asked by itself, with the checks and the
 * spread of `decide`, so that the order in which a person chose among them is no fault. Rows in doubt are not judged:
 * they are reported as what they are. (`decision.md`, "Backwards, for auditors".)
 */
export function judgeRecords(student: StudentFile, context: BackwardsContext): readonly RecordJudgement[] {
  const { policy } = context;
  const records = student.transcript.filter((row) => isExistingRecord(row, policy));
  if (records.length === 0) return [];
  const twice = new Set(creditedTwice(student, policy).map(({ row }) => row));
  return records.map((row) => judgeRecord(row, student, context, twice.has(row)));
}

function judgeRecord(
  row: TranscriptRow,
  student: StudentFile,
  context: BackwardsContext,
  isTwice: boolean,
): RecordJudgement {
  const { policy } = context;
  const named = policy.pathways.filter((pathway) => names(pathway, row));
  const dates = datesOf(row, policy);
  const starts = named.map((pathway) => startOf(pathway, policy)).sort();
  const judgement = {
    row,
    named,
    asked: [],
    gives: 0,
    from: starts[0] || null,
    because: "",
    attemptMissing: false,
    marksAllowed: null,
  };
  if (named.length === 0) return { ...judgement, verdict: "no pathway names the course" };
  const last = dates.at(-1);
  if (last === undefined) return { ...judgement, verdict: "not checked", because: "they have no readable date" };
  if (starts.every((start) => start > last)) return { ...judgement, verdict: "before the policy" };
  const then = named.flatMap((pathway) => {
    const days = dates.filter((date) => inEffect(pathway, date, policy));
    return closest(
      days.map((date) => ask(pathway, row, student, date, context)),
      row,
      isTwice,
    );
  });
  // Pathways of one rank stay in the order of the policy.
  then.sort((a, b) => byCloseness(a, b, row, isTwice));
  const [best] = then;
  if (best === undefined) return { ...judgement, verdict: "no pathway in effect" };
  return { ...judgement, asked: then, ...verdictOf(row, best, then, isTwice) };
}

function names(pathway: Pathway, row: TranscriptRow): boolean {
  if (pathway.source.award.kind === "waiver") return false;
  return pathway.targets.some(({ course, parts }) => parts.some((part) => isPlace(row, course, part)));
}

/** Whether a record stands on this part, or on its course as a whole. */
function isPlace({ match }: TranscriptRow, course: CourseDef, part: PartDef): boolean {
  return match?.course.id === course.id && (match.part === null || match.part.id === part.id);
}

/**
 * The days on which the record may have been awarded, earliest first. A written one is the only one; without it the end
 * of the term may be that of the part which the record completes, so the ends of its school year are asked as well.
 */
function datesOf(row: TranscriptRow, policy: CompiledPolicy): readonly IsoDate[] {
  const { completed, date, year } = row;
  if (completed !== null) return [completed];
  if (date === null || year === null) return [];
  const all = new Set([date, endOf(null, lastTerm(policy), year), endOf(null, null, year)]);
  return [...all].filter((day) => day >= date);
}

/**
 * The day from which a pathway may give credit: its own, else that of its document, which is not before it was adopted.
 * Empty where neither says one.
 */
function startOf(pathway: Pathway, policy: CompiledPolicy): IsoDate {
  const own = pathway.source.effectiveFrom ?? null;
  if (own !== null) return own;
  const document = policy.source.policies.find(({ number }) => number === pathway.policy);
  return later(pathway.effectiveFrom, document?.adopted ?? null) ?? "";
}

function inEffect(pathway: Pathway, date: IsoDate, policy: CompiledPolicy): boolean {
  return startOf(pathway, policy) <= date && (pathway.effectiveTo === null || date <= pathway.effectiveTo);
}

/**
 * The student's file as it stood on the day: without the record and whatever came later, among it mastery records of the
 * same day that stand after this one. A row dated by its term alone is later only where that term ends after the one that
 * the day stands in. Approvals that came later speak of no earlier day by themselves.
 */
function before(student: StudentFile, record: TranscriptRow, date: IsoDate, policy: CompiledPolicy): StudentFile {
  const termEnds = currentTermEnd(policy, date);
  const at = student.transcript.indexOf(record);
  const transcript = student.transcript.filter(
    (row, position) =>
      row !== record &&
      (row.completed ?? "") <= date &&
      (row.date ?? "") <= termEnds &&
      !isLaterTie(row, position, record, at, policy),
  );
  return { ...student, transcript, scores: student.scores.filter((row) => (row.date ?? "") <= date) };
}

/** Whether a row is a mastery record of the same day that stands after this one. */
function isLaterTie(
  row: TranscriptRow,
  position: number,
  record: TranscriptRow,
  at: number,
  policy: CompiledPolicy,
): boolean {
  return position > at && row.date === record.date && isMastery(row, policy);
}

/** The end of the term that a day stands in: the earliest on or after it. */
function currentTermEnd(policy: CompiledPolicy, date: IsoDate): IsoDate {
  const ahead = policy.terms.map(({ ends }) => {
    const year = ends >= date.slice(5) ? yearOf(date) : yearOf(date) + 1;
    return `${year}-${ends}`;
  });
  return ahead.sort()[0] ?? date;
}

/** Asks one pathway on one day. */
function ask(
  pathway: Pathway,
  record: TranscriptRow,
  student: StudentFile,
  date: IsoDate,
  context: BackwardsContext,
): PathwayThen {
  const { policy } = context;
  const then = before(student, record, date, policy);
  const standing: Standing = {
    student: then,
    // Rules over the record itself speak for themselves.
    context: {
      policy,
      awardDate: date,
      hasDesignationColumn: record.layout.index.designations !== undefined,
      hasTermColumn: record.layout.index.term !== undefined,
      breaks: () => null,
    },
    ledger: openLedger(then, policy),
    gifts: [],
    gradeLevel: record.grade ?? gradeLevelOf({ ...then, students: [] }),
  };
  const asked = withoutFloor(pathway);
  const seen = look(asked, standing);
  const isHere = ({ target, part }: Slot): boolean => isPlace(record, target.course, part);
  const slots = seen.slots.filter(isHere);
  // With `open` a loss opens all of the gap at once, so records of one day were given together: none of them made the
  // loss up before another.
  const isTogether = seen.needsLoss && pathway.source.award.take === "open";
  const alone = isTogether ? look(asked, withoutRecordsOf(date, standing)) : seen;
  const drops = new Map<Slot, string>();
  const reasons = new Map<string, string>();
  for (const check of CHECKS) {
    const by = check === noLostCredit ? alone : seen;
    const its = by === seen ? slots : alone.slots.filter(isHere);
    for (const [i, slot] of slots.entries()) {
      const drop = check.drops(by, itemAt(its, i), its);
      if (drop === null) continue;
      const code = drop.reason ?? check.reason;
      drops.set(slot, code);
      if (!reasons.has(code)) reasons.set(code, drop.says);
    }
  }
  const first = slots.slice(0, 1);
  const missing = first.flatMap(({ target }) =>
    missingApprovals(seen.approvals, pathway, seen.roles, target.course.id),
  );
  if (missing.length > 0) reasons.set(APPROVAL_MISSING, `not on file: ${missing.join(", ")}`);
  const open = slots.filter((slot) => !drops.has(slot));
  const gives =
    missing.length > 0 ? 0 : spread(seen, open, true).shares.reduce((credits, share) => credits + share.credits, 0);
  const outcomes = first.map(({ target }) => seen.judgement(target).outcome);
  const attempts = slots.flatMap((slot) => seen.lost(slot).attempt?.row ?? []);
  return {
    pathway,
    date,
    gives,
    marks: marksOf(seen, slots),
    reasons: [...reasons].map(([code, says]) => ({ code, says })),
    ...whatIsUnknown(pathway, date, [...reasons.keys()], context),
    attemptMissing: seen.needsLoss && !lossSlots(seen, slots, isTogether).some((slot) => hasLostAttempt(seen, slot)),
    saw: outcomes.map(({ says }) => says).join("; "),
    evidence: usedAll(outcomes.flatMap((outcome) => outcome.used)),
    recovers: attempts[0] === undefined ? null : used(attempts[0]),
  };
}

/** Where a loss would open these slots: with `open`, anywhere in their targets. */
function lossSlots(seen: Look, slots: readonly Slot[], isTogether: boolean): readonly Slot[] {
  return isTogether ? seen.slots.filter((slot) => slots.some(({ target }) => target === slot.target)) : slots;
}

/** As if no mastery record of this day were there. */
function withoutRecordsOf(date: IsoDate, standing: Standing): Standing {
  const { student, context } = standing;
  const transcript = student.transcript.filter((row) => row.date !== date || !isMastery(row, context.policy));
  const alone = { ...student, transcript };
  return { ...standing, student: alone, ledger: openLedger(alone, context.policy) };
}

const APPROVAL_MISSING = "approval-missing";

/** A person may have given more than the floor of a policy that says "at least". */
function withoutFloor(pathway: Pathway): Pathway {
  const { atLeast: _, ...award } = pathway.source.award;
  return pathway.source.award.atLeast === undefined ? pathway : { ...pathway, source: { ...pathway.source, award } };
}

function marksOf(seen: Look, slots: readonly Slot[]): readonly string[] {
  const marks = slots.flatMap((slot) =>
    seen.judgement(slot.target).outcome.holds ? (seen.mark(slot.target) ?? []) : [],
  );
  return [...new Set(marks)];
}

function hasLostAttempt(seen: Look, { target, part }: Slot): boolean {
  const { marks } = seen.pathway.source.attempt;
  return seen.standing.ledger
    .partAttempts(target.course, part)
    .some(
      ({ row }) => row.markKind === "noCredit" || row.markKind === "incomplete" || marks?.includes(row.mark) === true,
    );
}

const EVIDENCE_REASONS = new Set([
  "evidence-missing-part",
  "mark-not-comparable",
  "tries-exhausted",
  "evidence-not-met",
]);
const APPROVAL_REASONS = new Set([APPROVAL_MISSING, "not-preapproved", "request-too-late"]);
/** What other rules say of the record; what a missing attempt brings with it; and what a second credit does. */
const SAID_ELSEWHERE = new Set(["cte-excluded"]);
const OF_LOSS = new Set(["no-lost-credit"]);
const OF_TWICE = new Set(["no-lost-credit", "already-credited"]);
const CEILINGS = new Set(["pathway-ceiling", "cap-reached"]);

/** Which answers of "no" rest on an input that is absent, or that does not reach back so far, and why. */
function whatIsUnknown(
  pathway: Pathway,
  date: IsoDate,
  reasons: readonly string[],
  { given, covers, awardDate }: BackwardsContext,
): Pick<PathwayThen, "unknown" | "open"> {
  const open = new Set<string>();
  let unknown: string | null = null;
  const note = (because: string | null, isTurned: (code: string) => boolean): void => {
    if (because === null) return;
    const turned = reasons.filter(isTurned);
    for (const code of turned) open.add(code);
    if (turned.length > 0) unknown ??= because;
  };
  note("they hang on a row in doubt", (code) => code === "doubtful-row");
  const noScores = pathway.evidenceTests.size === 0 ? null : notCovered("scores", date, given, covers?.scores);
  note(noScores, (code) => EVIDENCE_REASONS.has(code));
  const noApprovals = notCovered("approvals", date, given, covers?.approvals);
  note(
    noApprovals,
    (code) => APPROVAL_REASONS.has(code) || (EVIDENCE_REASONS.has(code) && pathway.evidenceRoles.size > 0),
  );
  const { who } = pathway.source;
  const asksFile = who?.programs !== undefined || who?.status !== undefined || who?.classOf !== undefined;
  const isPast = schoolYearOf(date) < schoolYearOf(awardDate);
  const pastFile = isPast ? "the students file does not speak of their school year" : null;
  const noStudents = given.has("students") ? pastFile : "no students file was given";
  note(asksFile ? noStudents : null, (code) => code === "not-eligible");
  return { unknown, open };
}

function notCovered(
  kind: "scores" | "approvals",
  date: IsoDate,
  given: ReadonlySet<InputKind>,
  from: IsoDate | null | undefined,
): string | null {
  if (!given.has(kind)) return `no ${kind} file was given`;
  if (from === undefined) return null;
  if (from === null) return `the ${kind} file has no date`;
  return date < from ? `they are older than the ${kind} file, which begins on ${from}` : null;
}

/** The checks that stand in the way and that nothing else explains. */
function unexplained(then: PathwayThen, isTwice: boolean): readonly string[] {
  return then.reasons
    .map(({ code }) => code)
    .filter(
      (code) =>
        !SAID_ELSEWHERE.has(code) && !(then.attemptMissing && OF_LOSS.has(code)) && !(isTwice && OF_TWICE.has(code)),
    );
}

/** 0: it gives the record; 1: but for what other rules say; 2: cannot be told; 3: gives less; 4: does not give it. */
function rank(then: PathwayThen, row: TranscriptRow, isTwice: boolean): number {
  const left = unexplained(then, isTwice);
  if (then.gives >= earnedBy(row)) return 0;
  // Of a place that is credited twice it is said already that there is too much.
  if (left.length === 0 && (then.reasons.length > 0 || isTwice)) return 1;
  if (then.unknown !== null && couldHold(left, then)) return 2;
  return then.gives > 0 || left.every((code) => CEILINGS.has(code)) ? 3 : 4;
}

/** Whether what is not known could turn every "no". In doubt, nothing else is sure either. */
function couldHold(left: readonly string[], then: PathwayThen): boolean {
  if (then.open.has("doubtful-row")) return true;
  const evidenceOpen = [...EVIDENCE_REASONS].some((code) => then.open.has(code));
  // Without a tier that holds, the ceiling that was looked at is not the one that would have decided.
  const hangsOnEvidence = (code: string): boolean => evidenceOpen && CEILINGS.has(code) && then.gives === 0;
  return left.every((code) => then.open.has(code) || hangsOnEvidence(code));
}

/** The answer of one pathway that comes closest, on the first of several such days; none where it was not asked. */
function closest(asked: readonly PathwayThen[], row: TranscriptRow, isTwice: boolean): readonly PathwayThen[] {
  return asked.toSorted((a, b) => byCloseness(a, b, row, isTwice)).slice(0, 1);
}

function byCloseness(a: PathwayThen, b: PathwayThen, row: TranscriptRow, isTwice: boolean): number {
  return rank(a, row, isTwice) - rank(b, row, isTwice) || b.gives - a.gives;
}

/** The most that a pathway could ever lay on the record's place. */
function bound(pathway: Pathway, row: TranscriptRow): Credit {
  let places = 0;
  for (const { course, parts } of pathway.targets) {
    for (const part of parts) if (isPlace(row, course, part)) places += part.credits;
  }
  const tiers = Math.max(...pathway.tiers.map((tier) => tier.upTo ?? places));
  return Math.min(places, tiers, pathway.source.award.upTo ?? places);
}

function verdictOf(
  row: TranscriptRow,
  best: PathwayThen,
  then: readonly PathwayThen[],
  isTwice: boolean,
): Pick<RecordJudgement, "verdict" | "gives" | "because" | "attemptMissing" | "marksAllowed"> {
  const earned = earnedBy(row);
  const holds = then.filter((each) => rank(each, row, isTwice) <= 1);
  const gives = Math.max(...then.map((each) => each.gives));
  const allNeedAttempt = then.every((each) => each.attemptMissing);
  const marksAllowed = markFault(row, holds.length > 0 ? holds : then, holds.length > 0);
  const most = Math.max(...then.map((each) => bound(each.pathway, row)));
  const common = { gives, because: "", attemptMissing: allNeedAttempt && !isTwice, marksAllowed };
  if (earned > most && !isTwice) return { ...common, verdict: "too much", gives: gives === 0 ? most : gives };
  const rankOfBest = rank(best, row, isTwice);
  if (rankOfBest === 0) return { ...common, verdict: "given", attemptMissing: false };
  if (rankOfBest === 1) return { ...common, verdict: "given", attemptMissing: best.attemptMissing && !isTwice };
  if (rankOfBest === 2) return { ...common, verdict: "not checked", because: best.unknown ?? "" };
  return { ...common, verdict: rankOfBest === 3 ? "too much" : "not given" };
}

/** Marks that the pathways could have given where the record's is none of them; null where it is one. */
function markFault(row: TranscriptRow, then: readonly PathwayThen[], known: boolean): readonly string[] | null {
  const allowed = new Set<string>();
  for (const each of then) {
    if (known && each.marks.length > 0) for (const mark of each.marks) allowed.add(mark);
    else if (couldMark(each.pathway, row)) return null;
    else for (const mark of listedMarks(each.pathway)) allowed.add(mark);
  }
  return allowed.has(row.mark) ? null : [...allowed];
}

function couldMark({ grade }: Pathway, row: TranscriptRow): boolean {
  if (grade === null) return true;
  if (!("from" in grade)) return false;
  return grade.from === "score" ? isScore(row.mark) : row.markKind === "ranked" || row.markKind === "credit";
}

function listedMarks({ grade }: Pathway): readonly string[] {
  if (grade === null || "from" in grade) return [];
  if ("mark" in grade) return [grade.mark];
  if ("byLevel" in grade) return Object.values(grade.byLevel);
  return grade.byScore.map(({ mark }) => mark);
}
