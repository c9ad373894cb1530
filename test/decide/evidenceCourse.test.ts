import { describe, expect, it } from "vitest";
import type { CourseEvidence } from "../../src/policy/schema.js";
import { type CaseInput, decideCase, type PathwayOf, type RowOf, runCases } from "../support/decideCase.js";

const HELD = ["p1 biology 1 P ready"];
const NOT_MET = ["p1: evidence-not-met"];

type CourseForm = Partial<CourseEvidence>;

/** Algebra 2 as the evidence that opens Biology, which no row of these cases is about. */
function shows(
  form: CourseForm,
  rows: readonly RowOf[],
  more: PathwayOf = {},
  input: Partial<CaseInput> = {},
): CaseInput {
  const pathway: PathwayOf = {
    evidence: { course: "algebra-2", minMark: "C", ...form },
    ...more,
    award: { courses: ["biology"], ...more.award },
  };
  return { pathways: [pathway], transcript: rows, ...input };
}

describe("course: every part at the mark or better", () => {
  runCases([
    ["both parts above it", shows({}, ["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 B 0.5 0.5"]), HELD],
    ["both parts at it", shows({}, ["MAT301 2023-24 S1 C 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"]), HELD],
    ["one part below it", shows({}, ["MAT301 2023-24 S1 B 0.5 0.5", "MAT302 2023-24 S2 D 0.5 0.5"]), NOT_MET],
    ["one part missing", shows({}, ["MAT301 2023-24 S1 A 0.5 0.5"]), NOT_MET],
    ["one part failed", shows({}, ["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 F 0.5 0"]), NOT_MET],
    ["a D later retaken with a B", shows({}, ["MAT300 2022-23 YR D 1 1", "MAT300 2023-24 YR B 1 1"]), HELD],
    ["a B later retaken with a D", shows({}, ["MAT300 2022-23 YR B 1 1", "MAT300 2023-24 YR D 1 1"]), HELD],
    ["one half B and one half D", shows({}, ["MAT300 2022-23 YR B 0.5 0.5", "MAT300 2023-24 YR D 0.5 0.5"]), NOT_MET],
    [
      "two quarters cover a part",
      shows({ parts: ["S1"] }, ["MAT301 2022-23 S1 B 0.25 0.25", "MAT301 2023-24 S1 C 0.25 0.25"]),
      HELD,
    ],
    ["a thousandth short of it", shows({ parts: ["S1"] }, ["MAT301 2022-23 S1 B 0.499 0.499"]), NOT_MET],
    [
      "rows equal in every cell count once",
      shows({ parts: ["S1"] }, ["MAT301 2022-23 S1 B 0.25 0.25", "MAT301 2022-23 S1 B 0.25 0.25"]),
      NOT_MET,
    ],
    [
      "rows that differ in one cell count each",
      shows({ parts: ["S1"] }, ["MAT301 2022-23 S1 B 0.25 0.25", "MAT301 2022-23 S1 B 0.25 0.25 school_code=7"]),
      HELD,
    ],
    ["a passing mark with no credit", shows({}, ["MAT300 2023-24 YR A 1 0"]), NOT_MET],
    ["an ignored mark", shows({}, ["MAT300 2023-24 YR W 1 0"]), NOT_MET],
    ["a row of the whole course covers its parts", shows({}, ["MAT300 2023-24 YR C 1 1"]), HELD],
    [
      "a row of the whole course fills what a part left",
      shows({}, ["MAT301 2022-23 S1 C 0.5 0.5", "MAT300 2023-24 YR C 0.5 0.5"]),
      HELD,
    ],
    ["a course without parts", shows({ course: "chemistry" }, ["SCI201 2023-24 YR C 1 1"]), HELD],
    ["half of a course without parts", shows({ course: "chemistry" }, ["SCI201 2023-24 YR A 0.5 0.5"]), NOT_MET],
    ["no row at all: the pathway is not considered", shows({}, ["SCI201 2023-24 YR C 1 1"]), []],
  ]);
});

describe("course: parts", () => {
  runCases([
    ["the named part alone", shows({ parts: ["S2"] }, ["MAT302 2023-24 S2 C 0.5 0.5"]), HELD],
    ["not the named part", shows({ parts: ["S2"] }, ["MAT301 2023-24 S1 A 0.5 0.5"]), NOT_MET],
    [
      "any: one covered part",
      shows({ parts: "any" }, ["MAT302 2023-24 S2 C 0.5 0.5", "MAT301 2023-24 S1 F 0.5 0"]),
      HELD,
    ],
    [
      "any: no covered part",
      shows({ parts: "any" }, ["MAT302 2023-24 S2 C 0.25 0.25", "MAT301 2023-24 S1 C 0.25 0.25"]),
      NOT_MET,
    ],
    [
      "half a year of the whole course covers the first part",
      shows({ parts: ["S1"] }, ["MAT300 2023-24 YR C 0.5 0.5"]),
      HELD,
    ],
    ["and not the second", shows({ parts: ["S2"] }, ["MAT300 2023-24 YR C 0.5 0.5"]), NOT_MET],
  ]);
});

