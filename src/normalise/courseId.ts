import type { TranscriptRow } from "../model.js";

/** A code as a spreadsheet rewrites it (`1.00E+05`, `1-Jun`, `Jun-01`, `TRUE`), or one of its own errors (`#REF!`). */
const REWRITTEN =
  /^(?:\d+(?:\.\d+)?e[+-]\d+|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d{2,4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d\d|true|false|#(?:n\/a|ref!|value!|name\?|num!|div\/0!|null!|spill!|calc!|field!|getting_data|#+))$/i;

/** Whether a row does not say which course it is of: then it could be any, and all of its student is in doubt. */
export function isCourseUnreadable(row: Pick<TranscriptRow, "courseId" | "match" | "quiet">): boolean {
  if (row.quiet) return false;
  return row.courseId === "" || (row.match === null && REWRITTEN.test(row.courseId));
}
