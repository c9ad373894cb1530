import { atRecord, closestTo, courseOfRecord } from "./masteryFacts.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly mark: string;
  readonly course: string;
  readonly allowed: string;
}

export const masteryMarkNotAllowed = defineRule<"decision", Facts>({
  code: "mastery-mark-not-allowed",
  scope: "decision",
  severity: "error",
  title: "A mastery record has a mark that its pathway does not give.",
  why: "The policy says which grade each opportunity earns; no other may stand on its record.",
  remedy: "Compare the mark with the policy and the evidence, and have it corrected where it is wrong.",
  cites: ["HB", "WAC 392-415-050"],
  needs: ["transcript", "mastery-records"],
  check({ records }, _context, hit) {
    for (const judgement of records) {
      const { row, marksAllowed } = judgement;
      if (marksAllowed === null) continue;
      const facts = { mark: row.mark, course: courseOfRecord(row), allowed: marksAllowed.join(", ") };
      hit(atRecord(row, facts, "mark", row.mark, closestTo(judgement)));
    }
  },
  say({ mark, course, allowed }) {
    const instead = allowed === "" ? "" : ` What could have been given: ${allowed}.`;
    return `The mark ${shown(mark)} is not one that a pathway to ${course} would have given.${instead}`;
  },
});
