import type { Credit } from "../credit.js";
import type { StudentFile, TranscriptRow } from "../model.js";
import { contentOf } from "../normalise/content.js";
import type { CompiledPolicy, CourseDef } from "../policy/compiled.js";
import { isMastery } from "./ledger.js";

/** Learning that was credited beyond what it is worth: a part, a course, or courses of one same-learning set. */
export interface Twice {
  /** Where it is reported: the latest mastery record among them, else the latest row. */
  readonly row: TranscriptRow;
  readonly others: readonly TranscriptRow[];
  readonly isMastery: boolean;
  readonly earned: Credit;
  readonly worth: Credit;
}

/**
 * Every part, course and same-learning set that a student has more credit in than it is worth, each row named at most
 * once as the place: an excess that a part explains is not said again of its course. Rows that are equal in every cell
 * count once here, since they were exported twice and not earned twice. Credits in thousandths.
 */
export function creditedTwice(student: StudentFile, policy: CompiledPolicy): readonly Twice[] {
  const found: Twice[] = [];
  const rowsOf = earningRows(student);
  const capped = new Map<string, Credit>();
  const say = (rows: readonly TranscriptRow[], earned: Credit, worth: Credit): void => {
    // One row by itself may have too much credit; it is nothing twice.
    if (earned <= worth || rows.length < 2) return;
    const mastery = rows.filter((row) => isMastery(row, policy));
    const row = latest(mastery.length > 0 ? mastery : rows);
    if (row === null || found.some((twice) => twice.row === row)) return;
    found.push({ row, others: rows.filter((other) => other !== row), isMastery: mastery.length > 0, earned, worth });
  };
  for (const course of policy.courses) {
    const rows = rowsOf.get(course.id) ?? [];
    if (rows.length === 0) continue;
    let inParts = 0;
    for (const part of course.parts) {
      const own = rows.filter((row) => row.match?.part?.id === part.id);
      const earned = sum(own);
      say(own, earned, part.credits);
      inParts += Math.min(earned, part.credits);
    }
    const earned = inParts + sum(rows.filter((row) => row.match?.part === null));
    say(rows, earned, course.credits);
    capped.set(course.id, Math.min(earned, course.credits));
  }
  for (const set of policy.sets) {
    const rows = set.courseIds.flatMap((id) => rowsOf.get(id) ?? []);
    let earned = 0;
    for (const id of set.courseIds) earned += capped.get(id) ?? 0;
    say(rows, earned, set.credits);
  }
  return found;
}

/** Sound rows with credit, by course; equal ones once. */
function earningRows(student: StudentFile): ReadonlyMap<CourseDef["id"], readonly TranscriptRow[]> {
  const byCourse = new Map<string, TranscriptRow[]>();
  const seen = new Set<string>();
  for (const row of student.transcript) {
    if (row.doubts.length > 0 || row.match === null || row.earned === null || row.earned <= 0) continue;
    const content = contentOf(row);
    if (seen.has(content)) continue;
    seen.add(content);
    const { id } = row.match.course;
    const rows = byCourse.get(id);
    if (rows === undefined) byCourse.set(id, [row]);
    else rows.push(row);
  }
  return byCourse;
}

function sum(rows: readonly TranscriptRow[]): Credit {
  let credits = 0;
  for (const row of rows) credits += row.earned ?? 0;
  return credits;
}

/** Rows stand in order of their content, dates first, so the last of one day is the same whatever the files' order. */
function latest(rows: readonly TranscriptRow[]): TranscriptRow | null {
  let last: TranscriptRow | null = null;
  for (const row of rows) if (last === null || (row.date ?? "") >= (last.date ?? "")) last = row;
  return last;
}
