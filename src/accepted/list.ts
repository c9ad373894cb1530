import { foundBy } from "../compare/found.js";
import { type IsoDate, parseDate } from "../date.js";
import type { RowRef, Violation } from "../model.js";
import { mapped, type Sequence } from "../report/sequence.js";
import { acceptedExpired } from "../rules/accepted-expired.js";
import { acceptedUnused } from "../rules/accepted-unused.js";
import type { TableRow } from "./table.js";

export const ACCEPTED_COLUMNS = ["code", "student_id", "record", "reason", "by", "expires"] as const;

/** One violation, or all of one code on one course of one student, that somebody decided to live with. */
export interface Accepted extends RowRef {
  readonly code: string;
  /** Empty for violations that are about no student. */
  readonly studentId: string;
  /** The violation's fingerprint, or the district's code of the course it is on. */
  readonly record: string;
  readonly reason: string;
  readonly by: string;
  /** Its last day; null: it does not expire. */
  readonly expires: IsoDate | null;
}

/**
 * Makes the reader of one line of the list; a text says what is wrong with the line.
 *
 * @param codeFault says why a code can't stand in the list; null: it can
 */
export function acceptedReader(codeFault: (code: string) => string | null): (row: TableRow) => Accepted | string {
  return (row) => {
    const [code, studentId, record] = [row.cell("code"), row.cell("student_id"), row.cell("record")];
    const [reason, by, until] = [row.cell("reason"), row.cell("by"), row.cell("expires")];
    const fault = codeFault(code);
    if (fault !== null) return fault;
    if (record === "") return 'names no record. Copy "fingerprint" from violations.csv, or name the course code.';
    if (reason === "" || by === "") return "gives no reason or says not by whom. An accepted violation needs both.";
    const expires = until === "" ? null : parseDate(until);
    if (until !== "" && expires === null) return `"${until}" is no date; write it as 2026-06-20, or leave it blank.`;
    return { file: row.file, line: row.line, code, studentId, record, reason, by, expires };
  };
}

function covers(entry: Accepted, violation: Violation): boolean {
  if (entry.code !== violation.code || entry.studentId !== violation.studentId) return false;
  return entry.record === violation.fingerprint || (entry.record === violation.courseId && violation.courseId !== "");
}

export interface AcceptedMarks {
  readonly marked: Sequence<Violation>;
  /** About the list itself: entries that expired, or match nothing. */
  readonly reported: readonly Violation[];
}

/**
 * Marks as accepted what the list accepts on this day, and reports entries that expired or match nothing. What is
 * accepted stays visible and changes no decision.
 */
export function withAccepted(violations: Sequence<Violation>, list: readonly Accepted[], day: IsoDate): AcceptedMarks {
  const byStudent = new Map<string, Accepted[]>();
  const reported: Violation[] = [];
  for (const entry of list) {
    if (entry.expires !== null && entry.expires < day) {
      const { code, record, expires } = entry;
      reported.push(foundBy(acceptedExpired, { code, record, expires }, aboutEntry(entry)));
      continue;
    }
    const entries = byStudent.get(entry.studentId);
    if (entries === undefined) byStudent.set(entry.studentId, [entry]);
    else entries.push(entry);
  }
  const used = new Set<Accepted>();
  for (const violation of violations) {
    for (const entry of byStudent.get(violation.studentId) ?? []) if (covers(entry, violation)) used.add(entry);
  }
  for (const entries of byStudent.values()) {
    for (const entry of entries) {
      if (used.has(entry)) continue;
      const { code, record } = entry;
      reported.push(foundBy(acceptedUnused, { code, record }, aboutEntry(entry)));
    }
  }
  const marked = mapped(violations, (violation): Violation => {
    const entries = byStudent.get(violation.studentId) ?? [];
    return entries.some((entry) => covers(entry, violation)) ? { ...violation, status: "accepted" } : violation;
  });
  return { marked, reported };
}

function aboutEntry(entry: Accepted) {
  const { file, line, studentId, code, record } = entry;
  return { at: { file, line }, studentId, content: `${code}\n${record}` };
}
