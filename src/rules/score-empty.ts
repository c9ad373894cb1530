import { resultsOf } from "./results.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly test: string;
}

export const scoreEmpty = defineRule<"scores", Facts>({
  code: "score-empty",
  scope: "scores",
  severity: "warning",
  title: "A score holds no result.",
  why: "It says that the test was taken and not what was reached.",
  remedy: "Add the result and export again, or leave the row out.",
  cites: ["LAYOUT"],
  needs: ["scores"],
  check(row, _context, hit) {
    if (!row.counts || row.testDef === null || row.level !== "") return;
    for (const { text } of resultsOf(row)) if (text !== "") return;
    hit({ facts: { test: row.test }, column: "score", value: "", cause: `${row.test} without a result` });
  },
  say(facts) {
    return `There is no level, score, percent or percentile for ${facts.test}.`;
  },
});
