import { damagedCells } from "./excelCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly value: string;
  readonly column: string;
}

export const excelTruthValue = defineRule<"row", Facts>({
  code: "excel-truth-value",
  scope: "row",
  severity: "error",
  doubt: true,
  title: "A value is TRUE or FALSE where that makes no sense.",
  why: "A spreadsheet or a formula has replaced what stood there, so the row counts for nothing until it is back.",
  remedy: "Export again straight from your student system, without opening the file in a spreadsheet.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, damage } of damagedCells(row)) {
      if (damage === "truth") hit({ facts: { value, column }, column, value });
    }
  },
  say(facts) {
    return `"${facts.value}" is no value of ${facts.column}.`;
  },
});
