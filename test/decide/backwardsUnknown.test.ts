import { describe, expect, it } from "vitest";
import { judgeRecords } from "../../src/decide/backwards.js";
import { type CaseInput, type PathwayOf, studentCase } from "../support/decideCase.js";
import { LEVEL_3, lost, of, panel, RECORD, roles, runJudged, scored } from "../support/judged.js";

const both: PathwayOf = { evidence: { all: [{ approval: "panel" }, { test: "SBA", min: { level: "3" } }] } };

describe("what is not known", () => {
  const covers = (scores: string | null, approvals: string | null): Partial<CaseInput> => ({
    covers: { scores, approvals },
  });
  const low = scored("SBA 2024-05-01 level=2");
  const all = ["transcript", "scores", "approvals", "students"] as const;
  const given = (...without: readonly string[]): Partial<CaseInput> => ({
    given: all.filter((kind) => !without.includes(kind)),
  });
  runJudged([
    [
      "no scores",
      of({}, [RECORD], given("scores")),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no scores file was given",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result on file); unknown: no scores file was given",
      ],
    ],
    [
      "no scores, which it does not ask for",
      of(panel, [RECORD], given("scores")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (approval by panel: none on file)",
      ],
    ],
    [
      "scores that begin later",
      of({}, [RECORD], { ...low, ...covers("2024-06-16", null) }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, they are older than the scores file, which begins on 2024-06-16",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result reaches it); unknown: they are older than the scores file, which begins on 2024-06-16",
      ],
    ],
    [
      "scores that begin on the day",
      of({}, [RECORD], { ...low, ...covers("2024-06-15", null) }),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it)",
      ],
    ],
    [
      "scores without a day",
      of({}, [RECORD], { ...low, ...covers(null, "2020-01-01") }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, the scores file has no date",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result reaches it); unknown: the scores file has no date",
      ],
    ],
    [
      "scores begin later, and it is given all the same",
      of({}, [RECORD], { ...LEVEL_3, ...covers("2024-06-16", null) }),
      ["SCI101 1: given, gives 1, from 2022-09-01", "p1 on 2024-06-15 gives 1 P"],
    ],
    [
      "no approvals",
      of(roles, [RECORD], { ...LEVEL_3, ...given("approvals") }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no approvals file was given",
        "p1 on 2024-06-15 gives 0 P; perhaps approval-missing (not on file: teacher); unknown: no approvals file was given",
      ],
    ],
    [
      "approvals that begin later",
      of(roles, [RECORD], { ...LEVEL_3, ...covers("2020-01-01", "2024-07-01") }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, they are older than the approvals file, which begins on 2024-07-01",
        "p1 on 2024-06-15 gives 0 P; perhaps approval-missing (not on file: teacher); unknown: they are older than the approvals file, which begins on 2024-07-01",
      ],
    ],
    [
      "approvals that begin before",
      of(roles, [RECORD], { ...LEVEL_3, ...covers("2020-01-01", "2024-06-01") }),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; approval-missing (not on file: teacher)",
      ],
    ],
    [
      "approvals as evidence",
      of(panel, [RECORD], given("approvals")),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no approvals file was given",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (approval by panel: none on file); unknown: no approvals file was given",
      ],
    ],
    [
      "approvals as evidence, given",
      of(panel, [RECORD], given()),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (approval by panel: none on file)",
      ],
    ],
    [
      "approvals do not turn a test",
      of({ ...roles }, [RECORD], { ...low, ...given("approvals") }),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; evidence-not-met (State Math Test at level 3 or higher: no result reaches it); perhaps approval-missing (not on file: teacher); unknown: no approvals file was given",
      ],
    ],
    [
      "approvals and a test: the approvals are absent",
      of(both, [RECORD], { ...low, ...given("approvals") }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no approvals file was given",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (approval by panel: none on file; and State Math Test at level 3 or higher: no result reaches it); unknown: no approvals file was given",
      ],
    ],
    [
      "a request that is not on file",
      of({ onRequest: true }, [RECORD], { ...LEVEL_3, ...given("approvals") }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no approvals file was given",
        "p1 on 2024-06-15 gives 0 P; perhaps approval-missing (not on file: request); unknown: no approvals file was given",
      ],
    ],
    [
      "approved too late",
      of({ ...roles, approvalBefore: "evidence" } as PathwayOf, [RECORD], {
        ...LEVEL_3,
        approvals: ["p1 teacher granted on=2024-06-01"],
        ...covers("2020-01-01", "2024-07-01"),
      }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, they are older than the approvals file, which begins on 2024-07-01",
        "p1 on 2024-06-15 gives 0 P; perhaps not-preapproved (evidence of 2024-05-01, and no earlier approval by teacher); unknown: they are older than the approvals file, which begins on 2024-07-01",
      ],
    ],
    [
      "a row in doubt",
      of({}, [RECORD], scored("SBA 2024-05-01 level=3 doubt=score-malformed")),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, they hang on a row in doubt",
        "p1 on 2024-06-15 gives 0; perhaps doubtful-row (SBA 2024-05-01 level 3 (score-malformed)); evidence-not-met (State Math Test at level 3 or higher: no result on file); unknown: they hang on a row in doubt",
      ],
    ],
    [
      "a row in doubt, and something that is sure",
      of(lost, [RECORD], scored("SBA 2024-05-01 level=3 doubt=score-malformed")),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, they hang on a row in doubt, attempt missing",
        "p1 on 2024-06-15 gives 0; perhaps doubtful-row (SBA 2024-05-01 level 3 (score-malformed)); evidence-not-met (State Math Test at level 3 or higher: no result on file); no-lost-credit (no lost credit in Biology); unknown: they hang on a row in doubt; attempt missing",
      ],
    ],
    [
      "no scores, and a ceiling that hangs on them",
      of(
        { award: { upTo: 0.5, netOfClassCredit: false } },
        [
          RECORD.replaceAll(" 1 ", " 0.5 ").replace("P 0.5 1", "P 0.5 0.5"),
          "SCI101 2022-23 YR P 0.5 0.5 Z date_completed=2023-06-15",
        ],
        given("scores"),
      ),
      [
        "SCI101 0.5: not checked, gives 0, from 2022-09-01, no scores file was given",
        "p1 on 2023-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result on file); unknown: no scores file was given",
        "SCI101 0.5: not checked, gives 0, from 2022-09-01, no scores file was given",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result on file); pathway-ceiling (the pathway's limit (used 0.5 of 0.5)); unknown: no scores file was given",
      ],
    ],
    [
      "no scores, and no mark without them",
      of({ grade: { byLevel: { 3: "B" } } }, [RECORD.replace(" P ", " B ")], given("scores")),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no scores file was given",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result on file); unknown: no scores file was given",
      ],
    ],
    [
      "no scores, and a course that bars it",
      of({ barredBy: { attemptIn: ["chemistry"] } }, ["SCI201 2022-23 YR C 1 1", RECORD], given("scores")),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result on file); barred-by-course (attempted SCI201 2022-23 YR C); unknown: no scores file was given",
      ],
    ],
    [
      "two approvals that are absent",
      of({ approvals: ["teacher", "board"] }, [RECORD], { ...LEVEL_3, ...given("approvals") }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no approvals file was given",
        "p1 on 2024-06-15 gives 0 P; perhaps approval-missing (not on file: teacher, board); unknown: no approvals file was given",
      ],
    ],
    [
      "no scores, and no lost credit",
      of(lost, [RECORD], given("scores")),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no scores file was given, attempt missing",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result on file); no-lost-credit (no lost credit in Biology); unknown: no scores file was given; attempt missing",
      ],
    ],
    [
      "no scores, and a cap used up",
      of({}, [RECORD, "SCI201 2022-23 YR P 1 1 Z date_completed=2023-06-15"], {
        ...given("scores"),
        policy: { caps: [{ id: "all", upTo: 1 }] },
      }),
      [
        "SCI201 1: no pathway names the course, gives 0, from no day",
        "SCI101 1: not checked, gives 0, from 2022-09-01, no scores file was given",
        "p1 on 2024-06-15 gives 0; perhaps evidence-not-met (State Math Test at level 3 or higher: no result on file); cap-reached (the cap all (used 1 of 1)); unknown: no scores file was given",
      ],
    ],
  ]);
});

