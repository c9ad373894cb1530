import { itemAt } from "../at.js";
import { type Credit, parseCredit } from "../credit.js";
import { type IsoDate, parseDate, parseSchoolYear, type SchoolYear } from "../date.js";
import { matchRow, nearMisses } from "../match.js";
import type { Layout, Match, RawLine, RawRow, TranscriptField, TranscriptRow } from "../model.js";
import type { CompiledPolicy, CourseDef, MarkKind, TermDef } from "../policy/compiled.js";
import { runsAsFormula } from "../report/formula.js";
import { beginsPlain, NO_DOUBTS, type QuietPairs, quietPairs, remembered } from "./cells.js";
import { type Column, OwnColumn, Phrase, type ReadCell, UsualColumn } from "./column.js";
import { creditWithPoint, mayHaveCommas } from "./decimals.js";
import { parseGradeLevel } from "./gradeLevel.js";
import { BEYOND, foursOf } from "./knownBytes.js";
import { endOf, lastTerm } from "./rowDate.js";
import { isPlainId } from "./studentId.js";

/** Every letter of a designations cell, capital, sorted, each once: `z, b` is `BZ`. */
export function readLetters(text: string): string {
  return [...new Set(text.toUpperCase().match(/[A-Z]/g) ?? [])].sort().join("");
}

/** Whether no rule about single rows finds anything in this one, but for those that look at quiet rows as well. */
export type QuietTest = (row: TranscriptRow) => boolean;

const NEVER: QuietTest = () => false;

/**
 * Makes the reader of transcript rows for one run. Cells repeat, so what they were read as is remembered; the reader
 * must not be shared between policies.
 *
 * Rules find nothing in nearly every row, and what a rule finds hangs on one cell, on the course code with the state's,
 * or on the mark with the credits (a rule that looks at more says so, `seesQuiet`). So a row all of whose cells have
 * stood in quiet rows is quiet, and the rules need not look at it.
 */
export function transcriptReader(
  policy: CompiledPolicy,
  isQuiet: QuietTest = NEVER,
): (raw: RawRow | RawLine) => TranscriptRow {
  const endIn = rememberedEnds(policy);
  const readerOf = remembered((layout: Layout) => layoutReader(layout, policy, endIn, isQuiet));
  let last: { readonly layout: Layout; readonly read: (raw: RawRow | RawLine) => TranscriptRow } | null = null;
  return (raw) => {
    if (last?.layout !== raw.layout) last = { layout: raw.layout, read: readerOf(raw.layout) };
    return last.read(raw);
  };
}

type EndIn = (term: TermDef | null, year: SchoolYear) => IsoDate;

