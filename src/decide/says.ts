import type { AnyRow, UsedRow } from "../model.js";
import { byText } from "../order.js";

/** A row by its content: code, year, term and mark, or test, day and result. Never a name, never a line. */
export function saysRow(row: AnyRow): string {
  return words(row)
    .filter((word) => word !== "")
    .join(" ");
}

function words(row: AnyRow): readonly string[] {
  switch (row.kind) {
    case "transcript":
      return [row.courseId, row.schoolYear, row.term, row.mark];
    case "scores":
      return [
        row.test,
        row.part,
        row.dateText,
        row.level === "" ? "" : `level ${row.level}`,
        row.scoreText === "" ? "" : `score ${row.scoreText}`,
        row.percentText === "" ? "" : `${row.percentText} percent`,
        row.percentileText === "" ? "" : `percentile ${row.percentileText}`,
        row.status,
      ];
    case "approvals":
      return [row.role, row.decisionText, row.course === "" ? "" : `for ${row.course}`, row.onText];
    case "students":
      return ["students file", row.gradeLevel === "" ? "" : `grade ${row.gradeLevel}`];
  }
}

export function used(row: AnyRow): UsedRow {
  return { file: row.file, line: row.line, says: saysRow(row) };
}

/** Rows as used, each once, in the order of what they say. */
export function usedAll(rows: readonly AnyRow[]): UsedRow[] {
  return [...new Set(rows)].map(used).sort((a, b) => byText(a.says, b.says));
}
