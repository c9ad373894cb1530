import { itemAt } from "../at.js";
import type { AnyRow, Field, Layout, ScoreRow, TranscriptRow } from "../model.js";

/** What a spreadsheet has made of a cell: one of its own errors, a truth value, a day, a rounded number. */
export type Damage = "fault" | "truth" | "day" | "number";

/** A cell of a known column that reads like a spreadsheet's work and that its own parser can make nothing of. */
export interface DamagedCell {
  readonly column: Field;
  /** Trimmed. */
  readonly value: string;
  readonly damage: Damage;
}

const FAULT = /^#(?:n\/a|ref!|value!|name\?|num!|div\/0!|null!|spill!|calc!|field!|getting_data|#+)$/i;
const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const DAY = new RegExp(`^(?:\\d{1,2}-(?:${MONTHS})(?:-\\d{2,4})?|(?:${MONTHS})-\\d{2})$`, "i");
const NUMBER = /^\d(?:\.\d+)?e[+-]\d{2,3}$/i;

/** Free text, where a person may write anything, and columns that hold names. */
const FREE: ReadonlySet<Field> = new Set<Field>(["note", "by", "document"]);
/** Columns in which yes and no make sense. */
const YES_OR_NO: ReadonlySet<Field> = new Set<Field>(["cte", "programs", "status"]);
/** Columns whose text may well be a month or a day. */
const MAY_NAME_DAYS: ReadonlySet<Field> = new Set<Field>(["course_title", "content_area", "edition", "programs"]);
/** Columns of codes, which a spreadsheet takes for numbers. */
const CODES: ReadonlySet<Field> = new Set<Field>([
  "state_student_id",
  "district_code",
  "school_code",
  "course_id",
  "state_course_code",
  "test",
]);

/** The row looked at last and what was found: several rules ask for the same row, one after the other. */
let last: { readonly row: AnyRow; readonly found: readonly DamagedCell[] } | null = null;

const NONE: readonly DamagedCell[] = [];

/** The damaged cells of a row. A wrong student id has a rule of its own, but for truth values and days. */
export function damagedCells(row: AnyRow): readonly DamagedCell[] {
  if (last?.row === row) return last.found;
  let found: DamagedCell[] | null = null;
  for (const { column, at } of columnsOf(row.layout)) {
    const cell = itemAt(row.cells, at);
    if (!mayBeDamaged(cell)) continue;
    const value = cell.trim();
    const damage = damageOf(value);
    if (damage === null || !tells(column, damage) || isUnderstood(row, column)) continue;
    found ??= [];
    found.push({ column, value, damage });
  }
  last = { row, found: found ?? NONE };
  return last.found;
}

interface Column {
  readonly column: Field;
  readonly at: number;
}

const known = new WeakMap<Layout, readonly Column[]>();

function columnsOf(layout: Layout): readonly Column[] {
  let columns = known.get(layout);
  if (columns === undefined) {
    const fields = Object.keys(layout.index) as Field[];
    columns = fields
      .flatMap((column) => {
        const at = layout.index[column];
        return at === undefined || FREE.has(column) ? [] : [{ column, at }];
      })
      .sort((a, b) => a.at - b.at);
    known.set(layout, columns);
  }
  return columns;
}

const HASH = 0x23;
const PLUS = 0x2b;
const MINUS = 0x2d;
const NINE = 0x39;

/** Told by single letters: this looks at every cell of every row, and nearly none is damaged. */
function mayBeDamaged(cell: string): boolean {
  const { length } = cell;
  if (length < 2 || length > 40) return false;
  const first = cell.charCodeAt(0);
  // Padded, or in letters of another sort: to be looked at without its padding.
  if (first <= 0x20 || first > 0x7f || cell.charCodeAt(length - 1) <= 0x20) return true;
  if (first === HASH) return true;
  if (first > NINE) return cell.charCodeAt(3) === MINUS || ((length === 4 || length === 5) && isTruth(cell));
  const dash = cell.charCodeAt(1) === MINUS ? 1 : 2;
  if (cell.charCodeAt(dash) === MINUS && cell.charCodeAt(dash + 1) > NINE) return true;
  return isSign(cell.charCodeAt(length - 3)) || isSign(cell.charCodeAt(length - 4));
}

function isSign(code: number): boolean {
  return code === PLUS || code === MINUS;
}

function isTruth(cell: string): boolean {
  const word = cell.toLowerCase();
  return word === "true" || word === "false";
}

function damageOf(value: string): Damage | null {
  if (FAULT.test(value)) return "fault";
  if (isTruth(value)) return "truth";
  if (DAY.test(value)) return "day";
  return NUMBER.test(value) ? "number" : null;
}

function tells(column: Field, damage: Damage): boolean {
  if (damage === "truth") return !YES_OR_NO.has(column);
  if (damage === "day") return !MAY_NAME_DAYS.has(column);
  if (damage === "number") return CODES.has(column);
  return column !== "student_id";
}

/**
 * Whether the policy has a name that reads so: it may call a term, a course, a mark or a test as it likes. A number, a
 * day and a fixed word that can be read never look like damage.
 */
function isUnderstood(row: AnyRow, column: Field): boolean {
  if (row.kind === "transcript") return isNamedInTranscript(row, column);
  return row.kind === "scores" && isNamedInScore(row, column);
}

function isNamedInTranscript(row: TranscriptRow, column: Field): boolean {
  if (column === "term") return row.termDef !== null;
  if (column === "course_id") return row.match !== null;
  return column === "mark" && row.markKind !== null;
}

function isNamedInScore(row: ScoreRow, column: Field): boolean {
  if (column === "test") return row.testDef !== null;
  if (column === "part") return row.testDef?.parts?.includes(row.part) === true;
  return column === "level" && row.levelIndex !== null;
}

/** Never repeated: a birth date names a person as a name does. */
export function mayShow(column: Field): boolean {
  return column !== "birth_date";
}
