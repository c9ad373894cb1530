import { gradeLevelOf } from "./decide/gradeLevel.js";
import type { StudentFile } from "./model.js";
import type { ResultOptions } from "./report/result.js";

/** Which students are output. Every row is read whatever it says; a student must pass each filter that is given. */
export type Filter = Pick<ResultOptions, "onlyStudent" | "school" | "classOf" | "gradeLevel">;

/** Whether a student is output: at a school where any row of theirs stands, class from the students file. */
export function isSelected(student: StudentFile, filter: Filter): boolean {
  const { onlyStudent, school, classOf, gradeLevel } = filter;
  if (onlyStudent.length > 0 && !onlyStudent.includes(student.id)) return false;
  if (school.length > 0 && !student.transcript.some((row) => school.includes(row.schoolCode))) return false;
  if (classOf.length > 0 && !student.students.some((row) => row.classOf !== null && classOf.includes(row.classOf))) {
    return false;
  }
  const grade = gradeLevel.length > 0 ? gradeLevelOf(student) : null;
  return gradeLevel.length === 0 || (grade !== null && gradeLevel.includes(grade));
}

/** Ids asked for that no student has: named, since an empty result would hide a typing mistake. */
export function unknownStudents(filter: Filter, isStudent: (id: string) => boolean): readonly string[] {
  return filter.onlyStudent.filter((id) => !isStudent(id));
}
