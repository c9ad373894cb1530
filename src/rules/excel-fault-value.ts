import { damagedCells, mayShow } from "./excelCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly value: string;
  readonly column: string;
}

export const excelFaultValue = defineRule<"row", Facts>({
  code: "excel-fault-value",
  scope: "row",
  severity: "error",
  doubt: true,
  title: "A value is a spreadsheet's own error.",
  why: "What stood there is lost, so the row counts for nothing until it is back.",
  remedy: "Export again straight from your student system, without opening the file in a spreadsheet.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, damage } of damagedCells(row)) {
      if (damage !== "fault") continue;
      hit({ facts: { value, column }, column, value: mayShow(column) ? value : "" });
    }
  },
  say(facts) {
    return `"${facts.value}" in place of a value (${facts.column}) is what a spreadsheet writes where it could not work one out.`;
  },
});
