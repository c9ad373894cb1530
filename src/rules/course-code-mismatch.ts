import { isSameCourse } from "../data/courseCodes.js";
import { defineRule } from "./rule.js";
import { readStateCode } from "./stateCode.js";

interface Facts {
  readonly code: string;
  readonly title: string;
  readonly expected: string;
}

export const courseCodeMismatch = defineRule<"transcript", Facts>({
  code: "course-code-mismatch",
  scope: "transcript",
  severity: "warning",
  title: "A state course code is not that of the policy’s course.",
  why: "The row and the policy do not mean the same course, or one of the codes is out of date.",
  remedy: "Correct the state course code in your student system, or in the policy.",
  cites: ["SCED", "POLICY"],
  check(row, context, hit) {
    if (row.match === null) return;
    const { stateCourseCode: expected, title } = row.match.course;
    if (
      expected === "" ||
      readStateCode(row, context.policy.lists) !== "sound" ||
      isSameCourse(row.stateCourseCode, expected, context.policy.lists.courseCode)
    )
      return;
    hit({
      facts: { code: row.stateCourseCode, title, expected },
      column: "state_course_code",
      value: row.stateCourseCode,
      cause: `${row.courseId} has state_course_code ${row.stateCourseCode}`,
    });
  },
  say(facts) {
    return `The state course code is ${facts.code}; the policy gives ${facts.expected} for ${facts.title}.`;
  },
});