describe("whom it is for", () => {
  const of2 = (who: object, more: Partial<CaseInput>): CaseInput =>
    of({ who } as PathwayOf, [RECORD], { ...LEVEL_3, ...more });
  const none: Partial<CaseInput> = { given: ["transcript", "scores", "approvals"] };
  const same = "2024-06-20";
  runJudged([
    [
      "programs, and no students file",
      of2({ programs: { any: ["dual"] } }, none),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no students file was given",
        "p1 on 2024-06-15 gives 0 P; perhaps not-eligible (depends on a row for this student in a students file, and there is none); unknown: no students file was given",
      ],
    ],
    [
      "status, and no students file",
      of2({ status: { any: ["enrolled"] } }, none),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no students file was given",
        "p1 on 2024-06-15 gives 0 P; perhaps not-eligible (depends on a row for this student in a students file, and there is none); unknown: no students file was given",
      ],
    ],
    [
      "a class, and no students file",
      of2({ classOf: [2025] }, none),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, no students file was given",
        "p1 on 2024-06-15 gives 0 P; perhaps not-eligible (depends on a row for this student in a students file, and there is none); unknown: no students file was given",
      ],
    ],
    [
      "programs, no students file, and a level too low",
      of2({ programs: { any: ["dual"] } }, { ...none, ...scored("SBA 2024-05-01 level=2") }),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0; perhaps not-eligible (depends on a row for this student in a students file, and there is none); evidence-not-met (State Math Test at level 3 or higher: no result reaches it); unknown: no students file was given",
      ],
    ],
    [
      "a grade level, and no students file",
      of2({ gradeLevels: [9] }, none),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; not-eligible (for grade 9; the student's grade level is not known)",
      ],
    ],
    [
      "programs of another school year",
      of2({ programs: { any: ["dual"] } }, { students: ["programs=sports"] }),
      [
        "SCI101 1: not checked, gives 0, from 2022-09-01, the students file does not speak of their school year",
        "p1 on 2024-06-15 gives 0 P; perhaps not-eligible (for students in dual); unknown: the students file does not speak of their school year",
      ],
    ],
    [
      "programs of this school year",
      of2({ programs: { any: ["dual"] } }, { students: ["programs=sports"], awardDate: same }),
      [
        "SCI101 1: not given, gives 0, from 2022-09-01",
        "p1 on 2024-06-15 gives 0 P; not-eligible (for students in dual)",
      ],
    ],
  ]);
});

it("says what evidence was seen, and in which rows", () => {
  const { student, context } = studentCase(
    of({}, [RECORD], scored("SBA 2024-05-01 level=3", "SBA 2024-04-01 level=2")),
  );
  const [judgement] = judgeRecords(student, context);
  expect(judgement?.asked.map(({ saw, evidence }) => [saw, evidence.map(({ says }) => says)])).toEqual([
    ["State Math Test at level 3 or higher: held", ["SBA 2024-05-01 level 3"]],
  ]);
});
