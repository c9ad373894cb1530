import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly rows: number;
}

export const studentAbsent = defineCompareRule<Facts>({
  code: "student-absent",
  severity: "info",
  title: "A student of the earlier export is not in the later one.",
  why: "Their past entries could not be compared.",
  remedy: "If the student left, nothing; else export again with all students.",
  cites: ["LAYOUT"],
  say(facts) {
    if (facts.rows === 1) return "The only entry of this student is not in the later export.";
    return `None of the ${facts.rows} entries of this student are in the later export.`;
  },
});
