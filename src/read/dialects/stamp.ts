import type { MapDef, MapFields } from "../map/schema.js";

/** What the numbers of STAMP levels mean, as the policy's test is to call them. */
const LEVELS: Record<string, string> = {
  "1": "Novice Low",
  "2": "Novice Mid",
  "3": "Novice High",
  "4": "Intermediate Low",
  "5": "Intermediate Mid",
  "6": "Intermediate High",
  "6+": "Pre-Advanced",
  "7": "Advanced Low",
  "8": "Advanced Mid",
  "9": "Advanced High",
};

/** Not started, in progress, being scored, not ratable: no level, and not a low one. */
const NOT_RATED = ["0", "NS", "IP", "SP", "NR"];
/** A level that the student chose. */
const SELF_EVALUATED = ["SE 1", "SE 2", "SE 3", "SE 4", "SE 5", "SE 6", "SE 7"];

function skill(part: string, level: string, score: string[]) {
  return {
    part: { constant: part },
    level: { column: level, missing: [...NOT_RATED, ...SELF_EVALUATED], values: LEVELS },
    score,
    status: {
      cases: [
        { when: [{ column: level, in: SELF_EVALUATED }], value: "self-evaluated" },
        { when: [{ column: level, in: NOT_RATED }], value: "not rated" },
        { when: [{ column: "Status", notIn: ["Complete", "Completed", ""] }], value: "in progress" },
      ],
      otherwise: "valid",
    },
  } satisfies MapFields;
}

/** Avant STAMP: four skills in one row, or two of a signed language. The composite is a mean, and is not read. */
export const stamp: MapDef = {
  format: 1,
  name: "stamp",
  title: "Avant STAMP",
  kind: "scores",
  recognise: [
    ["Reading Level", "Writing Level", "Language", "Test Taker ID"],
    ["Reading Level", "Writing Level", "Language", "Login Name"],
    ["Receptive Level", "Expressive Level", "Language", "Test Taker ID"],
  ],
  dates: ["M/D/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"],
  fields: {
    student_id: ["Test Taker ID", "Login Name"],
    test: { template: "STAMP {Language}" },
    date: { column: "Finish Date", else: "Start Date" },
  },
  unpivot: [
    skill("reading", "Reading Level", ["Reading Scaled Score"]),
    skill("writing", "Writing Level", ["Writing Scaled Score"]),
    skill("listening", "Listening Level", ["Listening Scaled Score"]),
    skill("speaking", "Speaking Level", ["Speaking Scaled Score"]),
    skill("receptive", "Receptive Level", ["Receptive Scaled Score"]),
    skill("expressive", "Expressive Level", ["Expressive Scaled Score"]),
  ],
  notes: [
    "A test is called STAMP and its language, such as STAMP Spanish: list these among the names of the policy's tests.",
    "Levels are read by their names (4 is Intermediate Low). NS, IP, SP, NR and 0 are no level; SE is self-evaluated and no evidence.",
    "Test Taker ID is what was typed in at the test: check that it is your student id.",
  ],
};
