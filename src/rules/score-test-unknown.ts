import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly test: string;
}

export const scoreTestUnknown = defineRule<"scores", Facts>({
  code: "score-test-unknown",
  scope: "scores",
  severity: "warning",
  title: "A score is of a test that the policy does not know.",
  why: "No pathway reads it.",
  remedy: "If it is a test of the policy under another name, add that name to the test; else nothing.",
  cites: ["POLICY"],
  needs: ["scores"],
  check(row, _context, hit) {
    if (row.testDef !== null) return;
    hit({ facts: { test: row.test }, column: "test", value: row.test });
  },
  say(facts) {
    return `The policy knows no test ${shown(facts.test)}.`;
  },
});
