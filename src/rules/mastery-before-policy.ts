import { atRecord, courseOfRecord } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly course: string;
  readonly date: string;
  readonly from: string;
}

export const masteryBeforePolicy = defineRule<"decision", Facts>({
  code: "mastery-before-policy",
  scope: "decision",
  severity: "error",
  title: "A mastery record is older than the policy.",
  why: "Credit by mastery can be given only by a written policy that was adopted and in effect.",
  remedy:
    "If an earlier policy was in effect then, add it to the policy file with its dates and pathways; else the record has no ground.",
  cites: ["WAC 180-51-051"],
  needs: ["transcript", "mastery-records"],
  check({ records }, _context, hit) {
    for (const { row, verdict, from } of records) {
      if (verdict !== "before the policy" || row.date === null || from === null) continue;
      const column = row.dateCompleted === "" ? "school_year" : "date_completed";
      const value = row.dateCompleted === "" ? row.schoolYear : row.dateCompleted;
      hit(atRecord(row, { course: courseOfRecord(row), date: row.date, from }, column, value));
    }
  },
  say({ course, date, from }) {
    return `This record of ${date} is older than the first pathway to ${course}, which is in effect from ${from}.`;
  },
});
