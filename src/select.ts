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

/** What a filter hid that its owner may not expect: an empty result would hide a typing mistake. */
export function selectionNotes(
  filter: Filter,
  isStudent: (id: string) => boolean,
  selected: number,
  shownAs: (id: string) => string = (id) => id,
): readonly string[] {
  const notes: string[] = [];
  for (const id of filter.onlyStudent) {
    if (!isStudent(id))
      notes.push(`No transcript or students file has a row of student ${shownAs(id)}, who was asked for.`);
  }
  const { onlyStudent, school, classOf, gradeLevel } = filter;
  const filters = onlyStudent.length + school.length + classOf.length + gradeLevel.length;
  if (filters > 0 && selected === 0) notes.push("No student passes the filters, so nothing of any student is shown.");
  return notes;
}
