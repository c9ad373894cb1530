import { createHash } from "node:crypto";
import { type CompareInputs, compareExports } from "../../src/compare/compare.js";
import type { Opener } from "../../src/compare/read.js";
import type { Comparison } from "../../src/compare/result.js";
import type { MarkKind } from "../../src/policy/compiled.js";
import { nodeHasher } from "../../src/read/disk.js";
import { fromBytes } from "../../src/read/memory.js";

/** One entry by the names of its columns. */
export type Row = Record<string, string>;

export const COLUMNS = [
  "student_id",
  "last_name",
  "school_code",
  "school_year",
  "term",
  "grade_level",
  "course_id",
  "course_title",
  "mark",
  "credits_attempted",
  "credits_earned",
  "designations",
] as const;

/** The same text for the same rows, with columns in the given order. */
export function csvOf(rows: readonly Row[], columns: readonly string[] = COLUMNS, delimiter = ","): string {
  const lines = [columns.join(delimiter)];
  for (const row of rows) lines.push(columns.map((column) => row[column] ?? "").join(delimiter));
  return `${lines.join("\n")}\n`;
}

const MARKS = ["A", "B", "C", "D", "F", "P"];

/** Invented entries: `perStudent` for each student, no two alike. */
export function entries(count: number, perStudent = 20): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    const student = Math.floor(i / perStudent);
    const n = i % perStudent;
    const mark = MARKS[(student * 7 + n * 3) % MARKS.length] ?? "A";
    rows.push({
      student_id: String(1_000_000_000 + student),
      last_name: `Name${student % 97}`,
      school_code: String(4000 + (student % 5)),
      school_year: n < 10 ? "2022-23" : "2023-24",
      term: n % 2 === 0 ? "S1" : "S2",
      grade_level: n < 10 ? "9" : "10",
      course_id: `C${100 + n}`,
      course_title: `Course ${n}`,
      mark,
      credits_attempted: "0.5",
      credits_earned: mark === "F" ? "0" : "0.5",
      designations: "",
    });
  }
  return rows;
}

/** The same rows in another order, which only the seed decides. */
export function shuffled<T>(items: readonly T[], seed = 7): T[] {
  const list = [...items];
  let state = seed;
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const j = state % (i + 1);
    const [a, b] = [list[i], list[j]];
    if (a !== undefined && b !== undefined) [list[i], list[j]] = [b, a];
  }
  return list;
}

export const KINDS: Readonly<Record<string, MarkKind>> = {
  A: "ranked",
  B: "ranked",
  C: "ranked",
  D: "ranked",
  P: "credit",
  F: "noCredit",
  I: "incomplete",
};

const opener =
  (name: string, text: string): Opener =>
  () =>
    fromBytes("transcript", name, text);

export function compare(before: string, after: string, change: Partial<CompareInputs> = {}): Promise<Comparison> {
  return compareExports({
    before: [opener("before.csv", before)],
    after: [opener("after.csv", after)],
    proposed: null,
    corrections: null,
    kindOf: (mark) => KINDS[mark] ?? null,
    allowShrink: false,
    hasher: nodeHasher,
    digest: (text) => {
      const digest = createHash("sha256").update(text).digest();
      return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
    },
    ...change,
  });
}

export function proposedOf(text: string): readonly Opener[] {
  return [opener("proposed-records.csv", text)];
}

export function codesOf(result: Comparison): readonly string[] {
  return result.violations.map(({ code }) => code);
}
