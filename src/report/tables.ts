import { stringify } from "csv-stringify/sync";
import { formatCredit } from "../credit.js";
import { formatSchoolYear, type SchoolYearForm } from "../date.js";
import type { Proposal, Refusal, UsedRow, Violation } from "../model.js";
import { guarded } from "./formula.js";
import { batches } from "./pieces.js";

/** A table meant for a spreadsheet. Its columns and their order are a contract: add at the end, change never. */
export interface Table<T> {
  readonly columns: readonly string[];
  readonly cells: (item: T) => readonly string[];
}

function contents(rows: readonly UsedRow[]): string {
  return rows.map((row) => row.says).join("; ");
}

/**
 * One line a proposal, held ones and waivers too. Rows are named by content, so that row order can't change a byte.
 *
 * @param withGpa how records stand to the grade point average is a column of its own where the policy says it at all
 */
export function proposalsTable(yearForm: SchoolYearForm, withGpa: boolean): Table<Proposal> {
  return {
    columns: [
      "proposal_id",
      "status",
      "student_id",
      "state_student_id",
      "school_code",
      "grade_level",
      "class_of",
      "course",
      "course_id",
      "course_title",
      "part",
      "state_course_code",
      "credits",
      "waived",
      "mark",
      "designations",
      "school_year",
      "term",
      "award_date",
      "pathway",
      "method",
      "clause",
      "evidence",
      "approvals",
      "recovers",
      "missing",
      "note",
      ...(withGpa ? ["gpa"] : []),
    ],
    cells: (proposal) => [
      proposal.id,
      proposal.pending === true ? "pending" : proposal.status,
      proposal.studentId,
      proposal.stateStudentId,
      proposal.schoolCode,
      proposal.gradeLevel,
      proposal.classOf,
      proposal.course,
      proposal.courseId,
      proposal.courseTitle,
      proposal.part,
      proposal.stateCourseCode,
      formatCredit(proposal.credits),
      formatCredit(proposal.waived),
      proposal.mark,
      proposal.designations,
      formatSchoolYear(proposal.schoolYear, yearForm),
      proposal.term,
      proposal.awardDate,
      proposal.pathway,
      proposal.method,
      proposal.clause,
      contents(proposal.evidence),
      proposal.approvals
        .map((approval) => [approval.role, approval.by, approval.on].filter((text) => text !== "").join(", "))
        .join("; "),
      proposal.recovers === null ? "" : contents([proposal.recovers]),
      proposal.missing.join(";"),
      proposal.note,
      ...(withGpa ? [proposal.gpa] : []),
    ],
  };
}

/** One line a violation, accepted ones too. A blank `withholds` means that no credit waits for it. */
export const VIOLATIONS: Table<Violation> = {
  columns: [
    "code",
    "severity",
    "status",
    "student_id",
    "message",
    "file",
    "line",
    "column",
    "value",
    "course",
    "course_id",
    "pathway",
    "withholds",
    "citation",
    "remedy",
    "fingerprint",
  ],
  cells: (violation) => [
    violation.code,
    violation.severity,
    violation.status,
    violation.studentId,
    violation.message,
    violation.file,
    violation.line <= 0 ? "" : String(violation.line),
    violation.column,
    violation.value,
    violation.course,
    violation.courseId,
    violation.pathway,
    violation.withholds === 0 ? "" : formatCredit(violation.withholds),
    violation.citation,
    violation.remedy,
    violation.fingerprint,
  ],
};

/** One line a considered pathway that ended in a "no". */
export const REFUSALS: Table<Refusal> = {
  columns: ["student_id", "pathway", "course", "part", "reason", "all_reasons", "evidence", "note"],
  cells: (refusal) => [
    refusal.studentId,
    refusal.pathway,
    refusal.course,
    refusal.part,
    refusal.reason,
    refusal.allReasons.join(";"),
    contents(refusal.evidence),
    refusal.note,
  ],
};

/**
 * A whole spreadsheet file, piece by piece: byte order mark, commas, CRLF, every cell guarded against being run as a
 * formula.
 */
export function* spreadsheet<T>(table: Table<T>, items: Iterable<T>): Iterable<string> {
  yield `\uFEFF${lines([table.columns])}`;
  for (const some of batches(items)) yield lines(some.map((item) => table.cells(item).map(guarded)));
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { record_delimiter: "\r\n", quote_record_delimiter: true });
}
