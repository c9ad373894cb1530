import { isCourseUnreadable } from "../normalise/courseId.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly code: string;
}

export const courseIdUnreadable = defineRule<"transcript", Facts>({
  code: "course-id-unreadable",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A row does not say which course it is of.",
  why: "It could be any course, so all credit that this student could be given waits.",
  remedy:
    "Fill in the district’s course code in your student system and export again, without opening the file in a spreadsheet.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    if (!isCourseUnreadable(row)) return;
    hit({ facts: { code: row.courseId }, column: "course_id", value: row.courseId });
  },
  say(facts) {
    return `The course code ${shown(facts.code)} names no course.`;
  },
});
