import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemAt } from "../../src/at.js";
import type { TranscriptRow } from "../../src/model.js";
import { parseGradeLevel } from "../../src/normalise/gradeLevel.js";
import { formatMeasure, parseMeasure } from "../../src/normalise/measure.js";
import { idFault, withoutZeros } from "../../src/normalise/studentId.js";
import { readLetters, transcriptReader } from "../../src/normalise/transcript.js";
import { POLICY, policyOf, rawRows, transcript } from "../support/rows.js";
import "../support/seed.js";

function read(change: Readonly<Record<string, string>>, policy = POLICY): TranscriptRow {
  const [raw] = rawRows("transcript", transcript(change));
  if (raw === undefined) throw new Error("no row");
  return transcriptReader(policyOf(policy))(raw);
}

describe("a transcript row", () => {
  it("is read with its cells trimmed and kept", () => {
    const row = read({ mark: " B ", designations: "z b", gradeLevel: "9" });
    expect(row).toMatchObject({
      kind: "transcript",
      line: 2,
      studentId: "7001",
      mark: "B",
      markKind: "ranked",
      attempted: 500,
      earned: 500,
      letters: "BZ",
      year: 2024,
      yearForm: "short",
      doubts: [],
    });
    expect(row.cells).toContain(" B ");
    expect(row.match).toMatchObject({ course: { id: "alg" }, part: { id: "a" }, byTemplate: false });
  });

  it("is the same from its line, also where two fields are one column", () => {
    const [raw] = rawRows("transcript", transcript({ mark: " B ", course_title: "Álgebra" }));
    if (raw === undefined) throw new Error("no row");
    const { cells, file, line } = raw;
    const bytes = new TextEncoder().encode(cells.join(","));
    const { course_id = 0, ...others } = raw.layout.index;
    for (const index of [raw.layout.index, { ...others, course_id, content_area: course_id, cte: course_id }]) {
      const layout = { ...raw.layout, index };
      const reader = transcriptReader(policyOf(POLICY));
      const row = reader({ ...raw, layout });
      expect(row.courseTitle).toBe("Álgebra");
      expect(reader({ file, line, layout, bytes, from: 0, to: bytes.length })).toEqual(row);
    }
  });

  it("is the same from its line, whatever line stands before it", () => {
    const cell = (...texts: readonly string[]) => fc.constantFrom(...texts);
    const change = fc.record({
      student_id: cell("7001", "70011", "8"),
      course_title: cell("Algebra", "Álgebra 1", "", "A"),
      mark: cell("A", "A-", "F", ""),
      school_year: cell("2023-24", "2024-25"),
      credits_earned: cell("0.5", "0", ""),
    });
    // In their lines, or with cells of their own as lines with quotes are.
    const rows = fc.array(fc.tuple(change, fc.boolean()), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(rows, (all) => {
        const raws = all.flatMap(([each]) => rawRows("transcript", transcript(each)));
        const layout = itemAt(raws, 0).layout;
        const lines = raws.map(({ cells }) => new TextEncoder().encode(cells.join(",")));
        const ends = lines.map((_, i) => lines.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0));
        const bytes = Uint8Array.from(lines.flatMap((line) => [...line]));
        const reader = transcriptReader(policyOf(POLICY));
        for (const [i, raw] of raws.entries()) {
          const { file, line } = raw;
          const isLine = itemAt(all, i)[1];
          const asLine = { file, line, layout, bytes, from: ends[i - 1] ?? 0, to: itemAt(ends, i) };
          expect(reader(isLine ? asLine : { ...raw, layout })).toEqual(
            transcriptReader(policyOf(POLICY))({ ...raw, layout }),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [{ date_completed: "1/9/2024" }, "2024-01-09"],
    [{ date_completed: "2024-01-09", school_year: "?" }, "2024-01-09"],
    [{ date_completed: "soon" }, null],
    [{ term: "T1" }, "2023-12-15"],
    [{ term: "SPRING" }, "2024-06-12"],
    [{ term: "SUM" }, "2024-08-05"],
    [{ term: "" }, "2024-06-12"],
    [{ term: "Q9" }, null],
    [{ school_year: "" }, null],
  ])("%o is dated %s", (change: Readonly<Record<string, string>>, date) => {
    expect(read(change).date).toBe(date);
  });

  it("ends with the school year where every term is a summer term", () => {
    const policy = { ...POLICY, calendar: { terms: [{ id: "T1", ends: "08-01", summer: true }] } };
    const courses = POLICY.courses.filter((course) => course.id !== "geo");
    expect(read({ term: "" }, { ...policy, courses, pathways: [] }).date).toBe("2024-08-31");
  });

  it("reads blank credits as 0 on an ignored mark only", () => {
    const blank = { credits_attempted: "", credits_earned: "" };
    expect(read({ ...blank, mark: "W" })).toMatchObject({ attempted: 0, earned: 0 });
    expect(read({ ...blank, mark: "F" })).toMatchObject({ attempted: null, earned: null });
    expect(read({ ...blank, mark: "?" })).toMatchObject({ markKind: null, attempted: null });
  });
});

it.each([
  ["9", 9],
  ["09", 9],
  ["13", 13],
  ["0", 0],
  ["K", 0],
  ["kg", 0],
  ["PK", -1],
  ["14", null],
  ["012", null],
  ["9th", null],
  ["", null],
])("grade level %s is %s", (text, grade) => {
  expect(parseGradeLevel(text)).toBe(grade);
});

it.each([
  ["2543", 2543000000],
  [".5", 500000],
  ["0.1234560", 123456],
  ["-1", -1000000],
  ["0.1234567", null],
  ["1,200", null],
  ["85%", null],
  [".", null],
  ["", null],
  ["1000000001", null],
])("measure %s is %s millionths", (text, value) => {
  expect(parseMeasure(text)).toBe(value);
  if (value !== null) expect(parseMeasure(formatMeasure(value))).toBe(value);
});

it.each([
  ["", "missing"],
  ["1.23E+09", "malformed"],
  ["12345.0", "malformed"],
  ["#N/A", "malformed"],
  ["NULL", "malformed"],
  ["1E+09", "malformed"],
  ["1.2e9", "malformed"],
  ["-", "malformed"],
  ["'1000000001", "malformed"],
  ['="1000000001"', "malformed"],
  ["1,000,000,001", "malformed"],
  ["1000000001\u200b", "malformed"],
  ["１０００", "malformed"],
  ["4821E07", null],
  ["12E5", null],
  ["0012", null],
  ["A-12", null],
])("student id %s is %s", (id, fault) => {
  expect(idFault(id)).toBe(fault);
});

it("strips leading zeros and never everything", () => {
  expect(withoutZeros("0070")).toBe("70");
  expect(withoutZeros("00")).toBe("0");
});

it("reads every letter of a designations cell once, in order", () => {
  expect(readLetters("z, B;Z")).toBe("BZ");
  expect(readLetters("-")).toBe("");
});
