import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly status: string;
}

export const scoreNotValid = defineRule<"scores", Facts>({
  code: "score-not-valid",
  scope: "scores",
  severity: "info",
  title: "A score has a status that does not count.",
  why: "Interim, partial and invalidated results are no evidence.",
  remedy: "Nothing, unless the result is valid: then correct its status.",
  cites: ["LAYOUT"],
  needs: ["scores"],
  check(row, _context, hit) {
    if (row.counts) return;
    hit({ facts: { status: row.status }, column: "status", value: row.status });
  },
  say(facts) {
    return `The status is ${shown(facts.status)}: the score is not used.`;
  },
});
