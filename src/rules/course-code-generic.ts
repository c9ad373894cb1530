import { isMastery } from "../decide/ledger.js";
import { defineRule } from "./rule.js";
import { readStateCode } from "./stateCode.js";

interface Facts {
  readonly code: string;
  readonly title: string;
  readonly isRecord: boolean;
}

export const courseCodeGeneric = defineRule<"transcript", Facts>({
  code: "course-code-generic",
  scope: "transcript",
  severity: "info",
  title: "A state course code names no particular course.",
  why: "Credit by mastery should stand under a course title and code as exact as can be; a code without a subject is a rare last resort.",
  remedy:
    "Where the state has a code for this very course, give the row that one in your student system; else nothing.",
  cites: ["HB", "SCED"],
  check(row, context, hit) {
    if (readStateCode(row, context.policy.lists) !== "sound") return;
    const listed = context.policy.lists.courseCode(row.stateCourseCode);
    if (listed === null || listed.generic === "no") return;
    const isRecord = isMastery(row, context.policy);
    const onRecord = listed.generic === "no subject" ? "error" : "warning";
    hit({
      facts: { code: row.stateCourseCode, title: listed.title, isRecord },
      column: "state_course_code",
      value: row.stateCourseCode,
      severity: isRecord ? onRecord : "info",
    });
  },
  say(facts) {
    return `The state course code ${facts.code} stands for "${facts.title}"${facts.isRecord ? ", on a mastery record" : ""}.`;
  },
});
