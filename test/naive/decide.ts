import { type EvidenceContext, evaluate, type Held, markFor, named, roleState, speaking } from "./evidence.js";
import { type Gift, gapOf, isAttempt, type Loss, lossOf, partEarned, portion, type Laid as Waived } from "./ledger.js";
import {
  type Approval,
  allStudents,
  codesOf,
  courseById,
  designationsOf,
  doubtedWhole,
  kindOf,
  makeCode,
  markConflicts,
  matchCode,
  ownerOf,
  type Part,
  type Row,
  readApproval,
  readRow,
  readScore,
  readStudent,
  type Score,
  type Student,
  targetCourse,
  targetParts,
} from "./rows.js";
import type {
  NaiveDecision,
  NaiveInput,
  NaiveProposal,
  NaiveRefusal,
  RawCap,
  RawCourse,
  RawPathway,
  RawPolicy,
} from "./types.js";
import { monthsBefore, policyCredit, schoolYearOfDate, termEnd, trimmed } from "./values.js";

/**
 * The decision for one student, written a second time from its description alone, as slow and as obvious as it could
 * be made, so that the engine can be compared with it. It shares no code with the program. Where the description leaves
 * something open, this takes the reading that gives less, and says so.
 */

/** One part of one target: what the checks drop. */
interface Unit {
  readonly target: number;
  readonly course: RawCourse;
  readonly part: Part;
}

interface Desk {
  readonly policy: RawPolicy;
  readonly awardDate: string;
  readonly rows: readonly Row[];
  /** Rows without doubt. */
  readonly sound: readonly Row[];
  readonly scores: readonly Score[];
  readonly approvals: readonly Approval[];
  readonly students: readonly Student[];
  readonly wholeDoubt: boolean;
  readonly designationColumn: boolean;
  readonly gifts: Gift[];
}

interface Tiered {
  readonly held: Held;
  /** Thousandths; null: none. */
  readonly upTo: number | null;
}

export function naiveDecide(input: NaiveInput, studentId: string): NaiveDecision {
  const { policy, awardDate } = input;
  if (!allStudents(input).includes(studentId)) return { proposals: [], refusals: [] };
  const mine = (cells: Readonly<Record<string, string>>): boolean => ownerOf(input, cells) === studentId;
  const rows = input.transcript
    .filter((cells) => trimmed(cells, "student_id") === studentId)
    .map((cells) => readRow(policy, awardDate, cells));
  const scores = input.scores
    .filter(mine)
    .map((cells) => readScore(policy, awardDate, cells))
    .filter((score) => score !== null);
  markConflicts(scores);
  const desk: Desk = {
    policy,
    awardDate,
    rows,
    sound: rows.filter((row) => row.doubts.length === 0),
    scores,
    approvals: input.approvals.filter(mine).map(readApproval),
    students: input.students.filter(mine).map(readStudent),
    wholeDoubt: doubtedWhole(input, studentId),
    designationColumn:
      input.columns?.includes("designations") ?? input.transcript.some((cells) => "designations" in cells),
    gifts: [],
  };
  const proposals: NaiveProposal[] = [];
  const refusals: NaiveRefusal[] = [];
  for (const pathway of policy.pathways) {
    if (!isConsidered(desk, pathway)) continue;
    const outcome = decidePathway(desk, pathway);
    if (typeof outcome === "string") {
      const units = unitsOf(desk, pathway);
      const courses = new Set(units.map((unit) => unit.course.id));
      refusals.push({
        pathway: pathway.id,
        course: courses.size === 1 ? (units[0]?.course.id ?? "") : "",
        part: units.length === 1 ? (units[0]?.part.id ?? "") : "",
        reason: outcome,
      });
    } else {
      proposals.push(...outcome);
    }
  }
  return { proposals, refusals };
}

function unitsOf(desk: Desk, pathway: RawPathway): Unit[] {
  return pathway.award.courses.flatMap((target, index) =>
    targetParts(desk.policy, target).map((part) => ({
      target: index,
      course: courseById(desk.policy, targetCourse(target)),
      part,
    })),
  );
}

function allEvidence(pathway: RawPathway): { courses: string[]; tests: string[]; roles: string[] } {
  const pieces = pathway.tiers === undefined ? [] : pathway.tiers.map((tier) => tier.evidence);
  if (pathway.evidence !== undefined) pieces.push(pathway.evidence);
  return named({ all: pieces });
}

