import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly what: string;
  /** Null: not to be shown. */
  readonly value: string | null;
}

export const studentRowMalformed = defineRule<"students", Facts>({
  code: "student-row-malformed",
  scope: "students",
  severity: "error",
  doubt: true,
  title: "A row of the students file cannot be read.",
  why: "Whether a pathway is for this student cannot be told.",
  remedy:
    "Write the grade level as a number from 0 to 13, the class as a year and the birth date as 2008-03-31, or leave them blank.",
  cites: ["LAYOUT"],
  needs: ["students"],
  check(row, _context, hit) {
    const { gradeLevel, classOfText, birthDateText } = row;
    if (gradeLevel !== "" && row.grade === null) {
      hit({ facts: { what: "grade level", value: gradeLevel }, column: "grade_level", value: gradeLevel });
    }
    if (classOfText !== "" && row.classOf === null) {
      hit({ facts: { what: "class", value: classOfText }, column: "class_of", value: classOfText });
    }
    if (birthDateText !== "" && row.birthDate === null) {
      // Never repeated: a birth date names a person as a name does.
      hit({ facts: { what: "date of birth", value: null }, column: "birth_date", value: "" });
    }
  },
  say(facts) {
    return `The ${facts.what}${facts.value === null ? "" : ` ${shown(facts.value)}`} cannot be read.`;
  },
});
