import { defineRule } from "./rule.js";
import { readStateCode, withZeros } from "./stateCode.js";

interface Facts {
  readonly code: string;
  readonly whole: string;
}

export const courseCodeLostZero = defineRule<"transcript", Facts>({
  code: "course-code-lost-zero",
  scope: "transcript",
  severity: "warning",
  title: "A state course code has lost its leading zero.",
  why: "A spreadsheet drops the 0 that codes of the first nine subjects begin with.",
  remedy: "Export straight from your student system, or format the column as text before opening it in a spreadsheet.",
  cites: ["SCED"],
  check(row, context, hit) {
    if (readStateCode(row, context.policy.lists) !== "lost zero") return;
    const code = row.stateCourseCode;
    hit({
      facts: { code, whole: withZeros(code) },
      column: "state_course_code",
      value: code,
      cause: "state_course_code without leading zero",
    });
  },
  say(facts) {
    return `The state course code ${facts.code} is very likely ${facts.whole}.`;
  },
});
