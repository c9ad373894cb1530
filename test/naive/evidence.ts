import { layEarned } from "./ledger.js";
import { type Approval, courseById, partsOf, type Row, type Score } from "./rows.js";
import type { RawEvidence, RawGrade, RawPolicy, RawTest, RawThresholds } from "./types.js";
import { monthsBefore, policyMeasure } from "./values.js";

/** The section "Evidence". */

export type EvidenceReason = "evidence-missing-part" | "mark-not-comparable" | "tries-exhausted" | "evidence-not-met";

export interface Held {
  readonly holds: true;
  /** The day it was complete; null where there is none to compare. */
  readonly date: string | null;
  /** Marks of the rows that make it hold, for `grade.from: "evidence"`. */
  readonly marks: readonly string[];
  /** The best level and score of each test that makes it hold. */
  readonly results: readonly { readonly level: string | null; readonly score: number | null }[];
}

export interface Failed {
  readonly holds: false;
  readonly reasons: readonly EvidenceReason[];
  /** False where a person might still find that it holds: a mark that cannot be compared. */
  readonly sure: boolean;
}

export type Outcome = Held | Failed;

export interface EvidenceContext {
  readonly policy: RawPolicy;
  readonly awardDate: string;
  /** The student's rows; doubtful ones are left out here. */
  readonly rows: readonly Row[];
  readonly scores: readonly Score[];
  readonly approvals: readonly Approval[];
  readonly pathway: string;
  /** The target's course: an approvals row with a course speaks of that target only. */
  readonly target: string;
  /** The first school year of an attempt in any target. */
  readonly firstAttemptYear: number | null;
}

function failed(reason: EvidenceReason): Outcome {
  return { holds: false, reasons: [reason], sure: reason !== "mark-not-comparable" };
}

/** Rows of one role that speak: of this pathway and target, dated by the award date, not run out. */
export function speaking(
  approvals: readonly Approval[],
  pathway: string,
  course: string | null,
  awardDate: string,
): readonly Approval[] {
  return approvals.filter(
    (row) =>
      !row.malformed &&
      row.pathway === pathway &&
      (row.course === "" || row.course === course) &&
      (row.on === "" || row.on <= awardDate) &&
      (row.until === "" || row.until >= awardDate),
  );
}

export function roleState(rows: readonly Approval[], role: string): "granted" | "denied" | "none" {
  const mine = rows.filter((row) => row.role === role);
  if (mine.some((row) => row.decision === "denied")) return "denied";
  return mine.some((row) => row.decision === "granted") ? "granted" : "none";
}

export function markRank(policy: RawPolicy, mark: string): number {
  const rank = policy.marks.ranked.indexOf(mark);
  return rank < 0 ? policy.marks.ranked.length : rank;
}

function worstMark(policy: RawPolicy, marks: readonly string[]): string | null {
  let worst: string | null = null;
  for (const mark of marks) {
    if (worst === null) worst = mark;
    else if (markRank(policy, mark) > markRank(policy, worst)) worst = mark;
    else if (markRank(policy, mark) === markRank(policy, worst) && mark < worst) worst = mark;
  }
  return worst;
}

// ---- a course

