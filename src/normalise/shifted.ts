import type { TranscriptRow } from "../model.js";

/** What a row that is sound but for a slip or two never has: so many cells that are not what their columns hold. */
const SHIFTED_FROM = 3;

/**
 * Whether the cells of a row seem to stand in columns that are not theirs, as a delimiter inside a name leaves them: no
 * course of the policy, something else where a credit should stand, and more of that kind. Its course could be any.
 */
export function isShifted(row: TranscriptRow): boolean {
  if (row.quiet || row.match !== null) return false;
  const unreadCredits = unread(row.creditsAttempted, row.attempted) + unread(row.creditsEarned, row.earned);
  if (unreadCredits === 0) return false;
  const others =
    unread(row.schoolYear, row.year) +
    unread(row.term, row.termDef) +
    unread(row.gradeLevel, row.grade) +
    unread(row.mark, row.markKind) +
    unread(row.dateCompleted, row.completed);
  return unreadCredits + others >= SHIFTED_FROM;
}

function unread(text: string, value: unknown): number {
  return text !== "" && value === null ? 1 : 0;
}
