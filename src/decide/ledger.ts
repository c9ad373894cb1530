import type { Credit } from "../credit.js";
import type { Match, StudentFile, TranscriptRow } from "../model.js";
import type { CompiledPolicy, CourseDef, PartDef, SameLearning } from "../policy/compiled.js";

/** A row that attempted a part, with the credit of it that falls on this part. */
export interface Attempt {
  readonly row: TranscriptRow;
  readonly credits: Credit;
}

/** A row on a course of the policy. */
export type MatchedRow = TranscriptRow & { readonly match: Match };

export function isMatched(row: TranscriptRow): row is MatchedRow {
  return row.match !== null;
}

/** What stands on the transcript, without doubtful rows: who attempted what, and what is earned where. */
export interface Ledger {
  /** Sound attempts of a course (no mastery records, no ignored marks), in content order. */
  attempts(courseId: string): readonly MatchedRow[];
  /** Attempts of a part: its own rows, and what rows of the whole course lay on it. */
  partAttempts(course: CourseDef, part: PartDef): readonly Attempt[];
  mastery(courseId: string): readonly MatchedRow[];
  /** In order of their days. */
  readonly allMastery: readonly MatchedRow[];
  /** All credit earned in a course, in whatever way. */
  earned(courseId: string): Credit;
  earnedInPart(course: CourseDef, part: PartDef): Credit;
  /** Class credit alone: earned without mastery records. */
  classCredit(course: CourseDef, parts: readonly PartDef[]): Credit;
}

/** A row on a course of the policy with credit earned and a mastery letter, or a code that a template makes. */
export function isMastery(row: TranscriptRow, policy: CompiledPolicy): boolean {
  if (row.match === null || earnedBy(row) <= 0) return false;
  return row.match.byTemplate || hasMasteryLetter(row, policy);
}

export function hasMasteryLetter(row: TranscriptRow, policy: CompiledPolicy): boolean {
  const { letters } = row;
  for (let at = 0; at < letters.length; at += 1) if (policy.masteryLetters.has(letters.charAt(at))) return true;
  return false;
}

interface CourseRows {
  readonly attempts: MatchedRow[];
  readonly mastery: MatchedRow[];
}

export function openLedger(student: StudentFile, policy: CompiledPolicy): Ledger {
  const byCourse = new Map<string, CourseRows>();
  const allMastery: MatchedRow[] = [];
  for (const row of student.transcript) {
    if (row.doubts.length > 0 || !isMatched(row)) continue;
    const { course } = row.match;
    let rows = byCourse.get(course.id);
    if (rows === undefined) {
      rows = { attempts: [], mastery: [] };
      byCourse.set(course.id, rows);
    }
    if (isMastery(row, policy)) {
      rows.mastery.push(row);
      allMastery.push(row);
    } else if (row.markKind !== "ignored") rows.attempts.push(row);
  }
  const attempts = (courseId: string): readonly MatchedRow[] => byCourse.get(courseId)?.attempts ?? [];
  const mastery = (courseId: string): readonly MatchedRow[] => byCourse.get(courseId)?.mastery ?? [];
  // Pathways and checks ask for the same parts again and again.
  const laidAttempts = new Map<PartDef, readonly Attempt[]>();
  const laidEarned = new Map<CourseDef, ReadonlyMap<string, Credit>>();
  return {
    attempts,
    mastery,
    allMastery,
    partAttempts: (course, part) => {
      let laid = laidAttempts.get(part);
      if (laid === undefined) {
        laid = layAttempts(attempts(course.id), course, part);
        laidAttempts.set(part, laid);
      }
      return laid;
    },
    earned: (courseId) => sumEarned(attempts(courseId)) + sumEarned(mastery(courseId)),
    earnedInPart: (course, part) => {
      let laid = laidEarned.get(course);
      if (laid === undefined) {
        laid = layEarned([...attempts(course.id), ...mastery(course.id)], course);
        laidEarned.set(course, laid);
      }
      return laid.get(part.id) ?? 0;
    },
    classCredit: (course, parts) => {
      if (parts.length === course.parts.length) return sumEarned(attempts(course.id));
      const laid = layEarned(attempts(course.id), course);
      return parts.reduce((sum, part) => sum + (laid.get(part.id) ?? 0), 0);
    },
  };
}

/** The credit that a row earned; 0 where it says none. */
export function earnedBy(row: TranscriptRow): Credit {
  return row.earned ?? 0;
}

function sumEarned(rows: readonly TranscriptRow[]): Credit {
  let sum = 0;
  for (const row of rows) sum += earnedBy(row);
  return sum;
}

/** A whole-course row's attempted credit is laid on the parts in listed order, each to its full credit. */
function layAttempts(rows: readonly MatchedRow[], course: CourseDef, part: PartDef): Attempt[] {
  const laid: Attempt[] = [];
  for (const row of rows) {
    if (row.match.part !== null) {
      if (row.match.part.id === part.id) laid.push({ row, credits: row.attempted ?? 0 });
      continue;
    }
    let left = row.attempted ?? 0;
    for (const each of course.parts) {
      const credits = Math.min(left, each.credits);
      left -= credits;
      if (each.id === part.id && (credits > 0 || row.attempted === 0)) laid.push({ row, credits });
    }
  }
  return laid;
}

/** Whole-course rows' earned credit fills what the parts' own rows left, in listed order. */
function layEarned(rows: readonly MatchedRow[], course: CourseDef): ReadonlyMap<string, Credit> {
  const laid = new Map<string, Credit>();
  let whole = 0;
  for (const row of rows) {
    const { part } = row.match;
    if (part === null) whole += earnedBy(row);
    else laid.set(part.id, (laid.get(part.id) ?? 0) + earnedBy(row));
  }
  for (const part of course.parts) {
    const own = laid.get(part.id) ?? 0;
    const fill = Math.min(whole, Math.max(0, part.credits - own));
    if (fill > 0) laid.set(part.id, own + fill);
    whole -= fill;
  }
  return laid;
}

/** Capacity of a same-learning set less all that is earned in it, not below 0. */
export function setGap(ledger: Ledger, set: SameLearning): Credit {
  let earned = 0;
  for (const courseId of set.courseIds) earned += ledger.earned(courseId);
  return Math.max(0, set.credits - earned);
}
