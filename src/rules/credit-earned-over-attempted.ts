import { formatCredit } from "../credit.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly earned: string;
  readonly attempted: string;
}

export const creditEarnedOverAttempted = defineRule<"transcript", Facts>({
  code: "credit-earned-over-attempted",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "More credit is earned than was attempted.",
  why: "One of the two is wrong, and which cannot be told.",
  remedy: "Look up which of the two credits is right, correct the other in your student system and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    if (row.earned === null || row.attempted === null || row.earned <= row.attempted) return;
    const facts = { earned: formatCredit(row.earned), attempted: formatCredit(row.attempted) };
    hit({ facts, column: "credits_earned", value: row.creditsEarned });
  },
  say(facts) {
    return `Credit earned ${facts.earned} is more than credit attempted ${facts.attempted}.`;
  },
});
