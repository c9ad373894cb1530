import { creditCells } from "./creditCells.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly column: string;
  readonly value: string;
}

export const creditMalformed = defineRule<"transcript", Facts>({
  code: "credit-malformed",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A credit cannot be read.",
  why: "How much was attempted or earned is not known.",
  remedy: "Write the credit as a decimal such as 0.5 and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, fault } of creditCells(row)) {
      if (fault === "malformed") hit({ facts: { column, value }, column, value });
    }
  },
  say(facts) {
    const comma = /^\d*,\d+$/.test(facts.value)
      ? " A comma is read as the decimal mark only in a file whose cells are separated by semicolons."
      : "";
    return `In ${facts.column}, the credit ${shown(facts.value)} is not a number that can be read.${comma}`;
  },
});
