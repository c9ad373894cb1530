import { describe } from "vitest";
import { type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const BOTH = ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"];

function of(pathway: PathwayOf, input: Partial<CaseInput> = {}): CaseInput {
  return { pathways: [pathway], scores: LEVEL_3, ...input };
}

describe("not-in-effect", () => {
  const dated = (from: string | undefined, to: string | null | undefined, awardDate: string): CaseInput =>
    of(
      { ...(from === undefined ? {} : { effectiveFrom: from }), ...(to === undefined ? {} : { effectiveTo: to }) },
      { awardDate },
    );
  const document = { policies: [{ number: "2403P", effectiveFrom: "2024-09-01", effectiveTo: "2025-06-30" }] };
  runCases([
    ["the day before the first", dated("2025-06-20", undefined, "2025-06-19"), ["p1: not-in-effect"]],
    ["on the first day", dated("2025-06-20", undefined, "2025-06-20"), BOTH],
    ["on the last day", dated(undefined, "2025-06-20", "2025-06-20"), BOTH],
    ["the day after the last", dated(undefined, "2025-06-20", "2025-06-21"), ["p1: not-in-effect"]],
    [
      "the document's first day stands where the pathway has none",
      { ...dated(undefined, "2030-01-01", "2024-08-31"), policy: document },
      ["p1: not-in-effect"],
    ],
    [
      "the document's last day stands where the pathway has none",
      { ...dated("2020-01-01", undefined, "2025-07-01"), policy: document },
      ["p1: not-in-effect"],
    ],
    ["the pathway's own last day, open, wins", { ...dated(undefined, null, "2025-07-01"), policy: document }, BOTH],
    ["within the document's days", { ...dated(undefined, undefined, "2025-06-30"), policy: document }, BOTH],
    [
      "a document without days is always in effect",
      {
        ...dated(undefined, undefined, "2001-01-01"),
        policy: { policies: [{ number: "1" }] },
        scores: ["SBA 2000-05-01 level=3"],
      },
      BOTH,
    ],
  ]);
});

describe("not-eligible", () => {
  const grade9 = { who: { gradeLevels: [9, 10] } };
  const ged = { who: { programs: { any: ["ged", "youth"], none: ["elsewhere"] } } };
  const classOf = { who: { classOf: [2026] } };
  runCases([
    ["a grade level of the list", of(grade9, { students: ["grade_level=10"] }), BOTH],
    ["a grade level beyond it", of(grade9, { students: ["grade_level=11"] }), ["p1: not-eligible"]],
    ["a grade level that is not known", of(grade9), ["p1: not-eligible"]],
    [
      "without a students row the latest transcript row says the grade level",
      of(grade9, { transcript: ["SCI101 2023-24 YR A 1 1 grade_level=09", "SCI201 2024-25 YR A 1 1 grade_level=10"] }),
      BOTH,
    ],
    [
      "an earlier row does not",
      of(grade9, { transcript: ["SCI101 2023-24 YR A 1 1 grade_level=10", "SCI201 2024-25 YR A 1 1 grade_level=11"] }),
      ["p1: not-eligible"],
    ],
    [
      "the students file comes before the transcript",
      of(grade9, { transcript: ["SCI101 2024-25 YR A 1 1 grade_level=12"], students: ["grade_level=9"] }),
      BOTH,
    ],
    ["in one of the programs", of(ged, { students: ["programs=sports;youth"] }), BOTH],
    ["in none of them", of(ged, { students: ["programs=sports"] }), ["p1: not-eligible"]],
    ["in a program that bars", of(ged, { students: ["programs=ged;elsewhere"] }), ["p1: not-eligible"]],
    ["programs without a students row", of(ged, { transcript: ["SCI101 2023-24 YR A 1 1"] }), ["p1: not-eligible"]],
    [
      "a program that only bars, without a students row",
      of({ who: { programs: { none: ["elsewhere"] } } }, { transcript: ["SCI101 2023-24 YR A 1 1"] }),
      ["p1: not-eligible"],
    ],
    ["of the class", of(classOf, { students: ["class_of=2026"] }), BOTH],
    ["of another class", of(classOf, { students: ["class_of=2027"] }), ["p1: not-eligible"]],
    ["of no class that is known", of(classOf, { students: ["grade_level=9"] }), ["p1: not-eligible"]],
    ["class without a students row", of(classOf, { transcript: ["SCI101 2023-24 YR A 1 1"] }), ["p1: not-eligible"]],
  ]);
});

describe("cte-excluded", () => {
  const targets = { award: { courses: ["welding", "algebra-1"] } };
  const welding = { award: { courses: ["welding"] } };
  runCases([
    ["a CTE course", of(welding), ["p1: cte-excluded"]],
    ["a CTE course that the policy admits", of({ ...welding, allowCte: true }), ["p1 welding 0.5 P ready"]],
    ["only that target is dropped", of(targets), BOTH],
  ]);
});

describe("attempt-forbidden", () => {
  const forbidden: PathwayOf = { attempt: { is: "forbidden" } };
  runCases([
    ["no attempt", of(forbidden), BOTH],
    ["a failed attempt", of(forbidden, { transcript: ["MAT101 2023-24 S1 F 0.5 0"] }), ["p1: attempt-forbidden"]],
    ["a passed attempt", of(forbidden, { transcript: ["MAT101 2023-24 S1 C 0.5 0.5"] }), ["p1: attempt-forbidden"]],
    ["an ignored mark is no attempt", of(forbidden, { transcript: ["MAT101 2023-24 S1 W 0.5 0"] }), BOTH],
    [
      "a mastery record is no attempt",
      of(forbidden, { transcript: ["MAT101 2023-24 S1 P 0.5 0.5 Z"] }),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "an attempt of a course in the same set is not of the target itself",
      of(forbidden, { transcript: ["IM1A 2023-24 S1 F 0.5 0"] }),
      BOTH,
    ],
    [
      "a target limited to a part looks at that part only",
      of(
        { ...forbidden, award: { courses: [{ course: "algebra-1", parts: ["S2"] }] } },
        { transcript: ["MAT101 2023-24 S1 F 0.5 0"] },
      ),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "one target is dropped, the other given",
      of({ ...forbidden, award: { courses: ["algebra-1", "biology"] } }, { transcript: ["MAT101 2023-24 S1 F 0.5 0"] }),
      ["p1 biology 1 P ready"],
    ],
  ]);
});

describe("barred-by-course", () => {
  const credit: PathwayOf = { barredBy: { creditIn: ["algebra-2"] } };
  const attempt: PathwayOf = { barredBy: { attemptIn: ["algebra-2"] } };
  runCases([
    [
      "credit in the higher course",
      of(credit, { transcript: ["MAT301 2023-24 S1 D 0.5 0.5"] }),
      ["p1: barred-by-course"],
    ],
    ["an attempt alone is not credit", of(credit, { transcript: ["MAT301 2023-24 S1 F 0.5 0"] }), BOTH],
    ["an attempt of it", of(attempt, { transcript: ["MAT301 2023-24 S1 F 0.5 0"] }), ["p1: barred-by-course"]],
    ["a passed attempt of it", of(attempt, { transcript: ["MAT301 2023-24 S1 A 0.5 0.5"] }), ["p1: barred-by-course"]],
    ["an ignored mark is no attempt of it", of(attempt, { transcript: ["MAT301 2023-24 S1 W 0.5 0"] }), BOTH],
    [
      "mastery credit the day before the award date",
      of(credit, { transcript: ["MAT301 2024-25 S1 P 0.5 0.5 Z date_completed=2025-06-19"] }),
      ["p1: barred-by-course"],
    ],
    [
      "mastery credit on the award date",
      of(credit, { transcript: ["MAT301 2024-25 S1 P 0.5 0.5 Z date_completed=2025-06-20"] }),
      BOTH,
    ],
    ["mastery credit is no attempt", of(attempt, { transcript: ["MAT301 2023-24 S1 P 0.5 0.5 Z"] }), BOTH],
    [
      "what an earlier pathway of the run gives does not bar",
      { pathways: [{ award: { courses: ["algebra-2"] } }, credit], scores: LEVEL_3 },
      [
        "p1 algebra-2 S1 0.5 P ready",
        "p1 algebra-2 S2 0.5 P ready",
        "p2 algebra-1 S1 0.5 P ready",
        "p2 algebra-1 S2 0.5 P ready",
      ],
    ],
  ]);
});

describe("already-credited", () => {
  runCases([
    ["full by class credit", of({}, { transcript: ["MAT100 2023-24 YR D 1 1"] }), ["p1: already-credited"]],
    [
      "full by mastery and class credit together",
      of({}, { transcript: ["MAT101 2022-23 S1 P 0.5 0.5 Z", "MAT102 2023-24 S2 C 0.5 0.5"] }),
      ["p1: already-credited"],
    ],
    [
      "one thousandth short",
      of({}, { transcript: ["MAT100 2023-24 YR D 1 0.999"] }),
      ["p1 algebra-1 S2 0.001 P ready"],
    ],
    [
      "full by a course with the same learning",
      of({}, { transcript: ["IM1A 2023-24 S1 C 0.5 0.5", "IM1B 2023-24 S2 C 0.5 0.5"] }),
      ["p1: already-credited"],
    ],
    [
      "half by a course with the same learning",
      of({}, { transcript: ["IM1A 2023-24 S1 C 0.5 0.5"] }),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "only the full part is dropped",
      of({}, { transcript: ["MAT101 2023-24 S1 C 0.5 0.5"] }),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
  ]);
});

describe("grade-missing", () => {
  const byLevel: PathwayOf = { grade: { byLevel: { "4": "A" } } };
  const byScore: PathwayOf = {
    evidence: { test: "SBA", min: { score: 2500 } },
    grade: {
      byScore: [
        { min: 2600, mark: "C" },
        { min: 2900, mark: "A" },
        { min: 2700, mark: "B" },
      ],
    },
  };
  const scored = (score: number): CaseInput => of(byScore, { scores: [`SBA 2025-05-01 score=${score}`] });
  const marked = (mark: string): readonly string[] => [
    `p1 algebra-1 S1 0.5 ${mark} ready`,
    `p1 algebra-1 S2 0.5 ${mark} ready`,
  ];
  runCases([
    ["a level that the table lacks", of(byLevel), ["p1: grade-missing"]],
    ["a level of the table", of(byLevel, { scores: ["SBA 2025-05-01 level=4"] }), marked("A")],
    ["below the lowest score of the table", scored(2599), ["p1: grade-missing"]],
    ["at the lowest", scored(2600), marked("C")],
    ["below the next", scored(2699.5), marked("C")],
    ["at the next", scored(2700), marked("B")],
    ["above all, however the table is ordered", scored(3000), marked("A")],
    ["from evidence that has no mark", of({ grade: { from: "evidence" } }), ["p1: grade-missing"]],
    [
      "a waiver needs no mark",
      of({ ...byLevel, award: { kind: "waiver" } }),
      ["p1 algebra-1 S1 0.5 - waiver", "p1 algebra-1 S2 0.5 - waiver"],
    ],
  ]);
});

describe("approval-denied", () => {
  const asked: PathwayOf = { approvals: ["teacher", "administrator"] };
  runCases([
    ["denied", of(asked, { approvals: ["p1 teacher denied on=2025-06-01"] }), ["p1: approval-denied"]],
    [
      "a denial wins over a grant",
      of(asked, {
        approvals: ["p1 teacher granted on=2025-06-02", "p1 teacher denied on=2025-06-01", "p1 administrator granted"],
      }),
      ["p1: approval-denied"],
    ],
    [
      "a denial of a role that nobody asked for",
      of({ approvals: ["teacher"] }, { approvals: ["p1 counselor denied", "p1 teacher granted"] }),
      BOTH,
    ],
    [
      "a denial for one target drops that one",
      of(
        { approvals: ["teacher"], award: { courses: ["algebra-1", "biology"] } },
        { approvals: ["p1 teacher granted", "p1 teacher denied course=algebra-1"] },
      ),
      ["p1 biology 1 P ready"],
    ],
    [
      "a denial dated after the award date does not count",
      of(
        { approvals: ["teacher"] },
        { approvals: ["p1 teacher denied on=2025-06-21", "p1 teacher granted on=2025-06-20"] },
      ),
      BOTH,
    ],
    [
      "a denial that ran out speaks no more",
      of({ approvals: ["teacher"] }, { approvals: ["p1 teacher denied until=2025-06-19", "p1 teacher granted"] }),
      BOTH,
    ],
    [
      "a denial on its last day speaks",
      of({ approvals: ["teacher"] }, { approvals: ["p1 teacher denied until=2025-06-20", "p1 teacher granted"] }),
      ["p1: approval-denied"],
    ],
    [
      "another pathway's denial",
      of({ approvals: ["teacher"] }, { approvals: ["p9 teacher denied", "p1 teacher granted"] }),
      BOTH,
    ],
  ]);
});

describe("a rule that the new record would break", () => {
  runCases([
    ["its code is the reason", of({}, { breaks: () => "designation-conflict" }), ["p1: designation-conflict"]],
    [
      "only the part whose record breaks it is dropped",
      of({}, { breaks: (row) => (row.courseId === "MAT101" ? "designation-conflict" : null) }),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "a waiver makes no record",
      of({ award: { kind: "waiver" } }, { breaks: () => "designation-conflict" }),
      ["p1 algebra-1 S1 0.5 - waiver", "p1 algebra-1 S2 0.5 - waiver"],
    ],
  ]);
});
