import { itemAt } from "../../at.js";
import { FIELDS, type Field, type Layout, REQUIRED } from "../../model.js";
import { type Columns, columnsOf } from "./columns.js";
import { conditionOf, type Get, readingOf, trimmed } from "./field.js";
import type { MapDef, MapField, MapFields, MapKeep } from "./schema.js";

/*
 * A map meets a header. Every field becomes an index into a record's cells: that of a column as it stands, or, where
 * its value must be worked out, of a cell that is added behind the file's own. So what comes after reading looks up
 * a mapped file just as it looks up zcredit's own.
 */

/** Which of a file's columns each field is read from, and what must be worked out for it. */
interface FieldsFound {
  readonly index: Partial<Record<Field, number>>;
  /** The column that a field mainly comes from. */
  readonly physical: Partial<Record<Field, number>>;
  readonly gets: readonly Get[];
  /** Header cell of each worked-out value. */
  readonly sources: readonly string[];
  /** Columns read, conditions apart. */
  readonly from: readonly number[];
  readonly constant: readonly Field[];
}

interface Block extends FieldsFound {
  readonly has: ReadonlySet<Field>;
}

/** A map as it fits one header. */
export interface Fitted {
  readonly base: FieldsFound;
  readonly blocks: readonly Block[];
  /** Needed fields that come from nowhere. */
  readonly missing: readonly Field[];
  readonly ambiguous: readonly { readonly field: Field; readonly columns: readonly string[] }[];
  /** How many of the map's fields were found. */
  readonly matched: number;
  readonly keeps: readonly { readonly holds: (cells: readonly string[]) => boolean; readonly why: string }[];
  readonly studentColumns: readonly number[];
  /** Columns whose cell is a field as it stands. */
  readonly claimed: ReadonlySet<number>;
}

/** The result blocks of a map in the order in which they are read. */
function blocksOf(def: MapDef): readonly MapFields[] {
  const blocks: MapFields[] = [...(def.unpivot ?? [])];
  if (def.numbered === undefined) return blocks;
  const { from, to, digits, fields } = def.numbered;
  for (let n = from; n <= to; n++) {
    const number = String(n).padStart(digits, "0");
    blocks.push(
      JSON.parse(JSON.stringify(fields), (_, value: unknown) =>
        typeof value === "string" ? value.replaceAll("#", number) : value,
      ) as MapFields,
    );
  }
  return blocks;
}

function entriesOf(def: MapDef, fields: MapFields): readonly (readonly [Field, MapField])[] {
  const entries: (readonly [Field, MapField])[] = [];
  // In zcredit's order, whatever order the file writes them in.
  for (const name of FIELDS[def.kind]) {
    const field = fields[name];
    if (field !== undefined) entries.push([name, field]);
  }
  return entries;
}

function findFields(def: MapDef, fields: MapFields, columns: Columns, firstCell: number): FieldsFound {
  const index: Partial<Record<Field, number>> = {};
  const physical: Partial<Record<Field, number>> = {};
  const gets: Get[] = [];
  const sources: string[] = [];
  const from: number[] = [];
  const constant: Field[] = [];
  for (const [name, field] of entriesOf(def, fields)) {
    const reading = readingOf(def, name, field, columns);
    if (reading === null) continue;
    const [main] = reading.from;
    if (main === undefined) constant.push(name);
    else physical[name] = main;
    from.push(...reading.from);
    if (reading.plain === null) {
      index[name] = firstCell + gets.length;
      gets.push(reading.get);
      sources.push(reading.named === null ? "" : itemAt(columns.names, reading.named));
    } else index[name] = reading.plain;
  }
  return { index, physical, gets, sources, from, constant };
}

const ZERO = /^[+-]?0*(?:[.,]0*)?$/;

function keepOf(keep: MapKeep, columns: Columns): Fitted["keeps"][number] | null {
  const { why } = keep;
  if ("anyCredit" in keep) {
    const at = keep.anyCredit.map((column) => columns.find(column)).filter((found) => found !== null);
    if (at.length === 0) return null;
    return { holds: (cells) => at.some((column) => !ZERO.test(trimmed(cells, column))), why };
  }
  if (columns.find(keep.column) === null) return null;
  return { holds: conditionOf(keep, columns), why };
}

export function fitMap(def: MapDef, header: readonly string[]): Fitted {
  const columns = columnsOf(header);
  const width = header.length;
  const base = findFields(def, def.fields, columns, width);
  const firstCell = width + base.gets.length;
  const blocks: Block[] = [];
  const all = blocksOf(def);
  for (const fields of all) {
    const found = findFields(def, fields, columns, firstCell);
    // A block of which the file has no column at all is one that this file does not have.
    if (found.from.length === 0) continue;
    blocks.push({ ...found, has: new Set(FIELDS[def.kind].filter((name) => found.index[name] !== undefined)) });
  }
  const keeps: Fitted["keeps"][number][] = [];
  for (const keep of def.keep ?? []) {
    const kept = keepOf(keep, columns);
    if (kept !== null) keeps.push(kept);
  }
  const studentColumns: number[] = [];
  for (const name of def.studentColumns ?? []) {
    const at = columns.find(name);
    if (at !== null && !studentColumns.includes(at)) studentColumns.push(at);
  }
  const has = (field: Field): boolean =>
    base.index[field] !== undefined ||
    (blocks.length > 0 && blocks.every((block) => block.has.has(field))) ||
    (all.length > 0 && blocks.length === 0 && all.every((fields) => fields[field] !== undefined));
  const missing = REQUIRED[def.kind].filter((field) => {
    if (has(field)) return false;
    return !(field === "student_id" && def.kind !== "transcript" && has("state_student_id"));
  });
  const claimed = new Set<number>();
  for (const at of Object.values(base.index)) if (at !== undefined && at < width) claimed.add(at);
  return {
    base,
    blocks,
    missing,
    ambiguous: ambiguousFields(def, columns),
    matched: Object.keys(base.index).length + blocks.length,
    keeps,
    studentColumns,
    claimed,
  };
}

function ambiguousFields(def: MapDef, columns: Columns): Fitted["ambiguous"] {
  const fields: { field: Field; columns: readonly string[] }[] = [];
  for (const [name, found] of columns.ambiguous) {
    const field = FIELDS[def.kind].find((each) =>
      JSON.stringify(def.fields[each] ?? "").includes(JSON.stringify(name)),
    );
    fields.push({ field: field ?? FIELDS[def.kind][0], columns: found });
  }
  return fields;
}

/**
 * The layout of a mapped file; of its unpivoted results where a block is given. Without one the first block stands for
 * all: a field that only results have is one that the file has.
 */
export function throughLayout(plain: Layout, def: MapDef, fitted: Fitted, block: Block | null = null): Layout {
  const width = plain.columns.length;
  const extra: number[] = [];
  for (let at = 0; at < width; at++) if (!fitted.claimed.has(at)) extra.push(at);
  const { base } = fitted;
  const results = block ?? fitted.blocks[0] ?? null;
  return {
    ...plain,
    index: { ...base.index, ...results?.index },
    extra,
    studentColumns: fitted.studentColumns,
    through: {
      def,
      physical: { ...base.physical, ...results?.physical },
      sources: [...base.sources, ...(results?.sources ?? [])],
    },
    ...(def.quoting === undefined ? {} : { quoting: def.quoting }),
  };
}
