import { creditCells } from "./creditCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly column: string;
  readonly value: string;
}

export const creditNegative = defineRule<"transcript", Facts>({
  code: "credit-negative",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A credit is below 0.",
  why: "No course gives less than nothing, so what was meant is not known.",
  remedy: "Correct the credit in your student system and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, fault } of creditCells(row)) {
      if (fault === "negative") hit({ facts: { column, value }, column, value });
    }
  },
  say(facts) {
    return `In ${facts.column}, the credit ${facts.value} is below 0.`;
  },
});
