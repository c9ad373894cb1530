import type { StudentFile } from "../model.js";

/**
 * The student's grade level: from the students file, else of the latest sound transcript row that says one. Of rows of
 * one day the higher level, so that the order of rows does not matter; rows stand in order of their days.
 */
export function gradeLevelOf(student: StudentFile): number | null {
  const stated = student.students.find((row) => row.doubts.length === 0 && row.grade !== null);
  if (stated !== undefined) return stated.grade;
  const known = student.transcript.flatMap(({ doubts, grade, date }) =>
    doubts.length > 0 || grade === null ? [] : [{ grade, date }],
  );
  const last = known.at(-1);
  return last === undefined
    ? null
    : Math.max(...known.filter(({ date }) => date === last.date).map(({ grade }) => grade));
}
