import { NotDone, type Problem } from "../errors.js";
import type { RowRef } from "../model.js";
import { parseRecords } from "../read/csv.js";
import { unguarded } from "../report/formula.js";
import { shownName, shownNames } from "../rules/words.js";

/** One line of a small table that people keep: cells by column name, trimmed, empty where there is none. */
export interface TableRow extends RowRef {
  cell(column: string): string;
}

export interface TableFile {
  /** Display name, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DELIMITERS = [",", ";", "\t"] as const;

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/**
 * Reads a whole small table such as a list of decisions. Its header stands on the first line; columns in any order;
 * comma, semicolon or tab between them, whichever names most columns.
 * @throws NotDone naming every needed column that is missing, and every row of another width.
 */
export function readTable({ name, bytes }: TableFile, needed: readonly string[]): readonly TableRow[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NotDone([problem(name, "this is no text in UTF-8. Save it again as CSV UTF-8.")]);
  }
  const [header = [], records, delimiter] = best(text, needed);
  if (records === null)
    throw new NotDone([problem(name, "a quote is opened and never closed. Close it and try again.")]);
  const columns = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, cell] of header.entries()) {
    const column = fold(cell);
    if (column !== "" && columns.has(column))
      problems.push(problem(name, `the column ${shownName(cell)} stands there twice. Keep one.`));
    columns.set(column, index);
  }
  for (const column of needed) {
    if (!columns.has(fold(column))) {
      problems.push(
        problem(name, `the column ${column} is missing. Found: ${shownNames(header)}. Add it, or correct its name.`),
      );
    }
  }
  if (problems.length > 0) throw new NotDone(problems);
  const rows: TableRow[] = [];
  let line = 1;
  for (const [index, cells] of records.entries()) {
    const at = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    if (index === 0 || cells.every((cell) => cell.trim() === "")) continue;
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== "")) {
      const message = `this line has ${cells.length} cells, and the header has ${header.length}. Look for a stray "${delimiter}".`;
      problems.push(problem(`${name}:${at}`, message));
      continue;
    }
    rows.push({
      file: name,
      line: at,
      cell: (column) => unguarded((cells[columns.get(fold(column)) ?? -1] ?? "").trim()),
    });
  }
  if (problems.length > 0) throw new NotDone(problems);
  return rows;
}

function best(text: string, needed: readonly string[]): [string[] | undefined, string[][] | null, string] {
  const wanted = needed.map(fold);
  let found: [string[] | undefined, string[][] | null, string] = [undefined, null, ","];
  let most = -1;
  for (const delimiter of DELIMITERS) {
    const records = parseRecords(text, delimiter);
    const matched = (records?.[0] ?? []).filter((cell) => wanted.includes(fold(cell))).length;
    if (matched > most) {
      most = matched;
      found = [records?.[0], records, delimiter];
    }
  }
  return found;
}

function problem(where: string, message: string): Problem {
  return { code: "", where, message };
}

/** Reads every line by one reader. @throws NotDone with what is wrong with each of them. */
export function readLines<T extends object>(
  rows: readonly TableRow[],
  read: (row: TableRow) => T | string,
): readonly T[] {
  const items: T[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const item = read(row);
    if (typeof item === "string") problems.push(problem(`${row.file}:${row.line}`, item));
    else items.push(item);
  }
  if (problems.length > 0) throw new NotDone(problems);
  return items;
}
