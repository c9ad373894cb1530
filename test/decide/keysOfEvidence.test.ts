import { describe } from "vitest";
import type { Evidence } from "../../src/policy/schema.js";
import { BASE, type CaseInput, type PathwayOf, type RowOf, runCases } from "../support/decideCase.js";

const HELD = ["p1 biology 1 P ready"];
const NOT_MET = ["p1: evidence-not-met"];

/** Evidence that opens Biology. */
function shows(evidence: Evidence, input: Partial<CaseInput>, more: PathwayOf = {}): CaseInput {
  return { pathways: [{ evidence, ...more, award: { courses: ["biology"], ...more.award } }], ...input };
}

const TEST: Evidence = { test: "SBA", min: { level: "3" } };

describe("a score row's grade level", () => {
  const tested = (row: string): CaseInput => shows({ ...TEST, gradeLevels: [8] }, { scores: [row] });
  runCases([
    ["the one asked for", tested("SBA 2025-05-01 level=3 grade_level=8"), HELD],
    ["another", tested("SBA 2025-05-01 level=3 grade_level=9"), NOT_MET],
    ["none", tested("SBA 2025-05-01 level=3"), NOT_MET],
  ]);
});

describe("statuses that count", () => {
  const tests = BASE.tests.map((test) => (test.id === "SBA" ? { ...test, statuses: ["valid", "interim"] } : test));
  const tested = (status: string): CaseInput =>
    shows(TEST, { policy: { tests }, scores: [`SBA 2025-05-01 level=3${status}`] });
  runCases([
    ["one that is listed", tested(" status=interim"), HELD],
    ["none counts as valid", tested(""), HELD],
    ["one that is not listed", tested(" status=partial"), NOT_MET],
  ]);
});

describe("windows that return each year", () => {
  const tests = BASE.tests.map((test) =>
    test.id === "SBA"
      ? {
          ...test,
          windows: [
            { from: "03-01", to: "03-31" },
            { from: "11-15", to: "01-15" },
          ],
          maxTriesPerWindow: 1,
        }
      : test,
  );
  const tested = (...days: readonly string[]): CaseInput =>
    shows(TEST, { policy: { tests }, scores: days.map((day) => `SBA ${day}`) });
  runCases([
    ["the first day", tested("2025-03-01 level=3"), HELD],
    ["the last day", tested("2025-03-31 level=3"), HELD],
    ["the day before", tested("2025-02-28 level=3"), NOT_MET],
    ["the day after", tested("2025-04-01 level=3"), NOT_MET],
    ["over the turn of the year, before it", tested("2024-12-31 level=3"), HELD],
    ["over the turn of the year, after it", tested("2025-01-15 level=3"), HELD],
    ["over the turn of the year, past its end", tested("2025-01-16 level=3"), NOT_MET],
    ["a second try in one window", tested("2025-03-02 level=1", "2025-03-20 level=3"), ["p1: tries-exhausted"]],
    [
      "a second try in one window over the turn of the year",
      tested("2024-12-01 level=1", "2025-01-10 level=3"),
      ["p1: tries-exhausted"],
    ],
    ["a first try in the next", tested("2024-03-02 level=1", "2025-03-20 level=3"), HELD],
  ]);
});

describe("results that are added up", () => {
  const tests = [
    ...BASE.tests,
    { id: "HOURS", title: "Documented Hours", scope: "activity" as const, scales: { score: { min: 0 } } },
  ];
  const hours = (...rows: readonly string[]): CaseInput =>
    shows(
      { test: "HOURS", min: { score: 80 }, sum: true },
      { policy: { tests }, scores: rows.map((row) => `HOURS ${row}`) },
    );
  runCases([
    ["below", hours("2025-03-01 score=40", "2025-04-01 score=39.5"), NOT_MET],
    ["at", hours("2025-03-01 score=40", "2025-04-01 score=40"), HELD],
    ["one row alone", hours("2025-03-01 score=80"), HELD],
    ["one that does not count", hours("2025-03-01 score=40", "2025-04-01 score=40 status=draft"), NOT_MET],
    ["one exported twice", hours("2025-03-01 score=40", "2025-03-01 score=40"), NOT_MET],
    ["one exported twice, once as valid", hours("2025-03-01 score=40", "2025-03-01 score=40 status=valid"), NOT_MET],
    ["the same on two days", hours("2025-03-01 score=40", "2025-03-02 score=40"), HELD],
  ]);
});

describe("a mark in the courses of a subject", () => {
  const of = (which: "latest" | "any" | "every", ...rows: readonly RowOf[]): CaseInput =>
    shows({ subject: "math", minMark: "B", which }, { transcript: rows });
  const older = "MAT100 2022-23 YR C 1 1";
  const newer = "MAT300 2023-24 YR B 1 1";
  runCases([
    ["latest: has it", of("latest", older, newer), HELD],
    ["latest: an older one has it", of("latest", "MAT100 2022-23 YR A 1 1", "MAT300 2023-24 YR C 1 1"), NOT_MET],
    ["any: one has it", of("any", older, newer), HELD],
    ["any: none has it", of("any", older), NOT_MET],
    ["every: one has not", of("every", older, newer), NOT_MET],
    ["every: all have", of("every", "MAT100 2022-23 YR A 1 1", newer), HELD],
    ["another subject", of("any", "SCI201 2023-24 YR A 1 1"), []],
  ]);
});

