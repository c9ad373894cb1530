import fc from "fast-check";
import { test } from "vitest";
import { check } from "../../src/index.js";
import type { Cells } from "../naive/types.js";
import { trimmed } from "../naive/values.js";
import { APPROVAL_COLUMNS, type District, SCORE_COLUMNS, STUDENT_COLUMNS, toCsv } from "../support/arbitraries.js";

/** What the property tests share: how many runs, from which seed, and one call of the library. */

export type Outcome = Awaited<ReturnType<typeof check>>;

/** A long run may take its time. */
const LIMIT = process.env.FC_RUNS === undefined ? 600_000 : 3_600_000;

/**
 * `FC_RUNS` makes long runs, each from a seed of its own; `FC_SEED` repeats one, `FC_PATH` one failure of it. The seed used is printed. A failure is
 * shown as it was found; `FC_SHRINK=1` takes the time to make it smaller first.
 */
function settings(name: string, runs: number): fc.Parameters<unknown> {
  const wanted = process.env.FC_RUNS;
  const numRuns = wanted === undefined ? runs : Number(wanted);
  const seed = Number(process.env.FC_SEED ?? (wanted === undefined ? 20250620 : Date.now() % 2 ** 31));
  console.log(`${name}: FC_SEED=${seed} FC_RUNS=${numRuns}`);
  const path = process.env.FC_PATH;
  return { numRuns, seed, endOnFailure: process.env.FC_SHRINK !== "1", ...(path === undefined ? {} : { path }) };
}

/** One test of a property over so many random values. */
export function always<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  property: (value: T) => Promise<void>,
): void {
  test(name, () => fc.assert(fc.asyncProperty(arbitrary, property), settings(name, runs)), LIMIT);
}

type File = { readonly name: string; readonly data: string };

export interface Files {
  readonly transcripts: readonly File[];
  readonly scores: readonly File[];
  readonly approvals: readonly File[];
  readonly students: readonly File[];
}

function one(name: string, rows: readonly Cells[], columns: readonly string[]): readonly File[] {
  return rows.length === 0 ? [] : [{ name, data: toCsv(rows, columns) }];
}

export function filesOf(district: District): Files {
  return {
    transcripts: [{ name: "transcript.csv", data: toCsv(district.transcript, district.columns) }],
    scores: one("scores.csv", district.scores, SCORE_COLUMNS),
    approvals: one("approvals.csv", district.approvals, APPROVAL_COLUMNS),
    students: one("students.csv", district.students, STUDENT_COLUMNS),
  };
}

export function run(district: District, files: Files = filesOf(district)): Promise<Outcome> {
  return check({ ...files, policy: JSON.stringify(district.policy), awardDate: district.awardDate });
}

export function studentIds(district: District): readonly string[] {
  const ids = [...district.transcript, ...district.students].map((row) => trimmed(row, "student_id"));
  return [...new Set(ids)].filter((id) => id !== "").sort();
}
