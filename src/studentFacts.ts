import { gradeLevelOf } from "./decide/gradeLevel.js";
import type { StudentFile } from "./model.js";
import type { StudentFacts } from "./report/result.js";

/**
 * Where a student stands, for lists of people to see to: school, grade level and class. No name. Text, empty where the
 * files do not say.
 */
export function studentFacts(student: StudentFile): StudentFacts {
  const grade = gradeLevelOf(student);
  return {
    id: student.id,
    schoolCode: latestSchool(student),
    gradeLevel: grade === null ? "" : String(grade),
    classOf: String(student.students.find((row) => row.doubts.length === 0)?.classOf ?? ""),
  };
}

/** The school of the latest sound row that names one; of rows of one day the first as text, so that order can't matter. */
function latestSchool({ transcript }: StudentFile): string {
  let school = "";
  let day = "";
  for (const row of transcript) {
    if (row.doubts.length > 0 || row.schoolCode === "" || row.date === null) continue;
    if (row.date > day || (row.date === day && row.schoolCode < school)) {
      school = row.schoolCode;
      day = row.date;
    }
  }
  return school;
}
