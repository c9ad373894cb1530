import { defineRule } from "./rule.js";
import { readStateCode } from "./stateCode.js";
import { shown } from "./words.js";

interface Facts {
  readonly code: string;
}

export const courseCodeMalformed = defineRule<"transcript", Facts>({
  code: "course-code-malformed",
  scope: "transcript",
  severity: "warning",
  title: "A state course code is not five digits.",
  why: "The state reads five digits, and nothing else can be looked up.",
  remedy: "Correct the state course code in your student system.",
  cites: ["SCED"],
  check(row, context, hit) {
    if (readStateCode(row, context.policy.lists) !== "malformed") return;
    hit({ facts: { code: row.stateCourseCode }, column: "state_course_code", value: row.stateCourseCode });
  },
  say(facts) {
    return `The state course code ${shown(facts.code)} is not five digits.`;
  },
});
