import { entryOf, itemAt } from "../at.js";
import type { FileReading, InputKind, Layout, RawRow } from "../model.js";
import { FIELDS, type Field } from "../model.js";
import { byText } from "../order.js";
import type { Draft } from "../read/map/draft.js";
import { readingTotals } from "./totals.js";
import { count, counted, plain } from "./words.js";

/** What the rows of one file showed, gathered while they were read. */
export interface Gathered {
  /** Distinct values of each field, the first three; and every column that they come from. */
  readonly samples: ReadonlyMap<Field, { readonly values: readonly string[]; readonly columns: readonly string[] }>;
  readonly students: number;
  /** Distinct marks, with their rows; for a transcript only. */
  readonly marks: ReadonlyMap<string, number>;
  readonly results: number;
}

export interface Problemed {
  readonly code: string;
  readonly rows: number;
  readonly first: string;
}

export interface Inspected {
  /** As the person named it. */
  readonly path: string;
  readonly reading: FileReading;
  readonly gathered: Gathered;
  readonly problems: readonly Problemed[];
  /** The map drafted for a layout that none is known for. */
  readonly draft: Draft | null;
  /** Flags that say how the file is read, as they have to be given again; empty where it is recognised. */
  readonly flags: string;
  readonly given: boolean;
  readonly next: readonly string[];
}

const VALUES = 3;
const SHOWN_VALUE = 24;
const SHOWN_PROBLEMS = 4;
const SHOWN_FIELDS = 18;
/** A window of 100 by 40 holds it all. */
const WIDTH = 100;

/** Gathers what rows show. Values of columns that name people are not kept. */
export function gatherer(): { readonly see: (row: RawRow) => void; readonly end: () => Gathered } {
  const samples = new Map<Field, { values: string[]; columns: string[]; layouts: Set<Layout> }>();
  const students = new Set<string>();
  const marks = new Map<string, number>();
  let results = 0;
  return {
    see: (row) => {
      results += 1;
      const { layout, cells } = row;
      for (const field of FIELDS[layout.kind]) {
        const at = layout.index[field];
        if (at === undefined) continue;
        const value = itemAt(cells, at).trim();
        if (value === "") continue;
        let sample = samples.get(field);
        if (sample === undefined) {
          sample = { values: [], columns: [], layouts: new Set() };
          samples.set(field, sample);
        }
        if (!sample.layouts.has(layout)) {
          sample.layouts.add(layout);
          const column = columnAt(layout, at);
          if (!sample.columns.includes(column)) sample.columns.push(column);
        }
        if (sample.values.length < VALUES && !sample.values.includes(value)) sample.values.push(value);
        if (field === "mark") marks.set(value, (marks.get(value) ?? 0) + 1);
      }
      const id = idOf(row);
      if (id !== "") students.add(id);
    },
    end: () => ({ samples, students: students.size, marks, results }),
  };
}

/** The header of the column that a row's cell comes from; empty for a constant. */
function columnAt({ columns, through }: Layout, at: number): string {
  return itemAt([...columns, ...(through?.sources ?? [])], at);
}

function idOf({ layout, cells }: RawRow): string {
  const { student_id: own, state_student_id: state } = layout.index;
  const at = own ?? state;
  return at === undefined ? "" : itemAt(cells, at).trim();
}

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "pipe"],
  ["^", "caret"],
]);

/** Headers of columns that hold people's names, or what leads to them. */
const NAMED_FIRST = /^(?:first|last|middle|sur|maiden|given|family|candidate|student|full)/i;
const PERSONAL =
  /^(?:first|last|middle|sur|maiden|given|family|candidate|student|full)|teacher|staff|parent|guardian|counsel|e-?mail|phone|address|login|birth|dob/i;

export function isPersonal(header: string): boolean {
  const name = header.trim().replace(/^\[[^\]]*\]|^\w+\./, "");
  return PERSONAL.test(name) && (!NAMED_FIRST.test(name) || /name$|surname$/i.test(name.replace(/[\s_-]/g, "")));
}

