import { defineRule } from "./rule.js";

interface Facts {
  readonly id: string;
}

export const excelDigitsLost = defineRule<"row", Facts>({
  code: "excel-digits-lost",
  scope: "row",
  severity: "warning",
  title: "A long student id ends as a spreadsheet cuts it.",
  why: "A spreadsheet keeps fifteen digits and writes zeros for the rest, and then two students can get one id.",
  remedy:
    "Compare the id with your student system. If it differs, export again without opening the file in a spreadsheet.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    const { studentId } = row;
    if (studentId.length < 16 || !/^[1-9]\d{14}0+$/.test(studentId)) return;
    hit({
      facts: { id: studentId },
      column: "student_id",
      value: studentId,
      cause: `student_id cut to fifteen digits in ${row.kind} rows`,
    });
  },
  say(facts) {
    return `The student id ${facts.id} has only zeros after its fifteenth digit.`;
  },
});
