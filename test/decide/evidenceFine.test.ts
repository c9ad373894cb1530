import { describe } from "vitest";
import { BASE, type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

/* Small questions about results of tests, each decided one way by one fact. */

type Piece = PathwayOf["evidence"] & object;

const HELD = ["p1 biology 1 P ready"];
const NOT_MET = ["p1: evidence-not-met"];
const MISSING = ["p1: evidence-missing-part"];

function shows(
  evidence: Piece,
  scores: readonly string[],
  more: PathwayOf = {},
  input: Partial<CaseInput> = {},
): CaseInput {
  return { pathways: [{ evidence, ...more, award: { courses: ["biology"], ...more.award } }], scores, ...input };
}

describe("several thresholds", () => {
  const both: Piece = { test: "SBA", min: { level: "3", score: 2600 } };
  runCases([
    ["on one result", shows(both, ["SBA 2025-05-01 level=3 score=2600"]), HELD],
    ["on two results of one day", shows(both, ["SBA 2025-05-01 level=3", "SBA 2025-05-01 score=2700"]), NOT_MET],
    [
      "above a score that is not there",
      shows({ test: "SBA", above: { score: 2500 } }, ["SBA 2025-05-01 level=3"]),
      NOT_MET,
    ],
    ["above a score", shows({ test: "SBA", above: { score: 2500 } }, ["SBA 2025-05-01 score=2500.000001"]), HELD],
    ["above a level", shows({ test: "SBA", above: { level: "2" } }, ["SBA 2025-05-01 level=3"]), HELD],
    ["above a level, and at it", shows({ test: "SBA", above: { level: "3" } }, ["SBA 2025-05-01 level=3"]), NOT_MET],
  ]);
});

describe("parts", () => {
  const lowest = { required: ["writing", "reading"], rule: "lowest" } as const;
  const average = { required: ["writing", "reading"], rule: "average" } as const;
  const of = (evidence: object, scores: readonly string[], more: PathwayOf = {}): CaseInput =>
    shows(
      { test: "LANG", ...evidence } as Piece,
      scores.map((score) => `LANG 2025-05-${score}`),
      more,
    );
  const byScore: PathwayOf = {
    grade: {
      byScore: [
        { min: 5, mark: "C" },
        { min: 7.2, mark: "A" },
      ],
    },
  };
  runCases([
    [
      "a part with one scale of two is missing",
      of({ min: { level: "Mid", score: 5 }, parts: lowest }, [
        "01 part=writing level=Mid",
        "01 part=reading level=Mid score=5",
      ]),
      MISSING,
    ],
    [
      "a part's scales in two rows are both there",
      of({ min: { level: "Mid", score: 5 }, parts: lowest }, [
        "01 part=writing level=Mid",
        "01 part=writing score=5",
        "01 part=reading level=Mid score=5",
      ]),
      HELD,
    ],
    [
      "above alone asks for every part",
      of({ above: { level: "Low" }, parts: lowest }, ["01 part=reading level=Top"]),
      MISSING,
    ],
    [
      "above on average",
      of({ above: { score: 5 }, parts: average }, ["01 part=writing score=5", "01 part=reading score=6"]),
      HELD,
    ],
    [
      "not above on average",
      of({ above: { score: 5 }, parts: average }, ["01 part=writing score=4", "01 part=reading score=6"]),
      NOT_MET,
    ],
    [
      "one sitting lacks a part, another is too low",
      of({ min: { level: "High" }, parts: lowest }, [
        "01 part=reading level=Top",
        "02 part=reading level=Mid",
        "02 part=writing level=Mid",
      ]),
      NOT_MET,
    ],
    [
      "no score, no mark by score",
      of({ min: { level: "Mid" }, parts: lowest }, ["01 part=reading level=Mid", "01 part=writing level=Mid"], byScore),
      ["p1: grade-missing"],
    ],
    [
      "the better of two averages, of three parts, later",
      of(
        { min: { score: 5 }, parts: average },
        [
          "01 part=reading score=8",
          "01 part=writing score=6",
          "02 part=reading score=9",
          "02 part=writing score=7",
          "02 part=speaking score=6",
        ],
        byScore,
      ),
      ["p1 biology 1 A ready"],
    ],
    [
      "the better of two averages, of three parts, earlier",
      of(
        { min: { score: 5 }, parts: average },
        [
          "02 part=reading score=8",
          "02 part=writing score=6",
          "01 part=reading score=9",
          "01 part=writing score=7",
          "01 part=speaking score=6",
        ],
        byScore,
      ),
      ["p1 biology 1 A ready"],
    ],
  ]);
});

describe("the better of two results", () => {
  const byScore: PathwayOf = {
    grade: {
      byScore: [
        { min: 2000, mark: "C" },
        { min: 2700, mark: "A" },
      ],
    },
  };
  const of = (scores: readonly string[]): CaseInput => shows({ test: "SBA", min: { level: "3" } }, scores, byScore);
  runCases([
    [
      "of one level, that with a score: first",
      of(["SBA 2025-03-01 level=3 score=2700", "SBA 2025-05-01 level=3"]),
      ["p1 biology 1 A ready"],
    ],
    [
      "of one level, that with a score: last",
      of(["SBA 2025-03-01 level=3", "SBA 2025-05-01 level=3 score=2700"]),
      ["p1 biology 1 A ready"],
    ],
    [
      "the higher level before the higher score",
      of(["SBA 2025-03-01 level=4 score=2650", "SBA 2025-05-01 level=3 score=2700"]),
      ["p1 biology 1 C ready"],
    ],
    [
      "the higher score of one level",
      of(["SBA 2025-03-01 level=3 score=2700", "SBA 2025-05-01 level=3 score=2650"]),
      ["p1 biology 1 A ready"],
    ],
  ]);
});

describe("windows of one day, and over the new year", () => {
  const tests = (windows: readonly object[]): CaseInput["policy"] =>
    ({ tests: BASE.tests.map((test) => (test.id === "SBA" ? { ...test, windows } : test)) }) as CaseInput["policy"];
  const of = (windows: readonly object[], day: string): CaseInput =>
    shows({ test: "SBA", min: { level: "3" } }, [`SBA ${day} level=3`], {}, { policy: tests(windows) ?? {} });
  const ONE = [{ from: "05-01", to: "05-01" }];
  const OVER = [{ from: "11-15", to: "01-15" }];
  runCases([
    ["the day", of(ONE, "2025-05-01"), HELD],
    ["the day after", of(ONE, "2025-05-02"), NOT_MET],
    ["the day before", of(ONE, "2025-04-30"), NOT_MET],
    ["the first day", of(OVER, "2024-11-15"), HELD],
    ["the day before it", of(OVER, "2024-11-14"), NOT_MET],
    ["the last day", of(OVER, "2025-01-15"), HELD],
  ]);
});

describe("hours in all: the day, and the mark", () => {
  const of = (scores: readonly string[], more: PathwayOf = {}, transcript: readonly string[] = []): CaseInput =>
    shows({ test: "HOURS", min: { score: 80 }, sum: true }, scores, more, {
      transcript,
      policy: {
        tests: [
          ...BASE.tests,
          { id: "HOURS", title: "Hours of study", scope: "activity", scales: { score: { min: 0, max: 500 } } },
        ],
      },
    });
  const required: PathwayOf = { attempt: { is: "required", beforeEvidence: true }, award: { take: "lost" } };
  const FAILED = ["SCI101 2022-23 YR F 1 0"];
  runCases([
    [
      "reached by the third, later than the attempt",
      of(["HOURS 2021-10-01 score=30", "HOURS 2022-01-10 score=30", "HOURS 2024-01-10 score=30"], required, FAILED),
      HELD,
    ],
    [
      "reached by the first, older",
      of(["HOURS 2021-10-01 score=80", "HOURS 2024-01-10 score=30"], required, FAILED),
      ["p1: evidence-before-attempt"],
    ],
    [
      "a mark by the sum",
      of(["HOURS 2024-01-10 score=50", "HOURS 2024-02-10 score=45"], {
        grade: {
          byScore: [
            { min: 80, mark: "C" },
            { min: 95, mark: "A" },
          ],
        },
      }),
      ["p1 biology 1 A ready"],
    ],
  ]);
});

describe("whether a row bears on a subject", () => {
  const math: Piece = { subject: "math", minMark: "C", which: "any" };
  runCases([
    ["one of it does", shows(math, [], {}, { transcript: ["MAT300 2023-24 YR D 1 1"] }), NOT_MET],
    ["one of another subject does not", shows(math, [], {}, { transcript: ["SCI201 2023-24 YR A 1 1"] }), []],
  ]);
});

describe("tiers that name their courses", () => {
  const level = (at: string, upTo: number, courses: string[]): object => ({
    evidence: { test: "SBA", min: { level: at } },
    upTo,
    courses,
  });
  runCases([
    [
      "each course is looked at once",
      {
        pathways: [
          {
            tiers: [level("2", 1, ["biology", "chemistry"]), level("3", 2, ["chemistry", "biology"])],
            award: { courses: ["biology"], netOfClassCredit: false },
          } as PathwayOf,
        ],
        scores: ["SBA 2025-05-01 level=3"],
      },
      ["p1 biology 1 P ready", "p1 chemistry 1 P ready"],
    ],
  ]);
});
