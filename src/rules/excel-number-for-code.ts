import { damagedCells } from "./excelCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly value: string;
  readonly column: string;
}

export const excelNumberForCode = defineRule<"row", Facts>({
  code: "excel-number-for-code",
  scope: "row",
  severity: "error",
  doubt: true,
  title: "A spreadsheet has rounded a code.",
  why: "The digits that are gone cannot be worked out, so the row counts for nothing until the code is back.",
  remedy:
    "Export again straight from your student system, or format the column as text before the file is opened in a spreadsheet.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, damage } of damagedCells(row)) {
      if (damage === "number") hit({ facts: { value, column }, column, value });
    }
  },
  say(facts) {
    return `"${facts.value}" in ${facts.column} is a number as a spreadsheet shortens it, no code.`;
  },
});
