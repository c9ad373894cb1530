import { defineRule } from "./rule.js";
import { placeOf } from "./words.js";

interface Facts {
  readonly stateIds: readonly string[];
  readonly others: readonly string[];
}

export const stateIdConflict = defineRule<"student", Facts>({
  code: "state-id-conflict",
  scope: "student",
  severity: "error",
  doubt: true,
  title: "A state id and a student id do not go together one to one.",
  why: "Whose rows are whose cannot be told, so all credit that this student could be given waits.",
  remedy: "Look up in your student system whose state id it is, correct the other student's and export again.",
  cites: ["LAYOUT"],
  check(student, _context, hit) {
    for (const doubt of student.doubts) {
      const { code, stateIds, studentIds: others } = doubt;
      if (code !== "state-id-conflict" || stateIds === undefined || others === undefined) continue;
      const facts = { stateIds, others };
      hit({
        facts,
        ...placeOf(doubt.at),
        column: "state_student_id",
        value: facts.stateIds.join(";"),
        cause: "state ids and student ids that clash",
      });
    }
  },
  say(facts) {
    return facts.others.length === 0
      ? `This student has more than one state id: ${facts.stateIds.join(", ")}.`
      : `The state id ${facts.stateIds.join(", ")} is also that of student ${facts.others.join(", ")}.`;
  },
});
