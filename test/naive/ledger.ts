import { courseById, type Part, partsOf, type Row } from "./rows.js";
import type { RawCourse, RawPolicy } from "./types.js";
import { policyCredit } from "./values.js";

/** Credit held, gap and lost credit: steps 1, 3 and 4. */

/** Credit that is laid on one part. */
export interface Laid {
  readonly course: RawCourse;
  readonly part: string;
  readonly credits: number;
}

/** What a pathway of this run gave. */
export interface Gift extends Laid {
  readonly pathway: string;
  readonly mark: string;
  readonly letters: string;
  readonly code: string;
  readonly byTemplate: boolean;
}

export function isAttempt(row: Row): boolean {
  return row.doubts.length === 0 && row.course !== null && !row.mastery && row.kind !== "ignored";
}

/** Earned credit of each part: its own rows', and what whole-course rows fill of what those left, in listed order. */
export function layEarned(
  course: RawCourse,
  pieces: readonly { readonly part: string | null; readonly credits: number }[],
): ReadonlyMap<string, number> {
  const laid = new Map<string, number>();
  let whole = 0;
  for (const piece of pieces) {
    if (piece.part === null) whole += piece.credits;
    else laid.set(piece.part, (laid.get(piece.part) ?? 0) + piece.credits);
  }
  for (const part of partsOf(course)) {
    const own = laid.get(part.id) ?? 0;
    const filled = Math.min(whole, Math.max(0, part.credits - own));
    laid.set(part.id, own + filled);
    whole -= filled;
  }
  return laid;
}

function pieces(
  course: RawCourse,
  rows: readonly Row[],
  gifts: readonly Laid[],
): { part: string | null; credits: number }[] {
  return [
    ...rows.filter((row) => row.course === course).map((row) => ({ part: row.part, credits: row.earned })),
    ...gifts.filter((gift) => gift.course === course).map((gift) => ({ part: gift.part, credits: gift.credits })),
  ];
}

function courseEarned(course: RawCourse, rows: readonly Row[], gifts: readonly Laid[]): number {
  return pieces(course, rows, gifts).reduce((sum, piece) => sum + piece.credits, 0);
}

export function partEarned(course: RawCourse, part: Part, rows: readonly Row[], gifts: readonly Laid[]): number {
  return layEarned(course, pieces(course, rows, gifts)).get(part.id) ?? 0;
}

/** "A target's gap is the smallest of its part's, its course's and every set's that holds it." */
export function gapOf(
  policy: RawPolicy,
  course: RawCourse,
  part: Part,
  rows: readonly Row[],
  gifts: readonly Laid[],
): number {
  let gap = part.credits - partEarned(course, part, rows, gifts);
  gap = Math.min(gap, policyCredit(course.credits) - courseEarned(course, rows, gifts));
  for (const set of policy.sameLearning ?? []) {
    if (!set.courses.includes(course.id)) continue;
    let earned = 0;
    for (const id of set.courses) earned += courseEarned(courseById(policy, id), rows, gifts);
    gap = Math.min(gap, policyCredit(set.credits) - earned);
  }
  return Math.max(0, gap);
}

/** How much of a row's attempted credit falls on a part. */
export function portion(course: RawCourse, part: Part, row: Row): number {
  if (row.part !== null) return row.part === part.id ? row.attempted : 0;
  let left = row.attempted;
  for (const one of partsOf(course)) {
    const laid = Math.min(left, one.credits);
    if (one.id === part.id) return laid;
    left -= laid;
  }
  return 0;
}

function cellsAsText(row: Row): string {
  return Object.values(row.cells).join("\u0000");
}

/** "ties: larger attempted, then district code, then the cells as text" */
function laterAttempt(a: Row, b: Row): Row {
  if (a.date !== b.date) return a.date > b.date ? a : b;
  if (a.attempted !== b.attempted) return a.attempted > b.attempted ? a : b;
  if (a.code !== b.code) return a.code < b.code ? a : b;
  return cellsAsText(a) <= cellsAsText(b) ? a : b;
}

export interface Loss {
  readonly attempt: Row;
  readonly credits: number;
}

/** "of what is left in a part, the latest attempt is the one recovered" */
export function lossOf(
  course: RawCourse,
  part: Part,
  attempts: readonly Row[],
  rows: readonly Row[],
  gifts: readonly Laid[],
): Loss | null {
  let latest: Row | null = null;
  for (const row of attempts) {
    if (row.course !== course) continue;
    const onPart = row.part === part.id || (row.part === null && portion(course, part, row) > 0);
    if (!onPart) continue;
    latest = latest === null ? row : laterAttempt(latest, row);
  }
  if (latest === null) return null;
  // "Lost = min(part's credit, credit attempted in it)": the credit of the attempt that is recovered, since "several
  // failures of one part are one loss"; adding them up could give more.
  const attempted = Math.min(part.credits, portion(course, part, latest));
  const credits = attempted - partEarned(course, part, rows, gifts);
  return credits > 0 ? { attempt: latest, credits } : null;
}
