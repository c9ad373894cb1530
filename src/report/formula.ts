/** Signs that make a spreadsheet read a cell as a formula. */
const STARTS_FORMULA = /^\s*[=+\-@\t\r]/;
/** A tab or carriage return at the very beginning is itself swallowed, and what follows it is run. */
const STARTS_WITH_CONTROL = /^[\t\r]/;
/** What begins so is never run, whatever follows. */
const HARMLESS = /^[A-Za-z0-9]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/**
 * Whether a spreadsheet would run this cell when it opens the file: it begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return, also as a full-width or small form and after leading spaces. A plain number such as `-1` is not run.
 */
export function runsAsFormula(cell: string): boolean {
  if (cell === "" || HARMLESS.test(cell) || PLAIN_NUMBER.test(cell)) return false;
  if (STARTS_WITH_CONTROL.test(cell)) return true;
  // Compatibility forms fold the full-width and small variants of the signs onto the plain ones.
  return STARTS_FORMULA.test(cell.normalize("NFKC"));
}

/** The cell as it may stand in a file meant for a spreadsheet: a leading apostrophe makes it plain text. */
export function guarded(cell: string): string {
  return runsAsFormula(cell) ? `'${cell}` : cell;
}
