import type { MapDef, MapFields } from "../map/schema.js";

const NONE = ["Not ordered", "UR", "NR", "NE"];

function skill(part: string, column: string) {
  return {
    part: { constant: part },
    level: { column, missing: NONE },
    status: { cases: [{ when: [{ column, in: NONE }], value: "not rated" }], otherwise: "valid" },
  } satisfies MapFields;
}

/** ACTFL AAPPL, with the four skills in one row. */
export const aappl: MapDef = {
  format: 1,
  name: "aappl",
  title: "ACTFL AAPPL",
  kind: "scores",
  recognise: [["ILS - Speaking", "PW - Writing"]],
  dates: ["M/D/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"],
  fields: {
    student_id: { column: ["School's Student ID", "Student ID Number"], read: "in-apostrophes" },
    test: { template: "AAPPL {Language}" },
    date: ["Testing Start Date", "Testing Date"],
  },
  unpivot: [
    skill("speaking", "ILS - Speaking"),
    skill("writing", "PW - Writing"),
    skill("listening", "IL - Listening"),
    skill("reading", "IR - Reading"),
  ],
  notes: [
    "A test is called AAPPL and its language, such as AAPPL French: list these among the names of the policy's tests.",
    "Ratings stay as they are (N1 to N4, I1 to I5, A, Below N1): list them as the levels of the test, lowest first.",
  ],
};