/** Whether a row is an attempt of a part; one of the course as a whole is, where its attempted credit is laid on it. */
function stands(row: Row, unit: Unit): boolean {
  if (row.course !== unit.course) return false;
  return row.part === null ? portion(unit.course, unit.part, row) > 0 : row.part === unit.part.id;
}

// ---- evidence of a pathway, target by target

function evidenceContext(desk: Desk, pathway: RawPathway, target: string): EvidenceContext {
  // "before 1 September of the school year of the first attempt in any target"
  const units = unitsOf(desk, pathway);
  let first: number | null = null;
  for (const row of desk.rows) {
    if (!isAttempt(row) || row.year === null || !units.some((unit) => stands(row, unit))) continue;
    if (first === null || row.year < first) first = row.year;
  }
  return {
    policy: desk.policy,
    awardDate: desk.awardDate,
    rows: desk.rows,
    scores: desk.scores,
    approvals: desk.approvals,
    pathway: pathway.id,
    target,
    firstAttemptYear: first,
  };
}

/** "The highest tier whose evidence holds decides"; else every reason of every tier. */
function tierFor(desk: Desk, pathway: RawPathway, target: string): Tiered | readonly string[] {
  const context = evidenceContext(desk, pathway, target);
  if (pathway.evidence !== undefined) {
    const outcome = evaluate(context, pathway.evidence);
    return outcome.holds ? { held: outcome, upTo: null } : outcome.reasons;
  }
  const reasons: string[] = [];
  for (const tier of [...(pathway.tiers ?? [])].reverse()) {
    const outcome = evaluate(context, tier.evidence);
    if (outcome.holds) return { held: outcome, upTo: policyCredit(tier.upTo) };
    reasons.push(...outcome.reasons);
  }
  return reasons;
}

function isTiered(value: Tiered | readonly string[]): value is Tiered {
  return "held" in value;
}

// ---- step 5: considered

function isConsidered(desk: Desk, pathway: RawPathway): boolean {
  const names = allEvidence(pathway);
  const onFile =
    desk.rows.some((row) => names.courses.some((id) => row.course?.id === id || row.near.includes(id))) ||
    desk.scores.some((score) => names.tests.includes(score.test.id)) ||
    desk.approvals.some((row) => row.pathway === pathway.id);
  if (!onFile) return false;
  const units = unitsOf(desk, pathway);
  // "First the attempt conditions filter", though not by the evidence, which need not hold here.
  const lostMarks = desk.sound.filter(
    (row) =>
      isAttempt(row) &&
      (row.kind === "noCredit" || row.kind === "incomplete") &&
      conditionsOf(pathway, desk.awardDate).every(({ keeps }) => keeps(row)),
  );
  for (const { course, part } of units) {
    // What earlier pathways of this run gave is left out here: else a pathway that they leave nothing would vanish
    // where it should be refused as `shadowed`.
    if (gapOf(desk.policy, course, part, desk.sound, []) > 0) return true;
    if (lossOf(course, part, lostMarks, desk.sound, []) !== null) return true;
  }
  return units.some((unit) => isTiered(tierFor(desk, pathway, unit.course.id)));
}

// ---- step 2: doubt

function related(policy: RawPolicy, course: string): readonly string[] {
  const sets = (policy.sameLearning ?? []).filter((set) => set.courses.includes(course));
  return [course, ...sets.flatMap((set) => set.courses)];
}

function isDoubtful(desk: Desk, pathway: RawPathway): boolean {
  if (desk.wholeDoubt) return true;
  const { policy } = desk;
  const names = allEvidence(pathway);
  const touched = [
    ...pathway.award.courses.map(targetCourse),
    ...names.courses,
    ...(pathway.barredBy?.creditIn ?? []),
    ...(pathway.barredBy?.attemptIn ?? []),
  ];
  for (const row of desk.rows) {
    if (row.doubts.length === 0) continue;
    const courses = row.course === null ? row.near : [row.course.id];
    if (courses.some((course) => related(policy, course).some((one) => touched.includes(one)))) return true;
    if (!row.mastery || pathway.award.kind === "waiver") continue;
    for (const cap of policy.caps ?? []) {
      if (!mayBeLimited(desk, pathway, cap)) continue;
      if (courses.some((course) => mayCount(desk, row, courseById(policy, course), cap))) return true;
    }
  }
  if (desk.scores.some((score) => score.doubts.length > 0 && names.tests.includes(score.test.id))) return true;
  if (desk.approvals.some((row) => row.malformed && row.pathway === pathway.id)) return true;
  return pathway.who !== undefined && studentsDisagree(desk.students);
}

