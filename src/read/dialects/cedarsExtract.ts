import type { MapDef } from "../map/schema.js";

/** The grade history that the state hands on to researchers: pipes, no quoting, a research id in place of the state's. */
export const cedarsExtract: MapDef = {
  format: 1,
  name: "cedars-extract",
  title: "CEDARS grade history, extract for research",
  kind: "transcript",
  recognise: [["ResearchID", "FullCourseDesignationCode", "GradeLevelWhenCourseTaken"]],
  quoting: "none",
  missing: ["NA", "NULL"],
  dates: ["YYYY-MM-DD"],
  fields: {
    student_id: "ResearchID",
    district_code: { column: "DistrictCode", unless: { column: "LocationID", in: ["9999"], value: "9999" } },
    school_code: "SchoolCode",
    school_year: "dSchoolYear",
    term: "Term",
    grade_level: "GradeLevelWhenCourseTaken",
    course_id: "CourseID",
    course_title: "CourseTitle",
    state_course_code: { column: "StateCourseCode", read: "five-digits" },
    content_area: "ContentAreaCode",
    mark: "LetterGrade",
    credits_attempted: "CreditsAttempted",
    credits_earned: "CreditsEarned",
    designations: "FullCourseDesignationCode",
    date_completed: "TermEndDate",
  },
  studentColumns: ["ReportSchoolYear"],
  hints: { school_year: "ReportSchoolYear is the year of the report; dSchoolYear is that of the course." },
  notes: ["State course codes that lost their leading zeros are read with five digits."],
  output: { imports: false, word: "It is an extract for research: enter new records in the student system." },
};
