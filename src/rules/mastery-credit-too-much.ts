import { formatCredit } from "../credit.js";
import { earnedBy } from "../decide/ledger.js";
import { atRecord, closestTo, courseOfRecord, saysThen } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly credits: string;
  readonly gives: string;
  readonly course: string;
  readonly says: string;
}

export const masteryCreditTooMuch = defineRule<"decision", Facts>({
  code: "mastery-credit-too-much",
  scope: "decision",
  severity: "error",
  title: "A mastery record has more credit than its pathway gives.",
  why: "A pathway gives what was lost or is open, up to its ceiling and no further.",
  remedy: "Compare the record with the decision of that day, and have its credit corrected where it is wrong.",
  cites: ["WAC 180-51-051"],
  needs: ["transcript", "mastery-records"],
  check({ records }, _context, hit) {
    for (const judgement of records) {
      const { row, verdict, gives } = judgement;
      if (verdict !== "too much") continue;
      const facts = {
        credits: formatCredit(earnedBy(row)),
        gives: formatCredit(gives),
        course: courseOfRecord(row),
        says: saysThen(judgement),
      };
      hit(atRecord(row, facts, "credits_earned", row.creditsEarned, closestTo(judgement)));
    }
  },
  say({ credits, gives, course, says }) {
    return `The record has ${credits} of ${course}; at most ${gives} would have been given (${says}).`;
  },
});
