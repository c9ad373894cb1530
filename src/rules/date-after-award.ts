import { defineRule } from "./rule.js";

interface Facts {
  readonly date: string;
  readonly awardDate: string;
}

export const dateAfterAward = defineRule<"transcript", Facts>({
  code: "date-after-award",
  scope: "transcript",
  severity: "error",
  doubt: true,
  seesQuiet: true,
  title: "A course is dated after the award date.",
  why: "What lies ahead cannot be known yet: either the row or the award date is wrong.",
  remedy: "Correct the date in your student system, or run with the award date that is meant (--award-date).",
  cites: ["LAYOUT"],
  check(row, context, hit) {
    if (row.completed === null || row.completed <= context.awardDate) return;
    // A course that was left says nothing, and one that the student is in now ends later by its nature.
    if (row.markKind === "ignored" || row.markKind === "inProgress") return;
    hit({
      facts: { date: row.completed, awardDate: context.awardDate },
      column: "date_completed",
      value: row.dateCompleted,
    });
  },
  say(facts) {
    return `The course is dated ${facts.date}, after the award date ${facts.awardDate}.`;
  },
});
