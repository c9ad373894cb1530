import type { Proposal, Refusal, Violation } from "../../model.js";
import type { RunResult, StudentFacts } from "../result.js";
import { count, counted } from "../words.js";

/** Findings that one page lists: more would neither open without a wait nor go by mail. */
export const LISTED = 30_000;

/** What of a run the lists hold. */
export interface Listed {
  readonly students: readonly StudentFacts[];
  readonly proposals: readonly Proposal[];
  readonly refusals: readonly Refusal[];
  readonly violations: readonly Violation[];
  /** How much is left out and where it is; empty where all is listed. */
  readonly cut: string;
}

/**
 * All findings, or as many as a page can hold. Findings of no student come first; then whole students, so that nobody
 * is shown in part: those with proposals, then those for whom credit waits, then the rest, each in the run's order.
 */
export function listed(result: RunResult, limit = LISTED): Listed {
  const { students, proposals, refusals, violations } = result;
  const total = proposals.length + refusals.length + violations.length;
  if (total <= limit) return { students, proposals, refusals, violations, cut: "" };
  const known = new Set(students.map(({ id }) => id));
  const ofNobody = violations.filter(({ studentId }) => !known.has(studentId)).slice(0, limit);
  const chosen = chooseStudents(result, limit - ofNobody.length);
  const kept = {
    students: students.filter(({ id }) => chosen.has(id)),
    proposals: proposals.filter(({ studentId }) => chosen.has(studentId)),
    refusals: refusals.filter(({ studentId }) => chosen.has(studentId)),
  };
  const heading = new Set(ofNobody);
  const keptViolations = violations.filter((violation) => chosen.has(violation.studentId) || heading.has(violation));
  const parts: string[] = [];
  const note = (all: number, shown: number, what: string, file: string): void => {
    if (shown < all) parts.push(`${count(shown)} of ${counted(all, what)} (all are in ${file})`);
  };
  note(proposals.length, kept.proposals.length, "proposal", "proposals.csv");
  note(refusals.length, kept.refusals.length, "refusal", "refusals.csv");
  note(violations.length, keptViolations.length, "violation", "violations.csv");
  const cut = `Too much for one page. The lists hold ${count(kept.students.length)} of ${counted(students.length, "student")} with findings: ${parts.join(", ")}. Counts and plots are of everything. A run with --school or --grade-level gives a page for fewer students.`;
  return { ...kept, violations: keptViolations, cut };
}

function chooseStudents(result: RunResult, limit: number): ReadonlySet<string> {
  const sizes = new Map<string, { findings: number; rank: number }>();
  for (const { id } of result.students) sizes.set(id, { findings: 0, rank: 2 });
  const add = (id: string, rank: number): void => {
    const size = sizes.get(id);
    if (size === undefined) return;
    size.findings += 1;
    size.rank = Math.min(size.rank, rank);
  };
  for (const { studentId } of result.proposals) add(studentId, 0);
  for (const { studentId, waits } of result.refusals) add(studentId, waits.length > 0 ? 1 : 2);
  for (const { studentId, withholds } of result.violations) add(studentId, withholds > 0 ? 1 : 2);
  const chosen = new Set<string>();
  let left = limit;
  for (const rank of [0, 1, 2]) {
    for (const [id, size] of sizes) {
      if (size.rank !== rank) continue;
      if (size.findings > left) return chosen;
      chosen.add(id);
      left -= size.findings;
    }
  }
  return chosen;
}
