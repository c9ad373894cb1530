import { itemAt } from "../at.js";
import type { Layout, TranscriptRow } from "../model.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly names: number;
}

export const studentInTwoNames = defineRule<"student", Facts>({
  code: "student-in-two-names",
  scope: "student",
  severity: "info",
  title: "One student id stands on rows with different names.",
  why: "A changed name looks like this, and so does one student’s row under another’s id.",
  remedy:
    "Look the id up in your student system. If all rows are of one student, nothing; else correct the id of the wrong ones.",
  cites: ["LAYOUT"],
  check(student, _context, hit) {
    const [row] = student.transcript;
    if (row === undefined || areNamedAlike(row, student.transcript)) return;
    const names = new Set<string>();
    for (const each of student.transcript) {
      const name = nameOn(each);
      if (name !== "") names.add(name);
    }
    if (names.size < 2) return;
    // Names are counted and never repeated.
    hit({ facts: { names: names.size }, at: row, column: "student_id", value: student.id, cause: "names that differ" });
  },
  say(facts) {
    return `The rows of this student carry ${facts.names} different names.`;
  },
});

const NAMES = ["lastname", "firstname"];
const columnsOf = new WeakMap<Layout, readonly number[]>();

function nameColumns(layout: Layout): readonly number[] {
  let columns = columnsOf.get(layout);
  if (columns === undefined) {
    const isName = (column: number): boolean =>
      NAMES.includes(
        itemAt(layout.columns, column)
          .toLowerCase()
          .replace(/[\s_-]/g, ""),
      );
    columns = layout.studentColumns.filter(isName);
    columnsOf.set(layout, columns);
  }
  return columns;
}

/** Whether all rows carry the very cells of one: nearly every student's do, and need no closer look. */
function areNamedAlike(one: TranscriptRow, rows: readonly TranscriptRow[]): boolean {
  const columns = nameColumns(one.layout);
  for (const row of rows) {
    if (row.layout !== one.layout) return false;
    for (const column of columns) if (row.cells[column] !== one.cells[column]) return false;
  }
  return true;
}

/** Last and first name where the layout has both and the row fills them; else empty. */
function nameOn(row: TranscriptRow): string {
  const columns = nameColumns(row.layout);
  const names = columns.map((column) => itemAt(row.cells, column).trim().toLowerCase());
  return names.length < NAMES.length || names.includes("") ? "" : names.sort().join(" ");
}
