import { describe } from "vitest";
import { type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const LOST_S1 = "MAT101 2023-24 S1 F 0.5 0";
const LOST_S2 = "MAT102 2023-24 S2 F 0.5 0";
const LOST_BIOLOGY = "SCI101 2023-24 YR F 1 0";
const S1 = { course: "algebra-1", parts: ["S1"] };

const run = (
  pathways: readonly PathwayOf[],
  transcript: readonly string[],
  more: Partial<CaseInput> = {},
): CaseInput => ({
  pathways,
  scores: LEVEL_3,
  transcript,
  ...more,
});

/** Takes what is lost in its targets. */
const recovers = (...courses: (string | typeof S1)[]): PathwayOf => ({
  attempt: { is: "required" },
  award: { courses, take: "lost" },
});

/** Gives the whole gap while qualifying credit is lost. */
const opens = (...courses: (string | typeof S1)[]): PathwayOf => ({
  attempt: { is: "required" },
  award: { courses, take: "open" },
});

const given = (pathway: string, part: string): string => `${pathway} algebra-1 ${part} 0.5 P ready`;

describe("a pathway that opens the gap while credit is lost", () => {
  runCases([
    [
      "what an earlier one recovered is lost no more: the part that still is comes first",
      run(
        [
          { attempt: { is: "required" }, award: { courses: ["algebra-1"], take: "lost", upTo: 0.25 } },
          {
            attempt: { is: "required" },
            award: { courses: ["algebra-1"], take: "open", upTo: 0.5, netOfClassCredit: false },
          },
        ],
        ["MAT101 2022-23 S1 F 0.25 0", LOST_S2],
      ),
      ["p1 algebra-1 S1 0.25 P ready", "p2 algebra-1 S2 0.25 P ready"],
    ],
    [
      "an earlier one recovers the loss",
      run([recovers("algebra-1"), opens("algebra-1")], [LOST_S1]),
      [given("p1", "S1"), "p2: shadowed"],
    ],
    [
      "an earlier one gives something else",
      run([recovers("biology"), opens("algebra-1")], [LOST_S1, LOST_BIOLOGY]),
      ["p1 biology 1 P ready", given("p2", "S1"), given("p2", "S2")],
    ],
    [
      "an earlier one recovers one loss of two",
      run([recovers(S1), opens("algebra-1")], [LOST_S1, LOST_S2]),
      [given("p1", "S1"), given("p2", "S2")],
    ],
    [
      "a loss in another target does not keep this one open",
      run([recovers("algebra-1"), opens("algebra-1", "biology")], [LOST_S1, LOST_BIOLOGY]),
      [given("p1", "S1"), "p2 biology 1 P ready"],
    ],
    [
      "no loss is needed where none is asked for",
      run([recovers("algebra-1"), { award: { courses: ["algebra-1"] } }], [LOST_S1]),
      [given("p1", "S1"), given("p2", "S2")],
    ],
    [
      "the same learning is given, and the loss is left",
      run([{ award: { courses: ["integrated-1"] } }, recovers("algebra-1")], [LOST_S1]),
      ["p1 integrated-1 A 0.5 P ready", "p1 integrated-1 B 0.5 P ready", "p2: shadowed"],
    ],
  ]);
});

describe("approval before the learning", () => {
  const of = (approvals: readonly string[], more: PathwayOf = {}): CaseInput => ({
    pathways: [
      {
        method: "equivalency",
        approvalBefore: "evidence",
        approvals: ["teacher", "principal"],
        ...more,
        award: { courses: ["biology"] },
      },
    ],
    scores: LEVEL_3,
    approvals,
  });
  const PRINCIPAL = "p1 principal granted on=2025-04-01";
  runCases([
    [
      "one of two grants is early enough",
      of([PRINCIPAL, "p1 teacher granted on=2025-04-30", "p1 teacher granted on=2025-05-30"]),
      ["p1 biology 1 P ready"],
    ],
    ["on the day itself is too late", of([PRINCIPAL, "p1 teacher granted on=2025-05-01"]), ["p1: not-preapproved"]],
    ["one that is missing is waited for", of([PRINCIPAL]), ["p1 biology 1 P held [teacher]"]],
    [
      "evidence without a date has nothing to compare",
      { ...of([PRINCIPAL, "p1 teacher granted", "p1 panel granted"], { evidence: { approval: "panel" } }), scores: [] },
      ["p1 biology 1 P ready"],
    ],
  ]);
});

describe("a request within days of the evidence", () => {
  const of = (approvals: readonly string[], more: PathwayOf = {}): CaseInput => ({
    pathways: [{ requestWithinDays: 7, ...more, award: { courses: ["biology"] } }],
    scores: LEVEL_3,
    approvals,
  });
  const teacher: PathwayOf = { approvals: ["teacher", "principal"] };
  const PRINCIPAL = "p1 principal granted on=2025-05-02";
  const LATE = ["p1: request-too-late"];
  const READY = ["p1 biology 1 P ready"];
  runCases([
    [
      "the first request counts, whoever made it",
      of(["p1 zoe requested on=2025-05-02", "p1 ann requested on=2025-05-20"]),
      READY,
    ],
    ["the last day", of(["p1 family requested on=2025-05-08"]), READY],
    ["the day after", of(["p1 family requested on=2025-05-09"]), LATE],
    [
      "a request for another course does not",
      of(["p1 family requested on=2025-05-02 course=chemistry", "p1 family requested on=2025-05-20"]),
      LATE,
    ],
    [
      "a grant does not where there is a request",
      of(["p1 teacher granted on=2025-05-02", PRINCIPAL, "p1 family requested on=2025-05-20"], teacher),
      LATE,
    ],
    [
      "a grant of the first role does where there is none",
      of(["p1 teacher granted on=2025-05-02", "p1 principal granted on=2025-06-02"], teacher),
      READY,
    ],
    ["one of another role does not", of(["p1 teacher granted on=2025-06-02", PRINCIPAL], teacher), LATE],
    [
      "a request without a date is none here",
      of(["p1 teacher granted on=2025-05-02", PRINCIPAL, "p1 family requested"], teacher),
      READY,
    ],
    ["else the award date", of([]), LATE],
  ]);
});

describe("whether a pathway is considered", () => {
  const LEVEL_2 = ["SBA 2025-05-01 level=2"];
  const WHOLE = ["IM1A 2023-24 S1 C 0.5 0.5", "IM1B 2023-24 S2 C 0.5 0.5"];
  runCases([
    [
      "credit is lost, though its learning is credited",
      run([recovers("algebra-1")], [LOST_S1, ...WHOLE], { scores: LEVEL_2 }),
      ["p1: evidence-not-met"],
    ],
    ["nothing is lost and nothing open", run([recovers("algebra-1")], WHOLE, { scores: LEVEL_2 }), []],
    ["but its evidence holds", run([recovers("algebra-1")], WHOLE), ["p1: no-lost-credit"]],
    [
      "it holds for one of two targets",
      run(
        [{ evidence: { approval: "panel" }, award: { courses: ["biology", "chemistry"] } }],
        ["SCI101 2023-24 YR C 1 1", "SCI201 2023-24 YR C 1 1"],
        { approvals: ["p1 panel granted course=chemistry"] },
      ),
      ["p1: already-credited"],
    ],
  ]);
});
