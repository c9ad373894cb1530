/** `1.23E+09`, `12345.0`: a number as a spreadsheet rewrites it; `#N/A`; or a word that stands for nothing. */
const NO_ID = /^(?:[+-]?\d+(?:\.\d*)?[eE][+-]?\d+|\d+\.\d+|#.*|null|none|nan|na|n\/a|undefined)$/i;

/** Whether a student id can be told for sure. The text must be trimmed already. */
export function idFault(studentId: string): "missing" | "malformed" | null {
  if (studentId === "") return "missing";
  return NO_ID.test(studentId) ? "malformed" : null;
}

/** An id without its leading zeros: what a spreadsheet leaves of it. */
export function withoutZeros(studentId: string): string {
  return studentId.replace(/^0+(?=.)/, "");
}
