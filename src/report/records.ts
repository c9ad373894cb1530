import { stringify } from "csv-stringify/sync";
import { itemAt } from "../at.js";
import { formatCredit } from "../credit.js";
import { formatSchoolYear, type IsoDate } from "../date.js";
import { notIn } from "../encode.js";
import { NotDone, type Problem } from "../errors.js";
import { FIELDS, type Field, type Layout, type Proposal, type TranscriptField } from "../model.js";
import type { Canonical } from "../read/map/readers.js";
import { type ColumnWriter, columnWriters } from "../read/map/write.js";
import { batches } from "./pieces.js";
import type { OutputLayout, RunResult } from "./result.js";
import { totalsOf } from "./totals.js";

const FILE = "proposed-records.csv";

/** The columns of zcredit's own transcript, where no transcript says otherwise. */
const OWN_LAYOUT: Layout = {
  kind: "transcript",
  columns: FIELDS.transcript,
  index: Object.fromEntries(FIELDS.transcript.map((field, index) => [field, index])),
  extra: [],
  studentColumns: [FIELDS.transcript.indexOf("state_student_id")],
  delimiter: ",",
  newline: "\n",
  encoding: "utf-8",
  bom: false,
};

/** Proposals that go to import: ready ones of credit. A waiver is no transcript row, a held one waits for a person. */
function* readyRecords({ output, proposals }: RunResult): Iterable<Proposal> {
  // Without a transcript nobody knows what a student has earned already, so nothing goes to import.
  if (output === null) return;
  for (const proposal of proposals) {
    if (proposal.status === "ready" && proposal.pending !== true) yield proposal;
  }
}

/** How many records go to import. */
export function recordCount(result: RunResult): number {
  return result.output === null ? 0 : totalsOf(result).proposals.records;
}

