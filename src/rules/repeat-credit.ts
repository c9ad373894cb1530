import { formatCredit } from "../credit.js";
import { creditedTwice } from "../decide/twice.js";
import { atRecord, courseOfRecord, saysRows } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly course: string;
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
      const { row, others, earned, worth } = twice;
      const facts = {
        course: courseOfRecord(row),
        earned: formatCredit(earned),
        worth: formatCredit(worth),
        others: saysRows(others),
      };
      hit(atRecord(row, facts, "credits_earned", row.creditsEarned));
    }
  },
  say({ course, earned, worth, others }) {
    return `With this record ${earned} credits are earned in ${course} and what teaches the same, which is worth ${worth}. Beside it stands ${others}.`;
  },
});
