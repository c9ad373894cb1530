import { describe } from "vitest";
import { BASE, type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

/* Small questions about evidence, each decided one way by one fact. */

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const of = (pathway: PathwayOf, more: Partial<CaseInput> = {}): CaseInput => ({
  pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
  scores: LEVEL_3,
  ...more,
});

describe("evidence of a course", () => {
  const any: PathwayOf = { evidence: { course: "algebra-2", minMark: "C", parts: "any" }, grade: { from: "evidence" } };
  const all: PathwayOf = { evidence: { course: "algebra-2", minMark: "D" }, grade: { from: "evidence" } };
  const dated = (pathway: PathwayOf): PathwayOf => ({
    ...pathway,
    attempt: { is: "required", beforeEvidence: true },
    award: { courses: ["biology"], take: "lost" },
  });
  const S1 = (year: string, mark: string, credits = "0.5"): string => `MAT301 ${year} S1 ${mark} ${credits} ${credits}`;
  const S2 = (year: string, mark: string, credits = "0.5"): string => `MAT302 ${year} S2 ${mark} ${credits} ${credits}`;
  const whole = (year: string, mark: string, credits: string): string =>
    `MAT300 ${year} YR ${mark} ${credits} ${credits}`;
  const given = (pathway: PathwayOf, ...transcript: readonly string[]): CaseInput =>
    of(pathway, { scores: [], transcript });
  const LOST = "SCI101 2022-23 YR F 1 0";
  runCases([
    [
      "any part: the first that is covered says the mark",
      given(any, S1("2023-24", "B"), S2("2023-24", "C")),
      ["p1 biology 1 B ready"],
    ],
    [
      "any part: the second, where the first is not",
      given(any, S1("2023-24", "D"), S2("2023-24", "C")),
      ["p1 biology 1 C ready"],
    ],
    ["any part: neither", given(any, S1("2023-24", "D"), S2("2023-24", "C", "0.25")), ["p1: evidence-not-met"]],
    [
      "any part: its own day",
      given(dated(any), LOST, S1("2021-22", "B"), S2("2023-24", "C")),
      ["p1: evidence-before-attempt"],
    ],
    [
      "all parts: the last day of any",
      given(dated(all), LOST, S1("2021-22", "B"), S2("2023-24", "C")),
      ["p1 biology 1 C ready"],
    ],
    [
      "all parts: the last day, of a row of the whole course",
      given(dated(all), LOST, S1("2021-22", "B"), whole("2023-24", "C", "0.5")),
      ["p1 biology 1 C ready"],
    ],
    [
      "all parts: not the day of a mark too low",
      given(
        dated({ ...all, evidence: { course: "algebra-2", minMark: "C" } }),
        LOST,
        S1("2021-22", "B"),
        S2("2021-22", "C"),
        S2("2023-24", "D"),
      ),
      ["p1: evidence-before-attempt"],
    ],
    [
      "all parts: not the day of a row that earned nothing",
      given(dated(all), LOST, S1("2021-22", "B"), S2("2021-22", "C"), "MAT302 2023-24 S2 C 0.5 0"),
      ["p1: evidence-before-attempt"],
    ],
    [
      "the best that cover it say the mark",
      given(all, S1("2022-23", "D"), S1("2023-24", "A"), S2("2023-24", "B")),
      ["p1 biology 1 B ready"],
    ],
    [
      "until it is covered",
      given(all, S1("2022-23", "D", "0.25"), S1("2023-24", "A", "0.25"), S2("2023-24", "B")),
      ["p1 biology 1 D ready"],
    ],
    [
      "a row of the whole course that is not needed says nothing",
      given(all, S1("2022-23", "A"), S2("2023-24", "A"), whole("2021-22", "D", "1")),
      ["p1 biology 1 A ready"],
    ],
    [
      "a row of the whole course fills up both parts",
      given(all, S1("2022-23", "A", "0.25"), whole("2021-22", "D", "0.75")),
      ["p1 biology 1 D ready"],
    ],
    [
      "and no more than it has",
      given(all, S1("2022-23", "A", "0.25"), whole("2021-22", "D", "0.5")),
      ["p1: evidence-not-met"],
    ],
    [
      "more than a part's own credit fills no other",
      given(all, S1("2022-23", "A", "1"), S2("2022-23", "A", "0.25")),
      ["p1: evidence-not-met"],
    ],
    [
      "a row without a term is of the regular year",
      given({ evidence: { course: "chemistry", minMark: "C", regularYear: true } }, "SCI201 2023-24 - C 1 1"),
      ["p1 biology 1 P ready"],
    ],
    [
      "a row exported twice counts once",
      given(all, S1("2022-23", "A", "0.25"), S1("2022-23", "A", "0.25"), S2("2022-23", "A")),
      ["p1: evidence-not-met"],
    ],
    [
      "two rows that differ in a mark count each",
      given(all, S1("2022-23", "A", "0.25"), S1("2022-23", "B", "0.25"), S2("2022-23", "A")),
      ["p1 biology 1 B ready"],
    ],
    [
      "credit under a mark that cannot be compared",
      given({ evidence: { course: "chemistry", minMark: "C" } }, "SCI201 2023-24 YR P 1 1"),
      ["p1: mark-not-comparable"],
    ],
    [
      "credit under any mark",
      given({ evidence: { course: "chemistry", minMark: "credit" } }, "SCI201 2023-24 YR P 1 1"),
      ["p1 biology 1 P ready"],
    ],
    [
      "of two credit marks the first in order",
      given(
        { evidence: { course: "algebra-2", minMark: "credit" }, grade: { from: "evidence" } },
        S1("2023-24", "P"),
        S2("2023-24", "CR"),
      ),
      ["p1 biology 1 P ready"],
    ],
    [
      "a mastery record before the award date",
      given({ evidence: { course: "chemistry", minMark: "credit", acceptMastery: true } }, "SCI201 2023-24 YR P 1 1 Z"),
      ["p1 biology 1 P ready"],
    ],
    [
      "a mastery record, not accepted",
      given({ evidence: { course: "chemistry", minMark: "credit" } }, "SCI201 2023-24 YR P 1 1 Z"),
      ["p1: evidence-not-met"],
    ],
  ]);
});

describe("evidence of grade points", () => {
  const points = { A: 4, B: 3, C: 2, D: 1 };
  const of2 = (required: string[], minPoints: number, ...transcript: readonly string[]): CaseInput =>
    of(
      {
        evidence: { course: "algebra-2", parts: { required, rule: "average" }, minPoints },
        grade: { from: "evidence" },
      },
      { scores: [], transcript, policy: { marks: { ...BASE.marks, points } } },
    );
  const S1 = "MAT301 2023-24 S1 B 0.5 0.5";
  const S2 = "MAT302 2023-24 S2 C 0.5 0.5";
  runCases([
    ["both on average", of2(["S1", "S2"], 2.5, S1, S2), ["p1 biology 1 C ready"]],
    ["a little more", of2(["S1", "S2"], 2.501, S1, S2), ["p1: evidence-not-met"]],
    ["only those that are required", of2(["S1"], 3, S1, S2), ["p1 biology 1 B ready"]],
    ["though the other is not there", of2(["S1"], 3, S1), ["p1 biology 1 B ready"]],
    ["one is not there", of2(["S1", "S2"], 1, S1), ["p1: evidence-not-met"]],
    ["one has no points", of2(["S1", "S2"], 1, S1, S2.replace(" C ", " P ")), ["p1: mark-not-comparable"]],
    [
      "one has no points, one is not covered",
      of2(["S1", "S2"], 1, S1.replace(" B ", " P "), "MAT302 2023-24 S2 C 0.25 0.25"),
      ["p1: evidence-not-met"],
    ],
  ]);
});

describe("evidence of a subject", () => {
  const of3 = (which: "any" | "every" | "latest", more: object, ...transcript: readonly string[]): CaseInput =>
    of(
      { evidence: { subject: "science", minMark: "C", which, ...more }, award: { courses: ["geometry"] } },
      { scores: [], transcript },
    );
  runCases([
    [
      "none of it was taken, and another piece holds",
      of(
        { evidence: { all: [{ subject: "science", minMark: "C", which: "every" }, { approval: "panel" }] } },
        { scores: [], approvals: ["p1 panel granted"] },
      ),
      ["p1: evidence-not-met"],
    ],
    [
      "every one of it, whatever else was taken",
      of3("every", {}, "SCI101 2023-24 YR C 1 1", "MAT300 2023-24 YR D 1 1"),
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
    [
      "the latest of it",
      of3("latest", {}, "SCI101 2022-23 YR C 1 1", "MAT300 2023-24 YR D 1 1"),
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
    ["a pass that earned nothing", of3("any", {}, "SCI101 2023-24 YR C 1 0"), ["p1: evidence-not-met"]],
    ["a credit mark that earned nothing", of3("any", {}, "SCI101 2023-24 YR P 1 0"), ["p1: evidence-not-met"]],
    ["a credit mark that earned something", of3("any", {}, "SCI101 2023-24 YR P 1 1"), ["p1: mark-not-comparable"]],
    [
      "in this district",
      of3(
        "every",
        { inDistrict: true },
        "SCI101 2023-24 YR C 1 1 - district_code=17901",
        "SCI201 2023-24 YR D 1 1 - district_code=99999",
      ),
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
    [
      "in a district that is not said",
      of3("every", { inDistrict: true }, "SCI101 2023-24 YR D 1 1"),
      ["p1: evidence-not-met"],
    ],
    [
      "in whatever district",
      of3("every", {}, "SCI101 2023-24 YR C 1 1", "SCI201 2023-24 YR D 1 1 - district_code=99999"),
      ["p1: evidence-not-met"],
    ],
    [
      "in the regular year",
      of3("every", { regularYear: true }, "SCI101 2023-24 - C 1 1", "SCI201 2023-24 SU D 1 1"),
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
    ["in summer too", of3("every", {}, "SCI101 2023-24 YR C 1 1", "SCI201 2023-24 SU D 1 1"), ["p1: evidence-not-met"]],
  ]);
});

describe("tiers that ask for fresh evidence", () => {
  runCases([
    [
      "fresh evidence within a form",
      of(
        {
          tiers: [
            { evidence: { all: [{ test: "SBA", min: { level: "2" } }] }, upTo: 0.5 },
            { evidence: { all: [{ test: "SBA", min: { level: "3" } }] }, upTo: 1, fresh: true },
          ],
          award: { netOfClassCredit: false },
        } as PathwayOf,
        { scores: ["SBA 2025-04-01 level=4", "SBA 2025-05-01 level=3"] },
      ),
      ["p1 biology 1 P ready"],
    ],
  ]);
});
