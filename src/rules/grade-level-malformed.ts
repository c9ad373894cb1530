import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly grade: string;
}

export const gradeLevelMalformed = defineRule<"transcript", Facts>({
  code: "grade-level-malformed",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A grade level cannot be read.",
  why: "Some policies count attempts only in certain grades, and this one cannot be placed.",
  remedy: "Write the grade level as a number from 0 to 13 (K is 0, PK is -1), or leave it blank, and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    if (row.gradeLevel === "" || row.grade !== null) return;
    hit({ facts: { grade: row.gradeLevel }, column: "grade_level", value: row.gradeLevel });
  },
  say(facts) {
    return `The grade level ${shown(facts.grade)} cannot be read.`;
  },
});
