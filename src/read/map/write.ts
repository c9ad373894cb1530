import { FIELDS, type Field, type Layout } from "../../model.js";
import { type Columns, columnsOf } from "./columns.js";
import { type DateForm, writeDate } from "./dates.js";
import { columnSpec, datesOf, yesOf } from "./field.js";
import { type Canonical, readerOf } from "./readers.js";
import type { MapDef, MapField, MapKeep } from "./schema.js";

/**
 * What a new record puts into one column.
 * @param written the text of a field that the map reads as it stands, in the forms of the file
 */
export type ColumnWriter = (record: Canonical, written: Canonical) => string;

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The inverse of reading: for each column that a map reads a field from, what a new record puts there, so that reading
 * it back gives the record again. By column, from 0.
 *
 * @param dateForm the form that most dates of the file are written in; null: the first that the map lists
 */
export function columnWriters(layout: Layout, dateForm: DateForm | null): ReadonlyMap<number, ColumnWriter> {
  const writers = new Map<number, ColumnWriter>();
  const def = layout.through?.def;
  if (def === undefined) return writers;
  const columns = columnsOf(layout.columns);
  const put = (at: number, writer: ColumnWriter): void => {
    if (!writers.has(at)) writers.set(at, writer);
  };
  for (const field of FIELDS[def.kind]) {
    const spec: MapField | undefined = def.fields[field];
    if (spec !== undefined) addField({ def, columns, field, dateForm, put }, spec);
  }
  for (const keep of def.keep ?? []) addKeep(keep, columns, put);
  for (const [name, text] of Object.entries(def.output?.fill ?? {})) {
    const at = columns.find(name);
    if (at !== null) writers.set(at, () => text);
  }
  return writers;
}

interface FieldPlan {
  readonly def: MapDef;
  readonly columns: Columns;
  readonly field: Field;
  readonly dateForm: DateForm | null;
  readonly put: (at: number, writer: ColumnWriter) => void;
}

function addField(plan: FieldPlan, map: MapField): void {
  const { def, columns, field, put } = plan;
  const spec = columnSpec(map);
  if (spec === null) {
    if (typeof map !== "object" || Array.isArray(map) || !("flags" in map)) return;
    const [yes = "1"] = yesOf(map);
    for (const [name, letter] of Object.entries(map.flags)) {
      const at = columns.find(name);
      if (at !== null) put(at, (record) => (record(field).includes(letter) ? yes : (map.no ?? "")));
    }
    return;
  }
  const at = columns.find(spec.column) ?? (spec.else === undefined ? null : columns.find(spec.else));
  if (at === null) return;
  const reader = spec.read === undefined ? null : readerOf(spec.read);
  const back = inverse(spec.values ?? {});
  const [first] = datesOf(def, field, spec);
  const form = first === undefined ? null : (plan.dateForm ?? first);
  const asItStands = reader === null && form === null;
  put(at, (record, written) => {
    const value = back.get(record(field)) ?? (asItStands ? written(field) : record(field));
    const text = reader?.write === undefined ? value : reader.write(value, record);
    return form !== null && ISO.test(text) ? writeDate(text, form) : text;
  });
}

/** Of several texts that mean the same the first is written. */
function inverse(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const entries = Object.entries(values).toReversed();
  return new Map(entries.map(([text, meaning]) => [meaning, text]));
}

/** A new record must not be left out when it is read back. */
function addKeep(keep: MapKeep, columns: Columns, put: FieldPlan["put"]): void {
  if ("anyCredit" in keep || keep.in === undefined || keep.in.includes("")) return;
  const at = columns.find(keep.column);
  const [text] = keep.in;
  if (at !== null && text !== undefined) put(at, () => text);
}
