import { distance } from "fastest-levenshtein";
import { itemAt } from "../at.js";
import { FIELDS, type Field, type FileReading, type InputKind, type Layout, STUDENT_COLUMNS } from "../model.js";
import { countOf, fold, isBlank, lineStarts, parsePlain, parseRecords } from "./csv.js";
import { type Chosen, chooseLayout, type Given, lackingOwn, rankOf } from "./map/choose.js";
import { fitMap, throughLayout } from "./map/resolve.js";
import type { MapDef } from "./map/schema.js";

/** In order of preference where the header matches equally well with several. */
const DELIMITERS = [",", ";", "\t", "|", "^"] as const;

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
  /** Why nothing can be read by it, in words; null: that is told by what it lacks, or nothing is wrong. */
  readonly refused: string | null;
}

/**
 * Finds the header in the first lines of a file: the first that names every needed column, of zcredit's own layout or
 * of one that it knows or was given, else the one that names most, with what it lacks. `text` holds whole lines, the
 * first of which is line `line` of the file.
 *
 * "more": it can't be told yet. "blank": there is nothing in any of these lines.
 */
export function findHeader(
  kind: InputKind,
  text: string,
  line: number,
  last: boolean,
  bom: boolean,
  given: readonly Given[] = [],
): FoundHeader | "more" | "blank" {
  const starts = lineStarts(text);
  const lines = firstLines(text, starts, last);
  if (typeof lines === "string") return lines;
  const headless = given.find((layout) => layout !== "own" && layout.kind === kind && layout.header === false);
  if (headless !== undefined && headless !== "own") return withoutHeader(headless, text, starts, line, bom);
  let best: Candidate | null = null;
  for (const delimiter of DELIMITERS) {
    const candidate = bestOf(kind, text, starts, lines, delimiter, given);
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
    else if (itemAt(starts, i + 1) - itemAt(starts, first) >= MAX_CHARS) return i + 1;
  }
  if (shown === 0) return "blank";
  return last ? count : "more";
}

/** Nothing in it by whichever delimiter. */
function isEmptyLine(line: string): boolean {
  return !/[^\s,;|^"]/.test(line);
}

interface Candidate {
  readonly cells: readonly string[];
  readonly delimiter: string;
  /** Index of its first physical line, and of the line after it. */
  readonly from: number;
  readonly to: number;
  readonly chosen: Chosen;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.chosen.rank !== b.chosen.rank) return rankOf(a.chosen) > rankOf(b.chosen);
  if (a.chosen.matched !== b.chosen.matched) return a.chosen.matched > b.chosen.matched;
  return a.cells.length > b.cells.length;
}

function bestOf(
  kind: InputKind,
  text: string,
  starts: readonly number[],
  lines: number,
  delimiter: string,
  given: readonly Given[],
): Candidate | null {
  let best: Candidate | null = null;
  for (let from = 0; from < lines; ) {
    const { cells, to } = recordAt(text, starts, from, lines, delimiter);
    if (cells !== null && !cells.every(isBlank)) {
      const candidate = { cells, delimiter, from, to, chosen: chooseLayout(kind, cells, given) };
      if (candidate.chosen.rank === "sure") return candidate;
      if (best === null || outranks(candidate.chosen, best.chosen)) best = candidate;
    }
    from = to;
  }
  return best;
}

function outranks(a: Chosen, b: Chosen): boolean {
  return rankOf(a) > rankOf(b) || (a.rank === b.rank && a.matched > b.matched);
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
  if (alone !== null) return { cells: itemAt(alone, 0), to: from + 1 };
  for (let i = from + 1; i < lines; i++) {
    if (countOf('"', text.slice(starts[i], starts[i + 1])) % 2 === 0) continue;
    const records = parseRecords(text.slice(starts[from], starts[i + 1]), delimiter, true);
    const cells = records?.length === 1 ? records[0] : undefined;
    return cells === undefined ? { cells: null, to: from + 1 } : { cells, to: i + 1 };
  }
  return { cells: null, to: from + 1 };
}

