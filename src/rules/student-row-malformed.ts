import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly what: string;
  readonly value: string;
}

export const studentRowMalformed = defineRule<"students", Facts>({
  code: "student-row-malformed",
  scope: "students",
  severity: "error",
  doubt: true,
  title: "A row of the students file cannot be read.",
  why: "Whether a pathway is for this student cannot be told.",
  remedy: "Write the grade level as a number from 0 to 13 and the class as a year, or leave them blank.",
  cites: ["LAYOUT"],
  needs: ["students"],
  check(row, _context, hit) {
    const { gradeLevel, classOfText } = row;
    if (gradeLevel !== "" && row.grade === null) {
      hit({ facts: { what: "grade level", value: gradeLevel }, column: "grade_level", value: gradeLevel });
    }
    if (classOfText !== "" && row.classOf === null) {
      hit({ facts: { what: "class", value: classOfText }, column: "class_of", value: classOfText });
    }
  },
  say(facts) {
    return `The ${facts.what} ${shown(facts.value)} cannot be read.`;
  },
});
