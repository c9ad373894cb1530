import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly part: string;
  readonly test: string;
  readonly parts: readonly string[];
}

export const scorePartUnknown = defineRule<"scores", Facts>({
  code: "score-part-unknown",
  scope: "scores",
  severity: "warning",
  title: "A score is of a part that the policy’s test does not have.",
  why: "No pathway reads it.",
  remedy: "If it is a part of the test under another name, correct it; else nothing.",
  cites: ["POLICY"],
  needs: ["scores"],
  check(row, _context, hit) {
    const parts = row.testDef?.parts;
    if (parts === undefined || row.part === "" || parts.includes(row.part)) return;
    hit({ facts: { part: row.part, test: row.test, parts }, column: "part", value: row.part });
  },
  say(facts) {
    return `The test ${facts.test} has no part ${shown(facts.part)} in the policy; it has ${facts.parts.join(", ")}.`;
  },
});