/** At most forty lines of a hundred characters: what a file is, how it is read, what is wrong, what to type next. */
export function inspectionText(inspected: Inspected): string {
  const lines = [
    ...fileLines(inspected),
    ...columnLines(inspected),
    ...missingLines(inspected),
    ...problemLines(inspected),
  ].flatMap(wrapped);
  lines.push(
    "Next",
    // A command that is broken over lines could not be copied.
    ...inspected.next.map((line) => `  ${line}`),
  );
  return `${lines.join("\n")}\n`;
}

/** A line as it is, or over several at its blanks, those below set in. */
function wrapped(line: string): readonly string[] {
  if (line.length <= WIDTH) return [line];
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(" ", WIDTH);
    if (at <= 4) break;
    lines.push(rest.slice(0, at));
    rest = `    ${rest.slice(at + 1)}`;
  }
  return [...lines, rest];
}

/** Whether the header lacks columns that are needed, so that no row can be read. */
function lacksColumns({ header }: FileReading): boolean {
  return header !== null && header.missing.length > 0;
}

function fileLines({ path, reading, gathered, given, draft }: Inspected): string[] {
  const { layout } = reading;
  const totals = readingTotals(reading);
  const isLacking = lacksColumns(reading);
  if (layout === null) return [`${plain(path)}: ${counted(reading.bytes, "byte")}, no table found`];
  const how = [
    `${layout.encoding}${layout.bom ? " with byte order mark" : ""}`,
    `${entryOf(DELIMITERS, layout.delimiter)} between cells`,
    `lines end in ${layout.newline === "\r\n" ? "CRLF" : layout.newline === "\r" ? "CR" : "LF"}`,
  ];
  const rows = [`${counted(totals.records, "record")}: ${count(totals.rows)} read`];
  if (gathered.results > totals.rows) rows.push(`giving ${counted(gathered.results, "result")}`);
  if (totals.unreadable > 0) rows.push(`${count(totals.unreadable)} unreadable`);
  if (totals.notRecords > 0) rows.push(`${count(totals.notRecords)} left out`);
  return [
    `${plain(path)}: ${how.join(", ")}`,
    isLacking ? "No row can be read yet." : `${rows.join(", ")}; ${counted(gathered.students, "student")}`,
    `Read as ${layoutWords(reading, given, draft)}`,
    ...leftOutLines(reading),
  ];
}

function layoutWords({ layout, kind }: FileReading, given: boolean, draft: Draft | null): string {
  const def = layout?.through?.def;
  const what = `${KIND_WORDS[kind]}`;
  if (draft?.template !== undefined) return `${what}, by the map ${draft.template}: likely, all it needs is there`;
  if (draft !== null) return `${what}, by a map drafted from its column names: unsure, look each column over`;
  if (def === undefined) return `${what}, zcredit's own layout: sure, all needed columns are there`;
  if (given) return `${what}, ${def.title} (${def.name}): as you said`;
  return `${what}, ${def.title} (${def.name}): sure, the header has what tells it from all others`;
}

const KIND_WORDS: Readonly<Record<InputKind, string>> = {
  transcript: "a transcript",
  scores: "scores",
  approvals: "approvals",
  students: "students",
};

function leftOutLines({ broken }: FileReading): string[] {
  const reasons = new Map<string, { rows: number; line: number }>();
  for (const { what, why, count: rows, line } of broken) {
    const reason = why ?? what;
    if (reason === undefined) continue;
    const known = reasons.get(reason);
    if (known === undefined) reasons.set(reason, { rows, line });
    else known.rows += rows;
  }
  return [...reasons].map(
    ([why, { rows, line }]) => `  left out: ${count(rows)}, first line ${line}: ${clip(why, 80)}`,
  );
}

function clip(text: string, most: number): string {
  const shown = plain(text);
  return shown.length <= most ? shown : `${shown.slice(0, most - 1)}…`;
}