function writeDate(date: IsoDate, form: OutputLayout["dateForm"]): string {
  if (form === "iso") return date;
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)}`;
}

function fieldCell(field: TranscriptField, proposal: Proposal, districtCode: string, output: OutputLayout): string {
  switch (field) {
    case "student_id":
      return proposal.studentId;
    case "state_student_id":
      return proposal.stateStudentId;
    case "district_code":
      return districtCode;
    case "school_code":
      return proposal.schoolCode;
    case "school_year":
      return formatSchoolYear(proposal.schoolYear, output.schoolYearForm);
    case "term":
      return proposal.term;
    case "grade_level":
      return proposal.gradeLevel;
    case "course_id":
      return proposal.courseId;
    case "course_title":
      return proposal.courseTitle;
    case "state_course_code":
      return proposal.stateCourseCode;
    case "content_area":
      return proposal.contentArea;
    case "cte":
      return proposal.cte;
    case "mark":
      return proposal.mark;
    case "credits_attempted":
    case "credits_earned":
      return output.decimalComma ? formatCredit(proposal.credits).replace(".", ",") : formatCredit(proposal.credits);
    case "designations":
      return proposal.designations;
    case "date_completed":
      return writeDate(proposal.awardDate, output.dateForm);
  }
}

/** Column names are matched without regard to case, spaces, `_` and `-`. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** What a new record puts under one column; null: the column has nothing to do with it, and stays empty. */
type Filler = (proposal: Proposal, districtCode: string) => string | null;

function own(values: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}

function literalOf(proposal: Proposal, column: string): string | null {
  const wanted = folded(column);
  for (const [name, value] of Object.entries(proposal.columns)) if (folded(name) === wanted) return value;
  return null;
}

/** Decides once for each column what fills it: a field of zcredit, the student's own value, or the policy's literal. */
function fillers(output: OutputLayout): readonly Filler[] {
  if (output.layout.through !== undefined) return mappedFillers(output);
  const { layout } = output;
  const fields = new Map<number, TranscriptField>();
  for (const field of FIELDS.transcript) {
    const index = layout.index[field];
    if (index !== undefined) fields.set(index, field);
  }
  const students = new Set(layout.studentColumns);
  return layout.columns.map((column, index): Filler => {
    const field = fields.get(index);
    if (field !== undefined) return (proposal, districtCode) => fieldCell(field, proposal, districtCode, output);
    if (students.has(index)) return (proposal) => own(proposal.studentColumns, column);
    return (proposal) => literalOf(proposal, column);
  });
}

/** What a record says in zcredit's own forms, so that a map can write it in the file's. */
const CANONICAL_FORMS = { schoolYearForm: "short", dateForm: "iso" } as const;

/** The same for a layout that is read through a map: what the map read from a column goes back there. */
function mappedFillers(output: OutputLayout): readonly Filler[] {
  const { layout } = output;
  const writers = columnWriters(layout, output.mappedDateForm ?? null);
  const students = new Set(layout.studentColumns);
  return layout.columns.map((column, index): Filler => {
    const writer: ColumnWriter | undefined = writers.get(index);
    return (proposal, districtCode) => {
      const literal = literalOf(proposal, column);
      if (literal !== null) return literal;
      if (writer === undefined) return students.has(index) ? own(proposal.studentColumns, column) : null;
      const inForms =
        (forms: OutputLayout): Canonical =>
        (field) =>
          anyFieldCell(field, proposal, districtCode, forms);
      return writer(inForms({ ...output, ...CANONICAL_FORMS }), inForms(output));
    };
  });
}

function anyFieldCell(field: Field, proposal: Proposal, districtCode: string, output: OutputLayout): string {
  const own = FIELDS.transcript.find((known) => known === field);
  return own === undefined ? "" : fieldCell(own, proposal, districtCode, output);
}

/** Rows as CSV in the layout's delimiter, line ends and quoting; no cell is altered. */
export function csvLines(rows: readonly (readonly string[])[], layout: Layout): string {
  if (rows.length === 0) return "";
  return stringify([...rows], {
    delimiter: layout.delimiter,
    record_delimiter: layout.newline,
    quote_record_delimiter: true,
    ...quotingOf(layout),
    // A title may hold a line end of another sort than the file's, and would break the record there.
    quoted_match: /[\r\n]/,
  });
}

/** A file that quotes nothing, or keeps its quotes with a backslash, goes on so. */
function quotingOf(layout: Layout): { readonly quote?: false; readonly escape?: string } {
  if (layout.quoting === "none") return { quote: false };
  return layout.quoting === "backslash" ? { escape: "\\" } : {};
}

/** What would be lost if these cells were written in this layout. */
function faultsOf(cells: readonly string[], proposal: Proposal, layout: Layout): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [column, cell] of cells.entries()) {
    const name = itemAt(layout.columns, column);
    const lost = notIn(cell, layout.encoding);
    if (lost === null) continue;
    // No character is ever replaced by another: a record that cannot be written as it is, is not written at all.
    const { studentId, courseId, term } = proposal;
    const message = `the record of student ${studentId} for ${`${courseId} ${term}`.trim()} has the character "${lost}" in the column "${name}", and the transcript is written in Windows-1252, which has no such character. Export the transcript as UTF-8, or change that value in the policy.`;
    problems.push({ code: "", where: FILE, message });
  }
  return problems;
}

/** A layout of one student's screen says nowhere whose records they are: those of several would run together. */
function refuseNameless(result: RunResult, { through, index, columns }: Layout): void {
  const at = through === undefined ? index.student_id : through.physical.student_id;
  if (at !== undefined && at < columns.length) return;
  const ids = new Set<string>();
  for (const { studentId } of readyRecords(result)) ids.add(studentId);
  const students = [...ids].sort();
  if (students.length < 2) return;
  const message = `the transcript's layout has no column for the student, and there are new records of ${students.length} students (${students.slice(0, 3).join(", ")}${students.length > 3 ? ", ..." : ""}). Write them in a layout that names the student, with --import-layout, or run one student at a time.`;
  throw new NotDone([{ code: "", where: FILE, message }]);
}

