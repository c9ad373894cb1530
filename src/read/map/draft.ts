import { FIELDS, type Field, type InputKind, REQUIRED } from "../../model.js";
import { parseGradeLevel } from "../../normalise/gradeLevel.js";
import { parseRecords } from "../csv.js";
import { DIALECTS } from "../dialects/index.js";
import { DATE_FORMS, type DateForm, dateFormOf } from "./dates.js";
import { columnSpec } from "./field.js";
import { foldName } from "./names.js";
import type { MapDef, MapField, MapFields } from "./schema.js";

/** A first map of an unknown layout, made from what its columns are called and hold. A person has to look it over. */
export interface Draft {
  readonly def: MapDef;
  /** The ready map that it is, by its path; absent: it was made from the columns. */
  readonly template?: string;
  /** Needed fields that no column was found for. */
  readonly missing: readonly Field[];
  /** Columns that no field was found for. */
  readonly left: readonly string[];
  /** What a person has to look at with care. */
  readonly doubts: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|", "^"] as const;
const LOOKED_AT = 20;
/** Rows by whose cells a guess is made. */
const SAMPLED = 200;

/** Names besides zcredit's own and those of the dialects, each a common one. */
const SYNONYMS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  student_id: [
    "student number",
    "student no",
    "student",
    "stu id",
    "local student id",
    "district student id",
    "pupil id",
  ],
  state_student_id: ["state id", "state student id", "ssid", "student state id", "state number"],
  school_code: ["school", "school id", "school number", "building"],
  district_code: ["district", "district id", "district number"],
  school_year: ["year", "academic year", "sy", "end year"],
  term: ["semester", "marking period", "session", "term code"],
  grade_level: ["grade level", "gr", "grd", "grade"],
  course_id: ["course", "course number", "course code", "course no", "class id", "local course id"],
  course_title: ["course name", "course title", "title", "description", "class name"],
  state_course_code: ["state course", "state code", "sced code"],
  mark: ["final grade", "letter grade", "final mark", "grade earned", "course grade", "score"],
  credits_attempted: ["attempted", "credit attempted", "credits att", "potential credit", "att credit", "credit value"],
  credits_earned: ["earned", "credit earned", "credits", "credit", "credit completed", "earned credit"],
  designations: ["designation", "course designation", "designation codes"],
  date_completed: ["completed", "date completed", "end date", "completion date", "term end date"],
  test: ["test name", "assessment", "assessment name", "exam"],
  part: ["subtest", "section", "skill", "domain"],
  date: ["test date", "date taken", "administration date", "finish date", "exam date"],
  level: ["performance level", "achievement level", "proficiency", "rating"],
  score: ["scale score", "scaled score", "total score", "result"],
  percentile: ["percentile rank"],
  status: ["test status", "validity"],
};

/** Every name that a field is known by, folded, surest first. */
function namesOf(kind: InputKind, field: Field): readonly string[] {
  const names = [foldName(field)];
  for (const def of DIALECTS) {
    if (def.kind !== kind) continue;
    const own: MapField | undefined = (def.fields as MapFields)[field];
    const column = own === undefined ? undefined : columnSpec(own)?.column;
    for (const name of typeof column === "string" ? [column] : Array.isArray(column) ? column : []) {
      // H07 is a name in one layout alone.
      if (!/^h\d\d$/i.test(name)) names.push(foldName(name));
    }
  }
  for (const name of SYNONYMS[field] ?? []) names.push(foldName(name));
  return [...new Set(names)];
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly known: number;
}

/** The table that a text most likely is: the first line in which most cells are known names is its header. */
function tableIn(kind: InputKind, text: string): Table | null {
  const known = new Set(FIELDS[kind].flatMap((field) => namesOf(kind, field)));
  let best: Table | null = null;
  for (const delimiter of DELIMITERS) {
    const records = parseRecords(wholeLines(text), delimiter) ?? [];
    for (const [i, header] of records.slice(0, LOOKED_AT).entries()) {
      const count = header.filter((cell) => known.has(foldName(cell))).length;
      if (header.length < 3 || count <= (best?.known ?? 0)) continue;
      best = { header, rows: records.slice(i + 1, i + 1 + SAMPLED), known: count };
    }
  }
  return best;
}

