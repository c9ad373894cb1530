import { distance } from "fastest-levenshtein";
import {
  FIELDS,
  type Field,
  type FileReading,
  type InputKind,
  type Layout,
  REQUIRED,
  STUDENT_COLUMNS,
} from "../model.js";
import { countOf, fold, isBlank, lineStarts, parseRecords } from "./csv.js";

/** In order of preference where the header matches equally well with several. */
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** How far a header is looked for. Lines beyond are data, however much they look like one. */
const MAX_SHOWN_LINES = 20;
const MAX_LINES = 2000;
const MAX_CHARS = 1 << 20;

export interface FoundHeader {
  readonly layout: Layout;
  readonly header: NonNullable<FileReading["header"]>;
  /** Whether nothing is wrong with it, so that records can be read by it. */
  readonly sound: boolean;
  /** Physical lines above the header, in order. */
  readonly above: readonly { readonly blank: boolean; readonly cells: number }[];
  /** Where the text after the header begins, and the number of the line there. */
  readonly end: number;
  readonly nextLine: number;
}

/**
 * Finds the header in the first lines of a file: the first that names every needed column, else the one that names
 * most, with what it lacks. `text` holds whole lines, the first of which is line `line` of the file.
 *
 * "more": it can't be told yet. "blank": there is nothing in any of these lines.
 */
export function findHeader(
  kind: InputKind,
  text: string,
  line: number,
  last: boolean,
  bom: boolean,
): FoundHeader | "more" | "blank" {
  const starts = lineStarts(text);
  const lines = firstLines(text, starts, last);
  if (typeof lines === "string") return lines;
  let best: Candidate | null = null;
  for (const delimiter of DELIMITERS) {
    const candidate = bestOf(kind, text, starts, lines, delimiter);
    if (candidate !== null && (best === null || isBetter(candidate, best))) best = candidate;
  }
  return best === null ? "blank" : describe(kind, text, starts, line, best, bom);
}

/**
 * How many lines the header is looked for in. Counted by content alone, from the first line with anything in it, so
 * that it never hangs on how the bytes come.
 */
function firstLines(text: string, starts: readonly number[], last: boolean): number | "more" | "blank" {
  const count = starts.length - 1;
  let shown = 0;
  let first = 0;
  for (let i = 0; i < count; i++) {
    if (!isEmptyLine(text.slice(starts[i], starts[i + 1]))) shown++;
    if (shown === 0) first = i + 1;
    else if (shown === MAX_SHOWN_LINES || i + 1 - first >= MAX_LINES) return i + 1;
    else if ((starts[i + 1] ?? 0) - (starts[first] ?? 0) >= MAX_CHARS) return i + 1;
  }
  if (shown === 0) return "blank";
  return last ? count : "more";
}

/** Nothing in it by whichever delimiter. */
function isEmptyLine(line: string): boolean {
  return !/[^\s,;|"]/.test(line);
}

interface Candidate {
  readonly cells: readonly string[];
  readonly delimiter: string;
  /** Index of its first physical line, and of the line after it. */
  readonly from: number;
  readonly to: number;
  readonly complete: boolean;
  readonly matched: number;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.complete !== b.complete) return a.complete;
  if (a.matched !== b.matched) return a.matched > b.matched;
  return a.cells.length > b.cells.length;
}

function bestOf(
  kind: InputKind,
  text: string,
  starts: readonly number[],
  lines: number,
  delimiter: string,
): Candidate | null {
  let best: Candidate | null = null;
  for (let from = 0; from < lines; ) {
    const { cells, to } = recordAt(text, starts, from, lines, delimiter);
    if (cells !== null && !cells.every(isBlank)) {
      const names = new Set(cells.map(fold));
      const matched = FIELDS[kind].filter((field) => names.has(fold(field))).length;
      const candidate = { cells, delimiter, from, to, complete: lacking(kind, names).length === 0, matched };
      if (candidate.complete) return candidate;
      if (best === null || candidate.matched > best.matched) best = candidate;
    }
    from = to;
  }
  return best;
}

