import type { MapDef } from "../map/schema.js";

/** Column names as the Common Education Data Standards call the elements. */
export const ceds: MapDef = {
  format: 1,
  name: "ceds",
  title: "CEDS element names",
  kind: "transcript",
  recognise: [
    [
      "Student Identifier",
      "Course Identifier",
      "Number of Credits Attempted",
      "Number of Credits Earned",
      "Student Course Section Grade Earned",
    ],
  ],
  fields: {
    student_id: "Student Identifier",
    school_year: "School Year",
    grade_level: "Grade Level When Course Taken",
    course_id: "Course Identifier",
    course_title: "Course Title",
    state_course_code: "School Courses for the Exchange of Data Course Code",
    mark: "Student Course Section Grade Earned",
    credits_attempted: "Number of Credits Attempted",
    credits_earned: "Number of Credits Earned",
  },
  notes: ["These names have none for a term or for designation letters: name your own columns with a map."],
};
