import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly date: string;
}

export const scoreDateMalformed = defineRule<"scores", Facts>({
  code: "score-date-malformed",
  scope: "scores",
  severity: "error",
  doubt: true,
  title: "The date of a score cannot be read.",
  why: "Whether it is recent enough, or came after the attempt, cannot be told.",
  remedy: "Write the date as 2025-06-20 or 6/20/2025 and export again.",
  cites: ["LAYOUT"],
  needs: ["scores"],
  check(row, _context, hit) {
    if (row.date !== null) return;
    hit({ facts: { date: row.dateText }, column: "date", value: row.dateText });
  },
  say(facts) {
    return `The test date ${shown(facts.date)} is not a date that can be read.`;
  },
});
