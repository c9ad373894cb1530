import { isShifted } from "../normalise/shifted.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly code: string;
  readonly credits: string;
}

export const rowCellsShifted = defineRule<"transcript", Facts>({
  code: "row-cells-shifted",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "The cells of a row seem to stand in the wrong columns.",
  why: "Which course it is of cannot be told, so all credit that this student could be given waits.",
  remedy:
    "Look for a comma inside a name or title on this line, put the cell in quotes or correct it in your student system, and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    if (!isShifted(row)) return;
    const credits = row.creditsAttempted === "" ? row.creditsEarned : row.creditsAttempted;
    hit({ facts: { code: row.courseId, credits }, column: "course_id", value: row.courseId });
  },
  say({ code, credits }) {
    return `Where the course code should stand is ${shown(code)}, where a credit should stand ${shown(credits)}, and other cells do not fit either.`;
  },
});
