import { itemAt } from "../at.js";
import { parseCredit } from "../credit.js";
import type { RowRef } from "../model.js";
import { wholeText } from "../report/pieces.js";
import { spreadsheet, type Table } from "../report/tables.js";
import type { Landing } from "../since/landed.js";
import type { Choosing } from "./decisions.js";
import type { TableRow } from "./table.js";

/** Columns of `decision-log.csv`: who decided what, and enough of the proposal to know it again when it has landed. */
const OF_PROPOSAL = [
  "status",
  "student_id",
  "school_code",
  "course",
  "course_id",
  "part",
  "credits",
  "mark",
  "designations",
  "school_year",
  "term",
  "award_date",
  "pathway",
] as const;

export const LOG_COLUMNS = ["proposal_id", "decision", "by", "on", "reason", ...OF_PROPOSAL] as const;

export interface LogEntry extends RowRef {
  readonly id: string;
  readonly choice: string;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  readonly credits: string;
  readonly cells: readonly string[];
}

export function logEntryOf(choosing: Choosing, cell: (column: string) => string): LogEntry {
  const { file, line, id, choice, by, on, reason } = choosing;
  const cells = [id, choice, by, on, reason, ...OF_PROPOSAL.map(cell)];
  return { file, line, id, choice, by, on, reason, credits: cell("credits"), cells };
}

/** Reads one line of a decision log. */
export function readLogEntry(row: TableRow): LogEntry | string {
  const cells = LOG_COLUMNS.map((name) => row.cell(name));
  const [id, choice] = [row.cell("proposal_id"), row.cell("decision")];
  const [by, on, reason] = [row.cell("by"), row.cell("on"), row.cell("reason")];
  if (id === "" || choice === "") return "the proposal_id or the decision is blank. A decision log is never edited.";
  return { file: row.file, line: row.line, id, choice, by, on, reason, credits: row.cell("credits"), cells };
}

const TABLE: Table<LogEntry> = { columns: LOG_COLUMNS, cells: (entry) => entry.cells };

export function logText(entries: readonly LogEntry[]): string {
  return wholeText(spreadsheet(TABLE, entries));
}

function cellOf(entry: LogEntry, column: (typeof LOG_COLUMNS)[number]): string {
  return itemAt(entry.cells, LOG_COLUMNS.indexOf(column));
}

/** Records that were accepted for import, by what they look like on a transcript. The first of equal ids counts. */
export function exportedOf(entries: readonly LogEntry[]): ReadonlyMap<string, Landing> {
  const exported = new Map<string, Landing>();
  for (const entry of entries) {
    if (entry.choice !== "accept" || cellOf(entry, "status") !== "ready" || exported.has(entry.id)) continue;
    const credits = parseCredit(cellOf(entry, "credits"));
    exported.set(entry.id, {
      id: entry.id,
      studentId: cellOf(entry, "student_id"),
      course: cellOf(entry, "course"),
      courseId: cellOf(entry, "course_id"),
      part: cellOf(entry, "part"),
      schoolYear: cellOf(entry, "school_year"),
      mark: cellOf(entry, "mark"),
      credits: typeof credits === "number" ? credits : 0,
      designations: cellOf(entry, "designations"),
    });
  }
  return exported;
}
