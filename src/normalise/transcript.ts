import { type Credit, parseCredit } from "../credit.js";
import { type IsoDate, parseDate, parseSchoolYear, type SchoolYear } from "../date.js";
import { matchRow, nearMisses } from "../match.js";
import type { Layout, Match, RawRow, TranscriptField, TranscriptRow } from "../model.js";
import type { CompiledPolicy, CourseDef, MarkKind, TermDef } from "../policy/compiled.js";
import { runsAsFormula } from "../report/formula.js";
import { beginsPlain, columnReader, NO_DOUBTS, type QuietPairs, quietPairs, remembered, trimmedAt } from "./cells.js";
import { creditWithPoint, mayHaveCommas } from "./decimals.js";
import { parseGradeLevel } from "./gradeLevel.js";
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
export function transcriptReader(policy: CompiledPolicy, isQuiet: QuietTest = NEVER): (raw: RawRow) => TranscriptRow {
  const endIn = rememberedEnds(policy);
  const readerOf = remembered((layout: Layout) => layoutReader(layout, policy, endIn, isQuiet));
  let last: { readonly layout: Layout; readonly read: (raw: RawRow) => TranscriptRow } | null = null;
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
): (raw: RawRow) => TranscriptRow {
  const at: Readonly<Partial<Record<TranscriptField, number>>> = layout.index;
  const readNames = namesOf(layout).map((column) => columnReader(column, (_text, cell) => isNoFormula(cell)));
  const others = otherColumns(layout);
  const courseStates = quietPairs();
  // A comma for a decimal point is mended here, so that all that follows sees one way of writing.
  const readCredit = mayHaveCommas(layout) ? (text: string) => creditBy(creditWithPoint(text)) : creditBy;
  const readDistrict = columnReader(at.district_code, asItIs);
  const readSchool = columnReader(at.school_code, asItIs);
  const readYear = columnReader(at.school_year, parseSchoolYear);
  const readTerm = columnReader(at.term, (text) => policy.termByName.get(text) ?? null);
  const readGrade = columnReader(at.grade_level, parseGradeLevel);
  const readCourse = columnReader(at.course_id, (text) => courseBy(policy, text));
  const readTitle = columnReader(at.course_title, asItIs);
  const readState = columnReader(at.state_course_code, asItIs);
  const readArea = columnReader(at.content_area, asItIs);
  const readCte = columnReader(at.cte, asItIs);
  const readMark = columnReader(at.mark, (text) => markBy(policy, text));
  const readAttempted = columnReader(at.credits_attempted, readCredit);
  const readEarned = columnReader(at.credits_earned, readCredit);
  const readDesignations = columnReader(at.designations, readLetters);
  const readDate = columnReader(at.date_completed, parseDate);

  return (raw) => {
    const cells = raw.cells.slice();
    const district = readDistrict(cells);
    const school = readSchool(cells);
    const year = readYear(cells);
    const term = readTerm(cells);
    const grade = readGrade(cells);
    const course = readCourse(cells);
    const title = readTitle(cells);
    const state = readState(cells);
    const area = readArea(cells);
    const cte = readCte(cells);
    const mark = readMark(cells);
    const attempted = readAttempted(cells);
    const earned = readEarned(cells);
    const designations = readDesignations(cells);
    const date = readDate(cells);
    const studentId = trimmedAt(cells, at.student_id);
    const stateStudentId = trimmedAt(cells, at.state_student_id);
    let areNamesQuiet = true;
    for (const readName of readNames) if (!readName(cells).value) areNamesQuiet = false;
    const schoolYear = year.value?.year ?? null;
    const { kind, quietCredits } = mark.value;
    const row: Omit<TranscriptRow, "quiet"> & { quiet: boolean } = {
      kind: "transcript",
      file: raw.file,
      line: raw.line,
      layout,
      cells,
      studentId,
      stateStudentId,
      doubts: NO_DOUBTS,
      districtCode: district.text,
      schoolCode: school.text,
      schoolYear: year.text,
      term: term.text,
      gradeLevel: grade.text,
      courseId: course.text,
      courseTitle: title.text,
      stateCourseCode: state.text,
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
        courseStates.has(course.cell, state.cell) &&
        quietCredits.has(attempted.cell, earned.cell) &&
        isPlainId(studentId) &&
        (stateStudentId === "" || isPlainId(stateStudentId)) &&
        areNamesQuiet &&
        areQuiet(cells, others),
    };
    if (!row.quiet && isQuiet(row)) {
      row.quiet = true;
      for (const cell of [district, school, year, term, grade, title, area, cte, designations, date]) {
        cell.isQuiet = true;
      }
      courseStates.add(course.cell, state.cell);
      quietCredits.add(attempted.cell, earned.cell);
    }
    return row;
  };
}

/** Columns that no field claims. A rule looks at how their cells begin, and at no more. */
function otherColumns(layout: Layout): readonly number[] {
  const claimed = new Set<number>([...Object.values(layout.index), ...namesOf(layout)]);
  return [...layout.columns.keys()].filter((column) => !claimed.has(column));
}

/** Columns of the student that no field claims: names and birth dates, which stand on each row of a student. */
function namesOf(layout: Layout): readonly number[] {
  const claimed = new Set<number>(Object.values(layout.index));
  return layout.studentColumns.filter((column) => !claimed.has(column));
}

function areQuiet(cells: readonly string[], columns: readonly number[]): boolean {
  for (const column of columns) if (!isNoFormula(cells[column] ?? "")) return false;
  return true;
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
