import { resultsOf } from "./results.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly value: string;
}

export const scoreMalformed = defineRule<"scores", Facts>({
  code: "score-malformed",
  scope: "scores",
  severity: "error",
  doubt: true,
  title: "A result is not a number.",
  why: "What was reached is not known.",
  remedy: "Write the result as a plain number, or leave it blank, and export again.",
  cites: ["LAYOUT"],
  needs: ["scores"],
  check(row, _context, hit) {
    if (row.testDef === null) return;
    for (const { column, text, value } of resultsOf(row)) {
      if (text !== "" && value === null) hit({ facts: { value: text }, column, value: text });
    }
  },
  say(facts) {
    const comma = /^\d+,\d+$/.test(facts.value) ? " The comma could part thousands or be a decimal mark." : "";
    return `The result ${shown(facts.value)} is not a number that can be read.${comma}`;
  },
});
