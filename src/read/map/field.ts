import { itemAt } from "../../at.js";
import type { Field } from "../../model.js";
import type { Columns } from "./columns.js";
import { type DateForm, readDate } from "./dates.js";
import { type ReaderName, readerOf } from "./readers.js";
import type { MapColumn, MapCondition, MapDef, MapField } from "./schema.js";

/** How one field is read from a record's cells. */
export interface FieldReading {
  /** The one column whose trimmed cell is the value as it stands; null: it has to be worked out. */
  readonly plain: number | null;
  readonly get: (cells: readonly string[]) => string;
  /** Columns it is read from, the first of them foremost; conditions apart. Empty for a constant. */
  readonly from: readonly number[];
  /** The column that messages name; null: none. */
  readonly named: number | null;
}

export type Get = FieldReading["get"];

const DATE_FIELDS: readonly Field[] = ["date_completed", "date", "on", "until", "birth_date"];

export function trimmed(cells: readonly string[], at: number): string {
  return itemAt(cells, at).trim();
}

/** A column, or what a map says besides: one shape for both. */
export type ColumnSpec = Extract<MapField, { column: MapColumn }>;

export function columnSpec(field: MapField): ColumnSpec | null {
  if (typeof field === "string" || typeof field === "number" || Array.isArray(field)) return { column: field };
  return "column" in field ? field : null;
}

/** The forms in which a map says that dates of this field are written; empty: zcredit's own two. */
export function datesOf(def: MapDef, name: Field, spec: { readonly dates?: DateForm[] | undefined }) {
  const isDate = DATE_FIELDS.includes(name) || ("read" in spec && spec.read === "year-of-date");
  return spec.dates ?? (isDate ? (def.dates ?? []) : []);
}

/** @returns null where the file has none of the columns that the field would come from. */
export function readingOf(def: MapDef, name: Field, field: MapField, columns: Columns): FieldReading | null {
  if (typeof field !== "object" || Array.isArray(field)) return fromColumn(def, name, { column: field }, columns);
  if ("column" in field) return fromColumn(def, name, field, columns);
  if ("constant" in field) return { plain: null, get: () => field.constant, from: [], named: null };
  if ("template" in field) return fromTemplate(def, name, field, columns);
  return "flags" in field ? fromFlags(field, columns) : fromCases(field, columns);
}

interface Reads {
  readonly values?: Record<string, string> | undefined;
  readonly missing?: string[] | undefined;
  readonly read?: ReaderName | undefined;
  readonly dates?: DateForm[] | undefined;
  readonly assume?: string | undefined;
  readonly unless?: { readonly column: MapColumn; readonly in: string[]; readonly value: string } | undefined;
}

function fromColumn(def: MapDef, name: Field, spec: ColumnSpec, columns: Columns): FieldReading | null {
  const first = columns.find(spec.column);
  const second = spec.else === undefined ? null : columns.find(spec.else);
  const at = first ?? second;
  if (at === null) return null;
  const text = textReader(def, name, spec);
  const other = first !== null && second !== null && second !== first ? second : null;
  const unless = unlessOf(spec, columns);
  const get: Get =
    other === null
      ? (cells) => text(trimmed(cells, at))
      : (cells) => text(trimmed(cells, at)) || text(trimmed(cells, other));
  const from = other === null ? [at] : [at, other];
  if (text === asItStands && other === null && unless === null) return { plain: at, get, from, named: at };
  return { plain: null, get: unless === null ? get : (cells) => unless(cells) ?? get(cells), from, named: at };
}

function unlessOf(spec: Reads, columns: Columns): ((cells: readonly string[]) => string | null) | null {
  const { unless } = spec;
  const at = unless === undefined ? null : columns.find(unless.column);
  if (unless === undefined || at === null) return null;
  return (cells) => (unless.in.includes(trimmed(cells, at)) ? unless.value : null);
}

function asItStands(text: string): string {
  return text;
}