/** A beginning of a file may end inside a line, and inside quotes. */
function wholeLines(text: string): string {
  const lines = text.split(/(?<=\n)/).slice(0, LOOKED_AT + SAMPLED);
  for (let count = lines.length; count > 0; count--) {
    const some = lines.slice(0, count).join("");
    if ((some.match(/"/g)?.length ?? 0) % 2 === 0) return some;
  }
  return "";
}

const DATES: readonly Field[] = ["date_completed", "date", "on", "until", "birth_date"];

/**
 * Drafts a map for a file that no layout fits.
 * @param kind what the file holds; null: what most of its columns speak of
 * @returns null where not even three of its columns can be told
 */
export function draftMap(kind: InputKind | null, text: string): Draft | null {
  let chosen: { readonly kind: InputKind; readonly table: Table } | null = null;
  for (const each of kind === null ? (["transcript", "scores"] as const) : [kind]) {
    const table = tableIn(each, text);
    if (table !== null && table.known > (chosen?.table.known ?? 2)) chosen = { kind: each, table };
  }
  return chosen === null ? null : draftOf(chosen.kind, chosen.table);
}

interface DraftColumn {
  readonly name: string;
  /** Its cells, trimmed, without the blank ones. */
  readonly values: readonly string[];
}

function draftOf(kind: InputKind, table: Table): Draft {
  const { header, rows } = table;
  const columns = header.map((name, at): DraftColumn => {
    const cells = rows.map((row) => (row[at] ?? "").trim());
    return { name, values: cells.filter((cell) => cell !== "") };
  });
  const taken = new Set<DraftColumn>();
  const fields: Record<string, MapField> = {};
  const doubts: string[] = [];
  // Needed fields choose first.
  const order = [...REQUIRED[kind], ...FIELDS[kind].filter((field) => !REQUIRED[kind].includes(field))];
  for (const field of order) {
    const free = columns.filter((column) => !taken.has(column));
    const column = columnFor(kind, field, free);
    if (column === null) continue;
    taken.add(column);
    fields[field] = fieldFor(field, column, doubts);
  }
  const missing = REQUIRED[kind].filter((field) => fields[field] === undefined && !isNamedByState(kind, field, fields));
  return {
    def: { format: 1, name: "mine", title: "Our own export", kind, fields },
    missing,
    left: columns.filter((column) => !taken.has(column)).map(({ name }) => name),
    doubts,
  };
}

function isNamedByState(kind: InputKind, field: Field, fields: Readonly<Record<string, MapField>>): boolean {
  return field === "student_id" && kind !== "transcript" && fields.state_student_id !== undefined;
}

function columnFor(kind: InputKind, field: Field, columns: readonly DraftColumn[]): DraftColumn | null {
  for (const known of namesOf(kind, field)) {
    const column = columns.find(({ name, values }) => foldName(name) === known && holds(field, values));
    if (column !== undefined) return column;
  }
  return null;
}

/** Whether what a column holds can be this field: "grade" is a mark in one system, and a grade level in another. */
function holds(field: Field, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  const areLevels = values.every((text) => parseGradeLevel(text) !== null);
  if (field === "mark") return !areLevels;
  if (field === "grade_level") return areLevels;
  if (field === "credits_attempted" || field === "credits_earned")
    return values.some((text) => /^\d*\.?\d+$/.test(text));
  return true;
}

function fieldFor(field: Field, { name: column, values }: DraftColumn, doubts: string[]): MapField {
  const [first = ""] = values;
  if (DATES.includes(field)) {
    const forms = [...new Set(values.map((text) => dateFormOf(text, DATE_FORMS)).filter((form) => form !== null))];
    return forms.length === 0 ? column : { column, dates: forms.sort(byForm) };
  }
  if (field !== "school_year") return column;
  if (/^\d{4}\/\d{2,4}$/.test(first)) return { column, read: "year-slashed" };
  if (/^\d{4}_\d{2,4}$/.test(first)) return { column, read: "year-underscored" };
  if (/^\d{4}$/.test(first)) {
    doubts.push(
      `${column}: a bare year such as ${first} is taken for the one in which the school year ends. If it is the first, write { "column": "${column}", "read": "year-begins" }.`,
    );
  }
  return column;
}

function byForm(a: DateForm, b: DateForm): number {
  return DATE_FORMS.indexOf(a) - DATE_FORMS.indexOf(b);
}
