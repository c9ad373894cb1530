import type { Proposal, Violation } from "../model.js";
import type { SinceItem } from "../report/result.js";
import type { Table } from "../report/tables.js";

/** A line of the results of today, or one of the earlier results that is no more. */
type Line<T> = { readonly now: T } | { readonly earlier: SinceItem };

/** The table with the column `since` at its end, and lines for what is gone or landed after those of today. */
export function sinceTable<T extends Proposal | Violation>(table: Table<T>): Table<Line<T>> {
  return {
    columns: [...table.columns, "since"],
    cells: (line) => {
      if ("now" in line) return [...table.cells(line.now), line.now.since ?? ""];
      return [...table.columns.map((column) => earlierCell(line.earlier, column)), line.earlier.since];
    },
  };
}

export function* sinceLines<T>(now: Iterable<T>, earlier: Iterable<SinceItem>): Iterable<Line<T>> {
  for (const item of now) yield { now: item };
  for (const item of earlier) yield { earlier: item };
}

/** A cell of an earlier item. Its status is that it is gone or landed, so that nobody takes it for one of today. */
function earlierCell(item: SinceItem, column: string): string {
  if (column === "status") return item.since;
  const value = Object.hasOwn(item, column) ? item[column] : undefined;
  if ((column === "line" || column === "withholds") && value === 0) return "";
  if (column === "missing") return Array.isArray(value) ? value.map(String).join(";") : "";
  if (Array.isArray(value)) return value.map(words).join("; ");
  return value === null || value === undefined ? "" : words(value);
}

function words(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("says" in value) return String(value.says);
  return Object.values(value)
    .map(String)
    .filter((text) => text !== "")
    .join(", ");
}
