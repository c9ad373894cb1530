import type { MapDef } from "../map/schema.js";

/** Washington's yearly wide file: one row a student, a block a test, and no date. */
export const washingtonWide: MapDef = {
  format: 1,
  name: "wa-state-wide",
  title: "Washington state score file, one row a student",
  kind: "scores",
  recognise: [["SSID", "ElaScaleScore", "ElaStudentLevel", "MathStudentLevel"]],
  fields: { state_student_id: "SSID" },
  unpivot: [
    {
      test: { template: "{ElaTestType} ELA" },
      level: { column: "ElaStudentLevel", values: { L1: "1", L2: "2", L3: "3", L4: "4" } },
      score: { column: "ElaScaleScore", missing: ["10", "1000"] },
      status: {
        cases: [
          { when: [{ column: "ElaAttempted", notIn: ["TS", "1", "Y", "Yes", "True", ""] }], value: "not tested" },
        ],
        otherwise: "valid",
      },
      grade_level: "ElaGradeLevel",
    },
    {
      test: { template: "{MathTestType} Math" },
      level: { column: "MathStudentLevel", values: { L1: "1", L2: "2", L3: "3", L4: "4" } },
      score: { column: "MathScaleScore", missing: ["10", "1000"] },
      status: {
        cases: [
          { when: [{ column: "MathAttempted", notIn: ["TS", "1", "Y", "Yes", "True", ""] }], value: "not tested" },
        ],
        otherwise: "valid",
      },
      grade_level: "MathGradeLevel",
    },
    {
      test: { template: "{ScienceTestType} Science" },
      level: { column: "ScienceStudentLevel", values: { L1: "1", L2: "2", L3: "3", L4: "4" } },
      score: { column: "ScienceScaleScore", missing: ["10", "1000"] },
      status: {
        cases: [
          { when: [{ column: "ScienceAttempted", notIn: ["TS", "1", "Y", "Yes", "True", ""] }], value: "not tested" },
        ],
        otherwise: "valid",
      },
      grade_level: "ScienceGradeLevel",
    },
  ],
  hints: {
    date: "This file has no dates. A map that extends this dialect can give the day of that year's tests: see samples/maps/wa-state-wide-2017.json.",
  },
  notes: ["Tests taken off grade and end-of-course tests are not read: a map can add them."],
};
