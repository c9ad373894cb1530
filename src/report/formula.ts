/**
 * What a spreadsheet may pass over before it looks at a cell, or what may be taken off on the way to one: spaces, byte
 * order marks and other signs without a shape, control characters and quotes.
 */
const PASSED_OVER = "[\\s\\p{C}\"'`]*";
/** Signs that make a spreadsheet read a cell as a formula, the minus of mathematics and the bar of DDE links with them. */
const SIGN = "[=+\\-@|\u2212]";
const STARTS_FORMULA = new RegExp(`^${PASSED_OVER}${SIGN}`, "u");
/** A tab or a line end at the very beginning is itself swallowed, and what follows it is run. */
const STARTS_WITH_CONTROL = /^[\t\r\n]/;
/** What begins so is never run, whatever follows. */
const HARMLESS = /^[A-Za-z0-9]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/**
 * Whether a spreadsheet would run this cell when it opens the file: it begins with `=`, `+`, `-`, `@`, `|`, a tab or a
 * line end, also as a full-width or small form, and after spaces, a byte order mark, quotes or signs without a shape.
 *
 * A plain number such as `-1`, `+2` or `-0.5` is a number to a spreadsheet and nothing to run, so that it stays one;
 * `-1e5` and `-1-1` are not plain.
 */
export function runsAsFormula(cell: string): boolean {
  if (cell === "" || HARMLESS.test(cell) || PLAIN_NUMBER.test(cell)) return false;
  if (STARTS_WITH_CONTROL.test(cell)) return true;
  // Compatibility forms fold the full-width and small variants of the signs onto the plain ones.
  return STARTS_FORMULA.test(cell.normalize("NFKC"));
}

/** Where a spreadsheet set to semicolons or tabs would begin another cell inside of this one. */
const SEPARATES = /[;\t\r\n]/;
const INSIDE = /([;\t\r\n])([^;\t\r\n]+)/g;
const GUARDED_INSIDE = /([;\t\r\n])'([^;\t\r\n]+)/g;

/**
 * The cell as it may stand in a file meant for a spreadsheet: a leading apostrophe makes it plain text. One is put
 * inside as well, after a semicolon, tab or line end: a spreadsheet of a country that separates cells by semicolons
 * begins a new cell there. `unguarded` gives back what it was.
 */
export function guarded(cell: string): string {
  const inside = !SEPARATES.test(cell)
    ? cell
    : cell.replace(INSIDE, (both, mark: string, rest: string) => (runsAsFormula(rest) ? `${mark}'${rest}` : both));
  return runsAsFormula(cell) ? `'${inside}` : inside;
}

/** The cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  const whole = cell.startsWith("'") && runsAsFormula(cell.slice(1)) ? cell.slice(1) : cell;
  return whole.replace(GUARDED_INSIDE, (both, mark: string, rest: string) =>
    runsAsFormula(rest) ? `${mark}${rest}` : both,
  );
}