describe("course: mark-not-comparable", () => {
  const odd = ["p1: mark-not-comparable"];
  runCases([
    ["a P in the place of a letter", shows({}, ["MAT300 2023-24 YR P 1 1"]), odd],
    ["a P for one part", shows({}, ["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 P 0.5 0.5"]), odd],
    [
      "a P for one part and an F for the other",
      shows({}, ["MAT301 2023-24 S1 F 0.5 0", "MAT302 2023-24 S2 P 0.5 0.5"]),
      NOT_MET,
    ],
    ["a P and a D for one part", shows({}, ["MAT301 2023-24 S1 D 0.5 0.5", "MAT302 2023-24 S2 P 0.5 0.5"]), NOT_MET],
    [
      "a P that a letter beside it makes needless",
      shows({}, ["MAT300 2022-23 YR P 1 1", "MAT300 2023-24 YR C 1 1"]),
      HELD,
    ],
    ["`credit` asks for credit, whatever the mark", shows({ minMark: "credit" }, ["MAT300 2023-24 YR P 1 1"]), HELD],
    ["`credit` with the lowest letter", shows({ minMark: "credit" }, ["MAT300 2023-24 YR D 1 1"]), HELD],
    [
      "`credit` with a failed part",
      shows({ minMark: "credit" }, ["MAT301 2023-24 S1 P 0.5 0.5", "MAT302 2023-24 S2 F 0.5 0"]),
      NOT_MET,
    ],
  ]);
});

describe("course: inDistrict, regularYear, acceptMastery", () => {
  const mastery = (date: string): RowOf => `MAT300 2024-25 S2 A 1 1 Z date_completed=${date}`;
  const letters: PathwayOf = { grade: { mark: "P" } };
  runCases([
    ["another district", shows({ inDistrict: true }, ["MAT300 2023-24 YR A 1 1 district_code=17001"]), NOT_MET],
    ["this district", shows({ inDistrict: true }, ["MAT300 2023-24 YR A 1 1 district_code=17901"]), HELD],
    ["no district", shows({ inDistrict: true }, ["MAT300 2023-24 YR A 1 1"]), HELD],
    ["another district where it does not matter", shows({}, ["MAT300 2023-24 YR A 1 1 district_code=17001"]), HELD],
    ["a summer term", shows({ regularYear: true }, ["MAT300 2023-24 SU A 1 1"]), NOT_MET],
    ["a term of the regular year", shows({ regularYear: true }, ["MAT300 2023-24 YR A 1 1"]), HELD],
    ["a summer term where it does not matter", shows({}, ["MAT300 2023-24 SU A 1 1"]), HELD],
    ["mastery records are no evidence", shows({}, [mastery("2025-01-10")], letters), NOT_MET],
    [
      "unless accepted, the day before the award date",
      shows({ acceptMastery: true }, [mastery("2025-06-19")], letters),
      HELD,
    ],
    ["not on the award date", shows({ acceptMastery: true }, [mastery("2025-06-20")], letters), NOT_MET],
    [
      "class and mastery credit together",
      shows({ acceptMastery: true }, ["MAT301 2023-24 S1 C 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5 Z"], letters),
      HELD,
    ],
    [
      "accepted mastery below the mark",
      shows({ acceptMastery: true }, ["MAT300 2023-24 S2 D 1 1 Z"], letters),
      NOT_MET,
    ],
    [
      "what an earlier pathway of the run gives is no evidence",
      {
        pathways: [
          { award: { courses: ["algebra-2"] }, grade: { mark: "A" } },
          { evidence: { course: "algebra-2", minMark: "C", acceptMastery: true }, award: { courses: ["biology"] } },
        ],
        scores: ["SBA 2025-05-01 level=3"],
        transcript: ["MAT301 2023-24 S1 W 0.5 0"],
      },
      ["p1 algebra-2 S1 0.5 A ready", "p1 algebra-2 S2 0.5 A ready", "p2: evidence-not-met"],
    ],
  ]);
});

