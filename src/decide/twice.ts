import type { Credit } from "../credit.js";
import type { StudentFile, TranscriptRow } from "../model.js";
import { areEqual } from "../normalise/content.js";
import type { CompiledPolicy, CourseDef } from "../policy/compiled.js";
import { earnedBy, isMastery, isMatched, type MatchedRow } from "./ledger.js";

/** Learning that was credited beyond what it is worth: a part, a course, or courses of one same-learning set. */
export interface Twice {
  /** Where it is reported: the latest mastery record among them, else the latest row. */
  readonly row: TranscriptRow;
  readonly others: readonly TranscriptRow[];
  readonly isMastery: boolean;
  /** What was credited beyond its worth, in words: `Algebra 1 S1`, or the titles of a set. */
  readonly of: string;
  readonly earned: Credit;
  readonly worth: Credit;
}

/**
 * Every part, course and same-learning set that a student has more credit in than it is worth, each row named at most
 * once as the place: an excess that a part explains is not said again of its course. Rows that are equal in every cell
 * count once here, since they were exported twice and not earned twice. Credits in thousandths.
 */
export function creditedTwice(student: StudentFile, policy: CompiledPolicy): readonly Twice[] {
  const rowsOf = earningRows(student);
  if (!hasTwoOfOne(rowsOf)) return NONE;
  const found: Twice[] = [];
  const courses = policy.courses.filter(({ id }) => rowsOf.has(id));
  const capped = new Map<string, Credit>();
  const say = (of: string, rows: readonly TranscriptRow[], earned: Credit, worth: Credit): void => {
    // One row by itself may have too much credit; it is nothing twice.
    if (earned <= worth || rows.length < 2) return;
    const mastery = rows.filter((row) => isMastery(row, policy));
    const row = latest(mastery.length > 0 ? mastery : rows);
    if (found.some((twice) => twice.row === row)) return;
    const others = rows.filter((other) => other !== row);
    found.push({ row, others, isMastery: mastery.length > 0, of, earned, worth });
  };
  for (const course of courses) {
    const rows = rowsOf.get(course.id) ?? [];
    let inParts = 0;
    for (const part of course.parts) {
      const own = rows.filter((row) => row.match.part === part);
      const earned = sum(own);
      say(part.id === "" ? course.title : `${course.title} ${part.id}`, own, earned, part.credits);
      inParts += Math.min(earned, part.credits);
    }
    const earned = inParts + sum(rows.filter((row) => row.match.part === null));
    say(course.title, rows, earned, course.credits);
    capped.set(course.id, Math.min(earned, course.credits));
  }
  const sets = new Set(courses.flatMap((course) => course.sets));
  for (const set of [...sets].sort((a, b) => a.order - b.order)) {
    const rows = set.courseIds.flatMap((id) => rowsOf.get(id) ?? []);
    let earned = 0;
    for (const id of set.courseIds) earned += capped.get(id) ?? 0;
    const titles = rows.map(({ match }) => match.course.title);
    say(`${[...new Set(titles)].join(" and ")} together`, rows, earned, set.credits);
  }
  return found;
}

const NONE: readonly Twice[] = [];

type RowsByCourse = ReadonlyMap<CourseDef["id"], readonly MatchedRow[]>;

/** Whether a course or a same-learning set has two rows with credit: one row alone is nothing twice. */
function hasTwoOfOne(rowsOf: RowsByCourse): boolean {
  for (const [id, rows] of rowsOf) {
    if (rows.length > 1) return true;
    const sets = rows.flatMap(({ match }) => match.course.sets);
    if (sets.some(({ courseIds }) => courseIds.some((other) => other !== id && rowsOf.has(other)))) return true;
  }
  return false;
}

/** Sound rows with credit, by course; equal ones, which stand side by side, once. */
function earningRows(student: StudentFile): RowsByCourse {
  const byCourse = new Map<string, readonly MatchedRow[]>();
  for (const row of student.transcript) {
    if (!isMatched(row) || row.doubts.length > 0 || earnedBy(row) <= 0) continue;
    const { id } = row.match.course;
    const rows = byCourse.get(id) ?? [];
    if (!rows.some((other) => areEqual(other, row))) byCourse.set(id, [...rows, row]);
  }
  return byCourse;
}

function sum(rows: readonly TranscriptRow[]): Credit {
  let credits = 0;
  for (const row of rows) credits += earnedBy(row);
  return credits;
}

/** Rows stand in order of their content, dates first, so the last of one day is the same whatever the files' order. */
function latest(rows: readonly TranscriptRow[]): TranscriptRow {
  return rows.reduce((a, b) => ((b.date ?? "") >= (a.date ?? "") ? b : a));
}