/** What a cell's trimmed text is read as. Texts repeat, so what each was read as is remembered for the file. */
function textReader(def: MapDef, name: Field, spec: Reads): (text: string) => string {
  const missing = new Set([...(def.missing ?? []), ...(spec.missing ?? [])]);
  const dates = datesOf(def, name, spec);
  const values = new Map(Object.entries(spec.values ?? {}));
  const reader = spec.read === undefined ? null : readerOf(spec.read);
  if (missing.size === 0 && dates.length === 0 && spec.values === undefined && reader === null) return asItStands;
  const read = (text: string): string => {
    if (text === "" || missing.has(text)) return "";
    let value = dateText(text, dates, spec.assume ?? null);
    if (reader !== null) value = reader.read(value);
    return values.get(value) ?? value;
  };
  return remembered(read);
}

/** A date that is in none of the forms stays as it stands: the rules tell people of it. */
function dateText(text: string, forms: readonly DateForm[], assumed: string | null): string {
  for (const form of forms) {
    const date = readDate(text, form, assumed);
    if (date !== null) return date;
  }
  return text;
}

/** How many texts of one column are remembered: ids and titles never end, years and marks are few. */
const REMEMBERED = 4096;

function remembered(read: (text: string) => string): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    if (seen.size < REMEMBERED) seen.set(text, value);
    return value;
  };
}

type Template = Extract<MapField, { template: string }>;

function fromTemplate(def: MapDef, name: Field, field: Template, columns: Columns): FieldReading | null {
  const pieces: (string | number)[] = [];
  const from: number[] = [];
  for (const piece of field.template.split(/(\{[^{}]*\})/)) {
    if (!piece.startsWith("{")) {
      pieces.push(piece);
      continue;
    }
    const at = columns.find(piece.slice(1, -1).split("|"));
    if (at === null) return null;
    pieces.push(at);
    from.push(at);
  }
  const text = textReader(def, name, field);
  const unless = unlessOf(field, columns);
  const get: Get = (cells) => {
    const other = unless?.(cells) ?? null;
    if (other !== null) return other;
    let made = "";
    for (const piece of pieces) {
      const part = typeof piece === "number" ? trimmed(cells, piece) : piece;
      // A value of which one half is not there would be another value.
      if (typeof piece === "number" && part === "") return "";
      made += part;
    }
    return text(made.trim());
  };
  return { plain: null, get, from, named: from[0] ?? null };
}

type Flags = Extract<MapField, { flags: Record<string, string> }>;

const YES = ["1", "Y", "Yes", "T", "True", "X"] as const;

export function yesOf(field: Flags): readonly string[] {
  return field.yes ?? YES;
}

function fromFlags(field: Flags, columns: Columns): FieldReading | null {
  const yes = new Set(yesOf(field).map((text) => text.toLowerCase()));
  const flags: { readonly at: number; readonly letter: string }[] = [];
  for (const [column, letter] of Object.entries(field.flags)) {
    const at = columns.find(column);
    if (at !== null) flags.push({ at, letter });
  }
  const [first] = flags;
  if (first === undefined) return null;
  const get: Get = (cells) => {
    let letters = "";
    for (const { at, letter } of flags) if (yes.has(trimmed(cells, at).toLowerCase())) letters += letter;
    return letters;
  };
  return { plain: null, get, from: flags.map(({ at }) => at), named: first.at };
}

type Cases = Extract<MapField, { otherwise: string }>;

function fromCases(field: Cases, columns: Columns): FieldReading {
  const cases = field.cases.map(({ when, value }) => ({ all: when.map((one) => conditionOf(one, columns)), value }));
  const get: Get = (cells) => {
    for (const { all, value } of cases) if (all.every((holds) => holds(cells))) return value;
    return field.otherwise;
  };
  const [first] = field.cases.flatMap(({ when }) => when).map(({ column }) => columns.find(column) ?? -1);
  return { plain: null, get, from: [], named: first === undefined || first < 0 ? null : first };
}

/** Whether a condition holds for a record. A column that the file does not have is blank. */
export function conditionOf(
  condition: Pick<MapCondition, "column" | "in" | "notIn">,
  columns: Columns,
): (cells: readonly string[]) => boolean {
  const at = columns.find(condition.column);
  const wanted = condition.in !== undefined;
  const texts = new Set((condition.in ?? condition.notIn ?? []).map((text) => text.toLowerCase()));
  return (cells) => texts.has(at === null ? "" : trimmed(cells, at).toLowerCase()) === wanted;
}