describe("the mark of the evidence", () => {
  const from: PathwayOf = { grade: { from: "evidence" } };
  const marked = (mark: string): readonly string[] => [`p1 biology 1 ${mark} ready`];
  runCases([
    [
      "the lowest over the needed parts",
      shows({}, ["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"], from),
      marked("C"),
    ],
    [
      "of the needed part alone",
      shows({ parts: ["S1"] }, ["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"], from),
      marked("A"),
    ],
    [
      "best marks first until the part is covered",
      shows({ parts: ["S1"] }, ["MAT301 2022-23 S1 C 0.5 0.5", "MAT301 2023-24 S1 B 0.5 0.5"], from),
      marked("B"),
    ],
    [
      "a lower one where the best does not cover it",
      shows({ parts: ["S1"] }, ["MAT301 2022-23 S1 C 0.5 0.5", "MAT301 2023-24 S1 A 0.25 0.25"], from),
      marked("C"),
    ],
    [
      "an unranked mark ranks below all ranked",
      shows({ minMark: "credit" }, ["MAT301 2023-24 S1 P 0.5 0.5", "MAT302 2023-24 S2 D 0.5 0.5"], from),
      marked("P"),
    ],
    [
      "an unranked mark is used last",
      shows({ minMark: "credit", parts: ["S1"] }, ["MAT301 2022-23 S1 P 0.5 0.5", "MAT301 2023-24 S1 D 0.5 0.5"], from),
      marked("D"),
    ],
    [
      "any: of the covered part",
      shows({ parts: "any" }, ["MAT301 2022-23 S1 A 0.25 0.25", "MAT302 2023-24 S2 B 0.5 0.5"], from),
      marked("B"),
    ],
  ]);
});

describe("the date of course evidence", () => {
  const before: PathwayOf = {
    attempt: { is: "required", beforeEvidence: true },
    award: { take: "lost" },
  };
  const failed = "SCI101 2023-24 YR F 1 0 date_completed=2024-03-01";
  const dated = (first: string, second: string): CaseInput =>
    shows(
      {},
      [
        failed,
        `MAT301 2023-24 S1 A 0.5 0.5 date_completed=${first}`,
        `MAT302 2023-24 S2 A 0.5 0.5 date_completed=${second}`,
      ],
      before,
    );
  runCases([
    ["is the latest of the rows that make it hold", dated("2023-10-01", "2024-03-02"), HELD],
    ["whichever part is the latest", dated("2024-03-02", "2023-10-01"), HELD],
    ["both older than the attempt", dated("2023-10-01", "2024-03-01"), ["p1: evidence-before-attempt"]],
    [
      "a row that is not needed does not date it",
      shows({ parts: ["S1"] }, [failed, "MAT301 2022-23 S1 A 0.5 0.5", "MAT302 2024-25 S2 A 0.5 0.5"], before),
      ["p1: evidence-before-attempt"],
    ],
  ]);

  it("names the rows by content", () => {
    const { decision } = decideCase(shows({}, ["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 B 0.5 0.5"]));
    expect(decision.proposals[0]?.evidence.map((row) => row.says)).toEqual([
      "MAT301 2023-24 S1 A",
      "MAT302 2023-24 S2 B",
    ]);
    expect(decision.proposals[0]?.evidence.map((row) => `${row.file}:${row.line}`)).toEqual([
      "transcript.csv:2",
      "transcript.csv:3",
    ]);
  });
});

describe("course: the day on which it was shown", () => {
  /** Biology failed in 2022-23; what shows it must be later. */
  const laterThan = (rows: readonly RowOf[], form: CourseForm = {}): CaseInput =>
    shows(form, ["SCI101 2022-23 YR F 1 0", ...rows], {
      attempt: { is: "required", beforeEvidence: true },
      award: { take: "lost" },
    });
  const OLDER = ["p1: evidence-before-attempt"];
  runCases([
    ["of a row of the whole course, older", laterThan(["MAT300 2021-22 YR C 1 1"]), OLDER],
    ["of a row of the whole course, later", laterThan(["MAT300 2023-24 YR C 1 1"]), HELD],
    [
      "a later row that is not good enough shows nothing",
      laterThan(["MAT300 2021-22 YR C 1 1", "MAT300 2023-24 YR D 1 1"]),
      OLDER,
    ],
    [
      "a later row that is good enough, though worse, does",
      laterThan(["MAT300 2021-22 YR A 1 1", "MAT300 2023-24 YR C 1 1"]),
      HELD,
    ],
    ["the later of two parts", laterThan(["MAT301 2021-22 S1 C 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"]), HELD],
    [
      "a later row of a part that is not asked for",
      laterThan(["MAT301 2021-22 S1 C 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"], { parts: ["S1"] }),
      OLDER,
    ],
    [
      "any part: the first that is whole",
      laterThan(["MAT301 2021-22 S1 C 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"], { parts: "any" }),
      OLDER,
    ],
    [
      "any part: and not one that is half",
      laterThan(["MAT301 2023-24 S1 C 0.25 0.25", "MAT302 2021-22 S2 C 0.5 0.5"], { parts: "any" }),
      OLDER,
    ],
  ]);
});

describe("course: rows without a term", () => {
  runCases([["are in no summer", shows({ regularYear: true }, ["MAT300 2023-24 - B 1 1"]), HELD]]);
});
