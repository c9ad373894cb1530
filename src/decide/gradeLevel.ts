import { itemAt } from "../at.js";
import type { IsoDate } from "../date.js";
import type { StudentFile } from "../model.js";

/**
 * The student's grade level: from the students file, else of the latest sound transcript row that says one. Of rows of
 * one day the higher level, so that the order of rows does not matter; rows stand in order of their days.
 */
export function gradeLevelOf(student: StudentFile): number | null {
  const stated = student.students.find((row) => row.doubts.length === 0 && row.grade !== null);
  if (stated !== undefined) return stated.grade;
  let level: number | null = null;
  let day: IsoDate | null = null;
  for (let i = student.transcript.length - 1; i >= 0; i--) {
    const { doubts, grade, date } = itemAt(student.transcript, i);
    if (doubts.length > 0 || grade === null) continue;
    if (level !== null && date !== day) break;
    level = level === null ? grade : Math.max(level, grade);
    day = date;
  }
  return level;
}