/** Where nothing is quoted, a cell that holds a delimiter or a line end can't be written. */
function unquotableOf(cells: readonly string[], layout: Layout): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [column, cell] of cells.entries()) {
    if (!cell.includes(layout.delimiter) && !/[\r\n]/.test(cell)) continue;
    const message = `the value "${cell}" in the column "${itemAt(layout.columns, column)}" holds what separates cells or lines, and this layout has no quotes to keep them apart. Change that value in the policy, or write another layout with --import-layout.`;
    problems.push({ code: "", where: FILE, message });
  }
  return problems;
}

/** @throws NotDone naming each record that can't be written as it is. Only some layouts have such records at all. */
function refuseLost(result: RunResult, layout: Layout, cellsOf: (proposal: Proposal) => readonly string[]): void {
  if (layout.encoding !== "windows-1252" && layout.quoting !== "none") return;
  const lost: Problem[] = [];
  const unquotable: Problem[] = [];
  for (const proposal of readyRecords(result)) {
    const cells = cellsOf(proposal);
    lost.push(...faultsOf(cells, proposal, layout));
    if (layout.quoting === "none") unquotable.push(...unquotableOf(cells, layout));
  }
  if (lost.length > 0) throw new NotDone(lost);
  if (unquotable.length > 0) throw new NotDone(unquotable);
}

/**
 * The ready records as lines of the transcript's own layout, without header and without byte order mark, piece by piece.
 * No value is altered, not even one that a spreadsheet would run as a formula: this goes to an importer.
 *
 * @throws NotDone where the transcript's encoding does not have a character of a record, naming each such record.
 */
export function* recordLines(result: RunResult): Iterable<string> {
  const { output } = result;
  if (output === null) return;
  const columns = fillers(output);
  const district = result.policy.districtCode;
  const cellsOf = (proposal: Proposal): readonly string[] => columns.map((fill) => fill(proposal, district) ?? "");
  refuseNameless(result, output.layout);
  refuseLost(result, output.layout, cellsOf);
  for (const some of batches(readyRecords(result))) yield csvLines(some.map(cellsOf), output.layout);
}

/** The import file: the transcript's header as it stands, then the ready records. */
export function* recordsFile(result: RunResult): Iterable<string> {
  const layout = result.output?.layout ?? OWN_LAYOUT;
  yield (layout.bom ? "\uFEFF" : "") + (layout.headless ? "" : csvLines([layout.columns], layout));
  yield* recordLines(result);
}

/** What the layout that new records are written in asks of whoever imports them; nothing for zcredit's own. */
export function importNotes(result: RunResult): readonly string[] {
  const { output } = result;
  const def = output?.layout.through?.def;
  const records = recordCount(result);
  if (output === null || def === undefined || records === 0) return [];
  const notes: string[] = [];
  const isImport = def.output?.imports !== false;
  if (!isImport) notes.push(`proposed-records.csv is in the layout of ${def.title}, which is no import file.`);
  if (def.output?.word !== undefined) notes.push(def.output.word);
  const first = isImport ? "Import three students" : "Enter the records of three students";
  const check = `${first} first, export again, and run zcredit verify on the two exports before you go on with the rest.`;
  // What stays blank harms only where the file is taken in as it is.
  if (!isImport) return [...notes, check];
  const columns = fillers(output);
  const empty = columns.map(() => 0);
  for (const proposal of readyRecords(result)) {
    for (const [index, fill] of columns.entries()) {
      if ((fill(proposal, result.policy.districtCode) ?? "") === "") empty[index] = itemAt(empty, index) + 1;
    }
  }
  const blank: string[] = [];
  const lacking: string[] = [];
  for (const [index, column] of output.layout.columns.entries()) {
    if (empty[index] === 0) continue;
    if ((def.output?.needs ?? []).some((name) => folded(name) === folded(column))) lacking.push(column);
    else if (empty[index] === records) blank.push(column);
  }
  if (lacking.length > 0) {
    notes.push(
      `Fill in before you import: some new records have nothing in ${lacking.join(", ")}, which the system needs.`,
    );
  }
  if (blank.length > 0) {
    notes.push(
      `New records leave these columns empty: ${blank.join(", ")}. Some systems take a blank cell for a value, and write it over what they hold.`,
    );
  }
  return [...notes, check];
}