/** Where one of these holds, the mark may be another than the one that stands there. */
const MARK_DOUBTS = ["mark-unknown", "credit-with-failing-mark"];

/** Whether a doubtful mastery record would count against a cap, given that what is unreadable might be anything. */
function mayCount(desk: Desk, row: Row, course: RawCourse, cap: RawCap): boolean {
  if (cap.subject !== undefined && cap.subject !== course.subject) return false;
  if (cap.per === "school-year" && row.year !== null && row.year !== schoolYearOfDate(desk.awardDate)) return false;
  if (cap.pathways === undefined) return true;
  const record: Readable = {
    course,
    part: row.part,
    letters: row.letters,
    mark: MARK_DOUBTS.some((code) => row.doubts.includes(code)) ? null : row.mark,
    code: row.near.length > 0 ? null : row.code,
    byTemplate: row.byTemplate,
  };
  return desk.policy.pathways.some((other) => cap.pathways?.includes(other.id) && fits(desk, record, other));
}

function mayBeLimited(desk: Desk, pathway: RawPathway, cap: RawCap): boolean {
  const courses = pathway.award.courses.map((target) => courseById(desk.policy, targetCourse(target)));
  if (cap.subject !== undefined && !courses.some((course) => course.subject === cap.subject)) return false;
  if (cap.pathways === undefined || cap.pathways.includes(pathway.id)) return true;
  // A record of a pathway that the cap does not name may still fit one that it names.
  const letters = [...new Set(designationsOf(pathway))].sort().join("");
  return unitsOf(desk, pathway).some(({ course, part }) => {
    if (cap.subject !== undefined && cap.subject !== course.subject) return false;
    // "a `B` on the attempt is kept"
    return [letters, [...new Set(`${letters}B`)].sort().join("")].some((each) => {
      const record: Readable = { course, part: part.id, letters: each, mark: null, code: null, byTemplate: false };
      return desk.policy.pathways.some((other) => cap.pathways?.includes(other.id) && fits(desk, record, other));
    });
  });
}

function studentsDisagree(students: readonly Student[]): boolean {
  const different = (values: readonly string[]): boolean => new Set(values).size > 1;
  return (
    different(students.map((row) => String(row.grade))) ||
    different(students.map((row) => row.classOf)) ||
    different(students.map((row) => [...row.programs].sort().join(";")))
  );
}

// ---- who

function isEligible(desk: Desk, pathway: RawPathway): boolean {
  const who = pathway.who;
  if (who === undefined) return true;
  // Rows that disagree are doubt, the next check: none of them is read here.
  if (studentsDisagree(desk.students)) return true;
  const rows: readonly (Student | null)[] = desk.students.length === 0 ? [null] : desk.students;
  return rows.some((row) => {
    if (who.gradeLevels !== undefined) {
      const grade = row?.grade ?? latestGrade(desk);
      if (grade === null || !who.gradeLevels.includes(grade)) return false;
    }
    if (who.classOf !== undefined) {
      if (row === null || !who.classOf.some((year) => String(year) === row.classOf)) return false;
    }
    if (who.programs !== undefined) {
      if (row === null) return false;
      const any = who.programs.any;
      if (any !== undefined && !any.some((program) => row.programs.includes(program))) return false;
      if (who.programs.none?.some((program) => row.programs.includes(program))) return false;
    }
    return true;
  });
}

/** "grade level from the students file, else the latest transcript row": the latest sound row that has one. */
function latestGrade(desk: Desk): number | null {
  const dated = desk.sound.filter((row) => row.grade !== null);
  const last = dated
    .map((row) => row.date)
    .sort()
    .at(-1);
  const grades = new Set(dated.filter((row) => row.date === last).map((row) => row.grade));
  return grades.size === 1 ? ([...grades][0] ?? null) : null;
}

// ---- which pathway could have made a record

interface Readable {
  readonly course: RawCourse;
  /** Null: the course as a whole. */
  readonly part: string | null;
  readonly letters: string;
  /** Null: unreadable, so it might be any. */
  readonly mark: string | null;
  readonly code: string | null;
  readonly byTemplate: boolean;
}

