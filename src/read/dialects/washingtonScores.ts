import type { MapDef } from "../map/schema.js";

/** Washington's score file. Its columns differ from year to year; headers are compared without case. */
export const washingtonScores: MapDef = {
  format: 1,
  name: "wa-state",
  title: "Washington state score file",
  kind: "scores",
  recognise: [["SSID", "ResolvedTestType", "MetStandard", "ScaleScore", "Level"]],
  dates: ["YYYY-MM-DD", "M/D/YYYY", "MM/DD/YYYY", "YYYYMMDD"],
  fields: {
    student_id: "DistrictStudentCode",
    state_student_id: "SSID",
    test: { template: "{ResolvedTestType} {ResolvedSubject|TestSubject}" },
    date: { column: "TestEnd", else: "TestStart" },
    level: {
      column: "Level",
      values: {
        L1: "1",
        L2: "2",
        L3: "3",
        L4: "4",
        "Level 1": "1",
        "Level 2": "2",
        "Level 3": "3",
        "Level 4": "4",
      },
    },
    // Placeholders of students who were not tested.
    score: { column: "ScaleScore", missing: ["10", "1000"] },
    status: {
      cases: [
        { when: [{ column: "Invalid", in: ["1", "Y", "Yes", "True", "X"] }], value: "invalidated" },
        { when: [{ column: "TestStatus", notIn: ["TS", "completed", ""] }], value: "not tested" },
        {
          when: [{ column: "Attempted", notIn: ["TS", "1", "Y", "Yes", "True", "completed", ""] }],
          value: "not tested",
        },
      ],
      otherwise: "valid",
    },
    edition: ["Administration", "Schoolyear"],
    grade_level: "TestedGrade",
  },
  notes: [
    "A test is called by its type and subject, such as SBA MATH: list these among the names of the policy's tests.",
    "A scale score of 10 or 1000 stands for no score. Strands and claims are not read.",
  ],
};
