import { defineRule } from "./rule.js";
import { placeOf } from "./words.js";

interface Facts {
  readonly id: string;
  readonly width: number;
}

export const studentIdLostZeros = defineRule<"student", Facts>({
  code: "student-id-lost-zeros",
  scope: "student",
  severity: "warning",
  title: "A student id is shorter than the others.",
  why: "A spreadsheet that drops leading zeros leaves ids like this, and then scores and approvals do not find their student.",
  remedy: "If zeros are missing, export straight from your student system or format the column as text first.",
  cites: ["LAYOUT"],
  check(student, context, hit) {
    const { id } = student;
    if (id.length >= context.idWidth || !/^\d+$/.test(id)) return;
    hit({
      facts: { id, width: context.idWidth },
      ...placeOf([...student.transcript, ...student.students]),
      column: "student_id",
      value: id,
      cause: "student_id shorter than the others",
    });
  },
  say(facts) {
    return `The student id ${facts.id} has ${facts.id.length} digits; nearly all others have ${facts.width}.`;
  },
});
