import { describe, expect, it } from "vitest";
import type { PolicyInput } from "../../src/policy/schema.js";
import { type CaseInput, decideCase, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const BOTH = ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"];
const DOUBT = ["p1: doubtful-row"];

function of(transcript: readonly string[], pathway: PathwayOf = {}, more: Partial<CaseInput> = {}): CaseInput {
  return { pathways: [pathway], scores: LEVEL_3, transcript, ...more };
}

describe("what makes a transcript row doubtful", () => {
  const codes = (row: string): readonly string[] => decideCase(of([row])).codes;
  it.each([
    ["a mark that the policy does not hold", "MAT101 2023-24 S1 E 0.5 0", "mark-unknown"],
    ["a school year that is none", "MAT101 2023-25 S1 C 0.5 0.5", "school-year-malformed"],
    ["a term that the calendar lacks", "MAT101 2023-24 Q9 C 0.5 0.5", "term-unknown"],
    ["a grade level that is none", "MAT101 2023-24 S1 C 0.5 0.5 grade_level=ninth", "grade-level-malformed"],
    ["a date that does not exist", "MAT101 2023-24 S1 C 0.5 0.5 date_completed=2024-02-30", "date-malformed"],
    ["a date after the award date", "MAT101 2024-25 S2 C 0.5 0.5 date_completed=2025-06-21", "date-after-award"],
    ["credit that is no number", "MAT101 2023-24 S1 C 0.5 half", "credit-malformed"],
    ["blank credit", "MAT101 2023-24 S1 C 0.5 -", "credit-malformed"],
    ["negative credit", "MAT101 2023-24 S1 C 0.5 -0.5", "credit-negative"],
    ["credit finer than a thousandth", "MAT101 2023-24 S1 C 0.5 0.3333", "credit-too-precise"],
    ["more earned than attempted", "MAT101 2023-24 S1 C 0.5 0.501", "credit-earned-over-attempted"],
    ["credit on a failing mark", "MAT101 2023-24 S1 F 0.5 0.5", "credit-with-failing-mark"],
    ["credit on an ignored mark", "MAT101 2023-24 S1 W 0.5 0.5", "credit-with-failing-mark"],
    ["a code that differs by case", "mat101 2023-24 S1 C 0.5 0.5", "course-id-near-miss"],
    ["a code that differs by leading zeros", "0MAT101 2023-24 S1 C 0.5 0.5", "course-id-near-miss"],
  ])("%s refuses the pathway", (_name, row, code) => {
    expect(codes(row)).toContain(code);
    expect(decideCase(of([row])).refusals).toEqual(["p1 doubtful-row"]);
  });

  it.each([
    ["a blank term", "MAT101 2023-24 - C 0.5 0.5"],
    ["a date on the award date", "MAT101 2024-25 S2 C 0.5 0.5 date_completed=2025-06-20"],
    ["a term that ends after the award date", "MAT101 2024-25 SU C 0.5 0.5"],
    ["zeros beyond the third decimal", "MAT101 2023-24 S1 C 0.5000 0.5000"],
    ["as much earned as attempted", "MAT101 2023-24 S1 C 0.5 0.5"],
    ["a passing mark without credit, which is no doubt", "MAT102 2023-24 S2 C 0.5 0"],
    ["blank credits on an ignored mark", "MAT102 2023-24 S2 W - -"],
    ["a later date on an ignored mark", "MAT102 2024-25 S2 W - - date_completed=2025-07-01"],
  ])("%s does not", (_name, row) => {
    expect(decideCase(of([row])).refusals).toEqual([]);
  });
});

describe("which pathways a doubtful transcript row touches", () => {
  const odd = (code: string): string => `${code} 2023-24 S1 E 0.5 0`;
  runCases([
    ["its course is a target: refused as a whole", of([odd("MAT101")]), DOUBT],
    ["also its other targets", of([odd("MAT101")], { award: { courses: ["biology", "algebra-1"] } }), DOUBT],
    [
      "a part of the target's course that the pathway leaves out",
      of([odd("MAT102")], { award: { courses: [{ course: "algebra-1", parts: ["S1"] }] } }),
      DOUBT,
    ],
    ["its course is in one set with a target", of([odd("IM1A")]), DOUBT],
    [
      "its course is an evidence course",
      of([odd("SCI101")], {
        evidence: {
          any: [
            { test: "SBA", min: { level: "3" } },
            { course: "biology", minMark: "C" },
          ],
        },
      }),
      DOUBT,
    ],
    [
      "its course is in one set with an evidence course",
      of([odd("IM1A")], {
        evidence: {
          any: [
            { test: "SBA", min: { level: "3" } },
            { course: "algebra-1", minMark: "C" },
          ],
        },
        award: { courses: ["chemistry"] },
      }),
      DOUBT,
    ],
    ["its course is a bar by credit", of([odd("MAT301")], { barredBy: { creditIn: ["algebra-2"] } }), DOUBT],
    ["its course is a bar by attempt", of([odd("MAT301")], { barredBy: { attemptIn: ["algebra-2"] } }), DOUBT],
    [
      "its course is in one set with a bar",
      of([odd("IM1A")], { barredBy: { creditIn: ["algebra-1"] }, award: { courses: ["chemistry"] } }),
      DOUBT,
    ],
    ["its course is none of these", of([odd("MAT301")]), BOTH],
    ["a code that no course holds", of(["XYZ999 2023-24 S1 E 0.5 0"]), BOTH],
    ["near a code of a course that the pathway does not read", of(["mat301 2023-24 S1 C 0.5 0.5"]), BOTH],
    [
      "another pathway is not touched",
      { pathways: [{}, { award: { courses: ["biology"] } }], scores: LEVEL_3, transcript: [odd("MAT101")] },
      ["p2 biology 1 P ready", "p1: doubtful-row"],
    ],
    ["with no evidence row at all the pathway is not considered", { pathways: [{}], transcript: [odd("MAT101")] }, []],
  ]);
});

describe("a doubtful mastery record and caps", () => {
  const odd = "SCI101 2024-25 S1 P 0.5 0.50001 Z";
  const caps = (...list: NonNullable<PolicyInput["caps"]>): Pick<CaseInput, "policy"> => ({ policy: { caps: list } });
  const science: PathwayOf = { award: { courses: ["chemistry"] } };
  const chemistry = ["p1 chemistry 1 P ready"];
  runCases([
    ["a cap on everything", of([odd], {}, caps({ id: "c", upTo: 4 })), DOUBT],
    ["no cap", of([odd]), BOTH],
    [
      "a cap on its subject, for a pathway of that subject",
      of([odd], science, caps({ id: "c", subject: "science", upTo: 4 })),
      DOUBT,
    ],
    [
      "a cap on its subject, for a pathway of another",
      of([odd], {}, caps({ id: "c", subject: "science", upTo: 4 })),
      BOTH,
    ],
    ["a cap on another subject", of([odd], science, caps({ id: "c", subject: "math", upTo: 4 })), chemistry],
    [
      "a cap on this school year, and a record of it",
      of([odd], {}, caps({ id: "c", per: "school-year", upTo: 4 })),
      DOUBT,
    ],
    [
      "a cap on this school year, and a record of the one before",
      of([odd.replace("2024-25", "2023-24")], {}, caps({ id: "c", per: "school-year", upTo: 4 })),
      BOTH,
    ],
    [
      "a cap on this school year, and a year that cannot be read",
      of([odd.replace("2024-25", "2O24-25")], {}, caps({ id: "c", per: "school-year", upTo: 4 })),
      DOUBT,
    ],
    ["no mastery record", of([odd.replace(" Z", "")], {}, caps({ id: "c", upTo: 4 })), BOTH],
    [
      "a cap on pathways whose record it could be",
      {
        ...of([odd], {}, caps({ id: "c", pathways: ["p1", "p2"], upTo: 4 })),
        pathways: [{}, { award: { courses: ["biology"] } }],
      },
      ["p1: doubtful-row", "p2: doubtful-row"],
    ],
    ["a cap on pathways that have no such target", of([odd], {}, caps({ id: "c", pathways: ["p1"], upTo: 4 })), BOTH],
  ]);
});

describe("doubt beyond the transcript", () => {
  const two: Pick<CaseInput, "pathways"> = {
    pathways: [{}, { evidence: { test: "EXAM", min: { score: 50 } }, award: { courses: ["biology"] } }],
  };
  const exam = "EXAM 2025-05-01 score=90";
  const who: PathwayOf = { who: { gradeLevels: [9] } };
  runCases([
    [
      "a score whose day cannot be read",
      { ...two, scores: ["SBA 2025-13-01 level=3", exam] },
      ["p2 biology 1 P ready", "p1: doubtful-row"],
    ],
    [
      "a score after the award date",
      { ...two, scores: ["SBA 2025-06-21 level=3", exam] },
      ["p2 biology 1 P ready", "p1: doubtful-row"],
    ],
    ["a score on the award date", { ...two, scores: ["SBA 2025-06-20 level=3"] }, BOTH],
    [
      "a score beyond its scale",
      { ...two, scores: [...LEVEL_3, "EXAM 2025-05-01 score=101"] },
      [...BOTH, "p2: doubtful-row"],
    ],
    [
      "a level that the test lacks",
      { ...two, scores: [exam, "SBA 2025-05-01 level=5"] },
      ["p2 biology 1 P ready", "p1: doubtful-row"],
    ],
    ["two values for one sitting", { ...two, scores: ["SBA 2025-05-01 level=3", "SBA 2025-05-01 level=4"] }, DOUBT],
    [
      "two values, one of which does not count",
      { ...two, scores: ["SBA 2025-05-01 level=3", "SBA 2025-05-01 level=4 status=interim"] },
      BOTH,
    ],
    [
      "the same result twice is no doubt",
      { ...two, scores: ["SBA 2025-05-01 level=3", "SBA 2025-05-01 level=3"] },
      BOTH,
    ],
    [
      "a broken approvals row of the pathway",
      { ...two, scores: [...LEVEL_3, exam], approvals: ["p1 teacher perhaps"] },
      ["p2 biology 1 P ready", "p1: doubtful-row"],
    ],
    ["a broken day in one", { ...two, scores: LEVEL_3, approvals: ["p1 teacher granted on=soon"] }, DOUBT],
    ["a broken ceiling in one", { ...two, scores: LEVEL_3, approvals: ["p1 teacher granted credits=some"] }, DOUBT],
    [
      "students rows that conflict, where the pathway asks who",
      { ...of([], who), students: ["grade_level=9", "grade_level=10"] },
      DOUBT,
    ],
    [
      "students rows that conflict, where it does not",
      { ...of([]), students: ["grade_level=9", "grade_level=10"] },
      BOTH,
    ],
  ]);
});

describe("doubt about all of a student", () => {
  const two: CaseInput = {
    pathways: [{}, { award: { courses: ["biology"] } }],
    scores: LEVEL_3,
    transcript: ["SCI201 2023-24 YR A 1 1"],
  };
  const all = ["p1: doubtful-row", "p2: doubtful-row"];
  runCases([
    ["a broken line that names the student", { ...two, broken: [{ fault: "wrong-width" }] }, all],
    ["a quote never closed", { ...two, broken: [{ fault: "unclosed-quote" }] }, all],
    [
      "a broken line of another student",
      { ...two, broken: [{ studentId: "1002" }] },
      [...BOTH, "p2 biology 1 P ready"],
    ],
    [
      "a line that is no record",
      { ...two, broken: [{ fault: "not-a-record", what: "blank" }] },
      [...BOTH, "p2 biology 1 P ready"],
    ],
    ["a row without a course code", { ...two, transcript: ["- 2023-24 S1 C 0.5 0.5"] }, all],
    [
      "an id equal to another but for zeros",
      { ...two, transcript: ["SCI201 2023-24 YR A 1 1", "SCI201 2023-24 YR A 1 1 student_id=01001"] },
      all,
    ],
    [
      "two state ids",
      {
        ...two,
        transcript: ["SCI201 2023-24 YR A 1 1 state_student_id=7", "MAT301 2023-24 S1 A 0.5 0.5 state_student_id=8"],
      },
      all,
    ],
    [
      "a state id of another student too",
      {
        ...two,
        transcript: [
          "SCI201 2023-24 YR A 1 1 state_student_id=7",
          "SCI201 2023-24 YR A 1 1 state_student_id=7 student_id=1002",
        ],
      },
      all,
    ],
  ]);
});

describe("what a doubtful refusal says", () => {
  it("names the row, by content in the note and by line beside it", () => {
    const { decision } = decideCase(of(["SCI101 2023-24 YR A 1 1", "MAT101 2023-24 S1 E 0.5 0"]));
    const [refusal] = decision.refusals;
    expect(refusal?.note).toContain("MAT101 2023-24 S1 E");
    expect(refusal?.doubtful).toEqual([{ file: "transcript.csv", line: 3, says: "MAT101 2023-24 S1 E" }]);
  });
});
