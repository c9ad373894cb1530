import { measured } from "../evidence/same.js";
import { sittingsOf } from "./results.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly test: string;
  readonly part: string;
  readonly date: string;
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
      const seen = new Set<string>();
      for (const row of rows) {
        const result = measured(row);
        const { test, part } = row;
        if (seen.has(result))
          hit({
            facts: { test, part, date },
            at: row,
            column: "test",
            value: test,
            cause: `${test} exported twice`,
          });
        seen.add(result);
      }
    }
  },
  say(facts) {
    return `The result of ${facts.test}${facts.part === "" ? "" : `, ${facts.part},`} on ${facts.date} is there more than once.`;
  },
});
