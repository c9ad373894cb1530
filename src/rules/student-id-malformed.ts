import { idFault } from "../normalise/studentId.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly id: string;
}

export const studentIdMalformed = defineRule<"row", Facts>({
  code: "student-id-malformed",
  scope: "row",
  severity: "error",
  doubt: true,
  title: "A student id is not one.",
  why: "A spreadsheet has rewritten it, or it stands for nothing, so whose row this is cannot be told and it counts for nobody.",
  remedy:
    "Export straight from your student system without opening the file in a spreadsheet, or format the column as text first.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    if (idFault(row.studentId) !== "malformed") return;
    hit({
      facts: { id: row.studentId },
      column: "student_id",
      value: row.studentId,
      cause: `student_id rewritten in ${row.kind} rows`,
    });
  },
  say(facts) {
    return `The student id ${shown(facts.id)} is not one: a spreadsheet writes numbers and faults this way.`;
  },
});
