import { describe } from "vitest";
import { BASE, type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

/* Small questions, each decided one way by one fact. */

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const READY = ["p1 biology 1 P ready"];

function of(pathway: PathwayOf, transcript: readonly string[] = [], more: Partial<CaseInput> = {}): CaseInput {
  return {
    pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
    scores: LEVEL_3,
    transcript,
    ...more,
  };
}

describe("records that a grade table could have made", () => {
  const upTo = { upTo: 0.5, netOfClassCredit: false };
  const byScore: PathwayOf = {
    evidence: { test: "EXAM", min: { score: 50 } },
    grade: {
      byScore: [
        { min: 50, mark: "C" },
        { min: 90, mark: "A" },
      ],
    },
    award: upTo,
  };
  const byLevel: PathwayOf = { grade: { byLevel: { "3": "B", "4": "A" } }, award: upTo };
  const byCourse: PathwayOf = {
    evidence: { course: "chemistry", minMark: "D" },
    grade: { from: "evidence" },
    award: upTo,
  };
  const exam: Partial<CaseInput> = { scores: ["EXAM 2025-05-01 score=70"] };
  const HIGHER = "SCI201 2023-24 YR B 1 1";
  const record = (mark: string): string => `SCI101 2022-23 YR ${mark} 0.5 0.5 Z`;
  const CEILING = ["p1: pathway-ceiling"];
  runCases([
    ["by score: its first mark", of(byScore, [record("C")], exam), CEILING],
    ["by score: its last mark", of(byScore, [record("A")], exam), CEILING],
    ["by score: another mark", of(byScore, [record("B")], exam), ["p1 biology 0.5 C ready"]],
    ["by level: one of its marks", of(byLevel, [record("A")]), CEILING],
    ["by level: another mark", of(byLevel, [record("C")]), ["p1 biology 0.5 B ready"]],
    ["the evidence's mark: a ranked one", of(byCourse, [HIGHER, record("C")]), CEILING],
    ["the evidence's mark: one that earns credit", of(byCourse, [HIGHER, record("CR")]), CEILING],
    [
      "the score as mark: no letter",
      {
        ...of(
          { evidence: { test: "EXAM", min: { score: 50 } }, grade: { from: "score" }, award: upTo },
          [record("C")],
          exam,
        ),
        policy: {
          marks: {
            ...BASE.marks,
            ranked: [...BASE.marks.ranked],
            credit: ["P", "CR", "70"],
            noCredit: ["F", "NC"],
            incomplete: ["I"],
            ignored: ["W"],
          },
        },
      },
      ["p1 biology 0.5 70 ready"],
    ],
    [
      "the score as mark: a number",
      {
        ...of(
          { evidence: { test: "EXAM", min: { score: 50 } }, grade: { from: "score" }, award: upTo },
          [record("70")],
          exam,
        ),
        policy: {
          marks: {
            ...BASE.marks,
            ranked: [...BASE.marks.ranked],
            credit: ["P", "CR", "70"],
            noCredit: ["F", "NC"],
            incomplete: ["I"],
            ignored: ["W"],
          },
        },
      },
      CEILING,
    ],
    [
      "of another part",
      of({ award: { ...upTo, courses: [{ course: "algebra-1", parts: ["S1"] }] } }, ["MAT102 2022-23 S2 P 0.5 0.5 Z"]),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "of its whole course",
      of({ award: { upTo: 0.25, netOfClassCredit: false, courses: [{ course: "algebra-1", parts: ["S2"] }] } }, [
        "MAT100 2022-23 YR P 0.25 0.25 Z",
      ]),
      CEILING,
    ],
    [
      "of a layout without designations",
      of({ award: upTo, record: { courseId: "{courseId}M" } }, ["SCI101M 2022-23 YR P 0.5 0.5"], {
        without: ["designations"],
      }),
      CEILING,
    ],
    [
      "under a code that another pathway makes",
      {
        ...of({ award: upTo }, ["SCI101M 2022-23 YR P 0.5 0.5 Z"]),
        pathways: [
          { award: { courses: ["biology"], ...upTo } },
          { award: { courses: ["biology"] }, record: { courseId: "{courseId}M" }, effectiveTo: "2024-01-01" },
        ],
      },
      ["p1 biology 0.5 P ready", "p2: not-in-effect"],
    ],
  ]);
});

describe("the mark among several results", () => {
  const both: PathwayOf["evidence"] & object = {
    all: [
      { test: "SBA", min: { level: "3" } },
      { test: "EXAM", min: { score: 50 } },
    ],
  };
  const scores = [...LEVEL_3, "EXAM 2025-05-01 score=70"];
  runCases([
    [
      "a result without a score is passed over",
      of(
        {
          evidence: both,
          grade: {
            byScore: [
              { min: 0, mark: "D" },
              { min: 60, mark: "B" },
            ],
          },
        },
        [],
        { scores },
      ),
      ["p1 biology 1 B ready"],
    ],
    [
      "and is no score of 0",
      {
        ...of({ evidence: both, grade: { from: "score" } }, [], { scores }),
        policy: {
          marks: {
            ...BASE.marks,
            ranked: [...BASE.marks.ranked],
            credit: ["P", "CR", "70"],
            noCredit: ["F", "NC"],
            incomplete: ["I"],
            ignored: ["W"],
          },
        },
      },
      ["p1 biology 1 70 ready"],
    ],
    [
      "the first result with a level of the table",
      of(
        {
          evidence: {
            all: [
              { test: "EXAM", min: { score: 50 } },
              { test: "SBA", min: { level: "3" } },
            ],
          },
          grade: { byLevel: { "3": "B" } },
        },
        [],
        { scores },
      ),
      ["p1 biology 1 B ready"],
    ],
  ]);
});

describe("class credit that is taken off", () => {
  const net = (courses: NonNullable<PathwayOf["award"]>["courses"] & object, upTo: number): PathwayOf => ({
    award: { courses, upTo, netOfClassCredit: true },
  });
  runCases([
    [
      "of another part of the course, not",
      of(net([{ course: "algebra-1", parts: ["S1"] }], 0.5), ["MAT102 2023-24 S2 C 0.5 0.5"]),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "of the part",
      of(net([{ course: "algebra-1", parts: ["S1"] }], 0.375), ["MAT101 2023-24 S1 C 0.25 0.25"]),
      ["p1 algebra-1 S1 0.125 P ready"],
    ],
    [
      "of the whole course, beyond its credit too",
      of(net(["biology", "chemistry"], 2), ["SCI101 2023-24 YR C 1.5 1.5"]),
      ["p1 chemistry 0.5 P ready"],
    ],
  ]);
});

describe("what an attempt of the whole course attempts", () => {
  const forbidden = (part: string): PathwayOf => ({
    attempt: { is: "forbidden" },
    award: { courses: [{ course: "algebra-1", parts: [part] }] },
  });
  runCases([
    ["half of it, the first part", of(forbidden("S1"), ["MAT100 2023-24 YR F 0.5 0"]), ["p1: attempt-forbidden"]],
    ["and not the second", of(forbidden("S2"), ["MAT100 2023-24 YR F 0.5 0"]), ["p1 algebra-1 S2 0.5 P ready"]],
    ["for no credit, all of it", of(forbidden("S2"), ["MAT100 2023-24 YR I 0 0"]), ["p1: attempt-forbidden"]],
  ]);
});

describe("fresh evidence", () => {
  const level = (at: string, upTo: number, fresh = false): object => ({
    evidence: { test: "SBA", min: { level: at } },
    upTo,
    ...(fresh ? { fresh } : {}),
  });
  const exam = (upTo: number): object => ({ evidence: { test: "EXAM", min: { score: 50 } }, upTo });
  const tiers = (...given: readonly object[]): PathwayOf =>
    ({ tiers: given, award: { netOfClassCredit: false } }) as PathwayOf;
  runCases([
    [
      "an older result is left for the tier below, where the best is spent",
      of(tiers(level("2", 0.5), level("3", 1, true)), [], {
        scores: ["SBA 2025-04-01 level=4", "SBA 2025-05-01 level=3"],
      }),
      READY,
    ],
    ["one result is not", of(tiers(level("2", 0.5), level("3", 1, true))), ["p1 biology 0.5 P ready"]],
    [
      "it asks down to a tier that asks for none",
      of(tiers(exam(0.25), level("2", 0.5), level("3", 1, true)), [], {
        scores: ["SBA 2025-04-01 level=4", "SBA 2025-05-01 level=3"],
      }),
      READY,
    ],
    [
      "and through one that does",
      of(tiers(exam(0.25), level("2", 0.5, true), level("3", 1, true)), [], {
        scores: ["SBA 2025-04-01 level=4", "SBA 2025-05-01 level=3"],
      }),
      ["p1: evidence-not-met"],
    ],
    [
      "where each has its own",
      of(tiers(exam(0.25), level("2", 0.5, true), level("3", 1, true)), [], {
        scores: ["SBA 2025-04-01 level=4", "SBA 2025-05-01 level=3", "EXAM 2025-05-01 score=50"],
      }),
      READY,
    ],
  ]);
});

describe("evidence from before the course", () => {
  const before: PathwayOf = {
    evidence: { test: "SBA", min: { level: "3" }, beforeCourse: true },
    award: { courses: ["algebra-1"] },
  };
  const scores = ["SBA 2022-05-01 level=3"];
  runCases([
    [
      "before the first of several attempts",
      of(before, ["MAT101 2023-24 S1 F 0.5 0", "MAT102 2021-22 S2 F 0.5 0"], { scores }),
      ["p1: evidence-not-met"],
    ],
    [
      "in whichever order they stand",
      of(before, ["MAT101 2021-22 S1 F 0.5 0", "MAT102 2023-24 S2 F 0.5 0"], { scores }),
      ["p1: evidence-not-met"],
    ],
    [
      "all of them later",
      of(before, ["MAT101 2022-23 S1 F 0.5 0", "MAT102 2023-24 S2 F 0.5 0"], { scores }),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
  ]);
});

describe("which of two attempts on one day is recovered", () => {
  const lost: PathwayOf = {
    attempt: { is: "required" },
    award: { courses: [{ course: "algebra-1", parts: ["S1"] }], take: "lost" },
  };
  runCases([
    [
      "the larger, last in the file's order",
      of(lost, ["MAT101 2023-24 S1 F 0.25 0", "MAT101 2023-24 S1 NC 0.5 0"]),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "the larger, first",
      of(lost, ["MAT101 2023-24 S1 F 0.5 0", "MAT101 2023-24 S1 NC 0.25 0"]),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "the later, though smaller",
      of(lost, ["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 F 0.25 0"]),
      ["p1 algebra-1 S1 0.25 P ready"],
    ],
  ]);
});

describe("one target only, which holds a record already", () => {
  const one = (...courses: string[]): PathwayOf => ({ award: { courses, split: false } });
  const CEILING = ["p1: pathway-ceiling"];
  runCases([
    [
      "two of them do, and a third is passed over",
      of(one("biology", "chemistry", "geometry"), ["SCI101 2022-23 YR P 1 1 Z", "SCI201 2023-24 YR P 1 1 Z"]),
      CEILING,
    ],
    ["the record is of the whole course", of(one("algebra-1", "biology"), ["MAT100 2022-23 YR P 1 1 Z"]), CEILING],
    [
      "the record is of one part",
      of(one("algebra-1", "biology"), ["MAT102 2022-23 S2 P 0.5 0.5 Z"]),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "the record is of a part that is no target",
      of({ award: { courses: [{ course: "algebra-1", parts: ["S1"] }, "biology"], split: false } }, [
        "MAT102 2022-23 S2 P 0.5 0.5 Z",
        "MAT101 2022-23 S1 C 0.5 0.5",
      ]),
      READY,
    ],
  ]);
});

describe("where credit goes first", () => {
  const spread = (more: object, transcript: readonly string[]): CaseInput =>
    of(
      {
        attempt: { is: "required" },
        award: { courses: ["algebra-1"], take: "open", upTo: 0.5, netOfClassCredit: false, ...more },
      },
      transcript,
    );
  const S1 = ["p1 algebra-1 S1 0.5 P ready"];
  const S2 = ["p1 algebra-1 S2 0.5 P ready"];
  runCases([
    ["to the part with a loss", spread({}, ["MAT102 2022-23 S2 F 0.5 0"]), S2],
    ["of two, to the earlier", spread({}, ["MAT101 2023-24 S1 F 0.5 0", "MAT102 2022-23 S2 F 0.5 0"]), S2],
    [
      "of two on one day, to the first listed",
      spread({}, ["MAT101 2023-24 YR F 0.5 0", "MAT102 2023-24 S2 F 0.5 0"]),
      S1,
    ],
    ["or to the later", spread({ fill: "latest" }, ["MAT101 2022-23 S1 F 0.5 0", "MAT102 2023-24 S2 F 0.5 0"]), S2],
    [
      "and not by the day of what is no loss",
      spread({ fill: "latest" }, ["MAT101 2022-23 S1 F 0.5 0", "MAT102 2023-24 S2 C 0.25 0.25"]),
      S1,
    ],
  ]);
});