/** Each layout remembers its own cells: what is quiet in one column may not be in another. */
function layoutReader(
  layout: Layout,
  policy: CompiledPolicy,
  endIn: EndIn,
  isQuiet: QuietTest,
): (raw: RawRow | RawLine) => TranscriptRow {
  const index: Readonly<Partial<Record<TranscriptField, number>>> = layout.index;
  const columns: Placed[] = [];
  function placed<V>(at: number | undefined, column: Column<V>): Column<V> {
    // One that the layout lacks stays blank.
    if (at !== undefined) columns.push({ at, column });
    return column;
  }
  const columnAt = <V>(at: number | undefined, read: ReadCell<V>) => placed(at, new UsualColumn(read));
  // A comma for a decimal point is mended here, so that all that follows sees one way of writing.
  const readCredit = mayHaveCommas(layout) ? (text: string) => creditBy(creditWithPoint(text)) : creditBy;
  const students = placed(index.student_id, new OwnColumn(isPlainId));
  const states = placed(index.state_student_id, new OwnColumn((text) => text === "" || isPlainId(text)));
  const districts = columnAt(index.district_code, asItIs);
  const schools = columnAt(index.school_code, asItIs);
  const years = columnAt(index.school_year, parseSchoolYear);
  const terms = columnAt(index.term, (text) => policy.termByName.get(text) ?? null);
  const grades = columnAt(index.grade_level, parseGradeLevel);
  const courses = columnAt(index.course_id, (text) => courseBy(policy, text));
  const titles = columnAt(index.course_title, asItIs);
  const stateCodes = columnAt(index.state_course_code, asItIs);
  const areas = columnAt(index.content_area, asItIs);
  const ctes = columnAt(index.cte, asItIs);
  const marks = columnAt(index.mark, (text) => markBy(policy, text));
  const attempts = columnAt(index.credits_attempted, readCredit);
  const earnings = columnAt(index.credits_earned, readCredit);
  const letters = columnAt(index.designations, readLetters);
  const dates = columnAt(index.date_completed, parseDate);
  const others = unclaimed(layout).map((at) => columnAt(at, (_text, cell) => isNoFormula(cell)));
  const courseStates = quietPairs();
  const lines = lineTaker(layout, columns);

  /** What each cell is known as; returns the cells as they stand. */
  function take(raw: RawRow | RawLine): readonly string[] {
    if ("bytes" in raw && lines !== null) return lines.take(raw);
    lines?.forget();
    const cells = "bytes" in raw ? cellsOf(raw) : raw.cells.slice();
    for (const { at, column } of columns) {
      column.takeText(cells[at] ?? "");
      // The remembered text in the cell's place: equal cells take up memory once.
      cells[at] = column.current.cell;
    }
    return cells;
  }

  function areOthersQuiet(): boolean {
    for (const { current } of others) if (!current.value) return false;
    return true;
  }

  return (raw) => {
    const cells = take(raw);
    const { current: student } = students;
    const { current: state } = states;
    const { current: district } = districts;
    const { current: school } = schools;
    const { current: year } = years;
    const { current: term } = terms;
    const { current: grade } = grades;
    const { current: course } = courses;
    const { current: title } = titles;
    const { current: stateCode } = stateCodes;
    const { current: area } = areas;
    const { current: cte } = ctes;
    const { current: mark } = marks;
    const { current: attempted } = attempts;
    const { current: earned } = earnings;
    const { current: designations } = letters;
    const { current: date } = dates;
    const schoolYear = year.value?.year ?? null;
    const { kind, quietCredits } = mark.value;
    const row: Omit<TranscriptRow, "quiet"> & { quiet: boolean } = {
      kind: "transcript",
      file: raw.file,
      line: raw.line,
      layout,
      cells,
      studentId: student.text,
      stateStudentId: state.text,
      doubts: NO_DOUBTS,
      districtCode: district.text,
      schoolCode: school.text,
      schoolYear: year.text,
      term: term.text,
      gradeLevel: grade.text,
      courseId: course.text,
      courseTitle: title.text,
      stateCourseCode: stateCode.text,
      contentArea: area.text,
      cte: cte.text,
      mark: mark.text,
      creditsAttempted: attempted.value.text,
      creditsEarned: earned.value.text,
      designations: designations.text,
      dateCompleted: date.text,
      year: schoolYear,
      yearForm: year.value?.form ?? null,
      termDef: term.value,
      grade: grade.value,
      markKind: kind,
      attempted: attempted.text === "" ? blankCredit(kind) : attempted.value.credit,
      earned: earned.text === "" ? blankCredit(kind) : earned.value.credit,
      letters: designations.value,
      completed: date.value,
      date: dateOf(date.text, date.value, schoolYear, term.text, term.value, endIn),
      match: course.value.matchIn === null ? null : course.value.matchIn(term.value),
      nearMisses: course.value.nearMisses,
      quiet:
        student.value &&
        state.value &&
        district.isQuiet &&
        school.isQuiet &&
        year.isQuiet &&
        term.isQuiet &&
        grade.isQuiet &&
        title.isQuiet &&
        area.isQuiet &&
        cte.isQuiet &&
        designations.isQuiet &&
        date.isQuiet &&
        courseStates.has(course.cell, stateCode.cell) &&
        quietCredits.has(attempted.cell, earned.cell) &&
        areOthersQuiet(),
    };
    if (!row.quiet && isQuiet(row)) {
      row.quiet = true;
      for (const cell of [district, school, year, term, grade, title, area, cte, designations, date]) {
        cell.isQuiet = true;
      }
      courseStates.add(course.cell, stateCode.cell);
      quietCredits.add(attempted.cell, earned.cell);
    }
    return row;
  };
}

/** A column, and where its cell stands in a row. */
interface Placed {
  readonly at: number;
  readonly column: Column<unknown>;
}

/** Fields whose cells, where their columns stand side by side, come back together. */
const TOGETHER: readonly (readonly TranscriptField[])[] = [
  ["district_code", "school_code"],
  ["school_year", "term", "grade_level"],
  ["course_id", "course_title", "state_course_code", "content_area", "cte"],
  ["mark", "credits_attempted", "credits_earned"],
  ["designations", "date_completed"],
];

/** What is taken from a line at once: a column, or several. */
interface Taken {
  readonly by: { readonly takeBytes: Column<unknown>["takeBytes"] };
  readonly columns: readonly Placed[];
}

function takenTogether(layout: Layout, inOrder: readonly Placed[]): readonly Taken[] {
  const index: Readonly<Partial<Record<TranscriptField, number>>> = layout.index;
  const setOf = (at: number) => TOGETHER.find((fields) => fields.some((field) => index[field] === at));
  const runs: Placed[][] = [];
  for (const each of inOrder) {
    const run = runs.at(-1);
    const set = setOf(each.at);
    if (run !== undefined && set !== undefined && set === setOf(each.at - 1)) run.push(each);
    else runs.push([each]);
  }
  return runs.map((columns) => {
    const usual = columns.flatMap(({ column }) => (column instanceof UsualColumn ? [column] : []));
    return { by: usual.length > 1 ? new Phrase(usual, layout.delimiter) : itemAt(columns, 0).column, columns };
  });
}

/** Takes the cells of lines from their bytes. */
interface LineTaker {
  /** Returns the cells as they stand. */
  readonly take: (line: RawLine) => readonly string[];
  /** The columns took something else since. */
  readonly forget: () => void;
}

