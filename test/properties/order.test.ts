import fc from "fast-check";
import { expect } from "vitest";
import type { Cells } from "../naive/types.js";
import {
  APPROVAL_COLUMNS,
  type District,
  district,
  SCORE_COLUMNS,
  STUDENT_COLUMNS,
  toCsv,
} from "../support/arbitraries.js";
import { always, type Files, run } from "./support.js";

const SAME = ["proposals.csv", "refusals.csv", "proposed-records.csv"] as const;

/** Rows in another order, in one to three files; empty files are left out. */
function dealt(rows: readonly Cells[], columns: readonly string[], name: string, lot: () => number): Files["scores"] {
  const shuffled = [...rows];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = lot() % (i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] ?? {}, shuffled[i] ?? {}];
  }
  const piles: Cells[][] = [[], [], []];
  for (const row of shuffled) piles[lot() % 3]?.push(row);
  return piles
    .map((pile, index) => ({ name: `${name}-${index}.csv`, data: toCsv(pile, columns), rows: pile.length }))
    .filter((file) => file.rows > 0)
    .map(({ name, data }) => ({ name, data }));
}

function shuffledFiles(drawn: District, lots: readonly number[]): Files {
  let next = 0;
  const lot = (): number => {
    next += 1;
    return lots[next % lots.length] ?? 0;
  };
  const transcripts = dealt(drawn.transcript, drawn.columns, "transcript", lot);
  return {
    transcripts: transcripts.length === 0 ? [{ name: "t.csv", data: toCsv([], drawn.columns) }] : transcripts,
    scores: dealt(drawn.scores, SCORE_COLUMNS, "scores", lot),
    approvals: dealt(drawn.approvals, APPROVAL_COLUMNS, "approvals", lot),
    students: dealt(drawn.students, STUDENT_COLUMNS, "students", lot),
  };
}

/** The same bytes twice would be the same file given twice, which stops a run: such a deal is no split. */
function distinct(files: Files): boolean {
  const all = Object.values(files).flat() as { data: string }[];
  return new Set(all.map((file) => file.data)).size === all.length;
}

always(
  "any order of rows and any split into files gives the same bytes",
  fc.tuple(district(), fc.array(fc.nat(1000), { minLength: 40, maxLength: 80 })),
  60,
  async ([drawn, lots]) => {
    const files = shuffledFiles(drawn, lots);
    fc.pre(distinct(files));
    const plain = await run(drawn);
    const mixed = await run(drawn, files);
    for (const name of SAME) expect(mixed.files.get(name)).toBe(plain.files.get(name));
    expect(mixed.result.counts).toEqual(plain.result.counts);
  },
);
