import type { Proposal, Refusal, Violation } from "../../model.js";
import type { RunResult, StudentFacts } from "../result.js";
import { filtered, type Sequence } from "../sequence.js";
import { type TextTable, textTable } from "../textTable.js";
import { count, counted } from "../words.js";

/** Findings that one page lists: more would neither open without a wait nor go by mail. */
export const LISTED = 30_000;

/** What of a run the lists hold. */
export interface Listed {
  readonly students: Sequence<StudentFacts>;
  readonly proposals: Sequence<Proposal>;
  readonly refusals: Sequence<Refusal>;
  readonly violations: Sequence<Violation>;
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
  const sizes = sizesOf(result);
  const heading = Math.min(sizes.ofNobody, limit);
  const chosen = chooseStudents(sizes, limit - heading);
  const isChosen = (id: string): boolean => chosen[sizes.numbers.find(id)] === 1;
  const kept = {
    students: filtered(students, ({ id }) => isChosen(id), sumOf(chosen, null)),
    proposals: filtered(proposals, ({ studentId }) => isChosen(studentId), sumOf(chosen, sizes.proposals)),
    refusals: filtered(refusals, ({ studentId }) => isChosen(studentId), sumOf(chosen, sizes.refusals)),
    violations: withHeading(violations, isChosen, sizes, heading, sumOf(chosen, sizes.violations)),
  };
  const parts: string[] = [];
  const note = (all: number, shown: number, what: string, file: string): void => {
    if (shown < all) parts.push(`${count(shown)} of ${counted(all, what)} (all are in ${file})`);
  };
  note(proposals.length, kept.proposals.length, "proposal", "proposals.csv");
  note(refusals.length, kept.refusals.length, "refusal", "refusals.csv");
  note(violations.length, kept.violations.length, "violation", "violations.csv");
  const cut = `Too much for one page. The lists hold ${count(kept.students.length)} of ${counted(students.length, "student")} with findings: ${parts.join(", ")}. Counts and plots are of everything. A run with --school or --grade-level gives a page for fewer students.`;
  return { ...kept, cut };
}

/** How much was found of each student, by number; some 45 bytes a student. */
interface Sizes {
  /** In the run's order. */
  readonly numbers: TextTable;
  readonly proposals: Uint32Array;
  readonly refusals: Uint32Array;
  readonly violations: Uint32Array;
  /** 0: has proposals; 1: credit waits; 2: neither. */
  readonly ranks: Uint8Array;
  readonly ofNobody: number;
}

function sizesOf(result: RunResult): Sizes {
  const numbers = textTable();
  for (const { id } of result.students) numbers.add(id);
  const some = (): Uint32Array => new Uint32Array(numbers.size);
  const [proposals, refusals, violations] = [some(), some(), some()];
  const ranks = new Uint8Array(numbers.size).fill(2);
  let ofNobody = 0;
  const add = (to: Uint32Array, id: string, rank: number): void => {
    const at = numbers.find(id);
    if (at < 0) {
      ofNobody += 1;
      return;
    }
    to[at] = (to[at] as number) + 1;
    ranks[at] = Math.min(ranks[at] as number, rank);
  };
  for (const { studentId } of result.proposals) add(proposals, studentId, 0);
  for (const { studentId, waits } of result.refusals) add(refusals, studentId, waits.length > 0 ? 1 : 2);
  // Every proposal and refusal is a student's; a violation need not be.
  ofNobody = 0;
  for (const { studentId, withholds } of result.violations) add(violations, studentId, withholds > 0 ? 1 : 2);
  return { numbers, proposals, refusals, violations, ranks, ofNobody };
}

/** By number: 1 where a student is listed. */
function chooseStudents({ proposals, refusals, violations, ranks }: Sizes, limit: number): Uint8Array {
  const chosen = new Uint8Array(ranks.length);
  let left = limit;
  for (const rank of [0, 1, 2]) {
    for (const [at, its] of ranks.entries()) {
      if (its !== rank) continue;
      const findings = (proposals[at] as number) + (refusals[at] as number) + (violations[at] as number);
      if (findings > left) return chosen;
      chosen[at] = 1;
      left -= findings;
    }
  }
  return chosen;
}

function sumOf(chosen: Uint8Array, sizes: Uint32Array | null): number {
  let sum = 0;
  for (const [at, is] of chosen.entries()) if (is === 1) sum += sizes === null ? 1 : (sizes[at] as number);
  return sum;
}

/** Violations of those chosen, and the first few of nobody. */
function withHeading(
  violations: Sequence<Violation>,
  isChosen: (id: string) => boolean,
  { numbers }: Sizes,
  heading: number,
  ofChosen: number,
): Sequence<Violation> {
  return {
    length: heading + ofChosen,
    *[Symbol.iterator]() {
      let left = heading;
      for (const violation of violations) {
        if (isChosen(violation.studentId)) yield violation;
        else if (left > 0 && numbers.find(violation.studentId) < 0) {
          left -= 1;
          yield violation;
        }
      }
    },
  };
}
