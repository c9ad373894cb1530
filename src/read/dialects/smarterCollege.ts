import type { MapDef } from "../map/schema.js";

/** Smarter Balanced: results of high-school students as sent to colleges, both tests in one row. */
export const smarterCollege: MapDef = {
  format: 1,
  name: "sbac-hs",
  title: "Smarter Balanced high-school results",
  kind: "scores",
  recognise: [["ElaScaleScore", "MathScaleScore", "AssessmentDate"]],
  dates: ["YYYY-MM-DD"],
  fields: { state_student_id: "StudentIdentifier", date: "AssessmentDate" },
  unpivot: [
    { test: { constant: "SBA ELA" }, level: "ElaAchievementLevel", score: "ElaScaleScore" },
    { test: { constant: "SBA Math" }, level: "MathAchievementLevel", score: "MathScaleScore" },
  ],
  notes: ["One date stands for both tests. Subscores are not read."],
};