function columnLines({ reading, gathered }: Inspected): string[] {
  const { layout, kind } = reading;
  if (layout === null) return [];
  const isLacking = lacksColumns(reading);
  const rows: string[] = [];
  const used = new Set<string>();
  for (const field of FIELDS[kind]) {
    const at = layout.index[field];
    if (at === undefined) continue;
    const sample = gathered.samples.get(field);
    const [column = "", ...more] = sample?.columns ?? [columnAt(layout, at)];
    for (const name of [column, ...more]) used.add(name);
    const values = sample?.values ?? [];
    const first = values.map((value) => clip(value, SHOWN_VALUE)).join(", ");
    const shown = isPersonal(column) ? "(not shown)" : isLacking ? " " : first;
    const named = column === "" ? "(the same for all)" : clip(column, 34);
    const from = more.length === 0 ? named : `${named} and ${count(more.length)} more`;
    rows.push(`  ${field.padEnd(17)} ${from.padEnd(26)} ${shown === "" ? "(blank)" : shown}`.slice(0, WIDTH).trimEnd());
  }
  const physical = new Set(Object.values(layout.through?.physical ?? {}));
  const read = new Set(layout.columns.filter((_, at) => physical.has(at)));
  const others = layout.columns.filter((column) => !used.has(column) && !read.has(column) && column.trim() !== "");
  const lines = ["Columns: field, where it comes from, first values", ...rows.slice(0, SHOWN_FIELDS)];
  if (others.length > 0) {
    const names: string[] = [];
    let length = 0;
    for (const name of others.map((other) => clip(other, 30))) {
      if (length + name.length > 70) break;
      names.push(name);
      length += name.length + 2;
    }
    const more = others.length - names.length;
    lines.push(`  not read: ${names.join(", ")}${more > 0 ? ` and ${count(more)} more` : ""}`);
  }
  return lines;
}

function missingLines({ reading: { header }, draft }: Inspected): string[] {
  const lines = header === null ? [] : headerLines(header);
  const lead = draft?.template === undefined ? "Look at" : "Note:";
  for (const doubt of draft?.doubts ?? []) lines.push(`${lead} ${plain(doubt)}`);
  return lines;
}

function headerLines({ missing, ambiguous, duplicated }: NonNullable<FileReading["header"]>): string[] {
  const lines: string[] = [];
  for (const { field, hint, nearest } of missing) {
    const said = hint ?? (nearest.length === 0 ? "no column is called like it" : `is it ${nearest.join(" or ")}?`);
    lines.push(`Missing: ${field}; ${plain(said)}`);
  }
  for (const { field, columns } of ambiguous) {
    lines.push(`Unclear: ${field} could be ${columns.map(plain).join(" or ")}`);
  }
  for (const name of duplicated) lines.push(`Unclear: the column ${plain(name)} is there twice`);
  return lines;
}

function problemLines({ problems: all, gathered, reading }: Inspected): string[] {
  const isLacking = lacksColumns(reading);
  const problems = all.filter(({ code }) => !isLacking || code !== "file-no-rows");
  const lines: string[] = [];
  if (gathered.marks.size > 0) {
    const marks = [...gathered.marks].sort(([a, n], [b, m]) => m - n || byText(a, b));
    const shown = marks.slice(0, 12).map(([mark, n]) => `${clip(mark, 8)} ${count(n)}`);
    const more = marks.length > shown.length ? ` and ${count(marks.length - shown.length)} more` : "";
    lines.push(`Marks, which the policy must list: ${shown.join(", ")}${more}`);
  }
  if (problems.length === 0) return lines;
  lines.push("First problems");
  for (const { code, rows, first } of problems.slice(0, SHOWN_PROBLEMS)) {
    lines.push(`  ${code}: ${counted(rows, "place")}, first ${plain(first)}`);
  }
  if (problems.length > SHOWN_PROBLEMS) lines.push(`  and ${counted(problems.length - SHOWN_PROBLEMS, "more kind")}`);
  return lines;
}
