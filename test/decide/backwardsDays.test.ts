import { describe } from "vitest";
import { BASE, type PathwayOf } from "../support/decideCase.js";
import { LEVEL_3, lost, of, PARTED, RECORD, roles, runJudged, scored } from "../support/judged.js";

/** A calendar of summer terms alone. */
const SUMMER_ONLY = {
  calendar: { terms: [{ id: "SU", ends: "08-15", summer: true }] },
  courses: BASE.courses.filter(({ id }) => id === "biology"),
  sameLearning: [],
};

describe("the day of a record without a date", () => {
  const S1 = "SCI101 2023-24 S1 P 1 1 Z";
  runJudged([
    [
      "the end of its term",
      of({}, [S1], scored("SBA 2024-01-31 level=3")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-01-31 gives 1 P"],
    ],
    [
      "the end of the year's last term",
      of({}, [S1], scored("SBA 2024-02-01 level=3")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "the end of the school year",
      of({}, [S1], scored("SBA 2024-06-16 level=3")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-08-31 gives 1 P"],
    ],
    [
      "no later",
      of({}, [S1], scored("SBA 2024-09-01 level=3")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-01-31 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result on file)",
      ],
    ],
    [
      "never before its own term",
      of({ effectiveTo: "2024-07-01" }, ["SCI101 2023-24 SU P 1 1 Z"]),
      ["SCI101 1: no pathway in effect, gives 0, from 2022-09-01"],
    ],
    [
      "a term unknown",
      of({}, ["SCI101 2023-24 - P 1 1 Z"], scored("SBA 2024-06-16 level=3")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-08-31 gives 1 P"],
    ],
    [
      "summer terms alone",
      of({}, ["SCI101 2023-24 - P 1 1 Z"], { ...scored("SBA 2024-06-16 level=3"), policy: SUMMER_ONLY }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-08-31 gives 1 P"],
    ],
    [
      "the last term alone",
      of({ effectiveTo: "2024-06-20" }, ["SCI101 2023-24 YR P 1 1 Z"], scored("SBA 2024-06-16 level=3")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result on file)",
      ],
    ],
    [
      "no year either",
      of({}, ["SCI101 - S1 P 1 1 Z"]),
      ["SCI101 1: not checked, gives 0, from 2022-09-01, they have no readable date"],
    ],
    [
      "the one that gives most",
      of(
        {
          tiers: [
            { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
            { evidence: { test: "SBA", min: { level: "3" } }, upTo: 0.5 },
          ] as never,
          award: { netOfClassCredit: false },
        },
        [S1],
        scored("SBA 2024-01-31 level=2", "SBA 2024-06-16 level=3"),
      ),
      ["SCI101 1: too much, gives 0.5, from 2022-09-01", "p1 on 2024-08-31 gives 0.5 P"],
    ],
  ]);
});

describe("what stood there on the day", () => {
  runJudged([
    [
      "a result of the day",
      of({}, [RECORD], scored("SBA 2024-06-15 level=3")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "not of the day after",
      of({}, [RECORD], scored("SBA 2024-06-16 level=3")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result on file)",
      ],
    ],
    [
      "a result without a date",
      of({}, [RECORD], scored("SBA - level=3")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result on file counts here: one is without a date)",
      ],
    ],
    [
      "a loss before it",
      of(lost, ["SCI101 2022-23 YR F 1 0 date_completed=2024-06-15", RECORD]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P; recovers SCI101 2022-23 YR F"],
    ],
    [
      "no loss of the day after",
      of(lost, ["SCI101 2022-23 YR F 1 0 date_completed=2024-06-16", RECORD]),
      [
        "SCI101 1: given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2024-06-15 gives 0 P; no-lost-credit (no lost credit in Biology); attempt missing",
      ],
    ],
    [
      "a loss in the term of the day",
      of(lost, ["SCI101 2023-24 S2 F 1 0", "SCI101 2023-24 S2 P 1 1 Z date_completed=2024-06-01"]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-01 gives 1 P; recovers SCI101 2023-24 S2 F"],
    ],
    [
      "on the last day of its term",
      of(lost, ["SCI101 2023-24 S2 F 1 0", RECORD]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P; recovers SCI101 2023-24 S2 F"],
    ],
    [
      "no loss of a later term",
      of(lost, ["SCI101 2023-24 SU F 1 0", "SCI101 2023-24 S2 P 1 1 Z date_completed=2024-06-01"]),
      [
        "SCI101 1: given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2024-06-01 gives 0 P; no-lost-credit (no lost credit in Biology); attempt missing",
      ],
    ],
    [
      "a loss over the new year",
      of(lost, ["SCI101 2023-24 S1 F 1 0", "SCI101 2023-24 S1 P 1 1 Z date_completed=2023-12-21"]),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2023-12-21 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result on file); recovers SCI101 2023-24 S1 F",
      ],
    ],
    [
      "no loss after the new year",
      of(
        lost,
        ["SCI101 2023-24 S1 F 1 0", "SCI101 2023-24 S1 P 1 1 Z date_completed=2023-12-20"],
        scored("SBA 2023-05-01 level=3"),
      ),
      [
        "SCI101 1: given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2023-12-20 gives 0 P; no-lost-credit (no lost credit in Biology); attempt missing",
      ],
    ],
    [
      "a loss in autumn",
      of(
        lost,
        ["SCI101 2023-24 T1 F 1 0", "SCI101 2023-24 T1 P 1 1 Z date_completed=2023-09-20"],
        scored("SBA 2023-05-01 level=3"),
      ),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2023-09-20 gives 1 P; recovers SCI101 2023-24 T1 F"],
    ],
    [
      "credit of a later class",
      of({}, [RECORD, "SCI101 2024-25 YR C 1 1"]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "an approval of the day",
      of(roles, [RECORD], { ...LEVEL_3, approvals: ["p1 teacher granted on=2024-06-15"] }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "not of the day after",
      of(roles, [RECORD], { ...LEVEL_3, approvals: ["p1 teacher granted on=2024-06-16"] }),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; approval-missing (not on file: teacher)",
      ],
    ],
    [
      "an approval without a day",
      of(roles, [RECORD], { ...LEVEL_3, approvals: ["p1 teacher granted"] }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "the grade level of the record",
      of({ who: { gradeLevels: [10] } }, [`${RECORD} grade_level=10`], { ...LEVEL_3, students: ["grade_level=12"] }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "of the row before it",
      of({ who: { gradeLevels: [9] } }, ["SCI201 2022-23 YR C 1 1 grade_level=9", RECORD], {
        ...LEVEL_3,
        students: ["grade_level=12"],
      }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "not that of the students file",
      of({ who: { gradeLevels: [12] } }, [RECORD], { ...LEVEL_3, students: ["grade_level=12"] }),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; not-eligible (for grade 12; the student's grade level is not known)",
      ],
    ],
    [
      "no designations in the layout",
      of({ record: { courseId: "{courseId}Z" } }, ["SCI101Z 2023-24 YR P 1 1 - date_completed=2024-06-15"], {
        ...LEVEL_3,
        without: ["designations"],
      }),
      ["SCI101Z 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
  ]);
});

describe("two records of one day", () => {
  const S2 = "MAT102 2023-24 S2 P 0.5 0.5 Z date_completed=2024-06-15";
  const one: PathwayOf = { award: { courses: ["algebra-1"], upTo: 0.5, netOfClassCredit: false } };
  const opened: PathwayOf = { attempt: { is: "required" }, award: { courses: ["algebra-1"] } };
  const given = (first: string, second: string): readonly string[] => [
    "MAT101 0.5: given, gives 0.5, from 2022-09-01",
    `p1 on 2024-06-15 gives 0.5 P${first}`,
    "MAT102 0.5: given, gives 0.5, from 2022-09-01",
    `p1 on 2024-06-15 gives 0.5 P${second}`,
  ];
  runJudged([
    [
      "both were opened by the loss of the first part",
      of(opened, ["MAT101 2022-23 S1 F 0.5 0", PARTED, S2]),
      given("; recovers MAT101 2022-23 S1 F", ""),
    ],
    [
      "both were opened by the loss of the second part",
      of(opened, ["MAT102 2022-23 S2 F 0.5 0", PARTED, S2]),
      given("", "; recovers MAT102 2022-23 S2 F"),
    ],
    [
      "both were given",
      of({ award: { courses: ["algebra-1"] } }, [PARTED, S2]),
      [
        "MAT101 0.5: given, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-15 gives 0.5 P",
        "MAT102 0.5: given, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-15 gives 0.5 P",
      ],
    ],
    [
      "the first was, and the second had no room",
      of(one, [PARTED, S2]),
      [
        "MAT101 0.5: given, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-15 gives 0.5 P",
        "MAT102 0.5: too much, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; pathway-ceiling (the pathway's limit (used 0.5 of 0.5))",
      ],
    ],
    [
      "of two days, the other way round",
      of(one, [PARTED, S2.replace("06-15", "06-10")]),
      [
        "MAT102 0.5: given, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-10 gives 0.5 P",
        "MAT101 0.5: too much, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; pathway-ceiling (the pathway's limit (used 0.5 of 0.5))",
      ],
    ],
    [
      "a class of the same day is no tie",
      of(one, [PARTED, "MAT102 2023-24 S2 C 0.5 0.5 - date_completed=2024-06-15"]),
      ["MAT101 0.5: given, gives 0.5, from 2022-09-01", "p1 on 2024-06-15 gives 0.5 P"],
    ],
  ]);
});
