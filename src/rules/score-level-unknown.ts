import { isReadPart } from "./results.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly level: string;
  readonly levels: readonly string[];
}

export const scoreLevelUnknown = defineRule<"scores", Facts>({
  code: "score-level-unknown",
  scope: "scores",
  severity: "error",
  doubt: true,
  title: "A level is not one of the levels of its test.",
  why: "Whether it is high enough cannot be told.",
  remedy: "Correct the level, or the levels of the test in the policy.",
  cites: ["POLICY"],
  needs: ["scores"],
  check(row, _context, hit) {
    const levels = row.testDef?.scales.level?.ordered;
    if (levels === undefined || row.level === "" || row.levelIndex !== null || !isReadPart(row)) return;
    hit({ facts: { level: row.level, levels }, column: "level", value: row.level });
  },
  say(facts) {
    return `The level ${shown(facts.level)} is none of ${facts.levels.join(", ")}.`;
  },
});
