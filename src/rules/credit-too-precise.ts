import { creditCells } from "./creditCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly value: string;
}

export const creditTooPrecise = defineRule<"transcript", Facts>({
  code: "credit-too-precise",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A credit has more than three decimals.",
  why: "Credits are counted in thousandths and never rounded.",
  remedy: "Correct the row in your student system and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, fault } of creditCells(row)) {
      if (fault === "precise") hit({ facts: { value }, column, value });
    }
  },
  say(facts) {
    return `The credit ${facts.value} has more than three decimals.`;
  },
});
