import { defineRule } from "./rule.js";
import { placeOf } from "./words.js";

interface Facts {
  readonly id: string;
  readonly others: readonly string[];
}

export const studentIdZeroTwin = defineRule<"student", Facts>({
  code: "student-id-zero-twin",
  scope: "student",
  severity: "error",
  doubt: true,
  title: "Two student ids differ only in leading zeros.",
  why: "A spreadsheet makes two students of one this way, so whose credit is whose cannot be told and all of it waits.",
  remedy: "If they are one student, correct the id and export again. If they are two, give one of them another id.",
  cites: ["LAYOUT"],
  check(student, _context, hit) {
    for (const doubt of student.doubts) {
      const { code, studentIds: others } = doubt;
      if (code !== "student-id-zero-twin" || others === undefined) continue;
      const facts = { id: student.id, others };
      hit({
        facts,
        ...placeOf(doubt.at),
        column: "student_id",
        value: student.id,
        cause: "student ids that differ in leading zeros",
      });
    }
  },
  say(facts) {
    return `Student ${facts.id} could be student ${facts.others.join(" or ")}: only leading zeros differ.`;
  },
});