function fits(desk: Desk, record: Readable, pathway: RawPathway): boolean {
  const { policy } = desk;
  // A waiver never makes a record.
  if (pathway.award.kind === "waiver" || pathway.grade === undefined) return false;
  const onTarget = pathway.award.courses.some((target) => {
    if (targetCourse(target) !== record.course.id) return false;
    // A record of the whole course counts for a target that is limited to parts: that gives less.
    return record.part === null || targetParts(policy, target).some((part) => part.id === record.part);
  });
  if (!onTarget) return false;

  if (desk.designationColumn) {
    const own = designationsOf(pathway);
    // "a `B` on the attempt is kept", so a record may have a B that the pathway does not give.
    const wanted = [...new Set(own)]
      .filter((letter) => letter !== "B")
      .sort()
      .join("");
    if (record.letters.replace("B", "") !== wanted) return false;
    if (own.includes("B") && !record.letters.includes("B")) return false;
  }

  const grade = pathway.grade;
  if (record.mark !== null) {
    const kind = kindOf(policy, record.mark);
    if (grade.mark !== undefined && grade.mark !== record.mark) return false;
    if (grade.from === "evidence" && kind !== "ranked" && kind !== "credit") return false;
    if (grade.byLevel !== undefined && !Object.values(grade.byLevel).includes(record.mark)) return false;
    if (grade.byScore !== undefined && !grade.byScore.some((step) => step.mark === record.mark)) return false;
  }

  if (record.code === null) return true;
  const template = pathway.record?.courseId;
  if (template === undefined) return codesOf(record.course).includes(record.code);
  return codesOf(record.course).some((source) => makeCode(template, source) === record.code);
}

function masteryRecords(desk: Desk): readonly Row[] {
  return desk.sound.filter((row) => row.mastery && row.course !== null);
}

function asReadable(row: Row): Readable {
  if (row.course === null) throw new Error("a row without a course is no record");
  return { ...row, course: row.course };
}

/** Every record on the transcript and of this run that fits, with its credit. */
function fitting(
  desk: Desk,
  pathway: RawPathway,
): readonly { readonly course: RawCourse; readonly part: string | null; readonly credits: number }[] {
  const old = masteryRecords(desk)
    .filter((row) => fits(desk, asReadable(row), pathway))
    .map((row) => ({ ...asReadable(row), credits: row.earned }));
  const young = desk.gifts.filter((gift) => gift.pathway === pathway.id || fits(desk, gift, pathway));
  return [...old, ...young];
}

function sum(values: readonly { readonly credits: number }[]): number {
  return values.reduce((total, value) => total + value.credits, 0);
}

/** What is left of a cap, or null where it does not cover such a record. */
function capLeft(desk: Desk, cap: RawCap, pathway: RawPathway, record: Readable): number | null {
  const counts = (one: Readable, by: string | null): boolean => {
    if (cap.subject !== undefined && one.course.subject !== cap.subject) return false;
    if (cap.pathways === undefined) return true;
    if (by !== null && cap.pathways.includes(by)) return true;
    return desk.policy.pathways.some((other) => cap.pathways?.includes(other.id) && fits(desk, one, other));
  };
  if (!counts(record, pathway.id)) return null;
  let used = 0;
  for (const row of masteryRecords(desk)) {
    if (cap.per === "school-year" && row.year !== schoolYearOfDate(desk.awardDate)) continue;
    if (counts(asReadable(row), null)) used += row.earned;
  }
  for (const gift of desk.gifts) {
    if (counts(gift, gift.pathway)) used += gift.credits;
  }
  return policyCredit(cap.upTo) - used;
}

// ---- waivers that an approvals row says were given

function waivedOn(desk: Desk, pathway: RawPathway): Waived[] {
  const waived: Waived[] = [];
  for (const row of desk.approvals) {
    const speaks = speaking([row], pathway.id, row.course, desk.awardDate).length > 0;
    if (!speaks || row.decision !== "waived") continue;
    let left = row.credits ?? Number.POSITIVE_INFINITY;
    for (const unit of unitsOf(desk, pathway)) {
      if (row.course !== "" && row.course !== unit.course.id) continue;
      // "laid on the parts in listed order": on what each still lacks, since a part that is earned needs no waiver
      // and what was waived "is not proposed again".
      const laid = Math.min(
        left,
        Math.max(0, unit.part.credits - partEarned(unit.course, unit.part, desk.sound, waived)),
      );
      waived.push({ course: unit.course, part: unit.part.id, credits: laid });
      left -= laid;
    }
  }
  return waived;
}

/** "counts against `upTo`": what the rows say, or "without `credits` all of that course, or of all targets". */
function waivedInAll(desk: Desk, pathway: RawPathway): number {
  let total = 0;
  for (const row of desk.approvals) {
    const speaks = speaking([row], pathway.id, row.course, desk.awardDate).length > 0;
    if (!speaks || row.decision !== "waived") continue;
    const units = unitsOf(desk, pathway).filter((unit) => row.course === "" || row.course === unit.course.id);
    const all = sum(units.map((unit) => unit.part));
    total += Math.min(row.credits ?? all, all);
  }
  return total;
}

