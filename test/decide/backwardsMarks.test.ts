import { describe } from "vitest";
import type { CaseInput, PathwayOf } from "../support/decideCase.js";
import { FAILED, LEVEL_3, of, RECORD, runJudged, scored } from "../support/judged.js";

const next: PathwayOf = {
  attempt: { is: "required", beforeEvidence: true },
  evidence: { course: "chemistry", minMark: "C" },
  award: { take: "lost" },
  grade: { from: "evidence" },
};

describe("the marks that could stand there", () => {
  const A = RECORD.replace(" P ", " A ");
  const byLevel: PathwayOf = { grade: { byLevel: { 3: "B", 4: "A" } } };
  const byScore: PathwayOf = {
    evidence: { test: "EXAM", min: { score: 50 } },
    grade: {
      byScore: [
        { min: 50, mark: "C" },
        { min: 90, mark: "A" },
      ],
    },
  };
  const asScore: PathwayOf = { evidence: { test: "EXAM", min: { score: 50 } }, grade: { from: "score" } };
  const low = scored("SBA 2024-05-01 level=1");
  const exam = (score: string): Partial<CaseInput> => scored(`EXAM 2024-05-01 score=${score}`);
  const marked = (mark: string): readonly string[] => [RECORD.replace(" P ", ` ${mark} `)];
  runJudged([
    [
      "that of the pathway",
      of({}, [A]),
      ["SCI101 1: given, gives 1, from 2022-09-01, not A but P", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "that of the level",
      of(byLevel),
      ["SCI101 1: given, gives 1, from 2022-09-01, not P but B", "p1 on 2024-06-15 gives 1 B"],
    ],
    [
      "the level's own",
      of(byLevel, marked("B")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 B"],
    ],
    [
      "not that of another level",
      of(byLevel, [A]),
      ["SCI101 1: given, gives 1, from 2022-09-01, not A but B", "p1 on 2024-06-15 gives 1 B"],
    ],
    [
      "of a level too low, those of any",
      of(byLevel, [A], low),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it)",
      ],
    ],
    [
      "of a level too low, none of them",
      of(byLevel, marked("C"), low),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, not C but B or A",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it)",
      ],
    ],
    [
      "of a level that was not agreed to, those of any",
      of({ ...byLevel, approvals: ["teacher"] }, marked("C")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, not C but B or A",
        "p1 on 2024-06-15 gives 0 B; approval-missing (not on file: teacher)",
      ],
    ],
    [
      "of credit that stands there twice, that of the level",
      of(byLevel, ["SCI101 2022-23 YR C 1 1", ...marked("C")]),
      [
        "SCI101 1: given, gives 0, from 2022-09-01, not C but B",
        "p1 on 2024-06-15 gives 0 B; already-credited (Biology has 1)",
      ],
    ],
    [
      "that of the score",
      of(byScore, marked("C"), exam("60")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 C"],
    ],
    [
      "of a score too low, those of any",
      of(byScore, marked("B"), exam("40")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, not B but C or A",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Course Exam at score 50 or higher: no result reaches it)",
      ],
    ],
    [
      "the score itself",
      of(asScore, marked("87.5"), exam("87.5")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 87.5"],
    ],
    [
      "another score",
      of(asScore, marked("87"), exam("87.5")),
      ["SCI101 1: given, gives 1, from 2022-09-01, not 87 but 87.5", "p1 on 2024-06-15 gives 1 87.5"],
    ],
    [
      "of a score too low, any number",
      of(asScore, marked("187.25"), exam("40")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Course Exam at score 50 or higher: no result reaches it)",
      ],
    ],
    [
      "or a whole one",
      of(asScore, marked("7"), exam("40")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Course Exam at score 50 or higher: no result reaches it)",
      ],
    ],
    [
      "a number only",
      of(asScore, marked("x7"), exam("40")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, not x7 but ",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Course Exam at score 50 or higher: no result reaches it)",
      ],
    ],
    [
      "a number only, to its end",
      of(asScore, marked("7x"), exam("40")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, not 7x but ",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Course Exam at score 50 or higher: no result reaches it)",
      ],
    ],
    [
      "a number only, with digits behind its point",
      of(asScore, marked("7."), exam("40")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, not 7. but ",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Course Exam at score 50 or higher: no result reaches it)",
      ],
    ],
    [
      "that of the evidence",
      of(next, [FAILED, "SCI201 2023-24 S1 B 1 1", marked("B")[0] ?? ""]),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 B; recovers SCI101 2022-23 YR F"],
    ],
    [
      "not a better one",
      of(next, [FAILED, "SCI201 2023-24 S1 B 1 1", A]),
      [
        "SCI101 1: given, gives 1, from 2022-09-01, not A but B",
        "p1 on 2024-06-15 gives 1 B; recovers SCI101 2022-23 YR F",
      ],
    ],
    [
      "of evidence that does not hold, any ranked one",
      of(next, [FAILED, "SCI201 2023-24 S1 D 1 1", A]),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Chemistry with C or better: the course has 0 of 1 credit so earned); recovers SCI101 2022-23 YR F",
      ],
    ],
    [
      "or a credit mark",
      of(next, [FAILED, "SCI201 2023-24 S1 D 1 1", RECORD]),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Chemistry with C or better: the course has 0 of 1 credit so earned); recovers SCI101 2022-23 YR F",
      ],
    ],
    [
      "but no other",
      of(next, [FAILED, "SCI201 2023-24 S1 D 1 1", marked("W")[0] ?? ""]),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01, not W but ",
        "p1 on 2024-06-15 gives 0; evidence-not-met (Chemistry with C or better: the course has 0 of 1 credit so earned); recovers SCI101 2022-23 YR F",
      ],
    ],
    [
      "of two pathways both",
      {
        pathways: [
          { award: { courses: ["biology"] }, grade: { mark: "C" } },
          { award: { courses: ["biology"] }, grade: { mark: "B" } },
        ],
        transcript: [RECORD],
        ...LEVEL_3,
      },
      [
        "SCI101 1: given, gives 1, from 2022-09-01, not P but C or B",
        "p1 on 2024-06-15 gives 1 C",
        "p2 on 2024-06-15 gives 1 B",
      ],
    ],
    [
      "of two pathways that which held",
      {
        pathways: [
          { award: { courses: ["biology"] }, grade: { mark: "P" }, evidence: { test: "SBA", min: { level: "4" } } },
          { award: { courses: ["biology"] }, grade: { mark: "B" } },
        ],
        transcript: [RECORD],
        ...LEVEL_3,
      },
      [
        "SCI101 1: given, gives 1, from 2022-09-01, not P but B",
        "p2 on 2024-06-15 gives 1 B",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it)",
      ],
    ],
  ]);
});

