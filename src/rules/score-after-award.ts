import { defineRule } from "./rule.js";

interface Facts {
  readonly date: string;
  readonly awardDate: string;
}

export const scoreAfterAward = defineRule<"scores", Facts>({
  code: "score-after-award",
  scope: "scores",
  severity: "error",
  doubt: true,
  title: "A score is dated after the award date.",
  why: "What lies ahead cannot be known yet: either the score or the award date is wrong.",
  remedy: "Correct the date, or run with the award date that is meant (--award-date).",
  cites: ["LAYOUT"],
  needs: ["scores"],
  check(row, context, hit) {
    if (row.date === null || row.date <= context.awardDate) return;
    hit({ facts: { date: row.date, awardDate: context.awardDate }, column: "date", value: row.dateText });
  },
  say(facts) {
    return `The test is dated ${facts.date}, after the award date ${facts.awardDate}.`;
  },
});