/** One record, over several lines where a cell in quotes holds line ends. Null: a quote stays open. */
function recordAt(
  text: string,
  starts: readonly number[],
  from: number,
  lines: number,
  delimiter: string,
): { readonly cells: readonly string[] | null; readonly to: number } {
  const alone = parseRecords(text.slice(starts[from], starts[from + 1]), delimiter);
  if (alone !== null) return { cells: alone[0] ?? [""], to: from + 1 };
  for (let i = from + 1; i < lines; i++) {
    if (countOf('"', text.slice(starts[i], starts[i + 1])) % 2 === 0) continue;
    const records = parseRecords(text.slice(starts[from], starts[i + 1]), delimiter, true);
    const cells = records?.length === 1 ? records[0] : undefined;
    return cells === undefined ? { cells: null, to: from + 1 } : { cells, to: i + 1 };
  }
  return { cells: null, to: from + 1 };
}

/** Needed fields without a column; a file that is no transcript may name its students by state id instead. */
function lacking(kind: InputKind, names: ReadonlySet<string>): Field[] {
  const missing: Field[] = [];
  for (const field of REQUIRED[kind]) {
    if (names.has(fold(field))) continue;
    if (field === "student_id" && kind !== "transcript" && names.has(fold("state_student_id"))) continue;
    missing.push(field);
  }
  return missing;
}

function describe(
  kind: InputKind,
  text: string,
  starts: readonly number[],
  line: number,
  best: Candidate,
  bom: boolean,
): FoundHeader {
  const columns = columnsOf(kind, best.cells);
  const end = starts[best.to] ?? text.length;
  const layout: Layout = {
    kind,
    columns: best.cells,
    index: columns.index,
    extra: columns.extra,
    studentColumns: columns.studentColumns,
    delimiter: best.delimiter,
    newline: lineEndBefore(text, end),
    encoding: "utf-8",
    bom,
  };
  const missing = lacking(kind, new Set(best.cells.map(fold))).map((field) => ({
    field,
    nearest: nearestTo(
      field,
      columns.extra.map((i) => best.cells[i] ?? ""),
    ),
  }));
  const { ambiguous, duplicated } = columns;
  const above: { blank: boolean; cells: number }[] = [];
  for (let i = 0; i < best.from; i++) {
    const one = text.slice(starts[i], starts[i + 1]);
    const blank = isEmptyLine(one);
    above.push({ blank, cells: blank ? 0 : (parseRecords(one, best.delimiter)?.[0]?.length ?? 1) });
  }
  return {
    layout,
    header: { found: best.cells, line: line + best.from, missing, duplicated, ambiguous },
    sound: missing.length === 0 && duplicated.length === 0 && ambiguous.length === 0,
    above,
    end,
    nextLine: line + best.to,
  };
}

function lineEndBefore(text: string, end: number): Layout["newline"] {
  if (text[end - 1] === "\r") return "\r";
  return text[end - 1] === "\n" && text[end - 2] === "\r" ? "\r\n" : "\n";
}

/** Sorts the columns of a header by what they mean. Of two columns with one name the first is taken. */
function columnsOf(kind: InputKind, cells: readonly string[]) {
  const fields = new Map<string, Field>(FIELDS[kind].map((field) => [fold(field), field]));
  const ofStudent = new Set(STUDENT_COLUMNS.map(fold));
  const index: Partial<Record<Field, number>> = {};
  const extra: number[] = [];
  const studentColumns: number[] = [];
  const seen = new Map<string, number[]>();
  for (const [i, cell] of cells.entries()) {
    const name = fold(cell);
    const places = seen.get(name);
    const field = fields.get(name);
    if (field === undefined) extra.push(i);
    else if (places === undefined) index[field] = i;
    if (ofStudent.has(name)) studentColumns.push(i);
    if (places === undefined) seen.set(name, [i]);
    else places.push(i);
  }
  const duplicated: string[] = [];
  const ambiguous: { field: Field; columns: string[] }[] = [];
  for (const [name, places] of seen) {
    // Columns without a name are no columns of the same name: a spreadsheet leaves such at the right edge.
    if (places.length < 2 || name === "") continue;
    const field = fields.get(name);
    const names = places.map((i) => cells[i] ?? "");
    if (field === undefined) duplicated.push(names[0] ?? "");
    else ambiguous.push({ field, columns: names });
  }
  return { index, extra, studentColumns, duplicated, ambiguous };
}

/** Up to three names that are near enough to be a slip of the pen, the nearest first. */
function nearestTo(field: Field, names: readonly string[]): string[] {
  const wanted = fold(field);
  const near: { name: string; far: number }[] = [];
  for (const name of names) {
    const far = distance(wanted, fold(name));
    if (fold(name) !== "" && far <= Math.max(2, Math.floor(wanted.length / 2))) near.push({ name, far });
  }
  return near
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
}
