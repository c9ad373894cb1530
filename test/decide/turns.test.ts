import { describe } from "vitest";
import { BASE, type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

/* Small questions about conditions, ceilings and ties, each decided one way by one fact. */

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const of = (pathway: PathwayOf, more: Partial<CaseInput> = {}): CaseInput => ({
  pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
  scores: LEVEL_3,
  ...more,
});
const rows = (...transcript: readonly string[]): Partial<CaseInput> => ({ transcript });

describe("a condition that has nothing to compare", () => {
  runCases([
    [
      "a request in time, and evidence without a day",
      of(
        { evidence: { approval: "panel" }, requestWithinDays: 7 },
        { scores: [], approvals: ["p1 panel granted on=2025-01-01"] },
      ),
      ["p1 biology 1 P ready"],
    ],
    [
      "a status that is asked for, and none that is barred",
      of({ who: { status: { any: ["enrolled"] } } }, { students: ["status=enrolled"] }),
      ["p1 biology 1 P ready"],
    ],
    [
      "a class that is not known",
      of({ who: { classOf: [2026] } }, { students: ["status=enrolled"] }),
      ["p1: not-eligible"],
    ],
    [
      "a grade level that is not known",
      of({ attempt: { is: "required", gradeLevels: [9] }, award: { take: "lost" } }, rows("SCI101 2023-24 YR F 1 0")),
      ["p1: attempt-grade-level"],
    ],
    [
      "evidence later than an attempt that is not needed",
      of({ attempt: { is: "irrelevant", beforeEvidence: true } }, rows("SCI101 2023-24 YR F 1 0")),
      ["p1 biology 1 P ready"],
    ],
    [
      "evidence without a day, and such an attempt",
      of(
        { attempt: { is: "irrelevant", beforeEvidence: true }, evidence: { approval: "panel" } },
        { ...rows("SCI101 2023-24 YR F 1 0"), scores: [], approvals: ["p1 panel granted"] },
      ),
      ["p1 biology 1 P ready"],
    ],
    [
      "evidence without a day, and an attempt that is needed",
      of(
        { attempt: { is: "required", beforeEvidence: true }, evidence: { approval: "panel" } },
        { ...rows("SCI101 2023-24 YR F 1 0"), scores: [], approvals: ["p1 panel granted"] },
      ),
      ["p1 biology 1 P ready"],
    ],
  ]);
});

describe("a pathway's own ceiling", () => {
  const parted = (more: PathwayOf): CaseInput =>
    of({ ...more, award: { courses: ["algebra-1"], upTo: 0.5, netOfClassCredit: false, ...more.award } });
  runCases([
    ["counts what it gives itself", parted({}), ["p1 algebra-1 S1 0.5 P ready"]],
    ["of a waiver too", parted({ award: { kind: "waiver" } }), ["p1 algebra-1 S1 0.5 - waiver"]],
    [
      "with a mark that evidence says",
      of(
        {
          evidence: { course: "chemistry", minMark: "C" },
          grade: { from: "evidence" },
          award: { courses: ["algebra-1"], upTo: 0.5, netOfClassCredit: false },
        },
        rows("SCI201 2023-24 YR B 1 1"),
      ),
      ["p1 algebra-1 S1 0.5 B ready"],
    ],
  ]);
});

describe("a cap of some years", () => {
  const cap = (schoolYears: number): CaseInput["policy"] & object => ({
    caps: [{ id: "years", per: { schoolYears }, upTo: 1 }],
  });
  const given = (year: string, schoolYears: number): CaseInput =>
    of({}, { ...rows(`SCI201 ${year} YR P 1 1 Z`), policy: cap(schoolYears) });
  runCases([
    ["this year's", given("2024-25", 1), ["p1: cap-reached"]],
    ["not last year's", given("2023-24", 1), ["p1 biology 1 P ready"]],
    ["last year's of two", given("2023-24", 2), ["p1: cap-reached"]],
    ["not the one before", given("2022-23", 2), ["p1 biology 1 P ready"]],
  ]);
});

describe("lost credit: which reason is said", () => {
  const old: PathwayOf = {
    attempt: { is: "required", withinMonths: 12 },
    award: { courses: ["algebra-1"], take: "lost" },
  };
  runCases([
    [
      "the later attempt was for less than has been earned",
      of(
        { attempt: { is: "required" }, award: { take: "lost" } },
        rows("SCI101 2021-22 YR F 1 0", "SCI101 2022-23 S1 C 0.5 0.5", "SCI101 2023-24 S1 F 0.5 0"),
      ),
      ["p1: no-lost-credit"],
    ],
    ["no part was lost", of(old, rows("MAT101 2024-25 S1 C 0.5 0.5")), ["p1: no-lost-credit"]],
    ["one was, and too long ago", of(old, rows("MAT101 2020-21 S1 F 0.5 0")), ["p1: attempt-too-old"]],
    ["the second was, and too long ago", of(old, rows("MAT102 2020-21 S2 F 0.5 0")), ["p1: attempt-too-old"]],
    [
      "one was, and another too long ago",
      of(old, rows("MAT101 2020-21 S1 F 0.5 0", "MAT102 2024-25 S1 F 0.5 0")),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
  ]);
});

describe("a course only, where the other could take nothing", () => {
  const one: PathwayOf = { award: { courses: ["biology", "chemistry"], split: false } };
  runCases([
    ["the first of two", of(one), ["p1 biology 1 P ready"]],
    ["the second, where the first is full", of(one, rows("SCI101 2022-23 YR C 1 1")), ["p1 chemistry 1 P ready"]],
  ]);
});

describe("scores as marks, on file", () => {
  const score: PathwayOf = {
    evidence: { test: "EXAM", min: { score: 50 } },
    grade: { from: "score" },
    award: { courses: ["biology", "chemistry"], upTo: 1, netOfClassCredit: false },
  };
  const marks = (mark: string): CaseInput =>
    of(score, {
      scores: ["EXAM 2025-05-01 score=60"],
      transcript: [`SCI101 2022-23 YR ${mark} 1 1 Z`],
      policy: { marks: { ...BASE.marks, credit: ["P", "60", "87", "87.25", "x87", "87x", "87.", "7"] } },
    });
  runCases([
    ["a whole one counts", marks("87"), ["p1: pathway-ceiling"]],
    ["one of one digit", marks("7"), ["p1: pathway-ceiling"]],
    ["one with a point", marks("87.25"), ["p1: pathway-ceiling"]],
    ["not one with a letter before", marks("x87"), ["p1 chemistry 1 60 ready"]],
    ["not one with a letter behind", marks("87x"), ["p1 chemistry 1 60 ready"]],
    ["not one that ends with the point", marks("87."), ["p1 chemistry 1 60 ready"]],
  ]);
});

describe("marks from evidence, on file", () => {
  const evidence: PathwayOf = {
    evidence: { course: "geometry", minMark: "C" },
    grade: { from: "evidence" },
    award: { courses: ["biology", "chemistry"], upTo: 1, netOfClassCredit: false },
  };
  const marks = (mark: string, letters = "Z"): CaseInput =>
    of(evidence, {
      scores: [],
      ...rows("MAT201 2023-24 S1 B 0.5 0.5", "MAT201 2023-24 S2 B 0.5 0.5", `SCI101 2022-23 YR ${mark} 1 1 ${letters}`),
    });
  runCases([
    ["a ranked one counts", marks("D"), ["p1: pathway-ceiling"]],
    ["a credit mark counts", marks("P"), ["p1: pathway-ceiling"]],
    ["with the B that the attempt had", marks("A", "BZ"), ["p1: pathway-ceiling"]],
    ["not with another letter", marks("A", "ZN"), ["p1 chemistry 1 B ready"]],
  ]);
});

describe("the grade level of the latest row", () => {
  const ninth: PathwayOf = { who: { gradeLevels: [9] } };
  const tenth: PathwayOf = { who: { gradeLevels: [10] } };
  const at = (pathway: PathwayOf, ...transcript: readonly string[]): CaseInput =>
    of(pathway, { transcript: transcript.map((row) => `SCI201 ${row}`) });
  runCases([
    [
      "the later one",
      at(tenth, "2022-23 YR C 0.5 0.5 - grade_level=9", "2023-24 YR C 0.5 0.5 - grade_level=10"),
      ["p1 biology 1 P ready"],
    ],
    [
      "though it is lower",
      at(ninth, "2022-23 YR C 0.5 0.5 - grade_level=10", "2023-24 YR C 0.5 0.5 - grade_level=9"),
      ["p1 biology 1 P ready"],
    ],
    [
      "of one day the higher, first",
      at(tenth, "2023-24 YR B 0.5 0.5 - grade_level=10", "2023-24 YR C 0.5 0.5 - grade_level=9"),
      ["p1 biology 1 P ready"],
    ],
    [
      "of one day the higher, last",
      at(tenth, "2023-24 YR B 0.5 0.5 - grade_level=9", "2023-24 YR C 0.5 0.5 - grade_level=10"),
      ["p1 biology 1 P ready"],
    ],
    [
      "a later one that says none",
      at(ninth, "2022-23 YR C 0.5 0.5 - grade_level=9", "2023-24 YR C 0.5 0.5"),
      ["p1 biology 1 P ready"],
    ],
    [
      "a later one in doubt",
      at(ninth, "2022-23 YR C 0.5 0.5 - grade_level=9", "2023-24 YR C 0.5 0.5 - grade_level=10 doubt=date-malformed"),
      ["p1 biology 1 P ready"],
    ],
  ]);
});

describe("doubt", () => {
  const alike = BASE.courses.map((course) =>
    course.id === "biology"
      ? { ...course, courseIds: ["bio1"] }
      : course.id === "chemistry"
        ? { ...course, courseIds: ["BIO1"] }
        : course,
  );
  runCases([
    [
      "a doubtful result of a test that the policy lacks",
      of({}, { scores: [...LEVEL_3, "XYZ 2025-05-01 level=3 doubt=score-malformed"] }),
      ["p1 biology 1 P ready"],
    ],
    [
      "a code near those of two courses",
      of({}, { ...rows("Bio1 2023-24 YR C 1 1"), policy: { courses: alike } as never }),
      ["p1: doubtful-row"],
    ],
  ]);
});