/**
 * Makes what takes the cells of lines. A student's rows follow one another, so that nearly every line begins as the one
 * before it: what stands there, from the first cell to the last that is the same, is not read again.
 *
 * @returns null where one cell is read as two fields
 */
function lineTaker(layout: Layout, placed: readonly Placed[]): LineTaker | null {
  if (new Set(placed.map(({ at }) => at)).size < placed.length) return null;
  const delimiter = layout.delimiter.charCodeAt(0);
  const all = takenTogether(
    layout,
    placed.toSorted((a, b) => a.at - b.at),
  );
  const ends = new Int32Array(all.length);
  let cells = placed.map(() => "");
  let before: RawLine | null = null;
  let fours = foursOf(new Uint8Array(0));

  function take(line: RawLine): readonly string[] {
    const { bytes, from, to } = line;
    if (to + BEYOND > bytes.length) return take(withMoreBeyond(line));
    if (fours.bytes !== bytes) {
      fours = foursOf(bytes);
      before = null;
    }
    const same = before === null ? 0 : sameBytes(fours.view, before, line);
    let next = 0;
    let at = from;
    for (let end = ends[0]; end !== undefined && end < same; end = ends[next]) {
      at = from + end + 1;
      next += 1;
    }
    cells = cells.slice();
    for (let taken = all[next]; taken !== undefined; taken = all[next]) {
      const end = taken.by.takeBytes(fours, at, to, delimiter);
      for (const { at: place, column } of taken.columns) cells[place] = column.current.cell;
      ends[next] = end - from;
      at = end + 1;
      next += 1;
    }
    before = line;
    return cells;
  }

  return {
    take,
    forget: () => {
      before = null;
    },
  };
}

/** The same line where bytes stand beyond it. */
function withMoreBeyond({ bytes, from, to, ...rest }: RawLine): RawLine {
  const copy = new Uint8Array(to - from + BEYOND);
  copy.set(bytes.subarray(from, to));
  return { ...rest, bytes: copy, from: 0, to: to - from };
}

/** How many bytes two lines begin with that are the same; of the last of them up to three may be left out. */
function sameBytes(view: DataView, { from, to }: RawLine, other: RawLine): number {
  const most = Math.min(to - from, other.to - other.from) - 4;
  let same = 0;
  while (same <= most) {
    const unlike = view.getInt32(from + same, true) ^ view.getInt32(other.from + same, true);
    if (unlike !== 0) return same + ((31 - Math.clz32(unlike & -unlike)) >> 3);
    same += 4;
  }
  return same;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function cellsOf({ bytes, from, to, layout }: RawLine): string[] {
  return decoder.decode(bytes.subarray(from, to)).split(layout.delimiter);
}

/** Columns that no field claims. A rule looks at how their cells begin, and at no more. */
function unclaimed(layout: Layout): readonly number[] {
  const claimed = new Set<number>(Object.values(layout.index));
  return [...layout.columns.keys()].filter((column) => !claimed.has(column));
}

function isNoFormula(cell: string): boolean {
  return cell === "" || beginsPlain(cell) || !runsAsFormula(cell);
}

function asItIs(): null {
  return null;
}

/** What the policy says of a mark, and which credits have stood beside it in quiet rows. */
interface MarkReading {
  readonly kind: MarkKind | null;
  readonly quietCredits: QuietPairs;
}

function markBy(policy: CompiledPolicy, text: string): MarkReading {
  return { kind: policy.marks.get(text)?.kind ?? null, quietCredits: quietPairs() };
}

interface CourseReading {
  /** Null: no course holds the code. */
  readonly matchIn: ((term: TermDef | null) => Match | null) | null;
  readonly nearMisses: readonly CourseDef[];
}

function courseBy(policy: CompiledPolicy, text: string): CourseReading {
  const isHeld = policy.courseByCode.has(text) || policy.templateByCode.has(text);
  return {
    matchIn: isHeld ? remembered((term) => matchRow(policy, text, term)) : null,
    nearMisses: nearMisses(policy, text),
  };
}

interface CreditReading {
  readonly text: string;
  readonly credit: Credit | null;
}

function creditBy(text: string): CreditReading {
  const credit = parseCredit(text);
  return { text, credit: typeof credit === "number" ? credit : null };
}

/** A course that was left, or that the student is in now, often carries no credits at all. */
function blankCredit(kind: MarkKind | null): Credit | null {
  return kind === "ignored" || kind === "inProgress" ? 0 : null;
}

function dateOf(
  written: string,
  completed: IsoDate | null,
  year: SchoolYear | null,
  term: string,
  termDef: TermDef | null,
  endIn: EndIn,
): IsoDate | null {
  if (written !== "") return completed;
  if (year === null || (term !== "" && termDef === null)) return null;
  return endIn(termDef, year);
}

function rememberedEnds(policy: CompiledPolicy): EndIn {
  const last = lastTerm(policy);
  const endsOf = remembered((term: TermDef | null) => remembered((year: SchoolYear) => endOf(term, last, year)));
  return (term, year) => endsOf(term)(year);
}
