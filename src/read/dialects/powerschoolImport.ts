import type { MapDef } from "../map/schema.js";

/** PowerSchool's import of historical grades: what new records are written as, with `--import-layout`. */
export const powerschoolImport: MapDef = {
  format: 1,
  name: "powerschool-import",
  title: "PowerSchool import of historical grades",
  kind: "transcript",
  fields: {
    student_id: "Student_Number",
    school_year: { column: "TermID", read: "powerschool-year" },
    term: "StoreCode",
    grade_level: "Grade_Level",
    course_id: "Course_Number",
    course_title: "Course_Name",
    mark: "Grade",
    credits_attempted: "PotentialCrHrs",
    credits_earned: "EarnedCrHrs",
  },
  notes: ["The import has no column for designation letters. A map that extends this layout can add your own."],
  output: {
    imports: true,
    columns: [
      "STUDENT_NUMBER",
      "COURSE_NAME",
      "GRADE_LEVEL",
      "TERMID",
      "STORECODE",
      "SECTIONID",
      "COURSE_NUMBER",
      "EARNEDCRHRS",
      "Grade",
      "POTENTIALCRHRS",
    ],
    delimiter: "\t",
    needs: [
      "STUDENT_NUMBER",
      "COURSE_NAME",
      "GRADE_LEVEL",
      "TERMID",
      "STORECODE",
      "COURSE_NUMBER",
      "EARNEDCRHRS",
      "Grade",
      "POTENTIALCRHRS",
    ],
  },
};
