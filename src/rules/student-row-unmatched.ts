import { defineRule } from "./rule.js";

interface Facts {
  readonly id: string;
}

export const studentRowUnmatched = defineRule<"students", Facts>({
  code: "student-row-unmatched",
  scope: "students",
  severity: "warning",
  title: "A row of the students file belongs to nobody on the transcripts.",
  why: "It names its student by a state id that no transcript row carries, so it counts for nobody.",
  remedy: "Add the student id to the row, or the state id to the transcript export.",
  cites: ["LAYOUT"],
  needs: ["students"],
  check(row, _context, hit) {
    if (row.studentId !== "" || row.stateStudentId === "") return;
    hit({
      facts: { id: row.stateStudentId },
      column: "state_student_id",
      value: row.stateStudentId,
      cause: "state id not on the transcripts",
    });
  },
  say(facts) {
    return `No transcript row, or more than one student, has the state id ${facts.id}.`;
  },
});