// ---- step 9: the record

/** "`record.term`, else the part's first, else the term whose end is the earliest on or after the award date" */
function recordTerm(desk: Desk, pathway: RawPathway, part: Part): string {
  if (pathway.record?.term !== undefined) return pathway.record.term;
  if (part.terms?.[0] !== undefined) return part.terms[0];
  const year = schoolYearOfDate(desk.awardDate);
  let best: { id: string; end: string } | null = null;
  for (const term of desk.policy.calendar.terms) {
    let end = termEnd(term.ends, year);
    if (end < desk.awardDate) end = termEnd(term.ends, year + 1);
    if (best === null || end < best.end) best = { id: term.id, end };
  }
  return best?.id ?? "";
}

/** "Read back, the row must match the very course and part it is for". */
function recordCode(desk: Desk, pathway: RawPathway, unit: Unit, attempt: Row | null, term: string): string {
  const template = pathway.record?.courseId;
  const sources = [
    ...(attempt === null ? [] : [attempt.code]),
    ...(unit.part.courseIds ?? []),
    ...codesOf(unit.course),
  ];
  for (const source of sources) {
    const code = template === undefined ? source : makeCode(template, source);
    const match = matchCode(desk.policy, code, term);
    if (match !== null && match.course === unit.course && match.part === unit.part.id) return code;
  }
  return "";
}

// ---- one pathway

/** Conditions on the attempt that is recovered, in the order of their checks. */
function conditionsOf(
  { attempt }: RawPathway,
  awardDate: string,
): readonly { readonly reason: string; readonly keeps: (row: Row) => boolean }[] {
  return [
    {
      reason: "attempt-mark-not-listed",
      keeps: (row) => attempt.marks === undefined || attempt.marks.includes(row.mark),
    },
    {
      reason: "attempt-too-old",
      keeps: (row) => attempt.withinMonths === undefined || row.date >= monthsBefore(awardDate, attempt.withinMonths),
    },
    { reason: "attempt-summer", keeps: (row) => attempt.regularYear !== true || !row.summer },
    { reason: "attempt-out-of-district", keeps: (row) => attempt.inDistrict !== true || row.inDistrict },
    {
      reason: "attempt-grade-level",
      keeps: (row) =>
        attempt.gradeLevels === undefined || (row.grade !== null && attempt.gradeLevels.includes(row.grade)),
    },
  ];
}

