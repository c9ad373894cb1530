import type { MapDef } from "../map/schema.js";

/** Smarter Balanced: the file that a data warehouse takes in. */
export const smarterLanding: MapDef = {
  format: 1,
  name: "sbac-landing",
  title: "Smarter Balanced data-warehouse file",
  kind: "scores",
  recognise: [["AssessmentGuid", "AssessmentPerformanceLevelIdentifier"]],
  dates: ["YYYY-MM-DD", "YYYYMMDD"],
  fields: {
    state_student_id: ["ExternalSSID", "StudentIdentifier"],
    test: { column: "AssessmentAcademicSubject", values: { MATH: "SBA Math", Math: "SBA Math", ELA: "SBA ELA" } },
    date: "AssessmentAdministrationFinishDate",
    level: "AssessmentPerformanceLevelIdentifier",
    score: "AssessmentSubtestResultScoreValue",
    status: {
      cases: [
        { when: [{ column: "AssessmentType", notIn: ["SUMMATIVE"] }], value: "interim" },
        { when: [{ column: "CompleteStatus", notIn: ["Complete", "True", ""] }], value: "partial" },
        { when: [{ column: "AdministrationCondition", in: ["IN"] }], value: "invalidated" },
        { when: [{ column: "AdministrationCondition", notIn: ["Valid", ""] }], value: "not standard" },
      ],
      otherwise: "valid",
    },
    edition: "AssessmentYear",
    grade_level: "AssessmentLevelForWhichDesigned",
  },
  notes: ["The tests are called SBA Math and SBA ELA: list these among the names of the policy's tests."],
};
