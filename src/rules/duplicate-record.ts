import type { TranscriptRow } from "../model.js";
import { areEqual } from "../normalise/content.js";
import { defineRule } from "./rule.js";
import { seenFrom } from "./words.js";

interface Facts {
  readonly courseId: string;
  readonly year: string;
  readonly term: string;
  readonly mark: string;
  /** Where the one before stands. */
  readonly twin: string;
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
    let before: TranscriptRow | null = null;
    for (const row of student.transcript) {
      const twin = before !== null && areEqual(before, row) ? before : null;
      before = row;
      if (twin === null) continue;
      const { courseId, schoolYear, term, mark } = row;
      hit({
        facts: { courseId, year: schoolYear, term, mark, twin: seenFrom(row, twin) },
        at: row,
        column: "course_id",
        value: courseId,
        cause: "record exported twice",
      });
    }
  },
  say(facts) {
    return `This record of ${[facts.courseId, facts.year, facts.term, facts.mark].filter((text) => text !== "").join(" ")} is equal in every field to that on ${facts.twin}.`;
  },
});
