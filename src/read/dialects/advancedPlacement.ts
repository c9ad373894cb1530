import type { MapDef } from "../map/schema.js";

/** College Board's AP student datafile: up to thirty exams in one row, and of each only the year. */
export const advancedPlacement: MapDef = {
  format: 1,
  name: "ap",
  title: "AP student datafile",
  kind: "scores",
  recognise: [["Admin Year 01", "Exam Code 01", "Exam Grade 01"]],
  fields: { student_id: "Student Identifier" },
  numbered: {
    from: 1,
    to: 30,
    digits: 2,
    fields: {
      test: { template: "AP {Exam Code #}" },
      date: { column: "Admin Year #", dates: ["YY", "YYYY"], assume: "05-31" },
      score: "Exam Grade #",
      status: {
        cases: [
          { when: [{ column: "Irregularity Code 1 #", notIn: [""] }], value: "irregularity" },
          { when: [{ column: "Irregularity Code 2 #", notIn: [""] }], value: "irregularity" },
        ],
        otherwise: "valid",
      },
    },
  },
  hints: {
    student_id: "The datafile has a column Student Identifier near its end; AP Number is the test company's own.",
  },
  notes: [
    "A test is called AP and its exam code, such as AP 07: list these among the names of the policy's tests.",
    "The file gives no day: results are dated 31 May of their year.",
  ],
};
