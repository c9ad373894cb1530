import { areEqual } from "../normalise/content.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly courseId: string;
  readonly year: string;
  readonly term: string;
  readonly mark: string;
}

export const duplicateRecord = defineRule<"student", Facts>({
  code: "duplicate-record",
  scope: "student",
  severity: "error",
  title: "The same record stands on the transcript twice.",
  why: "Every field is equal, so it was very likely exported twice. The decision counts both until one is removed: credit looks earned twice.",
  remedy:
    "If it was exported twice, remove one and export again. A course that was repeated differs in its year or term.",
  cites: ["LAYOUT"],
  check(student, _context, hit) {
    // Rows stand in order of their content, so equal ones stand side by side.
    const rows = student.transcript;
    for (let i = 1; i < rows.length; i++) {
      const before = rows[i - 1];
      const row = rows[i];
      if (before === undefined || row === undefined || !areEqual(before, row)) continue;
      const { courseId, schoolYear, term, mark } = row;
      hit({
        facts: { courseId, year: schoolYear, term, mark },
        at: row,
        column: "course_id",
        value: courseId,
        cause: "record exported twice",
      });
    }
  },
  say(facts) {
    return `This record of ${[facts.courseId, facts.year, facts.term, facts.mark].filter((text) => text !== "").join(" ")} is equal in every field to another.`;
  },
});
