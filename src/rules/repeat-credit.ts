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

export const repeatCredit = defineRule<"decision", Facts>({
  code: "repeat-credit",
  scope: "decision",
  severity: "warning",
  title: "The same learning is credited twice in class.",
  why: "No mastery record is involved, so nothing is to be undone here; but a course that is full leaves no credit for mastery.",
  remedy:
    "If the course may be repeated for credit, give it more credits in the policy. Else have one of the records corrected in your student system.",
  cites: ["HB"],
  needs: ["transcript"],
  check({ student }, context, hit) {
    for (const twice of creditedTwice(student, context.policy)) {
      if (twice.isMastery) continue;
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
    return `With this record the credit earned in ${of} comes to ${earned}, and it is worth ${worth}. Beside it stands ${others}.`;
  },
});
