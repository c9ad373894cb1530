import { atRecord, courseOfRecord } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly course: string;
}

export const masteryCte = defineRule<"decision", Facts>({
  code: "mastery-cte",
  scope: "decision",
  severity: "error",
  title: "A mastery record stands on a CTE course, and no pathway admits it.",
  why: "Requirements of career and technical education programs generally rule out credit by mastery.",
  remedy:
    'Find out on what ground it was given. If the adopted policy admits the course, say so in the policy file ("allowCte": true); else have the record looked into.',
  cites: ["HB"],
  needs: ["transcript", "mastery-records"],
  check({ records }, { policy }, hit) {
    for (const { row } of records) {
      if (row.match?.course.cte !== true) continue;
      const { course } = row.match;
      const isExcepted = policy.pathways.some(
        ({ source, targets }) => source.allowCte === true && targets.some((target) => target.course.id === course.id),
      );
      if (!isExcepted) hit(atRecord(row, { course: courseOfRecord(row) }, "course_id", row.courseId));
    }
  },
  say({ course }) {
    return `${course} is a CTE course.`;
  },
});
