import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly date: string;
}

export const dateMalformed = defineRule<"transcript", Facts>({
  code: "date-malformed",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A date of completion cannot be read.",
  why: "When the course ended cannot be told.",
  remedy: "Write the date as 2025-06-20 or 6/20/2025, or leave it blank, and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    if (row.dateCompleted === "" || row.completed !== null) return;
    hit({ facts: { date: row.dateCompleted }, column: "date_completed", value: row.dateCompleted });
  },
  say(facts) {
    return `The date of completion ${shown(facts.date)} is not a date that can be read.`;
  },
});
