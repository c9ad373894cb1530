import type { StudentRow } from "../model.js";
import { defineRule } from "./rule.js";
import { allSeenFrom } from "./words.js";

interface Facts {
  readonly columns: readonly string[];
  /** Where the other rows stand. */
  readonly others: string;
}

export const studentRowConflict = defineRule<"student", Facts>({
  code: "student-row-conflict",
  scope: "student",
  severity: "error",
  doubt: true,
  title: "Rows of the students file contradict each other.",
  why: "Whether a pathway is for this student cannot be told.",
  remedy: "Keep the right row in the students file, remove the other and run again.",
  cites: ["LAYOUT"],
  needs: ["students"],
  check(student, _context, hit) {
    const [first, ...others] = student.students;
    if (first === undefined) return;
    const columns = COLUMNS.filter(({ read }) => others.some((row) => read(row) !== read(first))).map(
      ({ column }) => column,
    );
    const [column] = columns;
    if (column === undefined) return;
    hit({
      facts: { columns, others: allSeenFrom(first, others) },
      at: first,
      rows: student.students,
      column,
      value: "",
      cause: `students rows that differ in ${columns.join(", ")}`,
    });
  },
  say(facts) {
    return `The rows of this student differ in ${facts.columns.join(", ")}: see also ${facts.others}.`;
  },
});

const COLUMNS: readonly { readonly column: string; readonly read: (row: StudentRow) => string }[] = [
  { column: "grade_level", read: (row) => (row.grade === null ? row.gradeLevel : String(row.grade)) },
  { column: "class_of", read: (row) => row.classOfText },
  { column: "programs", read: (row) => row.programs.join(";") },
  { column: "status", read: (row) => row.status },
  { column: "birth_date", read: (row) => row.birthDate ?? row.birthDateText },
];
