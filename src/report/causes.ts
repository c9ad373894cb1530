import { severityRank } from "../exit.js";
import type { Violation } from "../model.js";
import type { Cause } from "./result.js";
import { byPlace, byText, placeOf } from "./words.js";

interface Group {
  readonly code: string;
  readonly cause: string;
  readonly violations: Violation[];
}

function grouped(violations: readonly Violation[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const violation of violations) {
    if (violation.status !== "open") continue;
    const key = `${violation.code}\n${violation.cause}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { code: violation.code, cause: violation.cause, violations: [violation] });
    else group.violations.push(violation);
  }
  return [...groups.values()];
}

/**
 * Each violation of a student says how much of that student's credit waits for its row. The same credit may wait for
 * several rows of one cause, so the largest counts, once a student.
 */
function waiting(violations: readonly Violation[]): { readonly students: number; readonly credits: number } {
  const byStudent = new Map<string, number>();
  for (const { studentId, withholds } of violations) {
    byStudent.set(studentId, Math.max(byStudent.get(studentId) ?? 0, withholds));
  }
  let students = 0;
  let sum = 0;
  for (const credit of byStudent.values()) {
    if (credit > 0) students++;
    sum += credit;
  }
  return { students, credits: sum };
}

/** Rows are told apart by place; findings that name no line count one each. */
function rowsOf(violations: readonly Violation[]): number {
  const lines = new Set<string>();
  let elsewhere = 0;
  for (const { file, line } of violations) {
    if (line > 0) lines.add(`${line} ${file}`);
    else elsewhere++;
  }
  return lines.size + elsewhere;
}

function studentsOf(violations: readonly Violation[]): number {
  const ids = new Set<string>();
  for (const { studentId } of violations) if (studentId !== "") ids.add(studentId);
  return ids.size;
}

function firstPlaces(sorted: readonly Violation[]): readonly string[] {
  const places: string[] = [];
  for (const violation of sorted) {
    const place = placeOf(violation);
    if (place !== "" && !places.includes(place)) places.push(place);
    if (places.length === 2) break;
  }
  return places;
}

function causeOf(group: Group): Cause {
  const sorted = group.violations.toSorted((a, b) => byPlace(a, b) || byText(a.fingerprint, b.fingerprint));
  const waits = waiting(sorted);
  const severities = sorted.map((violation) => violation.severity);
  return {
    code: group.code,
    severity: severities.reduce((worst, next) => (severityRank(next) < severityRank(worst) ? next : worst)),
    cause: group.cause,
    rows: rowsOf(sorted),
    students: studentsOf(sorted),
    waiting: waits.students,
    withholds: waits.credits,
    places: firstPlaces(sorted),
    remedy: sorted[0]?.remedy ?? "",
  };
}

/**
 * Open violations by what one fix would mend together, those that most credit waits for first, then by students,
 * severity, code and cause. Accepted violations need no fix and are left out. Credits in thousandths.
 */
export function causesOf(violations: readonly Violation[]): Cause[] {
  return grouped(violations)
    .map(causeOf)
    .sort(
      (a, b) =>
        b.withholds - a.withholds ||
        b.students - a.students ||
        severityRank(a.severity) - severityRank(b.severity) ||
        byText(a.code, b.code) ||
        byText(a.cause, b.cause),
    );
}
