import { atRecord, courseOfRecord } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly course: string;
  readonly isKnown: boolean;
}

export const masteryCourseNotInPolicy = defineRule<"decision", Facts>({
  code: "mastery-course-not-in-policy",
  scope: "decision",
  severity: "error",
  title: "A mastery record stands on a course that no pathway of the policy gives credit in.",
  why: "The written policy must name the courses in which credit by mastery can be earned.",
  remedy:
    "Find out by which policy the credit was given. If an adopted one names the course, write it into the policy file; else the record has no ground.",
  cites: ["WAC 180-51-051(3)(b)"],
  needs: ["transcript", "mastery-records"],
  check({ records }, _context, hit) {
    for (const { row, verdict } of records) {
      if (verdict !== "no pathway names the course") continue;
      hit(atRecord(row, { course: courseOfRecord(row), isKnown: row.match !== null }, "course_id", row.courseId));
    }
  },
  say({ course, isKnown }) {
    return isKnown
      ? `No pathway gives credit in ${course}.`
      : `No course of the policy has the code ${course}, which carries a mastery designation.`;
  },
});
