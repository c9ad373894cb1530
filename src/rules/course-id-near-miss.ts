import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly code: string;
  readonly courses: readonly string[];
}

export const courseIdNearMiss = defineRule<"transcript", Facts>({
  code: "course-id-near-miss",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A course code differs from a code of the policy only by case, leading zeros or quotes.",
  why: "It is very likely that course, and not surely so; what hangs on the course waits.",
  remedy: "Correct the code in your student system, or add it to the course in the policy.",
  cites: ["LAYOUT", "POLICY"],
  check(row, _context, hit) {
    const [first] = row.nearMisses;
    if (row.match !== null || first === undefined) return;
    const courses = row.nearMisses.map((course) => course.title);
    hit({ facts: { code: row.courseId, courses }, column: "course_id", value: row.courseId, course: first.id });
  },
  say(facts) {
    return `The course code ${shown(facts.code)} differs from a code of ${facts.courses.join(" and ")} only by case, leading zeros, quotes or characters that nobody sees.`;
  },
});
