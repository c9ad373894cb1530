import { atRecord, courseOfRecord } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly mark: string;
  readonly course: string;
}

export const masteryPassOnCadr = defineRule<"decision", Facts>({
  code: "mastery-pass-on-cadr",
  scope: "decision",
  severity: "info",
  title: "A mastery record on a college-distribution course has no letter grade.",
  why: "Colleges may treat a pass differently, so that a letter may serve the student better.",
  remedy: "Nothing is wrong. Where the policy leaves a choice, think of a letter grade for these courses.",
  cites: ["HB", "WAC 392-415-050"],
  needs: ["transcript", "mastery-records"],
  check({ records }, _context, hit) {
    for (const { row } of records) {
      if (row.match?.course.cadr !== true || row.markKind !== "credit") continue;
      hit(atRecord(row, { mark: row.mark, course: courseOfRecord(row) }, "mark", row.mark));
    }
  },
  say({ mark, course }) {
    return `The mark ${mark} stands on ${course}, a college-distribution course.`;
  },
});
