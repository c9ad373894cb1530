import { describe } from "vitest";
import { BASE, type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

type Piece = PathwayOf["evidence"] & object;

const SBA: Piece = { test: "SBA", min: { level: "3" } };
const EXAM: Piece = { test: "EXAM", min: { score: 60 } };
const SCORES = ["SBA 2025-05-01 level=3", "EXAM 2025-04-01 score=70", "LANG 2025-05-01 part=reading level=Low"];
const TRANSCRIPT = ["MAT301 2023-24 S1 B 0.5 0.5", "MAT302 2023-24 S2 D 0.5 0.5", "SCI201 2023-24 YR C 1 1"];

/** Pieces of evidence that do not hold for the student of these cases, each for a reason of its own. */
const FAILING: readonly (readonly [string, Piece])[] = [
  ["a test", { test: "SBA", min: { level: "4" } }],
  ["a test above a score", { test: "EXAM", above: { score: 70 } }],
  ["a part of a test", { test: "LANG", min: { level: "Mid" }, parts: { required: ["reading"], rule: "lowest" } }],
  ["a missing part", { test: "LANG", min: { level: "Low" }, parts: { required: ["writing"], rule: "lowest" } }],
  ["hours", { test: "HOURS", min: { score: 1 }, sum: true }],
  ["a course", { course: "algebra-2", minMark: "C" }],
  ["any part of a course", { course: "algebra-2", minMark: "A", parts: "any" }],
  ["an average", { course: "algebra-2", parts: { required: ["S1", "S2"], rule: "average" }, minPoints: 2.5 }],
  ["a subject", { subject: "math", minMark: "C", which: "latest" }],
  ["an approval", { approval: "panel" }],
  ["all of several", { all: [SBA, { test: "EXAM", min: { score: 80 } }] }],
  ["several in order", { all: [SBA, EXAM], inOrder: true }],
  ["any of several", { any: [{ test: "SBA", min: { level: "4" } }, { approval: "panel" }] }],
  ["the contrary", { not: SBA }],
];

/** The same with what the student has. */
const HOLDING: readonly (readonly [string, Piece])[] = [
  ["a test", SBA],
  ["a test above a score", { test: "EXAM", above: { score: 69.9 } }],
  ["a part of a test", { test: "LANG", min: { level: "Low" }, parts: { required: ["reading"], rule: "lowest" } }],
  ["hours", { test: "HOURS", min: { score: 0 }, sum: true }],
  ["a course", { course: "algebra-2", minMark: "D" }],
  ["any part of a course", { course: "algebra-2", minMark: "B", parts: "any" }],
  ["an average", { course: "algebra-2", parts: { required: ["S1", "S2"], rule: "average" }, minPoints: 2 }],
  ["a subject", { subject: "science", minMark: "C", which: "latest" }],
  ["an approval", { approval: "teacher" }],
  ["all of several", { all: [SBA, EXAM] }],
  ["several in order", { all: [EXAM, SBA], inOrder: true }],
  ["any of several", { any: [{ test: "SBA", min: { level: "4" } }, EXAM] }],
  ["the contrary", { not: { approval: "panel" } }],
];

function of(pathway: PathwayOf): CaseInput {
  return {
    pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
    scores: [...SCORES, "HOURS 2025-05-01 score=0"],
    transcript: TRANSCRIPT,
    approvals: ["p1 teacher granted"],
    policy: {
      marks: {
        ranked: ["A", "B", "C", "D"],
        credit: ["P", "CR"],
        noCredit: ["F", "NC"],
        incomplete: ["I"],
        ignored: ["W"],
        points: { A: 4, B: 3, C: 2, D: 1 },
      },
      tests: [
        ...BASE.tests,
        { id: "HOURS", title: "Hours of study", scope: "activity", scales: { score: { min: 0, max: 500 } } },
      ],
    },
  };
}

const READY = ["p1 biology 1 P ready"];
const NOT_MET = ["p1: evidence-not-met"];

describe("a piece that does not hold, before one that does", () => {
  runCases(FAILING.map(([name, piece]) => [name, of({ evidence: { any: [piece, SBA] } }), READY]));
});

describe("a piece that does not hold, in the higher tier", () => {
  runCases(
    FAILING.map(([name, piece]) => [
      name,
      of({
        tiers: [
          { evidence: SBA, upTo: 0.5 },
          { evidence: piece, upTo: 1 },
        ],
        award: { netOfClassCredit: false },
      }),
      ["p1 biology 0.5 P ready"],
    ]),
  );
});

describe("the contrary of a piece that does not hold", () => {
  runCases(FAILING.map(([name, piece]) => [name, of({ evidence: { all: [SBA, { not: piece }] } }), READY]));
});

describe("a piece that holds", () => {
  runCases(HOLDING.map(([name, evidence]) => [name, of({ evidence }), READY]));
});

describe("the contrary of a piece that holds", () => {
  runCases(HOLDING.map(([name, piece]) => [name, of({ evidence: { all: [SBA, { not: piece }] } }), NOT_MET]));
});

describe("a piece that holds, in the higher tier", () => {
  runCases(
    HOLDING.map(([name, piece]) => [
      name,
      of({
        tiers: [
          { evidence: SBA, upTo: 0.5 },
          { evidence: piece, upTo: 1 },
        ],
        award: { netOfClassCredit: false },
      }),
      READY,
    ]),
  );
});

describe("a piece that holds, where nothing is left to give", () => {
  // What is absent is on no file, and an approval is a row of the file.
  const onFile = HOLDING.filter(([name]) => name !== "the contrary");
  runCases(
    onFile.map(([name, evidence]) => [
      name,
      { ...of({ evidence }), transcript: [...TRANSCRIPT, "SCI101 2023-24 YR C 1 1"] },
      ["p1: already-credited"],
    ]),
  );
});

describe("several pieces where nothing is left to give", () => {
  const credited = (evidence: Piece): CaseInput => ({
    ...of({ evidence }),
    transcript: ["SCI101 2023-24 YR C 1 1"],
  });
  runCases([
    ["one of them on file", credited({ all: [SBA, { not: { approval: "panel" } }] }), ["p1: already-credited"]],
    ["none of them on file", credited({ not: { approval: "panel" } }), []],
  ]);
});

describe("several pieces, fresh", () => {
  const tiers = (scores: readonly string[]): CaseInput => ({
    ...of({
      tiers: [
        { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.5 },
        { evidence: { all: [SBA, EXAM] }, upTo: 1, fresh: true },
      ],
      award: { netOfClassCredit: false },
    }),
    scores,
  });
  runCases([
    [
      "the only result is spent",
      tiers(["SBA 2025-05-01 level=3", "EXAM 2025-05-01 score=70"]),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "an older one is left",
      tiers(["SBA 2025-04-01 level=4", "SBA 2025-05-01 level=3", "EXAM 2025-05-01 score=70"]),
      READY,
    ],
  ]);
});
