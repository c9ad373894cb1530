import type { MapDef } from "../map/schema.js";

/** The student file of the Online Reporting System: one row a student, both tests, and no date. */
export const onlineReporting: MapDef = {
  format: 1,
  name: "ors",
  title: "Online Reporting System student file",
  kind: "scores",
  recognise: [["ELA/Literacy Scale Score", "Mathematics Scale Score", "Student ID"]],
  fields: { state_student_id: "Student ID", grade_level: ["Test Grade", "Enrolled Grade"] },
  unpivot: [
    {
      test: { constant: "SBA ELA" },
      level: {
        column: ["ELA/Literacy Achievement Level", "ELA/Literacy Performance Level"],
        values: { "Level 1": "1", "Level 2": "2", "Level 3": "3", "Level 4": "4" },
      },
      score: "ELA/Literacy Scale Score",
    },
    {
      test: { constant: "SBA Math" },
      level: {
        column: ["Mathematics Achievement Level", "Mathematics Performance Level"],
        values: { "Level 1": "1", "Level 2": "2", "Level 3": "3", "Level 4": "4" },
      },
      score: "Mathematics Scale Score",
    },
  ],
  hints: {
    date: "This file has no dates. A map that extends this dialect can give the day of that year's tests: see samples/maps/ors-2016.json.",
  },
  notes: ["Claims are not read. Student ID is the state's id."],
};