function withoutEqualRows(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(Object.entries(row.cells).sort());
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function courseEvidence(context: EvidenceContext, evidence: RawEvidence): Outcome {
  const { policy, awardDate } = context;
  const course = courseById(policy, evidence.course ?? "");
  const usable = withoutEqualRows(
    context.rows.filter((row) => {
      if (row.doubts.length > 0 || row.course !== course || row.earned === 0 || row.kind === "ignored") return false;
      if (row.mastery && (evidence.acceptMastery !== true || row.date >= awardDate)) return false;
      if (evidence.inDistrict === true && !row.inDistrict) return false;
      return !(evidence.regularYear === true && row.summer);
    }),
  );
  const good = usable.filter((row) => {
    if (evidence.minMark === "credit") return true;
    return row.kind === "ranked" && markRank(policy, row.mark) <= markRank(policy, evidence.minMark ?? "");
  });
  const goodOrCredit = usable.filter((row) => good.includes(row) || row.kind === "credit");

  const coveredBy = (rows: readonly Row[]): readonly string[] => {
    const laid = layEarned(
      course,
      rows.map((row) => ({ part: row.part, credits: row.earned })),
    );
    return partsOf(course)
      .filter((part) => (laid.get(part.id) ?? 0) >= part.credits)
      .map((part) => part.id);
  };
  const needed = (rows: readonly Row[]): readonly string[] | null => {
    const covered = coveredBy(rows);
    if (evidence.parts === "any") return covered.length > 0 ? covered.slice(0, 1) : null;
    const wanted = Array.isArray(evidence.parts)
      ? (evidence.parts as readonly string[])
      : partsOf(course).map((part) => part.id);
    return wanted.every((part) => covered.includes(part)) ? wanted : null;
  };

  const parts = needed(good);
  if (parts === null) return failed(needed(goodOrCredit) === null ? "evidence-not-met" : "mark-not-comparable");

  // "latest of the rows or results that make it hold": every good row of a part that is asked for.
  const date = good
    .filter((row) => row.part === null || parts.includes(row.part))
    .map((row) => row.date)
    .sort()
    .at(-1);
  return { holds: true, date: date ?? null, marks: marksUsed(context, course.id, good, parts), results: [] };
}

/** "best marks first until the part is covered" */
function marksUsed(
  context: EvidenceContext,
  courseId: string,
  good: readonly Row[],
  parts: readonly string[],
): readonly string[] {
  const course = courseById(context.policy, courseId);
  const bestFirst = [...good].sort((a, b) => markRank(context.policy, a.mark) - markRank(context.policy, b.mark));
  // Whole-course rows, best first, fill what the parts' own rows left.
  const room = new Map<string, number>();
  for (const part of partsOf(course)) {
    const own = good.filter((row) => row.part === part.id).reduce((sum, row) => sum + row.earned, 0);
    room.set(part.id, Math.max(0, part.credits - own));
  }
  const candidates: { readonly part: string; readonly mark: string; readonly credits: number }[] = [];
  for (const row of bestFirst) {
    if (row.part !== null) {
      candidates.push({ part: row.part, mark: row.mark, credits: row.earned });
      continue;
    }
    let left = row.earned;
    for (const part of partsOf(course)) {
      const laid = Math.min(left, room.get(part.id) ?? 0);
      if (laid === 0) continue;
      room.set(part.id, (room.get(part.id) ?? 0) - laid);
      left -= laid;
      candidates.push({ part: part.id, mark: row.mark, credits: laid });
    }
  }
  const used: string[] = [];
  for (const part of partsOf(course)) {
    if (!parts.includes(part.id)) continue;
    let covered = 0;
    for (const candidate of candidates) {
      if (candidate.part !== part.id || covered >= part.credits) continue;
      covered += candidate.credits;
      used.push(candidate.mark);
    }
  }
  return used;
}

// ---- a test

interface Result {
  readonly date: string;
  /** Twice two things: a sum and a count, so that means compare exactly. */
  readonly level: { readonly sum: number; readonly count: number } | null;
  readonly score: { readonly sum: number; readonly count: number } | null;
  readonly percent: { readonly sum: number; readonly count: number } | null;
  readonly percentile: { readonly sum: number; readonly count: number } | null;
}

const SCALES = ["level", "score", "percent", "percentile"] as const;

function valueOn(score: Score, scale: (typeof SCALES)[number]): number | null {
  return scale === "level" ? score.level : score.values[scale];
}

function single(score: Score): Result {
  const of = (scale: (typeof SCALES)[number]): { sum: number; count: number } | null => {
    const value = valueOn(score, scale);
    return value === null ? null : { sum: value, count: 1 };
  };
  return {
    date: score.date,
    level: of("level"),
    score: of("score"),
    percent: of("percent"),
    percentile: of("percentile"),
  };
}

/** One sitting's parts as one result; a tested part without a value on a scale leaves none on that scale. */
function together(rows: readonly Score[], rule: "lowest" | "average"): Result {
  const parts = [...new Set(rows.map((row) => row.part))];
  const of = (scale: (typeof SCALES)[number]): { sum: number; count: number } | null => {
    const values: number[] = [];
    for (const part of parts) {
      const mine = rows.filter((row) => row.part === part).map((row) => valueOn(row, scale));
      const known = mine.filter((value) => value !== null);
      if (known.length === 0) return null;
      values.push(Math.min(...known));
    }
    if (rule === "lowest") return { sum: Math.min(...values), count: 1 };
    return { sum: values.reduce((sum, value) => sum + value, 0), count: values.length };
  };
  return {
    date: rows[0]?.date ?? "",
    level: of("level"),
    score: of("score"),
    percent: of("percent"),
    percentile: of("percentile"),
  };
}

function meets(test: RawTest, result: Result, limits: RawThresholds | undefined, strictly: boolean): boolean {
  for (const scale of SCALES) {
    const limit = limits?.[scale];
    if (limit === undefined) continue;
    const value = result[scale];
    if (value === null) return false;
    const least = typeof limit === "string" ? (test.scales.level?.ordered.indexOf(limit) ?? -1) : policyMeasure(limit);
    const difference = value.sum - least * value.count;
    if (strictly ? difference <= 0 : difference < 0) return false;
  }
  return true;
}

function testEvidence(context: EvidenceContext, evidence: RawEvidence): Outcome {
  const test = (context.policy.tests ?? []).find((one) => one.id === evidence.test);
  if (test === undefined) throw new Error(`the policy has no test ${evidence.test}`);
  const parts =
    typeof evidence.parts === "object" && !Array.isArray(evidence.parts)
      ? (evidence.parts as { required: readonly string[]; rule: "lowest" | "average" })
      : null;
  const ofTest = context.scores.filter((score) => score.test === test);
  const sittings = [...new Set(ofTest.map((score) => score.date))].filter((day) => day !== "").sort();
  const countedDays = evidence.maxTries === undefined ? sittings : sittings.slice(0, evidence.maxTries);

  const usable = ofTest.filter((score) => {
    if (score.doubts.length > 0 || !score.counts) return false;
    if ((score.part === "") === (parts !== null)) return false;
    if (evidence.from !== undefined && score.date < evidence.from) return false;
    if (evidence.to !== undefined && score.date > evidence.to) return false;
    if (evidence.edition !== undefined && score.edition !== evidence.edition) return false;
    if (evidence.withinMonths !== undefined && score.date < monthsBefore(context.awardDate, evidence.withinMonths)) {
      return false;
    }
    const year = context.firstAttemptYear;
    return !(evidence.beforeCourse === true && year !== null && score.date >= `${year - 1}-09-01`);
  });

  const resultsOf = (scores: readonly Score[]): { results: Result[]; incomplete: boolean } => {
    if (parts === null) return { results: scores.map(single), incomplete: false };
    const results: Result[] = [];
    let incomplete = false;
    for (const day of sittings) {
      const rows = scores.filter((score) => score.date === day);
      if (rows.length === 0) continue;
      if (parts.required.every((part) => rows.some((row) => row.part === part)))
        results.push(together(rows, parts.rule));
      else incomplete = true;
    }
    return { results, incomplete };
  };

  const passing = (results: readonly Result[]): readonly Result[] =>
    results.filter((result) => meets(test, result, evidence.min, false) && meets(test, result, evidence.above, true));

  const counted = resultsOf(usable.filter((score) => countedDays.includes(score.date)));
  const good = passing(counted.results);
  if (good.length === 0) {
    // "a missing part is insufficient evidence, not a low score": where no sitting was complete.
    if (counted.incomplete && counted.results.length === 0) return failed("evidence-missing-part");
    if (passing(resultsOf(usable).results).length > 0) return failed("tries-exhausted");
    return failed("evidence-not-met");
  }
  // "the best valid result": by level, else score, percent, percentile.
  const better = (a: Result, b: Result): boolean => {
    for (const scale of SCALES) {
      const [x, y] = [meanOf(a, scale), meanOf(b, scale)];
      if (x !== y) return x > y;
    }
    return a.date > b.date;
  };
  const [best] = good.filter((one) => !good.some((other) => better(other, one)));
  if (best === undefined) throw new Error("no result is the best");
  // A mean between two levels counts as the lower one.
  const level = best.level === null ? -1 : Math.floor(best.level.sum / best.level.count);
  return {
    holds: true,
    // "latest of the rows or results that make it hold"
    date:
      good
        .map((result) => result.date)
        .sort()
        .at(-1) ?? null,
    marks: [],
    results: [
      {
        level: test.scales.level?.ordered[level] ?? null,
        score: best.score === null ? null : best.score.sum / best.score.count,
      },
    ],
  };
}

function meanOf(result: Result, scale: (typeof SCALES)[number]): number {
  const value = result[scale];
  return value === null ? Number.NEGATIVE_INFINITY : value.sum / value.count;
}

// ---- together

export function evaluate(context: EvidenceContext, evidence: RawEvidence): Outcome {
  if (evidence.course !== undefined) return courseEvidence(context, evidence);
  if (evidence.test !== undefined) return testEvidence(context, evidence);
  if (evidence.approval !== undefined) {
    const rows = speaking(context.approvals, context.pathway, context.target, context.awardDate);
    // "a denied role that is evidence is evidence-not-met"
    if (roleState(rows, evidence.approval) !== "granted") return failed("evidence-not-met");
    return { holds: true, date: null, marks: [], results: [] };
  }
  if (evidence.all !== undefined) {
    const outcomes = evidence.all.map((one) => evaluate(context, one));
    const failures = outcomes.filter((outcome) => !outcome.holds);
    if (failures.length > 0) {
      const reasons = failures.flatMap((outcome) => outcome.reasons);
      return { holds: false, reasons, sure: failures.some((outcome) => outcome.sure) };
    }
    const held = outcomes.filter((outcome) => outcome.holds);
    const dates = held.map((outcome) => outcome.date).filter((date) => date !== null);
    return {
      holds: true,
      date: dates.sort().at(-1) ?? null,
      marks: held.flatMap((outcome) => outcome.marks),
      results: held.flatMap((outcome) => outcome.results),
    };
  }
  if (evidence.any !== undefined) {
    const reasons: EvidenceReason[] = [];
    let sure = true;
    for (const one of evidence.any) {
      const outcome = evaluate(context, one);
      if (outcome.holds) return outcome;
      reasons.push(...outcome.reasons);
      sure = sure && outcome.sure;
    }
    return { holds: false, reasons, sure };
  }
  if (evidence.not !== undefined) {
    const outcome = evaluate(context, evidence.not);
    if (outcome.holds) return failed("evidence-not-met");
    // "`not`: as it says"; but "a `credit` mark such as `P` cannot be compared: refused, flagged for a person": what
    // nobody can tell does not become evidence by being denied.
    if (!outcome.sure) return { holds: false, reasons: outcome.reasons, sure: false };
    return { holds: true, date: null, marks: [], results: [] };
  }
  throw new Error("evidence without a form");
}

/** The mark of the new record; null: nothing that the grade table knows. */
export function markFor(policy: RawPolicy, grade: RawGrade, held: Held): string | null {
  if (grade.mark !== undefined) return grade.mark;
  if (grade.from === "evidence") return worstMark(policy, held.marks);
  const marks: string[] = [];
  for (const result of held.results) {
    let mark: string | null = null;
    if (grade.byLevel !== undefined && result.level !== null) mark = grade.byLevel[result.level] ?? null;
    if (grade.byScore !== undefined && result.score !== null) {
      let best = -Infinity;
      for (const step of grade.byScore) {
        if (result.score >= policyMeasure(step.min) && policyMeasure(step.min) > best) {
          best = policyMeasure(step.min);
          mark = step.mark;
        }
      }
    }
    if (mark === null) return null;
    marks.push(mark);
  }
  return worstMark(policy, marks);
}

/** Everything that a pathway's evidence names. */
export function named(evidence: RawEvidence): { courses: string[]; tests: string[]; roles: string[] } {
  const all = { courses: [] as string[], tests: [] as string[], roles: [] as string[] };
  if (evidence.course !== undefined) all.courses.push(evidence.course);
  if (evidence.test !== undefined) all.tests.push(evidence.test);
  if (evidence.approval !== undefined) all.roles.push(evidence.approval);
  const inner = [
    ...(evidence.all ?? []),
    ...(evidence.any ?? []),
    ...(evidence.not === undefined ? [] : [evidence.not]),
  ];
  for (const one of inner) {
    const names = named(one);
    all.courses.push(...names.courses);
    all.tests.push(...names.tests);
    all.roles.push(...names.roles);
  }
  return all;
}