function describe(
  kind: InputKind,
  text: string,
  starts: readonly number[],
  line: number,
  best: Candidate,
  bom: boolean,
): FoundHeader {
  const { cells, chosen } = best;
  const own = columnsOf(kind, cells);
  const end = itemAt(starts, best.to);
  const plain: Layout = {
    kind,
    columns: cells,
    index: own.index,
    extra: own.extra,
    studentColumns: own.studentColumns,
    delimiter: best.delimiter,
    newline: lineEndBefore(text, end),
    encoding: "utf-8",
    bom,
  };
  const { def, fitted } = chosen;
  const mapped = def !== null && fitted !== null;
  const layout = mapped ? throughLayout(plain, def, fitted) : plain;
  const lacking = mapped ? fitted.missing : lackingOwn(kind, new Set(cells.map(fold)));
  const missing = lacking.map((field) => ({
    field,
    nearest: nearestTo(
      field,
      layout.extra.map((i) => itemAt(cells, i)),
    ),
    ...hintOf(def, field),
  }));
  // Of a mapped file only the columns that the map reads need a name of their own.
  const ambiguous = mapped ? fitted.ambiguous : own.ambiguous;
  const duplicated = mapped ? [] : own.duplicated;
  const above: { blank: boolean; cells: number }[] = [];
  for (let i = 0; i < best.from; i++) {
    const one = text.slice(starts[i], starts[i + 1]);
    const blank = isEmptyLine(one);
    above.push({ blank, cells: blank ? 0 : (parseRecords(one, best.delimiter)?.[0]?.length ?? 1) });
  }
  return {
    layout,
    header: { found: cells, line: line + best.from, missing, duplicated, ambiguous },
    sound: missing.length === 0 && duplicated.length === 0 && ambiguous.length === 0,
    above,
    end,
    nextLine: line + best.to,
    refused: chosen.refused ?? (chosen.rank === "maybe" ? otherKindOfFile(text) : null),
  };
}

function hintOf(def: MapDef | null, field: Field): { readonly hint?: string } {
  const hint = def?.hints?.[field];
  return hint === undefined ? {} : { hint };
}

/** What a file is that is text, and no table. */
function otherKindOfFile(text: string): string | null {
  const start = text.slice(0, 4096);
  if (!/^\s*<(?:\?xml|[A-Za-z][\w:]*[\s>])/.test(start)) return null;
  if (/pesc|HighSchoolTranscript/i.test(start)) {
    return "this is a PESC transcript, which is XML. zcredit reads tables: export the transcript as CSV.";
  }
  return "this is XML. zcredit reads tables: export it as CSV.";
}

/** A file without a header, as a map says: its columns are named by their places. */
function withoutHeader(def: MapDef, text: string, starts: readonly number[], line: number, bom: boolean): FoundHeader {
  const first = starts.findIndex((_, i) => !isEmptyLine(text.slice(starts[i], starts[i + 1])));
  const one = text.slice(starts[Math.max(first, 0)], starts[Math.max(first, 0) + 1]);
  let cells: readonly string[] = [];
  let delimiter: string = DELIMITERS[0];
  for (const each of DELIMITERS) {
    const records = def.quoting === "none" ? parsePlain(one, each) : parseRecords(one, each);
    const found = records?.[0] ?? [];
    if (found.length <= cells.length) continue;
    cells = found;
    delimiter = each;
  }
  const columns = cells.map((_, i) => `column ${i + 1}`);
  const fitted = fitMap(def, columns);
  const plain: Layout = {
    kind: def.kind,
    columns,
    index: {},
    extra: [],
    studentColumns: [],
    delimiter,
    newline: lineEndBefore(text, itemAt(starts, Math.max(first, 0) + 1)),
    encoding: "utf-8",
    bom,
    headless: true,
  };
  const missing = fitted.missing.map((field) => ({ field, nearest: [] }));
  return {
    layout: throughLayout(plain, def, fitted),
    header: { found: columns, line, missing, duplicated: [], ambiguous: [] },
    sound: missing.length === 0,
    above: [],
    end: 0,
    nextLine: line,
    refused: null,
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
    // What nobody reads may stand there as often as it likes; of students every further column is a group.
    if (field === undefined && kind !== "students") continue;
    const [first = "", ...others] = places.map((i) => itemAt(cells, i).trim());
    if (field === undefined || others.every((other) => other === first)) duplicated.push(first);
    else ambiguous.push({ field, columns: places.map((i) => itemAt(cells, i)) });
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
