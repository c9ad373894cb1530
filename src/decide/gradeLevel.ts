import type { StudentFile } from "../model.js";

/**
 * The student's grade level: from the students file, else of the latest sound transcript row that says one. Of rows of
 * one day the higher level, so that the order of rows does not matter.
 */
export function gradeLevelOf(student: StudentFile): number | null {
  const stated = student.students.find((row) => row.doubts.length === 0 && row.grade !== null);
  if (stated !== undefined) return stated.grade;
  let level: number | null = null;
  let day = "";
  for (const row of student.transcript) {
    if (row.doubts.length > 0 || row.grade === null || row.date === null) continue;
    if (row.date > day || (row.date === day && (level === null || row.grade > level))) {
      level = row.grade;
      day = row.date;
    }
  }
  return level;
}
