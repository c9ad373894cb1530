import type { MapDef } from "../map/schema.js";

/** An Ed-Fi course transcript as a flat table, by the names of its properties. */
export const edfi: MapDef = {
  format: 1,
  name: "edfi",
  title: "Ed-Fi course transcript, flat",
  kind: "transcript",
  recognise: [["studentUniqueId", "courseCode", "attemptedCredits", "earnedCredits"]],
  fields: {
    student_id: "studentUniqueId",
    district_code: "educationOrganizationId",
    school_year: "schoolYear",
    term: { column: "termDescriptor", read: "after-hash" },
    grade_level: { column: "whenTakenGradeLevelDescriptor", read: "after-hash" },
    course_id: "courseCode",
    course_title: "courseTitle",
    mark: "finalLetterGradeEarned",
    credits_attempted: "attemptedCredits",
    credits_earned: "earnedCredits",
  },
  notes: [
    "Of a descriptor such as uri://ed-fi.org/TermDescriptor#Fall Semester the part behind # counts; new records carry that part alone.",
    "Ed-Fi has no designation letters. A map that extends this dialect can name a column of your own.",
  ],
  output: { imports: false, word: "Ed-Fi takes records through its API: hand this file to whoever runs yours." },
};
