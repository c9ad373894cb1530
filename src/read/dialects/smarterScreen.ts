import type { MapDef } from "../map/schema.js";

/** Smarter Balanced: what the CSV button of the reporting site gives. Same headers as the export, other contents. */
export const smarterScreen: MapDef = {
  format: 1,
  name: "cers-screen",
  title: "Smarter Balanced reporting site, CSV button",
  kind: "scores",
  recognise: [["StudentIdentifier", "Error Band Min", "ScaleScoreAchievementLevel", "Status"]],
  dates: ["MMM D, YYYY"],
  fields: {
    state_student_id: "StudentIdentifier",
    test: { column: "Subject", values: { Math: "SBA Math", MATH: "SBA Math", ELA: "SBA ELA" } },
    date: "SubmitDateTime",
    level: "ScaleScoreAchievementLevel",
    score: "ScaleScore",
    status: {
      cases: [
        { when: [{ column: "AssessmentType", notIn: ["Summative", ""] }], value: "interim" },
        { when: [{ column: "Status", in: ["Invalid", "Invalid Partial"] }], value: "invalidated" },
        { when: [{ column: "Status", in: ["Valid Partial"] }], value: "partial" },
        { when: [{ column: "Status", notIn: ["Valid", ""] }], value: "not standard" },
      ],
      otherwise: "valid",
    },
    edition: "SchoolYear",
    grade_level: "GradeLevelWhenAssessed",
  },
  notes: [
    "The level is its name on the screen, in the screen's language: the policy's test must have levels of these names, or a map must translate them.",
    "Dates are read in English.",
  ],
};
