import type { Lists } from "../data/lists.js";
import type { TranscriptRow } from "../model.js";

/** How a row's state course code looks. `lost zero`: fewer digits that make a known code with zeros before them. */
export type StateCodeForm = "blank" | "sound" | "lost zero" | "malformed";

export function readStateCode(row: TranscriptRow, lists: Lists): StateCodeForm {
  const code = row.stateCourseCode;
  if (code === "") return "blank";
  if (/^\d{5}$/.test(code)) return "sound";
  // Lists and policies hold five digits alone, so no text but fewer digits becomes one of theirs by zeros.
  const whole = withZeros(code);
  const isKnown = lists.courseCode(whole) !== null || row.match?.course.stateCourseCode === whole;
  return isKnown ? "lost zero" : "malformed";
}

export function withZeros(code: string): string {
  return code.padStart(5, "0");
}
