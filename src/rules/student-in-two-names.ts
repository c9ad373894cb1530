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
    // A file with one of the two columns says nothing of another that has both.
    const found = new Map<string, Set<string>>();
    for (const each of student.transcript) {
      const name = nameOn(each);
      if (name === "") continue;
      const { of } = nameColumns(each.layout);
      const names = found.get(of);
      if (names === undefined) found.set(of, new Set([name]));
      else names.add(name);
    }
    const most = Math.max(0, ...[...found.values()].map((names) => names.size));
    if (most < 2) return;
    // Names are counted and never repeated.
    hit({ facts: { names: most }, at: row, column: "student_id", value: student.id, cause: "names that differ" });
  },
  say(facts) {
    return `The rows of this student carry ${facts.names} different names.`;
  },
});

const NAMES = ["lastname", "firstname"];

interface NameColumns {
  readonly columns: readonly number[];
  /** Which names they hold: `firstname lastname`. */
  readonly of: string;
}

const columnsOf = new WeakMap<Layout, NameColumns>();

function nameColumns(layout: Layout): NameColumns {
  let known = columnsOf.get(layout);
  if (known === undefined) {
    const nameOf = (column: number): string =>
      itemAt(layout.columns, column)
        .toLowerCase()
        .replace(/[\s_-]/g, "");
    const columns = layout.studentColumns.filter((column) => NAMES.includes(nameOf(column)));
    known = { columns, of: columns.map(nameOf).sort().join(" ") };
    columnsOf.set(layout, known);
  }
  return known;
}

/** Whether all rows carry the very cells of one: nearly every student's do, and need no closer look. */
function areNamedAlike(one: TranscriptRow, rows: readonly TranscriptRow[]): boolean {
  const { columns } = nameColumns(one.layout);
  for (const row of rows) {
    if (row.layout !== one.layout) return false;
    for (const column of columns) if (row.cells[column] !== one.cells[column]) return false;
  }
  return true;
}

/** Last and first name, or the one of them that the layout has, where the row fills them; else empty. */
function nameOn(row: TranscriptRow): string {
  const { columns } = nameColumns(row.layout);
  const names = columns.map((column) => itemAt(row.cells, column).trim().toLowerCase());
  return names.includes("") ? "" : names.sort().join(" ");
}
