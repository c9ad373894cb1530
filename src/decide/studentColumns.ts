import type { StudentFile } from "../model.js";

/** Values of the layout's student columns on which all of the student's rows that have one agree, by header cell. */
export function studentColumns(student: StudentFile): Readonly<Record<string, string>> {
  const values = new Map<string, string | null>();
  for (const row of student.transcript) {
    for (const column of row.layout.studentColumns) {
      const name = row.layout.columns[column] ?? "";
      const value = row.cells[column]?.trim() ?? "";
      if (value === "") continue;
      const before = values.get(name);
      values.set(name, before === undefined || before === value ? value : null);
    }
  }
  const agreed: Record<string, string> = {};
  for (const [name, value] of values) if (value !== null) agreed[name] = value;
  return agreed;
}
