import { creditCells } from "./creditCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly column: string;
  readonly value: string;
}

export const creditTooPrecise = defineRule<"transcript", Facts>({
  code: "credit-too-precise",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A credit has more than three decimals.",
  why: "Credits are counted in thousandths and never rounded.",
  remedy: "Write the credit with at most three decimals, such as 0.333, in your student system and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, fault } of creditCells(row)) {
      if (fault === "precise") hit({ facts: { column, value }, column, value });
    }
  },
  say(facts) {
    return `In ${facts.column}, the credit ${facts.value} has more than three decimals.`;
  },
});
