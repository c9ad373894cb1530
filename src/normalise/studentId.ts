import { isDigit, isLetter } from "./cells.js";

/**
 * `1.23E+09`, `12345.0`: a number as a spreadsheet rewrites it; `#N/A`; a word or a dash that stands for nothing; or an
 * id with what a spreadsheet or a keyboard put to it: `'123`, `="123"`, `1,234`, full-width digits, a space of no width.
 */
const NO_ID = new RegExp(
  `^(?:${[
    "[+-]?\\d+(?:\\.\\d*)?e[+-]\\d+",
    "[+-]?\\d+\\.\\d*e\\d+",
    "\\d+\\.\\d+",
    "\\d{1,3}(?:,\\d{3})+",
    "#.*",
    "-+",
    "null|none|nan|na|n/a|undefined",
    "['\"=`´‘’“”].*",
    ".*['\"`´‘’“”]",
    ".*[\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\uff10-\\uff19].*",
  ].join("|")})$`,
  "iu",
);
/** A spreadsheet keeps fifteen digits. */
const WHOLE_DIGITS = 15;

/** Whether a student id can be told for sure. The text must be trimmed already. */
export function idFault(studentId: string): "missing" | "malformed" | null {
  if (studentId === "") return "missing";
  return !isDigits(studentId) && NO_ID.test(studentId) ? "malformed" : null;
}

/** Told without a regular expression: it is asked of every row, and nearly every id is a number. */
function isDigits(id: string): boolean {
  for (let at = 0; at < id.length; at += 1) if (!isDigit(id.charCodeAt(at))) return false;
  return true;
}

/** Digits, or letters and digits after them: an id in which no rule finds anything. No padding, and not too long. */
export function isPlainId(id: string): boolean {
  const { length } = id;
  if (length === 0 || length > WHOLE_DIGITS || !isDigit(id.charCodeAt(length - 1))) return false;
  let at = 0;
  while (isLetter(id.charCodeAt(at))) at += 1;
  while (isDigit(id.charCodeAt(at))) at += 1;
  return at === length;
}

/** An id without its leading zeros: what a spreadsheet leaves of it. */
export function withoutZeros(studentId: string): string {
  return studentId.replace(/^0+(?=.)/, "");
}
