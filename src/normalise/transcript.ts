import { type Credit, parseCredit } from "../credit.js";
import { type IsoDate, parseDate, parseSchoolYear, type SchoolYear } from "../date.js";
import { matchRow, nearMisses } from "../match.js";
import type { Field, Layout, Match, RawRow, TranscriptRow } from "../model.js";
import type { CompiledPolicy, MarkKind, TermDef } from "../policy/compiled.js";
import { cellOf, remembered } from "./cells.js";
import { creditWithPoint, mayHaveCommas } from "./decimals.js";
import { parseGradeLevel } from "./gradeLevel.js";
import { endOf, lastTerm } from "./rowDate.js";

/** Every letter of a designations cell, capital, sorted, each once: `z, b` is `BZ`. */
export function readLetters(text: string): string {
  return [...new Set(text.toUpperCase().match(/[A-Z]/g) ?? [])].sort().join("");
}

/**
 * Makes the reader of transcript rows for one run. Cells repeat, so what they were read as is remembered; the reader
 * must not be shared between policies.
 */
export function transcriptReader(policy: CompiledPolicy): (raw: RawRow) => TranscriptRow {
  const years = remembered(parseSchoolYear);
  const dates = remembered(parseDate);
  const grades = remembered(parseGradeLevel);
  const letters = remembered(readLetters);
  const misses = remembered((courseId) => nearMisses(policy, courseId));
  const credits = remembered(readCredit);
  const matchOf = rememberedMatch(policy);
  const endIn = rememberedEnds(policy);

  return (raw) => {
    const { layout, cells } = raw;
    const schoolYear = cellOf(layout, cells, "school_year");
    const term = cellOf(layout, cells, "term");
    const courseId = cellOf(layout, cells, "course_id");
    const mark = cellOf(layout, cells, "mark");
    const gradeLevel = cellOf(layout, cells, "grade_level");
    const creditsAttempted = creditOf(layout, cells, "credits_attempted");
    const creditsEarned = creditOf(layout, cells, "credits_earned");
    const designations = cellOf(layout, cells, "designations");
    const dateCompleted = cellOf(layout, cells, "date_completed");

    const year = schoolYear === "" ? null : years(schoolYear);
    const termDef = term === "" ? null : (policy.termByName.get(term) ?? null);
    const markKind: MarkKind | null = policy.marks.get(mark)?.kind ?? null;
    const completed = dateCompleted === "" ? null : dates(dateCompleted);
    return {
      kind: "transcript",
      file: raw.file,
      line: raw.line,
      layout,
      cells,
      studentId: cellOf(layout, cells, "student_id"),
      stateStudentId: cellOf(layout, cells, "state_student_id"),
      doubts: [],
      districtCode: cellOf(layout, cells, "district_code"),
      schoolCode: cellOf(layout, cells, "school_code"),
      schoolYear,
      term,
      gradeLevel,
      courseId,
      courseTitle: cellOf(layout, cells, "course_title"),
      stateCourseCode: cellOf(layout, cells, "state_course_code"),
      contentArea: cellOf(layout, cells, "content_area"),
      cte: cellOf(layout, cells, "cte"),
      mark,
      creditsAttempted,
      creditsEarned,
      designations,
      dateCompleted,
      year: year === null ? null : year.year,
      yearForm: year === null ? null : year.form,
      termDef,
      grade: gradeLevel === "" ? null : grades(gradeLevel),
      markKind,
      attempted: creditsAttempted === "" ? blankCredit(markKind) : credits(creditsAttempted),
      earned: creditsEarned === "" ? blankCredit(markKind) : credits(creditsEarned),
      letters: designations === "" ? "" : letters(designations),
      completed,
      date: dateOf(dateCompleted, completed, year === null ? null : year.year, term, termDef, endIn),
      match: matchOf(courseId, termDef),
      nearMisses: misses(courseId),
    };
  };
}

/** A comma for a decimal point is mended here, so that all that follows sees one way of writing. */
function creditOf(layout: Layout, cells: readonly string[], field: Field): string {
  const text = cellOf(layout, cells, field);
  return mayHaveCommas(layout) ? creditWithPoint(text) : text;
}

function readCredit(text: string): Credit | null {
  const credit = parseCredit(text);
  return typeof credit === "number" ? credit : null;
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
  endIn: (term: TermDef | null, year: SchoolYear) => IsoDate,
): IsoDate | null {
  if (written !== "") return completed;
  if (year === null || (term !== "" && termDef === null)) return null;
  return endIn(termDef, year);
}

function rememberedMatch(policy: CompiledPolicy): (courseId: string, term: TermDef | null) => Match | null {
  const byTerm = new Map<TermDef | null, (courseId: string) => Match | null>();
  return (courseId, term) => {
    let match = byTerm.get(term);
    if (match === undefined) {
      match = remembered((code) => matchRow(policy, code, term));
      byTerm.set(term, match);
    }
    return match(courseId);
  };
}

function rememberedEnds(policy: CompiledPolicy): (term: TermDef | null, year: SchoolYear) => IsoDate {
  const last = lastTerm(policy);
  const byTerm = new Map<TermDef | null, Map<SchoolYear, IsoDate>>();
  return (term, year) => {
    let ends = byTerm.get(term);
    if (ends === undefined) {
      ends = new Map();
      byTerm.set(term, ends);
    }
    let end = ends.get(year);
    if (end === undefined) {
      end = endOf(term, last, year);
      ends.set(year, end);
    }
    return end;
  };
}
