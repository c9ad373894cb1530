import type { TranscriptRow } from "../model.js";

/** A code as a spreadsheet rewrites it (`1.00E+05`), or one of its own errors (`#REF!`). */
const REWRITTEN = /^(?:\d+(?:\.\d+)?[eE]\+\d+|#(?:N\/A|REF!|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!))$/i;

/** Whether a row does not say which course it is of: then it could be any, and all of its student is in doubt. */
export function isCourseUnreadable(row: Pick<TranscriptRow, "courseId" | "match">): boolean {
  return row.courseId === "" || (row.match === null && REWRITTEN.test(row.courseId));
}
