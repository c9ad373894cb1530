import { counted } from "../report/words.js";
import { defineRule } from "./rule.js";
import { placeOf } from "./words.js";

interface Facts {
  readonly stateIds: readonly string[];
  /** Those that are named. */
  readonly others: readonly string[];
  /** How many more there are. */
  readonly further: number;
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
      const { code, stateIds, studentIds: others, further = 0 } = doubt;
      if (code !== "state-id-conflict" || stateIds === undefined || others === undefined) continue;
      const facts = { stateIds, others, further };
      hit({
        facts,
        ...placeOf(doubt.at),
        column: "state_student_id",
        value: facts.stateIds.join(";"),
        cause: "state ids and student ids that clash",
      });
    }
  },
  say({ stateIds, others, further }) {
    const rest = further === 0 ? "" : ` and ${counted(further, "other")}`;
    const who = `${others.length === 1 ? "student" : "students"} ${others.join(", ")}${rest}`;
    if (stateIds.length === 1) return `The state id ${stateIds[0]} is also that of ${who}.`;
    const several = `This student has more than one state id (${stateIds.join(", ")})`;
    if (others.length === 0) return `${several}.`;
    return `${several}, and ${who} ${others.length === 1 ? "has" : "have"} one of them too.`;
  },
});
