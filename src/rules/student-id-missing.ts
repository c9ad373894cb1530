import { defineRule } from "./rule.js";

export const studentIdMissing = defineRule<"row", null>({
  code: "student-id-missing",
  scope: "row",
  severity: "error",
  doubt: true,
  title: "A row names no student.",
  why: "Whose row it is cannot be told, so it counts for nobody.",
  remedy: "Fill in the student id in your student system and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    // A transcript row needs its own student id; elsewhere the state id will do.
    if (row.studentId !== "" || (row.kind !== "transcript" && row.stateStudentId !== "")) return;
    hit({ facts: null, column: "student_id", value: "", cause: `student_id blank in ${row.kind} rows` });
  },
  say() {
    return "The student id is blank.";
  },
});