function panel2(): PathwayOf {
  return { evidence: { approval: "panel" }, award: { courses: ["biology"] } };
}

describe("which pathway came closest", () => {
  const level = (at: string, more: PathwayOf = {}): PathwayOf => ({
    evidence: { test: "SBA", min: { level: at } },
    ...more,
    award: { courses: ["biology"], ...more.award },
  });
  const two = (a: PathwayOf, b: PathwayOf, more: Partial<CaseInput> = {}): CaseInput => ({
    pathways: [a, b],
    transcript: [RECORD],
    ...LEVEL_3,
    ...more,
  });
  const half: PathwayOf = { award: { upTo: 0.5, netOfClassCredit: false } };
  runJudged([
    [
      "that which gives it",
      two(level("4"), level("3")),
      [
        "SCI101 1: given, gives 1, from 2022-09-01",
        "p2 on 2024-06-15 gives 1 P",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it)",
      ],
    ],
    [
      "of two that do, the first",
      two(level("3"), level("2")),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P", "p2 on 2024-06-15 gives 1 P"],
    ],
    [
      "of two that do not, the first",
      two(level("4"), level("4", { clause: "2" })),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it)",
        "p2 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it)",
      ],
    ],
    [
      "one that cannot be told, before one that gives less",
      two(level("3", half), panel2(), { given: ["transcript", "scores"] }),
      [
        "SCI101 1: not checked, gives 0.5, from 2022-09-01, no approvals file was given",
        "p2 on 2024-06-15 gives 0; perhaps evidence-not-met (approval by panel: none on file); unknown: no approvals file was given",
        "p1 on 2024-06-15 gives 0.5 P",
      ],
    ],
    [
      "one that gives less, before one that does not",
      two(level("4"), level("3", half)),
      [
        "SCI101 1: too much, gives 0.5, from 2022-09-01",
        "p2 on 2024-06-15 gives 0.5 P",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 4 or higher: no result reaches it)",
      ],
    ],
    [
      "a CTE course is said elsewhere",
      {
        pathways: [{ award: { courses: ["welding"] } }],
        transcript: ["CTE101 2023-24 YR P 0.5 0.5 Z date_completed=2024-06-15"],
        ...LEVEL_3,
      },
      [
        "CTE101 0.5: given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; cte-excluded (Welding is a CTE course)",
      ],
    ],
    [
      "a ceiling that was reached is too much",
      of(
        half,
        [RECORD.replace("P 1 1", "P 0.5 0.5"), "SCI101 2022-23 YR P 0.5 0.5 Z date_completed=2023-06-15"],
        scored("SBA 2023-05-01 level=3"),
      ),
      [
        "SCI101 0.5: given, gives 0.5, from 2022-09-01",
        "p1 on 2023-06-15 gives 0.5 P",
        "SCI101 0.5: too much, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; pathway-ceiling (the pathway's limit (used 0.5 of 0.5))",
      ],
    ],
    [
      "a cap that was reached is too much",
      of({}, [RECORD, "SCI201 2022-23 YR P 1 1 Z date_completed=2023-06-15"], {
        ...LEVEL_3,
        policy: { caps: [{ id: "all", upTo: 1 }] },
      }),
      [
        "SCI201 1: no pathway names the course, gives 0, from no day",
        "SCI101 1: too much, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; cap-reached (the cap all (used 1 of 1))",
      ],
    ],
    [
      "a ceiling that was reached, and a level too low",
      of(
        half,
        [RECORD.replace("P 1 1", "P 0.5 0.5"), "SCI101 2022-23 YR P 0.5 0.5 Z date_completed=2023-06-15"],
        scored("SBA 2023-05-01 level=2"),
      ),
      [
        "SCI101 0.5: not given, gives 0, from 2022-09-01",
        "p1 on 2023-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it)",
        "SCI101 0.5: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it); pathway-ceiling (the pathway's limit (used 0.5 of 0.5))",
      ],
    ],
    [
      "a floor is no ceiling",
      of({ award: { atLeast: 0.5 } }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "a floor and a ceiling",
      of({ award: { atLeast: 0.25, upTo: 0.5, netOfClassCredit: false } }),
      ["SCI101 1: too much, gives 0.5, from 2022-09-01", "p1 on 2024-06-15 gives 0.5 P"],
    ],
    [
      "tiers, the highest",
      of(
        {
          tiers: [
            { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
            { evidence: { test: "SBA", min: { level: "3" } }, upTo: 0.5 },
          ] as never,
          award: { netOfClassCredit: false },
        },
        [RECORD],
        scored("SBA 2024-05-01 level=1"),
      ),
      [
        "SCI101 1: too much, gives 0.5, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 2 or higher: no result reaches it; or State Math Test at level 3 or higher: no result reaches it)",
      ],
    ],
  ]);
});
