import { formatCredit } from "../credit.js";
import { earnedBy } from "../decide/ledger.js";
import { atRecord, closestTo, courseOfRecord, saysThen } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly credits: string;
  readonly course: string;
  readonly says: string;
}

export const masteryWithoutEvidence = defineRule<"decision", Facts>({
  code: "mastery-without-evidence",
  scope: "decision",
  severity: "warning",
  title: "Nothing in the files bears out a mastery record.",
  why: "No pathway in effect on its day would have given this credit on what is on file up to then.",
  remedy:
    "Ask for the source document: a score, an approval, a portfolio. If there is one, add it to the files; else have the record looked into.",
  cites: ["HB", "WAC 180-51-051"],
  needs: ["transcript", "mastery-records"],
  check({ records }, _context, hit) {
    for (const judgement of records) {
      const { row, verdict } = judgement;
      if (verdict !== "not given" && verdict !== "no pathway in effect") continue;
      const says = verdict === "not given" ? saysThen(judgement) : "no pathway to the course was in effect on that day";
      const facts = { credits: formatCredit(earnedBy(row)), course: courseOfRecord(row), says };
      hit(atRecord(row, facts, "credits_earned", row.creditsEarned, closestTo(judgement)));
    }
  },
  say({ credits, course, says }) {
    return `${credits} of ${course} by mastery is not borne out: ${says}.`;
  },
});
