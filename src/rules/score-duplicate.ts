import { measured } from "../evidence/same.js";
import type { ScoreRow } from "../model.js";
import { sittingsOf } from "./results.js";
import { defineRule } from "./rule.js";
import { seenFrom } from "./words.js";

interface Facts {
  readonly test: string;
  readonly part: string;
  readonly date: string;
  /** Where the first stands. */
  readonly first: string;
}

export const scoreDuplicate = defineRule<"student", Facts>({
  code: "score-duplicate",
  scope: "student",
  severity: "warning",
  title: "The same result stands in the scores twice.",
  why: "It was very likely exported twice; it counts once as a result, and as one sitting.",
  remedy: "Remove one of the two rows and run again, or leave both: it counts once.",
  cites: ["LAYOUT"],
  needs: ["scores"],
  check(student, _context, hit) {
    for (const { date, rows } of sittingsOf(student)) {
      const seen = new Map<string, ScoreRow>();
      for (const row of rows) {
        const result = measured(row);
        const { test, part } = row;
        const first = seen.get(result);
        if (first === undefined) seen.set(result, row);
        else
          hit({
            facts: { test, part, date, first: seenFrom(row, first) },
            at: row,
            column: "test",
            value: test,
            cause: `${test} exported twice`,
          });
      }
    }
  },
  say(facts) {
    return `The result of ${facts.test}${facts.part === "" ? "" : `, ${facts.part},`} on ${facts.date} stands also on ${facts.first}.`;
  },
});