function decidePathway(desk: Desk, pathway: RawPathway): NaiveProposal[] | string {
  const { policy, awardDate } = desk;
  const { award, attempt } = pathway;
  const waiver = award.kind === "waiver";
  const mustBeLost = award.take === "lost" || attempt.is === "required";

  const document = policy.policies.find((one) => one.number === pathway.policy) ?? policy.policies[0];
  const from = pathway.effectiveFrom ?? document?.effectiveFrom;
  const to = pathway.effectiveTo === undefined ? document?.effectiveTo : pathway.effectiveTo;
  if (from !== undefined && awardDate < from) return "not-in-effect";
  if (to !== undefined && to !== null && awardDate > to) return "not-in-effect";
  if (!isEligible(desk, pathway)) return "not-eligible";
  if (isDoubtful(desk, pathway)) return "doubtful-row";

  let units = unitsOf(desk, pathway);
  const drop = (keeps: (unit: Unit) => boolean): boolean => {
    units = units.filter(keeps);
    return units.length === 0;
  };

  if (drop((unit) => pathway.allowCte === true || unit.course.cte !== true)) return "cte-excluded";

  // Evidence, target by target.
  const tiers = new Map<string, Tiered>();
  const failures = new Map<string, readonly string[]>();
  for (const unit of units) {
    const tier = tierFor(desk, pathway, unit.course.id);
    if (isTiered(tier)) tiers.set(unit.course.id, tier);
    else failures.set(unit.course.id, tier);
  }
  for (const reason of ["evidence-missing-part", "mark-not-comparable", "tries-exhausted", "evidence-not-met"]) {
    if (drop((unit) => !(failures.get(unit.course.id) ?? []).includes(reason))) return reason;
  }
  const tierOf = (unit: Unit): Tiered => {
    const tier = tiers.get(unit.course.id);
    if (tier === undefined) throw new Error("a target without evidence was kept");
    return tier;
  };

  // Attempts: each condition of step 4 keeps fewer of them, in the order of the checks.
  const attempts = desk.sound.filter((row) => isAttempt(row));
  const failing = attempts.filter((row) => row.kind === "noCredit" || row.kind === "incomplete");
  const beforeEvidence = attempt.beforeEvidence ?? pathway.method === "next-course";
  const early = (unit: Unit): readonly Row[] => {
    const date = tierOf(unit).held.date;
    return failing.filter((row) => !beforeEvidence || date === null || row.date < date);
  };
  const conditions = conditionsOf(pathway, awardDate);
  const loss = (unit: Unit, among: readonly Row[], gifts: readonly Waived[] = []): Loss | null =>
    lossOf(unit.course, unit.part, among, desk.sound, gifts);
  /** "No attempt ... leaves credit lost": none of them, looked at alone. */
  const anyLeaves = (unit: Unit, among: readonly Row[]): boolean => among.some((row) => loss(unit, [row]) !== null);
  /** Take `lost`: the part itself must be lost. Take `open`, required: a part of the same target. */
  const dropUnlost = (isLost: (unit: Unit) => boolean): boolean => {
    if (!mustBeLost) return false;
    const lost = units.filter(isLost);
    if (award.take === "lost") return drop((unit) => lost.includes(unit));
    return drop((unit) => lost.some((one) => one.target === unit.target));
  };

  // A part in which nothing was ever lost is for `no-lost-credit` to drop; but that is the reason "only where no
  // attempt ... leaves credit lost; where a condition of step 4 removed such an attempt, that condition is the reason".
  if (mustBeLost) {
    const sameTarget = (unit: Unit): readonly Unit[] =>
      award.take === "lost" ? [unit] : unitsOf(desk, pathway).filter((one) => one.target === unit.target);
    const ever = (unit: Unit): boolean => sameTarget(unit).some((one) => anyLeaves(one, failing));
    const still = (unit: Unit): boolean => sameTarget(unit).some((one) => anyLeaves(one, early(unit)));
    if (units.some(ever) && !units.some(still)) return "evidence-before-attempt";
    drop((unit) => !ever(unit) || still(unit));
  }

  if (!mustBeLost && beforeEvidence) {
    // "the evidence must come later than the attempt", where there is one, even where none is needed.
    const others = failing.filter((row) => attempt.marks === undefined || attempt.marks.includes(row.mark));
    const tooEarly = (unit: Unit): boolean => {
      const date = tierOf(unit).held.date;
      const tried = others.filter((row) => stands(row, unit));
      return date !== null && tried.length > 0 && tried.every((row) => row.date >= date);
    };
    if (drop((unit) => !tooEarly(unit))) return "evidence-before-attempt";
  }

  if (attempt.is === "forbidden") {
    const tried = (unit: Unit): boolean => {
      const parts = unitsOf(desk, pathway).filter((one) => one.target === unit.target);
      return attempts.some((row) => parts.some((one) => stands(row, one)));
    };
    if (drop((unit) => !tried(unit))) return "attempt-forbidden";
  }

  for (const bar of pathway.barredBy?.creditIn ?? []) {
    // "mastery credit counts for `creditIn` when dated before the award date"
    const credit = desk.sound.some(
      (row) => row.course?.id === bar && row.earned > 0 && (!row.mastery || row.date < awardDate),
    );
    if (credit) return "barred-by-course";
  }
  for (const bar of pathway.barredBy?.attemptIn ?? []) {
    if (attempts.some((row) => row.course?.id === bar)) return "barred-by-course";
  }

  if (dropUnlost((unit) => anyLeaves(unit, failing))) return "no-lost-credit";
  const kept: ((row: Row) => boolean)[] = [];
  const qualifying = (unit: Unit): readonly Row[] => early(unit).filter((row) => kept.every((keeps) => keeps(row)));
  for (const { reason, keeps } of conditions) {
    kept.push(keeps);
    if (dropUnlost((unit) => anyLeaves(unit, qualifying(unit)))) return reason;
  }
  // The latest that is left is the one recovered, and it may leave nothing where an earlier one would have.
  if (dropUnlost((unit) => loss(unit, qualifying(unit)) !== null)) return "no-lost-credit";

  // Gap.
  // What is waived closes the gap of this pathway alone, of the same learning too; it "reserves nothing" for others.
  const waived: Waived[] = waiver ? waivedOn(desk, pathway) : [];
  const waivedBefore = waiver ? waivedInAll(desk, pathway) - sum(waived) : 0;
  const gap = (unit: Unit, gifts: readonly Gift[]): number =>
    gapOf(policy, unit.course, unit.part, desk.sound, [...gifts, ...waived]);
  /** "Not proposed again": a loss that was waived is none that a waiver of losses could still excuse. */
  const lossWaived = (unit: Unit): boolean =>
    award.take === "lost" &&
    loss(unit, qualifying(unit)) !== null &&
    (loss(unit, qualifying(unit), waived)?.credits ?? 0) <= 0;
  if (drop((unit) => gap(unit, []) > 0 && !lossWaived(unit))) return "already-credited";

  // Ceilings of the pathway.
  const roles = [...(pathway.approvals ?? []), ...allEvidence(pathway).roles];
  const ceilingLeft = (unit: Unit): number => {
    const records = fitting(desk, pathway);
    const used = sum(records) + sum(waived) + waivedBefore;
    let left = Number.POSITIVE_INFINITY;
    // "class credit held in the targets is subtracted from `upTo`": a target may be limited to parts.
    let classCredit = 0;
    if (award.netOfClassCredit === true) {
      const taught = desk.sound.filter((row) => !row.mastery);
      for (const target of award.courses) {
        const course = courseById(policy, targetCourse(target));
        if (typeof target === "string") {
          for (const row of taught) if (row.course === course) classCredit += row.earned;
        } else {
          for (const part of targetParts(policy, target)) classCredit += partEarned(course, part, taught, []);
        }
      }
    }
    const tierUpTo = tierOf(unit).upTo;
    if (tierUpTo !== null) left = Math.min(left, tierUpTo - classCredit - used);
    if (award.upTo !== undefined) left = Math.min(left, policyCredit(award.upTo) - classCredit - used);

    // "`credits` is a ceiling like `upTo`, for the row's course or else the pathway; of several rows the one that
    // leaves most; a row without `credits` sets none."
    const granted = speaking(desk.approvals, pathway.id, unit.course.id, awardDate).filter(
      (row) => row.decision === "granted" && row.credits !== null && roles.includes(row.role),
    );
    // As with `upTo`, what is waived counts.
    const onCourse = sum([...records, ...waived].filter((one) => one.course === unit.course));
    if (granted.length > 0) {
      const leaves = granted.map((row) => (row.credits ?? 0) - (row.course === "" ? used : onCourse));
      left = Math.min(left, Math.max(...leaves));
    }
    return left;
  };
  if (drop((unit) => ceilingLeft(unit) > 0)) return "pathway-ceiling";
  if (award.split === false) {
    const records = fitting(desk, pathway);
    const holds = (unit: Unit): boolean => {
      const parts = unitsOf(desk, pathway).filter((one) => one.target === unit.target);
      return records.some(
        (record) =>
          record.course === unit.course && (record.part === null || parts.some((one) => one.part.id === record.part)),
      );
    };
    // A target that was dropped before still holds what it holds.
    if (unitsOf(desk, pathway).some(holds) && drop(holds)) return "pathway-ceiling";
  }

  // Caps.
  const markOf = (unit: Unit): string | null =>
    waiver || pathway.grade === undefined ? "" : markFor(policy, pathway.grade, tierOf(unit).held);
  const recordOf = (unit: Unit): Gift & { readonly term: string } => {
    const lost = loss(unit, qualifying(unit), desk.gifts);
    const term = recordTerm(desk, pathway, unit.part);
    const letters = new Set(designationsOf(pathway));
    if (lost?.attempt.letters.includes("B")) letters.add("B");
    return {
      pathway: pathway.id,
      course: unit.course,
      part: unit.part.id,
      credits: 0,
      mark: markOf(unit) ?? "",
      letters: [...letters].sort().join(""),
      code: recordCode(desk, pathway, unit, lost?.attempt ?? null, term),
      byTemplate: pathway.record?.courseId !== undefined,
      term,
    };
  };
  const capsLeft = (unit: Unit): number => {
    let left = Number.POSITIVE_INFINITY;
    if (waiver) return left;
    for (const cap of policy.caps ?? []) left = Math.min(left, capLeft(desk, cap, pathway, recordOf(unit)) ?? left);
    return left;
  };
  if (drop((unit) => capsLeft(unit) > 0)) return "cap-reached";

  // What earlier pathways of this run gave.
  const open = (unit: Unit): number => {
    const room = gap(unit, desk.gifts);
    if (award.take === "open") return room;
    return Math.min(room, loss(unit, qualifying(unit), [...desk.gifts, ...waived])?.credits ?? 0);
  };
  // A part whose gap is closed may still be the one that was lost, and open the rest of its target.
  const ofLeft = unitsOf(desk, pathway).filter((unit) => units.some((one) => one.target === unit.target));
  const stillLost = ofLeft.filter((unit) => loss(unit, qualifying(unit), desk.gifts) !== null);
  const opens = (unit: Unit): boolean =>
    stillLost.some((one) => one.target === unit.target && (award.take === "open" || one.part.id === unit.part.id));
  if (mustBeLost && drop(opens)) return "shadowed";
  if (drop((unit) => open(unit) > 0)) return "shadowed";

  if (drop((unit) => markOf(unit) !== null)) return "grade-missing";

  const denied = (unit: Unit): boolean => {
    const rows = speaking(desk.approvals, pathway.id, unit.course.id, awardDate);
    return (pathway.approvals ?? []).some((role) => roleState(rows, role) === "denied");
  };
  if (drop((unit) => !denied(unit))) return "approval-denied";

  if (!waiver) {
    for (const unit of units) {
      const broken = brokenRule(policy, recordOf(unit));
      if (broken !== null) return broken;
    }
  }

  return give(units);

  // Steps 7 to 9.
  function give(left: readonly Unit[]): NaiveProposal[] {
    const proposals: { unit: Unit; proposal: NaiveProposal }[] = [];
    let chosen: number | null = null;
    for (const unit of inOrder(left)) {
      if (award.split === false && chosen !== null && unit.target !== chosen) continue;
      const amount = Math.min(open(unit), ceilingLeft(unit), capsLeft(unit));
      if (amount <= 0) continue;
      chosen = unit.target;
      const record = recordOf(unit);
      const missing = missingFor(unit);
      if (waiver) waived.push({ course: unit.course, part: unit.part.id, credits: amount });
      else desk.gifts.push({ ...record, credits: amount });
      const status = missing.length > 0 ? "held" : waiver ? "waiver" : "ready";
      proposals.push({
        unit,
        proposal: {
          pathway: pathway.id,
          course: unit.course.id,
          part: unit.part.id,
          status,
          credits: waiver ? 0 : amount,
          waived: waiver ? amount : 0,
          mark: record.mark,
          designations: waiver ? "" : record.letters,
          courseId: record.code,
          term: record.term,
          missing,
        },
      });
    }
    const all = unitsOf(desk, pathway);
    const place = (unit: Unit): number =>
      all.findIndex((one) => one.target === unit.target && one.part.id === unit.part.id);
    proposals.sort((a, b) => place(a.unit) - place(b.unit));
    return proposals.map(({ proposal }) => proposal);
  }

  /** "within a target over parts that have a lost attempt, by `fill`, then the rest in listed order" */
  function inOrder(left: readonly Unit[]): readonly Unit[] {
    const ordered: Unit[] = [];
    for (const target of [...new Set(left.map((unit) => unit.target))]) {
      const dated = left
        .filter((unit) => unit.target === target)
        .map((unit) => ({ unit, date: loss(unit, qualifying(unit), desk.gifts)?.attempt.date ?? null }));
      const lost = dated.filter((one) => one.date !== null);
      lost.sort((a, b) => {
        if (a.date === b.date) return 0;
        const earlier = (a.date ?? "") < (b.date ?? "");
        return earlier === (award.fill !== "latest") ? -1 : 1;
      });
      ordered.push(...lost.map((one) => one.unit));
      ordered.push(...dated.filter((one) => one.date === null).map((one) => one.unit));
    }
    return ordered;
  }

  /** "`missing`: roles in listed order, then `request`, then `designation-column`" */
  function missingFor(unit: Unit): readonly string[] {
    const rows = speaking(desk.approvals, pathway.id, unit.course.id, awardDate);
    const missing = (pathway.approvals ?? []).filter((role) => roleState(rows, role) !== "granted");
    if (pathway.onRequest === true && !rows.some((row) => row.decision === "requested")) missing.push("request");
    // A waiver makes no row, so no layout can fail to hold it.
    if (!waiver && !desk.designationColumn && pathway.record?.courseId === undefined)
      missing.push("designation-column");
    return missing;
  }
}

/** Rules at error severity that a new record could break. */
function brokenRule(policy: RawPolicy, record: Gift): string | null {
  const kind = kindOf(policy, record.mark);
  if (kind !== "ranked" && kind !== "credit") return "credit-with-failing-mark";
  const letters = [...record.letters];
  const tests = letters.filter((letter) => letter === "L" || letter === "N");
  const others = letters.filter((letter) => "ACHIKRT".includes(letter));
  if (tests.length === 2 || (tests.length === 1 && others.length > 0)) return "designation-conflict";
  return null;
}
