import type { TableRow } from "../accepted/table.js";
import { parseSchoolYear } from "../date.js";
import type { RowRef, Violation } from "../model.js";
import { acceptedUnused } from "../rules/accepted-unused.js";
import type { Finding } from "./compare.js";
import { foundBy } from "./found.js";

/** A change of a past entry that somebody authorised. The entry is named as it was. */
export interface Correction extends RowRef {
  readonly studentId: string;
  readonly courseId: string;
  /** The year it ends, as years are compared. */
  readonly schoolYear: string;
  /** As the list writes it. */
  readonly writtenYear: string;
  readonly term: string;
  readonly reason: string;
  readonly document: string;
}

export const CORRECTION_COLUMNS = ["student_id", "course_id", "school_year", "term", "reason", "document"] as const;

/** Reads one line of a list of corrections; the second value says what is wrong with it. */
export function readCorrection(row: TableRow): Correction | string {
  const { file, line } = row;
  const [studentId, courseId, writtenYear] = [row.cell("student_id"), row.cell("course_id"), row.cell("school_year")];
  const [term, reason, document] = [row.cell("term"), row.cell("reason"), row.cell("document")];
  if (studentId === "" || courseId === "") {
    return "names no student or no course. Fill in student_id and course_id of the entry as it was.";
  }
  if (reason === "" || document === "") {
    return "gives no reason or no document. A past entry is changed only with both.";
  }
  const year = parseSchoolYear(writtenYear);
  if (year === null) return `"${writtenYear}" is no school year; write it as 2023-24.`;
  return { file, line, studentId, courseId, schoolYear: String(year.year), writtenYear, term, reason, document };
}

const CORRECTABLE = ["past-entry-changed", "past-entry-fail-to-pass", "past-entry-removed"];

function covers(correction: Correction, finding: Finding): boolean {
  return (
    CORRECTABLE.includes(finding.violation.code) &&
    correction.studentId === finding.studentId &&
    correction.courseId === finding.courseId &&
    correction.schoolYear === finding.schoolYear &&
    correction.term === finding.term
  );
}

/** Marks what was authorised as accepted: it stays visible and says by what. A correction that covers nothing is reported. */
export function corrected(findings: readonly Finding[], corrections: readonly Correction[]): readonly Violation[] {
  const used = new Set<Correction>();
  const violations: Violation[] = [];
  for (const finding of findings) {
    const correction = corrections.find((each) => covers(each, finding));
    if (correction === undefined) {
      violations.push(finding.violation);
      continue;
    }
    used.add(correction);
    const by = `Authorised: ${correction.reason} (${correction.document}).`;
    violations.push({ ...finding.violation, status: "accepted", message: `${finding.violation.message} ${by}` });
  }
  for (const correction of corrections) {
    if (used.has(correction)) continue;
    const { studentId, courseId, writtenYear, term } = correction;
    const record = [courseId, writtenYear, term].filter((text) => text !== "").join(" ");
    const facts = { code: "a change of a past entry", record };
    violations.push(foundBy(acceptedUnused, facts, { at: correction, studentId, courseId, content: record }));
  }
  return violations;
}
