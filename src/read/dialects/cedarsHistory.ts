import type { MapDef } from "../map/schema.js";

/**
 * CEDARS Student Grade History (file H), by the names of its elements or by their numbers. H01 is the year of the
 * report: the year of the course is that of the day its term ended. Numbers that no public source gives are not used.
 */
export const cedarsHistory: MapDef = {
  format: 1,
  name: "cedars-h",
  title: "CEDARS Student Grade History (file H)",
  kind: "transcript",
  recognise: [
    ["DistrictStudentID", "SSID", "CourseID", "LetterGrade", "CreditsAttempted", "CreditsEarned"],
    ["H03", "H07", "H10", "H11", "H12"],
  ],
  dates: ["MM/DD/YYYY", "M/D/YYYY", "YYYY-MM-DD"],
  fields: {
    student_id: ["DistrictStudentID", "H03"],
    state_student_id: ["SSID", "H04"],
    district_code: {
      column: ["ServingCountyDistrictCode", "H02"],
      // Courses of another district carry the location 9999 and the district that reports them.
      unless: { column: ["LocationID", "SchoolCode"], in: ["9999"], value: "9999" },
    },
    school_code: ["LocationID", "SchoolCode"],
    school_year: { column: "TermEndDate", read: "year-of-date" },
    term: "Term",
    grade_level: ["GradeLevel", "GradeLevelCode", "H09"],
    course_id: ["CourseID", "H07"],
    course_title: ["CourseTitle", "H08"],
    state_course_code: "StateCourseCode",
    content_area: ["ContentAreaCode", "H14"],
    mark: ["LetterGrade", "H10"],
    credits_attempted: ["CreditsAttempted", "H11"],
    credits_earned: ["CreditsEarned", "H12"],
    designations: ["CourseDesignationCode", "H13"],
    date_completed: "TermEndDate",
  },
  studentColumns: ["SchoolYear", "H01"],
  hints: {
    school_year:
      "H01 (SchoolYear) is the year of the report, not of the course. Add the end of each course's term as TermEndDate, or say with a map which column holds the year of the course.",
  },
  notes: [
    "The year of a course is taken from TermEndDate; H01 is the year of the report.",
    "Several transfer courses may stand under one CourseID: such a code should be in no course of the policy.",
  ],
  output: {
    imports: false,
    word: "CEDARS files are made by your student system and go to the state: enter new records in the student system, and the next file will hold them.",
  },
};
