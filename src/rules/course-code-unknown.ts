import { SHIPPED_LISTS } from "../data/lists.js";
import { defineRule } from "./rule.js";
import { readStateCode } from "./stateCode.js";

interface Facts {
  readonly code: string;
  readonly isOwnList: boolean;
}

export const courseCodeUnknown = defineRule<"transcript", Facts>({
  code: "course-code-unknown",
  scope: "transcript",
  severity: "warning",
  title: "A state course code is not in the list that zcredit ships.",
  why: "The list is the federal one that the state’s is built on, so the code may be the state’s own, or mistyped.",
  remedy: "Look the code up in the state’s course list of that year, and correct it if it is not there.",
  cites: ["SCED"],
  check(row, context, hit) {
    if (
      readStateCode(row, context.policy.lists) !== "sound" ||
      context.policy.lists.courseCode(row.stateCourseCode) !== null
    )
      return;
    // The district's policy vouches for the codes that it names.
    if (row.match?.course.stateCourseCode === row.stateCourseCode) return;
    const isOwnList = context.policy.lists.courseCode !== SHIPPED_LISTS.courseCode;
    hit({ facts: { code: row.stateCourseCode, isOwnList }, column: "state_course_code", value: row.stateCourseCode });
  },
  say(facts) {
    return `The state course code ${facts.code} is not in ${facts.isOwnList ? "the list given with --lists" : "the federal list"}.`;
  },
});
