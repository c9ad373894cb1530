import { itemAt } from "../at.js";
import { formatCredit, parseCredit } from "../credit.js";
import { parseDate, parseSchoolYear } from "../date.js";
import { FIELDS, type Layout, type RawRow, type RowRef, STUDENT_COLUMNS } from "../model.js";
import { creditWithPoint } from "../normalise/decimals.js";
import { readLetters } from "../normalise/transcript.js";

/** The columns that two or more files can be compared by, in an order that no layout decides. */
export interface Compared {
  /** Folded names; fields of zcredit first, then extra columns by name. */
  readonly names: readonly string[];
  /** How people know each of them. */
  readonly shown: readonly string[];
  /** Columns that some of the files lack, or that say who the student is: not compared. */
  readonly left: readonly string[];
  readonly ofStudent: readonly string[];
}

/** One transcript entry, its cells in the order of `Compared`, each in one spelling for what it means. */
export interface Entry extends RowRef {
  readonly studentId: string;
  readonly cells: readonly string[];
  /** The row as its file has it, and where each compared column stands in it. */
  readonly written: { readonly row: RawRow; readonly at: readonly number[] };
}

/** Column names are matched without regard to case, spaces, `_` and `-`. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

const FIELD_OF: ReadonlyMap<string, string> = new Map(FIELDS.transcript.map((field) => [fold(field), field]));
const OF_STUDENT: ReadonlySet<string> = new Set(STUDENT_COLUMNS.map(fold));

/** What a layout can be compared by: fields wherever they are read from, then the columns that no field claims. */
function columnsOf(layout: Layout): ReadonlyMap<string, { readonly position: number; readonly name: string }> {
  const columns = new Map<string, { readonly position: number; readonly name: string }>();
  for (const field of FIELDS.transcript) {
    const position = layout.index[field];
    if (position !== undefined) columns.set(fold(field), { position, name: field });
  }
  for (const position of layout.extra) {
    const name = itemAt(layout.columns, position);
    if (fold(name) !== "" && !columns.has(fold(name))) columns.set(fold(name), { position, name });
  }
  return columns;
}

/** Columns that every one of the layouts has, but for those of the student: a new surname is no change of an entry. */
export function comparedColumns(layouts: readonly Layout[]): Compared {
  const seen = new Map<string, { readonly name: string; count: number }>();
  for (const layout of layouts) {
    for (const [folded, { name }] of columnsOf(layout)) {
      const before = seen.get(folded);
      if (before === undefined) seen.set(folded, { name, count: 1 });
      else before.count += 1;
    }
  }
  const fields = FIELDS.transcript.map(fold);
  const extras = [...seen.keys()].filter((name) => !fields.includes(name)).sort();
  const names: string[] = [];
  const left: string[] = [];
  const ofStudent: string[] = [];
  for (const name of [...fields, ...extras]) {
    const column = seen.get(name);
    if (column === undefined) continue;
    if (OF_STUDENT.has(name)) ofStudent.push(column.name);
    else if (column.count < layouts.length) left.push(column.name);
    else names.push(name);
  }
  return { names, shown: names.map((name) => seen.get(name)?.name ?? name), left, ofStudent };
}

/** Where each compared column stands in one layout. */
function positionsIn(layout: Layout, compared: Compared): readonly number[] {
  const columns = columnsOf(layout);
  return compared.names.map((name) => columns.get(name)?.position ?? -1);
}

/** The text in the one spelling of what it means: `0.50` and `.5` are one credit, `2023-24` and `2024` one year. */
function canonical(field: string | undefined, cell: string): string {
  const text = cell.trim();
  if (text === "") return text;
  switch (field) {
    case "credits_attempted":
    case "credits_earned": {
      const credit = parseCredit(creditWithPoint(text));
      return typeof credit === "number" ? formatCredit(credit) : text;
    }
    case "school_year": {
      const year = parseSchoolYear(text);
      return year === null ? text : String(year.year);
    }
    case "date_completed":
      return parseDate(text) ?? text;
    case "grade_level":
      return /^\d+$/.test(text) ? String(Number(text)) : text;
    case "designations":
      return /^[A-Za-z\s,;|/]*$/.test(text) ? readLetters(text) : text;
    default:
      return text;
  }
}

/** How many spellings of one column are remembered: cells repeat, and no column may fill the memory. */
const REMEMBERED = 20_000;

/** Makes the reader of entries for one way of comparing. Rows of any of the layouts may come in any order. */
export function entryReader(compared: Compared): (raw: RawRow) => Entry {
  const positions = new WeakMap<Layout, readonly number[]>();
  const fields = compared.names.map((name) => FIELD_OF.get(name));
  const spelt = fields.map(() => new Map<string, string>());
  const studentAt = compared.names.indexOf(fold("student_id"));
  const read = (column: number, cell: string): string => {
    const known = spelt[column];
    let text = known?.get(cell);
    if (text !== undefined) return text;
    text = canonical(fields[column], cell);
    if (known !== undefined && known.size < REMEMBERED) known.set(cell, text);
    return text;
  };
  return (raw) => {
    let at = positions.get(raw.layout);
    if (at === undefined) {
      at = positionsIn(raw.layout, compared);
      positions.set(raw.layout, at);
    }
    const cells = at.map((position, column) => read(column, raw.cells[position] ?? ""));
    return { file: raw.file, line: raw.line, studentId: cells[studentAt] ?? "", cells, written: { row: raw, at } };
  };
}

/** The cell of one compared column as the file writes it, trimmed: what a person finds when they look there. */
export function writtenIn({ written: { row, at } }: Entry, column: number): string {
  return (row.cells[at[column] ?? -1] ?? "").trim();
}

/** All that an entry says, as one text. */
export function contentOfEntry(entry: Entry): string {
  return entry.cells.join("\u001f");
}

/** Cells of an entry by the names of zcredit's fields. */
export interface EntryFields {
  /** In the one spelling that entries are compared by. */
  readonly meant: (entry: Entry, field: (typeof FIELDS)["transcript"][number]) => string;
  /** As the file writes it. */
  readonly written: (entry: Entry, field: (typeof FIELDS)["transcript"][number]) => string;
}

export function fieldsOf(compared: Compared): EntryFields {
  const at = new Map(FIELDS.transcript.map((field) => [field, compared.names.indexOf(fold(field))]));
  return {
    meant: (entry, field) => entry.cells[at.get(field) ?? -1] ?? "",
    written: (entry, field) => writtenIn(entry, at.get(field) ?? -1),
  };
}
