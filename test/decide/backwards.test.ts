import { describe } from "vitest";
import type { CaseInput, PathwayOf } from "../support/decideCase.js";
import { FAILED, LEVEL_3, lost, of, PARTED, RECORD, runJudged, scored } from "../support/judged.js";

const document = (policies: readonly object[]): CaseInput["policy"] & object =>
  ({ policies }) as CaseInput["policy"] & object;

describe("the verdict", () => {
  runJudged([
    ["given", of({}), ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"]],
    [
      "of a record that recovers",
      of(lost, [FAILED, RECORD]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P; recovers SCI101 2022-23 YR F"],
    ],
    [
      "not given",
      of({}, [RECORD], scored("SBA 2024-05-01 level=2")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it)",
      ],
    ],
    [
      "no pathway names the course",
      of({}, ["SCI201 2023-24 YR P 1 1 Z"]),
      ["SCI201 1: no pathway names the course, gives 0, from no day"],
    ],
    [
      "nor the code",
      of({}, ["XYZ9 2023-24 YR P 1 1 Z"]),
      ["XYZ9 1: no pathway names the course, gives 0, from no day"],
    ],
    [
      "a waiver is no pathway to credit",
      of({ award: { kind: "waiver" } }),
      ["SCI101 1: no pathway names the course, gives 0, from no day"],
    ],
    [
      "no pathway names the part",
      of({ award: { courses: [{ course: "algebra-1", parts: ["S2"] }] } }, [PARTED]),
      ["MAT101 0.5: no pathway names the course, gives 0, from no day"],
    ],
    [
      "one names the part",
      of({ award: { courses: [{ course: "algebra-1", parts: ["S1"] }] } }, [PARTED], LEVEL_3),
      ["MAT101 0.5: given, gives 0.5, from 2022-09-01", "p1 on 2024-06-15 gives 0.5 P"],
    ],
    [
      "of the course as a whole, one that names a part",
      of(
        { award: { courses: [{ course: "algebra-1", parts: ["S1"] }] } },
        ["MAT100 2023-24 YR P 0.5 0.5 Z date_completed=2024-06-15"],
        LEVEL_3,
      ),
      ["MAT100 0.5: given, gives 0.5, from 2022-09-01", "p1 on 2024-06-15 gives 0.5 P"],
    ],
    [
      "given by the second course of its pathway",
      of({ award: { courses: ["chemistry", "biology"] } }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "too much for the course",
      of({}, ["SCI101 2023-24 YR P 1.5 1.5 Z date_completed=2024-06-15"]),
      ["SCI101 1.5: too much, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "too much for the pathway",
      of({ award: { upTo: 0.5, netOfClassCredit: false } }),
      ["SCI101 1: too much, gives 0.5, from 2022-09-01", "p1 on 2024-06-15 gives 0.5 P"],
    ],
    [
      "too much beside class credit",
      of({}, ["SCI101 2022-23 S1 C 0.5 0.5", "SCI101 2023-24 YR P 0.75 0.75 Z date_completed=2024-06-15"]),
      ["SCI101 0.75: given, gives 0.5, from 2022-09-01", "p1 on 2024-06-15 gives 0.5 P"],
    ],
    ["no record, without a mastery letter", of({}, ["SCI101 2023-24 YR P 1 1 - date_completed=2024-06-15"]), []],
    ["no record, without credit", of({}, ["SCI101 2023-24 YR F 1 0 Z date_completed=2024-06-15"]), []],
    ["no record, in doubt", of({}, [`${RECORD} doubt=mark-unknown`]), []],
    ["no record on a code that the policy lacks, without credit", of({}, ["XYZ9 2023-24 YR F 1 0 Z"]), []],
    [
      "too much for the part, though nothing bears it out",
      of(
        { award: { courses: ["algebra-1"] } },
        [PARTED.replace("P 0.5 0.5", "P 0.75 0.75")],
        scored("SBA 2024-05-01 level=2"),
      ),
      [
        "MAT101 0.75: too much, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it)",
      ],
    ],
    [
      "too much for the course, of which half was lost",
      of(lost, ["SCI101 2022-23 YR F 0.5 0", RECORD.replace("P 1 1", "P 1.5 1.5")]),
      [
        "SCI101 1.5: too much, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-15 gives 0.5 P; recovers SCI101 2022-23 YR F",
      ],
    ],
    ["no record on a code that the policy lacks, without the letter", of({}, ["XYZ9 2023-24 YR P 1 1 B"]), []],
  ]);
});

describe("from when on", () => {
  const day = (date: string): readonly string[] => [`SCI101 2023-24 YR P 1 1 Z date_completed=${date}`];
  const adopted = document([{ number: "2403P", adopted: "2023-07-05", effectiveFrom: "2022-09-01" }]);
  const at = (pathway: PathwayOf, date: string, policy: CaseInput["policy"] = {}): CaseInput =>
    of(pathway, day(date), { scores: ["SBA 2022-05-01 level=3"], ...(policy === undefined ? {} : { policy }) });
  const PAST = document([{ number: "2403P", effectiveTo: "2024-06-14" }]);
  runJudged([
    [
      "the document's first day",
      at({}, "2022-09-01"),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2022-09-01 gives 1 P"],
    ],
    ["the day before it", at({}, "2022-08-31"), ["SCI101 1: before the policy, gives 0, from 2022-09-01"]],
    [
      "the pathway's own first day",
      at({ effectiveFrom: "2021-09-01" }, "2021-09-01"),
      [
        "SCI101 1: not given, gives 0, from 2021-09-01",
        "p1 on 2021-09-01 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result on file)",
      ],
    ],
    [
      "the day before that",
      at({ effectiveFrom: "2021-09-01" }, "2021-08-31"),
      ["SCI101 1: before the policy, gives 0, from 2021-09-01"],
    ],
    [
      "its own first day, though its document was adopted later",
      at({ effectiveFrom: "2022-09-01" }, "2022-09-01", adopted),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2022-09-01 gives 1 P"],
    ],
    [
      "not before it was adopted",
      at({}, "2023-07-04", adopted),
      ["SCI101 1: before the policy, gives 0, from 2023-07-05"],
    ],
    [
      "the day on which it was adopted",
      at({}, "2023-07-05", adopted),
      ["SCI101 1: given, gives 1, from 2023-07-05", "p1 on 2023-07-05 gives 1 P"],
    ],
    [
      "adopted and no more is said",
      at({}, "2023-07-04", document([{ number: "2403P", adopted: "2023-07-05" }])),
      ["SCI101 1: before the policy, gives 0, from 2023-07-05"],
    ],
    [
      "of two documents its own",
      {
        ...at(
          { policy: "B" },
          "2022-08-31",
          document([
            { number: "A", adopted: "2024-07-05" },
            { number: "B", adopted: "2022-08-31", effectiveFrom: "2022-08-01" },
          ]),
        ),
      },
      ["SCI101 1: given, gives 1, from 2022-08-31", "p1 on 2022-08-31 gives 1 P"],
    ],
    [
      "no day at all",
      at({}, "2019-09-01", document([{ number: "2403P" }])),
      [
        "SCI101 1: not given, gives 0, from no day",
        "p1 on 2019-09-01 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result on file)",
      ],
    ],
    [
      "the last day",
      at({ effectiveTo: "2024-06-15" }, "2024-06-15"),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "the day after it",
      at({ effectiveTo: "2024-06-15" }, "2024-06-16"),
      ["SCI101 1: no pathway in effect, gives 0, from 2022-09-01"],
    ],
    [
      "the document's last day is over",
      at({}, "2024-06-15", PAST),
      ["SCI101 1: no pathway in effect, gives 0, from no day"],
    ],
    [
      "one pathway is too young, one too old",
      {
        pathways: [
          { award: { courses: ["biology"] }, effectiveFrom: "2024-07-01" },
          { award: { courses: ["biology"] }, effectiveTo: "2024-06-01" },
        ],
        transcript: [RECORD],
        ...LEVEL_3,
      },
      ["SCI101 1: no pathway in effect, gives 0, from 2022-09-01"],
    ],
    [
      "the first of two",
      {
        pathways: [
          { award: { courses: ["biology"] }, effectiveFrom: "2023-07-01" },
          { award: { courses: ["biology"] }, effectiveFrom: "2022-12-01" },
        ],
        transcript: ["SCI101 2022-23 YR P 1 1 Z date_completed=2023-06-01"],
        scores: ["SBA 2023-05-01 level=3"],
      },
      ["SCI101 1: given, gives 1, from 2022-12-01", "p2 on 2023-06-01 gives 1 P"],
    ],
  ]);
});

describe("the attempt that was recovered", () => {
  const listed: PathwayOf = { attempt: { is: "required", marks: ["F", "D"] }, award: { take: "lost" } };
  runJudged([
    [
      "is missing",
      of(lost),
      [
        "SCI101 1: given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2024-06-15 gives 0 P; no-lost-credit (no lost credit in Biology); attempt missing",
      ],
    ],
    [
      "is missing, and the test is too low",
      of(lost, [RECORD], scored("SBA 2024-05-01 level=2")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it); no-lost-credit (no lost credit in Biology); attempt missing",
      ],
    ],
    [
      "is incomplete",
      of(lost, ["SCI101 2022-23 YR I 1 0", RECORD]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P; recovers SCI101 2022-23 YR I"],
    ],
    [
      "is a class that was passed",
      of(lost, ["SCI101 2022-23 YR D 0.5 0", RECORD]),
      [
        "SCI101 1: given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2024-06-15 gives 0 P; no-lost-credit (no lost credit in Biology); attempt missing",
      ],
    ],
    [
      "is under a mark that is listed",
      of(listed, ["SCI101 2022-23 YR D 1 0", RECORD]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P; recovers SCI101 2022-23 YR D"],
    ],
    [
      "stands there and was made up",
      of(lost, [FAILED, "SCI101 2023-24 S1 C 1 1", RECORD]),
      [
        "SCI101 1: given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; no-lost-credit (no lost credit in Biology); already-credited (Biology has 1)",
      ],
    ],
    [
      "of one part of a course as a whole",
      of({ ...lost, award: { courses: ["algebra-1"], take: "lost" } }, [
        "MAT101 2022-23 S1 F 0.5 0",
        "MAT100 2023-24 YR P 1 1 Z date_completed=2024-06-15",
      ]),
      [
        "MAT100 1: too much, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-15 gives 0.5 P; no-lost-credit (no lost credit in Algebra 1 S2); recovers MAT101 2022-23 S1 F",
      ],
    ],
    [
      "is not needed",
      of({ attempt: { is: "irrelevant" } }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "is missing for both parts",
      of({ ...lost, award: { courses: ["algebra-1"], take: "lost" } }, [
        "MAT100 2023-24 YR P 1 1 Z date_completed=2024-06-15",
      ]),
      [
        "MAT100 1: given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2024-06-15 gives 0 P; no-lost-credit (no lost credit in Algebra 1 S1); attempt missing",
      ],
    ],
    [
      "is missing for one that does not hold, and not needed for another",
      {
        pathways: [
          { ...lost, award: { courses: ["biology"], take: "lost" }, evidence: { test: "SBA", min: { level: "4" } } },
          { award: { courses: ["biology"] }, evidence: { test: "SBA", min: { level: "4" } } },
        ],
        transcript: [RECORD],
        ...LEVEL_3,
      },
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it); no-lost-credit (no lost credit in Biology); attempt missing",
        "p2 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it)",
      ],
    ],
    [
      "is missing for one pathway of two",
      {
        pathways: [
          { ...lost, award: { courses: ["biology"], take: "lost" } },
          { award: { courses: ["biology"] }, evidence: { test: "SBA", min: { level: "4" } } },
        ],
        transcript: [RECORD],
        ...LEVEL_3,
      },
      [
        "SCI101 1: given, gives 0, from 2022-09-01, attempt missing",
        "p1 on 2024-06-15 gives 0 P; no-lost-credit (no lost credit in Biology); attempt missing",
        "p2 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it)",
      ],
    ],
  ]);
});

describe("credit that stands there twice", () => {
  const TWICE = ["SCI101 2022-23 YR C 1 1", RECORD];
  runJudged([
    [
      "is no more than that",
      of({}, TWICE),
      ["SCI101 1: given, gives 0, from 2022-09-01", "p1 on 2024-06-15 gives 0 P; already-credited (Biology has 1)"],
    ],
    [
      "nor a loss that was made up",
      of(lost, [FAILED, ...TWICE]),
      [
        "SCI101 1: given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; no-lost-credit (no lost credit in Biology); already-credited (Biology has 1)",
      ],
    ],
    [
      "but not where the evidence fails too",
      of({}, TWICE, scored("SBA 2024-05-01 level=2")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it); already-credited (Biology has 1)",
      ],
    ],
    [
      "nor one that is too large by itself",
      of({}, ["SCI101 2022-23 YR C 1 1", "SCI101 2023-24 YR P 1.5 1.5 Z date_completed=2024-06-15"]),
      ["SCI101 1.5: given, gives 0, from 2022-09-01", "p1 on 2024-06-15 gives 0 P; already-credited (Biology has 1)"],
    ],
    [
      "nor one whose pathway gives less",
      of({ award: { upTo: 0.5, netOfClassCredit: false } }, TWICE),
      ["SCI101 1: given, gives 0, from 2022-09-01", "p1 on 2024-06-15 gives 0 P; already-credited (Biology has 1)"],
    ],
  ]);
});
