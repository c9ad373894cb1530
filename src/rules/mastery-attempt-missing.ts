import { atRecord, closestTo, courseOfRecord } from "./masteryFacts.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly course: string;
}

export const masteryAttemptMissing = defineRule<"decision", Facts>({
  code: "mastery-attempt-missing",
  scope: "decision",
  severity: "warning",
  title: "A mastery record recovers an attempt that is not on the transcript.",
  why: "A record by mastery is added beside the failed one; if the failed one was replaced, the student's history is no longer true.",
  remedy:
    "Look for the failed entry in your student system and in an earlier export. If it was changed or removed, have it restored.",
  cites: ["HB"],
  needs: ["transcript", "mastery-records"],
  check({ records }, _context, hit) {
    for (const judgement of records) {
      const { row, attemptMissing } = judgement;
      if (!attemptMissing) continue;
      hit(atRecord(row, { course: courseOfRecord(row) }, "course_id", row.courseId, closestTo(judgement)));
    }
  },
  say({ course }) {
    return `The pathways to ${course} recover lost credit, and no failed attempt stands on the transcript before this record.`;
  },
});
