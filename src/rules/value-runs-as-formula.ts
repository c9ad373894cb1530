import { itemAt } from "../at.js";
import { runsAsFormula } from "../report/formula.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly column: string;
  readonly value: string;
}

export const valueRunsAsFormula = defineRule<"row", Facts>({
  code: "value-runs-as-formula",
  scope: "row",
  severity: "warning",
  title: "A spreadsheet would run a value as a formula.",
  why: "Whoever opens the export in a spreadsheet would run it, and what is then shown or saved is not what was written.",
  remedy: "Correct the value in your student system. If it is meant so, never open the file in a spreadsheet.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    const { cells, layout } = row;
    // Values that a map worked out stand behind the file's own cells, and in no file.
    const own = Math.min(cells.length, layout.columns.length);
    for (let column = 0; column < own; column++) {
      const cell = itemAt(cells, column);
      if (!mayRun(cell) || !runsAsFormula(cell) || /^[=+\-@]+$/.test(cell)) continue;
      const name = itemAt(layout.columns, column);
      // Columns that no field claims may hold names, which are never repeated.
      const value = layout.extra.includes(column) || layout.studentColumns.includes(column) ? "" : cell;
      hit({ facts: { column: name, value }, column: name, value, cause: `column ${name} begins like a formula` });
    }
  },
  say(facts) {
    return facts.value === ""
      ? `A value in the column "${facts.column}" begins like a formula.`
      : `The value ${shown(facts.value)} in the column "${facts.column}" begins like a formula.`;
  },
});

/** Nearly every cell begins with a plain letter or digit: those need no closer look. */
function mayRun(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  return cell !== "" && !isDigit && !isLetter;
}