describe("the average of two semester marks", () => {
  const marks = { ...BASE.marks, points: { A: 4, B: 3, C: 2, D: 1 } };
  const of = (least: number, first: string, second: string): CaseInput =>
    shows(
      { course: "algebra-2", parts: { required: ["S1", "S2"], rule: "average" }, minPoints: least },
      { policy: { marks }, transcript: [`MAT301 2023-24 S1 ${first}`, `MAT302 2023-24 S2 ${second}`] },
    );
  runCases([
    ["at it", of(2.5, "A 0.5 0.5", "D 0.5 0.5"), HELD],
    ["below it", of(2.501, "A 0.5 0.5", "D 0.5 0.5"), NOT_MET],
    ["one part failed", of(2, "A 0.5 0.5", "F 0.5 0"), NOT_MET],
  ]);
});

describe("one after the other", () => {
  const exam: Evidence = { test: "EXAM", min: { score: 50 } };
  const of = (first: string, second: string): CaseInput =>
    shows({ all: [TEST, exam], inOrder: true }, { scores: [`SBA ${first} level=3`, `EXAM ${second} score=60`] });
  const retaken = (first: string, again: string, second: string): CaseInput =>
    shows(
      { all: [TEST, exam], inOrder: true },
      { scores: [`SBA ${first} level=4`, `SBA ${again} level=3`, `EXAM ${second} score=60`] },
    );
  runCases([
    ["in order", of("2025-04-01", "2025-04-02"), HELD],
    ["on one day", of("2025-04-01", "2025-04-01"), NOT_MET],
    ["out of order", of("2025-04-02", "2025-04-01"), NOT_MET],
    ["the first shown again after the second", retaken("2025-04-01", "2025-05-10", "2025-05-01"), HELD],
    ["the first shown again on the day of the second", retaken("2025-04-01", "2025-05-01", "2025-05-01"), HELD],
    ["the first shown only after the second, twice", retaken("2025-05-02", "2025-05-10", "2025-05-01"), NOT_MET],
  ]);
});

describe("another assessment for each tier", () => {
  const tiers: PathwayOf["tiers"] = [
    { evidence: { test: "EXAM", min: { score: 50 } }, upTo: 0.5 },
    { evidence: { test: "EXAM", min: { score: 80 } }, upTo: 1, fresh: true },
  ];
  const of = (...rows: readonly string[]): CaseInput => ({
    pathways: [{ tiers, award: { courses: ["biology"], netOfClassCredit: false } }],
    scores: rows.map((row) => `EXAM ${row}`),
  });
  runCases([
    ["one result serves the lower tier alone", of("2025-04-01 score=90"), ["p1 biology 0.5 P ready"]],
    ["another serves the higher", of("2025-04-01 score=80", "2025-05-01 score=90"), HELD],
    [
      "one exported twice is no other",
      of("2025-04-01 score=90", "2025-04-01 score=90 status=valid"),
      ["p1 biology 0.5 P ready"],
    ],
  ]);
});

describe("a fresh tier and the one below it", () => {
  const tiers: PathwayOf["tiers"] = [
    { evidence: { test: "SBA", min: { level: "3" } }, upTo: 0.5 },
    { evidence: { test: "EXAM", min: { score: 80 } }, upTo: 1, fresh: true },
  ];
  const of = (...scores: readonly string[]): CaseInput => ({
    pathways: [{ tiers, award: { courses: ["biology"], netOfClassCredit: false } }],
    scores,
  });
  runCases([
    ["a further result alone is no first one", of("EXAM 2025-05-01 score=90"), NOT_MET],
    ["the first alone", of("SBA 2025-05-01 level=3"), ["p1 biology 0.5 P ready"]],
    ["both", of("SBA 2025-05-01 level=3", "EXAM 2025-05-01 score=90"), HELD],
  ]);
});

describe("results since the last record", () => {
  const of = (...rows: readonly string[]): CaseInput => ({
    pathways: [{ evidence: { test: "EXAM", min: { score: 50 }, sinceRecord: true }, award: { courses: ["biology"] } }],
    transcript: ["SCI101 2024-25 S1 P 0.5 0.5 Z date_completed=2025-02-01"],
    scores: rows.map((row) => `EXAM ${row}`),
  });
  runCases([
    ["on its day: credited already", of("2025-02-01 score=90"), NOT_MET],
    ["the day after", of("2025-02-02 score=90"), ["p1 biology 0.5 P ready"]],
  ]);
});
