import { defineRule } from "./rule.js";
import { strangerIn } from "./stranger.js";

interface Facts {
  readonly id: string;
  readonly nearest: string;
}

export const approvalStudentUnknown = defineRule<"approvals", Facts>({
  code: "approval-student-unknown",
  scope: "approvals",
  severity: "warning",
  title: "An approval belongs to nobody on the transcripts.",
  why: "An approval without a student counts for nothing, and a refusal does not either.",
  remedy: "If the student is in the transcript export under another id, correct the id; else nothing.",
  cites: ["LAYOUT"],
  needs: ["approvals"],
  check(row, context, hit) {
    const stranger = strangerIn(row, context);
    if (stranger === null) return;
    hit({
      facts: stranger,
      column: stranger.column,
      value: stranger.id,
      cause: stranger.nearest === "" ? "student not on the transcripts" : "leading zeros of student_id",
    });
  },
  say(facts) {
    return `No transcript has student ${facts.id}.${facts.nearest === "" ? "" : ` There is a student ${facts.nearest}.`}`;
  },
});
