import { formatCredit } from "../credit.js";
import { creditedTwice } from "../decide/twice.js";
import { atRecord, saysRows } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  /** What is credited twice. */
  readonly of: string;
  readonly earned: string;
  readonly worth: string;
  readonly others: string;
}

export const doubleCredit = defineRule<"decision", Facts>({
  code: "double-credit",
  scope: "decision",
  severity: "error",
  title: "The same learning is credited twice, one of the two by mastery.",
  why: "Credit by mastery is never given for what the student already has credit for.",
  remedy: "Find out which of the records stands, and have the other one corrected in your student system.",
  cites: ["HB", "WAC 180-51-051"],
  needs: ["transcript", "mastery-records"],
  check({ student }, context, hit) {
    for (const twice of creditedTwice(student, context.policy)) {
      if (!twice.isMastery) continue;
      const { row, others, of, earned, worth } = twice;
      const facts = {
        of,
        earned: formatCredit(earned),
        worth: formatCredit(worth),
        others: saysRows(others),
      };
      hit(atRecord(row, facts, "credits_earned", row.creditsEarned));
    }
  },
  say({ of, earned, worth, others }) {
    return `With this mastery record the credit earned in ${of} comes to ${earned}, and it is worth ${worth}. Beside it stands ${others}.`;
  },
});
