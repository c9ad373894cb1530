import type { MapDef } from "../map/schema.js";

/** Smarter Balanced: exams as the reporting warehouse exports them. Claim levels are no test levels, and are not read. */
export const smarterExport: MapDef = {
  format: 1,
  name: "sbac-export",
  title: "Smarter Balanced exam export",
  kind: "scores",
  recognise: [["StudentIdentifier", "AssessmentSubType", "ScaleScoreAchievementLevel", "AdministrationCondition"]],
  quoting: "backslash",
  dates: ["YYYY-MM-DD"],
  fields: {
    state_student_id: "StudentIdentifier",
    test: { column: "Subject", values: { Math: "SBA Math", MATH: "SBA Math", ELA: "SBA ELA" } },
    date: "SubmitDateTime",
    level: "ScaleScoreAchievementLevel",
    score: "ScaleScore",
    status: {
      cases: [
        { when: [{ column: "AssessmentType", notIn: ["Summative", ""] }], value: "interim" },
        { when: [{ column: "Completeness", notIn: ["Complete", ""] }], value: "partial" },
        { when: [{ column: "AdministrationCondition", in: ["IN"] }], value: "invalidated" },
        { when: [{ column: "AdministrationCondition", notIn: ["Valid", ""] }], value: "not standard" },
      ],
      otherwise: "valid",
    },
    edition: "SchoolYear",
    grade_level: "GradeLevelWhenAssessed",
  },
  notes: ["The tests are called SBA Math and SBA ELA: list these among the names of the policy's tests."],
};
