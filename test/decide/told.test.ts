import { describe, expect, it } from "vitest";
import { saysRow } from "../../src/decide/says.js";
import { type CaseInput, decideCase, type PathwayOf, studentCase } from "../support/decideCase.js";

/* What is told beside what is decided: every reason that held, notes, ids, and rows by what they say. */

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const of = (pathway: PathwayOf, more: Partial<CaseInput> = {}): CaseInput => ({
  pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
  scores: LEVEL_3,
  ...more,
});
const rows = (...transcript: readonly string[]): Partial<CaseInput> => ({ transcript });

type Row = readonly [name: string, input: CaseInput, expected: readonly string[]];

describe("every reason that held", () => {
  const old: PathwayOf = {
    attempt: { is: "required", withinMonths: 12 },
    award: { courses: ["algebra-1"], take: "lost" },
  };
  const summer: PathwayOf = {
    attempt: { is: "required", regularYear: true },
    award: { courses: ["algebra-1"], take: "lost" },
  };
  const CAP: CaseInput["policy"] & object = { caps: [{ id: "science", subject: "science", upTo: 1 }] };
  const mine: CaseInput["policy"] & object = { caps: [{ id: "mine", pathways: ["p1"], upTo: 1 }] };
  const table: readonly Row[] = [
    [
      "the part that was lost too long ago speaks for the other",
      of(old, rows("MAT102 2020-21 S2 F 0.5 0")),
      ["p1: attempt-too-old"],
    ],
    ["in whichever order", of(old, rows("MAT101 2020-21 S1 F 0.5 0")), ["p1: attempt-too-old"]],
    [
      "a part lost in summer, and one not at all",
      of(summer, rows("MAT102 2022-23 SU F 0.5 0")),
      ["p1: attempt-summer"],
    ],
    [
      "one part is lost and counts, so the other has no loss",
      of(
        { ...summer, award: { courses: ["algebra-1"], take: "lost", upTo: 0.5 } },
        rows("MAT102 2022-23 SU F 0.5 0", "MAT101 2022-23 S1 F 0.5 0", "SCI101 2022-23 YR P 1 1 Z"),
      ),
      [],
    ],
    [
      "a cap is used up, beside evidence that fails",
      of(
        { evidence: { course: "chemistry", minMark: "B" }, grade: { from: "evidence" } },
        { ...rows("SCI201 2023-24 S1 C 1 1", "SCI201 2023-24 S2 P 1 1 Z"), policy: CAP },
      ),
      ["p1: evidence-not-met, cap-reached"],
    ],
    [
      "a cap of the pathway itself",
      of(
        {
          evidence: { course: "geometry", minMark: "B" },
          grade: { from: "evidence" },
          award: { courses: ["biology", "chemistry"] },
        },
        { ...rows("MAT201 2023-24 S1 C 1 1", "SCI201 2023-24 S2 A 1 1 Z"), policy: mine },
      ),
      ["p1: evidence-not-met, already-credited, cap-reached"],
    ],
    [
      "what was waived, in full where no amount is said",
      of(
        { approvals: ["teacher"], award: { kind: "waiver" } },
        {
          ...rows("SCI101 2022-23 S1 C 0.5 0.5"),
          approvals: ["p1 teacher waived course=biology", "p1 teacher granted credits=1 course=biology"],
        },
      ),
      ["p1: already-credited, pathway-ceiling"],
    ],
    [
      "a waiver knows no cap",
      of({ award: { kind: "waiver" } }, { ...rows("SCI201 2023-24 S2 P 1 1 Z"), policy: CAP }),
      [],
    ],
  ];
  it.each(table)("%s", (_name, input, expected) => {
    expect(decideCase(input).reasons).toEqual(expected);
  });
});

const idsOf = (input: CaseInput): readonly string[] => decideCase(input).decision.proposals.map(({ id }) => id);

describe("the id of a proposal", () => {
  const base = of({ award: { courses: ["algebra-1"] } });
  const [S1, S2] = idsOf(base);
  const attempted = of({ award: { courses: ["algebra-1"] } }, rows("MAT101 2022-23 S1 F 0.5 0"));
  it("is another for each part", () => expect(S1).not.toBe(S2));
  it("changes once credit that fits stands on its part", () => {
    const half = of({ award: { courses: ["algebra-1"] } }, rows("MAT101 2022-23 S1 P 0.25 0.25 Z"));
    expect(idsOf(half)[0]).not.toBe(S1);
    expect(idsOf(half)[1]).toBe(S2);
  });
  it("changes once such credit stands on the course as a whole", () => {
    const half = of({ award: { courses: ["algebra-1"] } }, rows("MAT100 2022-23 YR P 0.25 0.25 Z"));
    expect(idsOf(half)[0]).not.toBe(S1);
    expect(idsOf(half)[1]).not.toBe(S2);
  });
  it("does not change for credit in another course, or that does not fit", () => {
    const other = { award: { courses: ["algebra-1", "biology"] } };
    expect(idsOf(of(other, rows("SCI101 2022-23 YR P 1 1 Z")))).toEqual([S1, S2]);
    expect(idsOf(of(other, rows("MAT101 2022-23 S1 C 0.25 0.25")))[0]).toBe(S1);
  });
  it("changes with the attempt that is recovered, in each of its facts", () => {
    const ids = [
      "MAT101 2022-23 S1 F 0.5 0",
      "MAT101 2021-22 S1 F 0.5 0",
      "MAT101 2022-23 T1 F 0.5 0",
      "MAT101 2022-23 S1 NC 0.5 0",
      "MAT101 2022-23 S1 F 0.25 0",
    ].map((row) => idsOf(of({ award: { courses: ["algebra-1"] } }, rows(row)))[0]);
    expect(new Set([S1, ...ids]).size).toBe(6);
  });
  it("does not change with the award date", () => {
    expect(idsOf({ ...attempted, awardDate: "2025-06-25" })).toEqual(idsOf(attempted));
  });
});

describe("a row by what it says", () => {
  const said = (input: Partial<CaseInput>): readonly string[] => {
    const { student } = studentCase({ pathways: [{}], ...input });
    return [...student.transcript, ...student.scores, ...student.approvals, ...student.students].map(saysRow);
  };
  const table: readonly (readonly [string, Partial<CaseInput>, readonly string[]])[] = [
    ["a row of the transcript", rows("MAT101 2022-23 S1 F 0.5 0"), ["MAT101 2022-23 S1 F"]],
    ["one without a term", rows("MAT101 2022-23 - F 0.5 0"), ["MAT101 2022-23 F"]],
    [
      "a result",
      { scores: ["LANG 2025-05-01 part=reading level=Mid score=5 status=valid"] },
      ["LANG reading 2025-05-01 level Mid score 5 valid", "students file"],
    ],
    [
      "a result in percent",
      { scores: ["SBA 2025-05-01 percent=80 percentile=90"] },
      ["SBA 2025-05-01 80 percent percentile 90", "students file"],
    ],
    [
      "an approval",
      { approvals: ["p1 teacher granted on=2025-06-01"] },
      ["teacher granted 2025-06-01", "students file"],
    ],
    [
      "an approval of one course",
      { approvals: ["p1 teacher denied course=biology"] },
      ["teacher denied for biology", "students file"],
    ],
    ["a row of the students file", { students: ["grade_level=9"] }, ["students file grade 9"]],
    ["one without a grade level", { students: ["programs=dual"] }, ["students file"]],
  ];
  it.each(table)("%s", (_name, input, expected) => {
    expect(said(input)).toEqual(expected);
  });
});
