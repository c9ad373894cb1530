import type { MapDef } from "../map/schema.js";

/**
 * PowerSchool's StoredGrades table, whichever way it was exported: `[1]Student_Number`, `STUDENTS.Student_Number` or
 * `student_number`.
 */
export const powerschool: MapDef = {
  format: 1,
  name: "powerschool",
  title: "PowerSchool StoredGrades",
  kind: "transcript",
  recognise: [["StoreCode", "PotentialCrHrs", "EarnedCrHrs"]],
  dates: ["M/D/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"],
  fields: {
    student_id: "Student_Number",
    school_code: "SchoolID",
    school_year: { column: "TermID", read: "powerschool-year" },
    term: "StoreCode",
    grade_level: "Grade_Level",
    course_id: "Course_Number",
    course_title: "Course_Name",
    mark: "Grade",
    credits_attempted: "PotentialCrHrs",
    credits_earned: "EarnedCrHrs",
    date_completed: "DateStored",
  },
  keep: [
    {
      column: "ExcludeFromTranscripts",
      notIn: ["1", "Y", "Yes", "True"],
      why: "it is marked as not on the transcript (ExcludeFromTranscripts)",
    },
    {
      anyCredit: ["PotentialCrHrs", "EarnedCrHrs"],
      why: "it carries no credit: quarter and exam grades stand beside the semester's own",
    },
  ],
  hints: {
    student_id:
      "StudentID is PowerSchool's inner key and not the student number. Export Student_Number of the Students table as well.",
  },
  notes: [
    "StoredGrades has no column for designation letters. A map that extends this dialect can name yours: see samples/maps/powerschool-designations.json.",
  ],
  output: {
    imports: false,
    word: "Historical grades are imported in another layout: say --import-layout powerschool-import.",
  },
};
