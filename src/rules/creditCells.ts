import { type CreditFault, parseCredit } from "../credit.js";
import type { TranscriptField, TranscriptRow } from "../model.js";

/** A credit cell that could not be read, and why. */
interface FaultyCell {
  readonly column: TranscriptField;
  readonly value: string;
  readonly fault: CreditFault;
}

const NONE: readonly FaultyCell[] = [];

/** The credits of a row that could not be read. Blank is malformed, but for marks that are ignored or in progress: there it is 0. */
export function creditCells(row: TranscriptRow): readonly FaultyCell[] {
  if (row.attempted !== null && row.earned !== null) return NONE;
  const cells: FaultyCell[] = [];
  if (row.attempted === null) push(cells, "credits_attempted", row.creditsAttempted);
  if (row.earned === null) push(cells, "credits_earned", row.creditsEarned);
  return cells;
}

function push(cells: FaultyCell[], column: TranscriptField, value: string): void {
  const fault = parseCredit(value);
  if (typeof fault !== "number") cells.push({ column, value, fault });
}
