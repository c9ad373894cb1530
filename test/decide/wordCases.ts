import { BASE, type CaseInput, type PathwayOf } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const FAILED = "SCI101 2023-24 YR F 1 0";
const BIOLOGY = { courses: ["biology"] };
const LOST: PathwayOf["award"] & object = { courses: ["biology"], take: "lost" };
const REQUIRED = { is: "required" } as const;

function of(pathway: PathwayOf, more: Partial<CaseInput> = {}): CaseInput {
  return { pathways: [{ award: BIOLOGY, ...pathway }], scores: LEVEL_3, ...more };
}

function course(evidence: object, transcript: readonly string[], more: PathwayOf = {}): CaseInput {
  return {
    pathways: [{ evidence: { course: "algebra-2", ...evidence }, award: BIOLOGY, ...more } as PathwayOf],
    transcript,
  };
}

function lang(parts: object, scores: readonly string[], min: object = { level: "Mid" }): CaseInput {
  return of({ evidence: { test: "LANG", min, parts } as PathwayOf["evidence"] & object }, { scores });
}

function average(transcript: readonly string[]): CaseInput {
  const evidence = { course: "algebra-2", parts: { required: ["S1", "S2"], rule: "average" }, minPoints: 2.5 };
  return {
    ...of({ evidence: evidence as PathwayOf["evidence"] & object }, { scores: [], transcript }),
    policy: {
      marks: {
        ranked: ["A", "B", "C", "D"],
        credit: ["P", "CR"],
        noCredit: ["F", "NC"],
        incomplete: ["I"],
        ignored: ["W"],
        points: { A: 4, B: 3, C: 2, D: 1 },
      },
    },
  };
}

function hours(scores: readonly string[], approvals: readonly string[] = []): CaseInput {
  return of(
    { evidence: { test: "HOURS", min: { score: 80 }, sum: true } },
    {
      scores,
      approvals,
      policy: {
        tests: [
          ...BASE.tests,
          { id: "HOURS", title: "Hours of study", scope: "activity", scales: { score: { min: 0, max: 500 } } },
        ],
      },
    },
  );
}

/** What people are told of a decision, case by case; `UPDATE=1` writes what is said. */
export const WORD_CASES: readonly (readonly [string, CaseInput])[] = [
  ["in effect later", of({ effectiveFrom: "2025-09-01" })],
  ["in effect earlier", of({ effectiveTo: "2025-06-01" })],
  ["another grade", of({ who: { gradeLevels: [9, 10] } }, { students: ["grade_level=11"] })],
  ["no grade known", of({ who: { gradeLevels: [9, 10] } })],
  [
    "no students row",
    of({ who: { programs: { any: ["dual"] } } }, { students: [], transcript: ["MAT300 2023-24 YR A 1 1"] }),
  ],
  ["another program", of({ who: { programs: { any: ["dual", "arts"] } } }, { students: ["programs=sports"] })],
  ["a barred program", of({ who: { programs: { none: ["dual", "arts"] } } }, { students: ["programs=arts"] })],
  ["another status", of({ who: { status: { any: ["enrolled", "released"] } } }, { students: ["status=left"] })],
  ["no status", of({ who: { status: { any: ["enrolled"] } } }, { students: ["grade_level=11"] })],
  ["a barred status", of({ who: { status: { none: ["graduated"] } } }, { students: ["status=graduated"] })],
  ["another class", of({ who: { classOf: [2026, 2027] } }, { students: ["class_of=2025"] })],
  ["no class known", of({ who: { classOf: [2026, 2027] } }, { students: ["grade_level=11"] })],
  [
    "its class, program and status",
    of(
      {
        who: {
          classOf: [2026],
          programs: { any: ["dual"], none: ["arts"] },
          status: { any: ["enrolled"], none: ["left"] },
        },
      },
      { students: ["class_of=2026 programs=dual status=enrolled"] },
    ),
  ],
  ["declined", of({}, { approvals: ["p1 family declined"] })],
  ["declined on a day", of({}, { approvals: ["- family declined on=2025-06-01"] })],
  ["a row in doubt", of({}, { transcript: ["SCI101 2023-24 YR Q 1 0"] })],
  ["two rows in doubt", of({}, { transcript: ["SCI101 2023-24 YR Q 1 x", "SCI101 2022-23 YR Q 1 0"] })],
  ["a score in doubt", of({}, { scores: ["SBA 2025-05-01 level=9"] })],
  ["a student in doubt", of({}, { broken: [{}] })],
  ["a CTE course", of({ award: { courses: ["welding"] } })],
  ["a CTE course that is admitted", of({ award: { courses: ["welding"] }, allowCte: true })],
  ["a level too low", of({}, { scores: ["SBA 2025-05-01 level=2"] })],
  ["a result that does not count", of({}, { scores: ["SBA 2025-05-01 level=3 status=invalidated"] })],
  ["no result", of({}, { scores: [], approvals: ["p1 teacher granted"] })],
  [
    "a score not above",
    of(
      { evidence: { test: "SBA", min: { level: "2" }, above: { score: 2500.5 } } },
      { scores: ["SBA 2025-05-01 level=3 score=2500.5"] },
    ),
  ],
  [
    "a percentile",
    of({ evidence: { test: "SBA", min: { percentile: 75 } } }, { scores: ["SBA 2025-05-01 percentile=75"] }),
  ],
  [
    "tries used up",
    of(
      { evidence: { test: "SBA", min: { level: "3" }, maxTries: 1 } },
      { scores: ["SBA 2025-03-01 level=1", "SBA 2025-05-01 level=3"] },
    ),
  ],
  [
    "hours not reached",
    of({ evidence: { test: "EXAM", min: { score: 80 } } }, { scores: ["EXAM 2025-03-01 score=30"] }),
  ],
  [
    "a part missing",
    lang({ required: ["writing", "speaking"], rule: "lowest" }, ["LANG 2025-05-01 part=reading level=Top"]),
  ],
  [
    "one part missing",
    lang({ required: ["writing", "reading"], rule: "lowest" }, ["LANG 2025-05-01 part=reading level=Top"]),
  ],
  ["parts not whole", lang({ required: ["writing", "reading"], rule: "lowest" }, ["LANG 2025-05-01 level=Top"])],
  [
    "an average",
    lang({ required: ["writing", "reading"], rule: "average" }, [
      "LANG 2025-05-01 part=reading level=Top",
      "LANG 2025-05-01 part=writing level=Low",
    ]),
  ],
  [
    "an average too low",
    lang({ required: ["writing", "reading"], rule: "average" }, [
      "LANG 2025-05-01 part=reading level=Mid",
      "LANG 2025-05-01 part=writing level=Low",
    ]),
  ],
  [
    "the lowest",
    lang({ required: ["writing", "reading"], rule: "lowest" }, [
      "LANG 2025-05-01 part=reading level=Top",
      "LANG 2025-05-01 part=writing level=Mid",
    ]),
  ],
  ["a course held", course({ minMark: "C" }, ["MAT301 2023-24 S1 B 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"])],
  ["a course half held", course({ minMark: "C" }, ["MAT301 2023-24 S1 B 0.5 0.5", "MAT302 2023-24 S2 D 0.5 0.5"])],
  ["a course not comparable", course({ minMark: "C" }, ["MAT301 2023-24 S1 B 0.5 0.5", "MAT302 2023-24 S2 P 0.5 0.5"])],
  ["any part of a course", course({ minMark: "C", parts: "any" }, ["MAT302 2023-24 S2 B 0.5 0.5"])],
  ["one part of a course", course({ minMark: "C", parts: ["S1"] }, ["MAT302 2023-24 S2 B 0.5 0.5"])],
  ["credit in a course", course({ minMark: "credit" }, ["MAT300 2023-24 YR P 1 1"])],
  [
    "a course without a row that counts",
    course({ minMark: "C", inDistrict: true, regularYear: true }, ["MAT300 2023-24 SU B 1 1"]),
  ],
  ["a course by mastery", course({ minMark: "credit", acceptMastery: true }, ["MAT300 2023-24 YR P 1 1 Z"])],
  ["a course by mastery, not accepted", course({ minMark: "credit" }, ["MAT300 2023-24 YR P 1 1 Z"])],
  [
    "the mark of a course",
    course({ minMark: "D" }, ["MAT301 2023-24 S1 B 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"], {
      grade: { from: "evidence" },
    }),
  ],
  [
    "a subject",
    of(
      { evidence: { subject: "math", minMark: "C", which: "latest" } },
      { scores: [], transcript: ["MAT300 2022-23 YR A 1 1", "MAT201 2023-24 S1 D 0.5 0.5"] },
    ),
  ],
  [
    "any of a subject",
    of(
      { evidence: { subject: "math", minMark: "C", which: "any" } },
      { scores: [], transcript: ["MAT300 2022-23 YR A 1 1", "MAT201 2023-24 S1 D 0.5 0.5"] },
    ),
  ],
  [
    "all of it",
    of(
      {
        evidence: {
          all: [
            { test: "SBA", min: { level: "3" } },
            { test: "EXAM", min: { score: 60 } },
          ],
        },
      },
      { scores: [...LEVEL_3, "EXAM 2025-05-02 score=70"] },
    ),
  ],
  [
    "not all of it",
    of({
      evidence: {
        all: [
          { test: "SBA", min: { level: "3" } },
          { test: "EXAM", min: { score: 60 } },
        ],
      },
    }),
  ],
  [
    "one after the other",
    of(
      {
        evidence: {
          all: [
            { test: "SBA", min: { level: "3" } },
            { test: "EXAM", min: { score: 60 } },
          ],
          inOrder: true,
        },
      },
      { scores: [...LEVEL_3, "EXAM 2025-04-02 score=70"] },
    ),
  ],
  [
    "any of it",
    of({
      evidence: {
        any: [
          { test: "EXAM", min: { score: 60 } },
          { test: "SBA", min: { level: "3" } },
        ],
      },
    }),
  ],
  [
    "none of it",
    of({
      evidence: {
        any: [
          { test: "EXAM", min: { score: 60 } },
          { test: "SBA", min: { level: "4" } },
        ],
      },
    }),
  ],
  [
    "not so",
    of({ evidence: { all: [{ test: "SBA", min: { level: "2" } }, { not: { test: "EXAM", min: { score: 60 } } }] } }),
  ],
  [
    "so after all",
    of(
      { evidence: { all: [{ test: "SBA", min: { level: "2" } }, { not: { test: "EXAM", min: { score: 60 } } }] } },
      { scores: [...LEVEL_3, "EXAM 2025-05-02 score=70"] },
    ),
  ],
  [
    "a panel",
    of({ evidence: { approval: "panel" } }, { scores: [], approvals: ["p1 panel granted on=2025-06-01 by=kim"] }),
  ],
  ["a panel that said no", of({ evidence: { approval: "panel" } }, { scores: [], approvals: ["p1 panel denied"] })],
  [
    "a panel that has not spoken",
    of({ evidence: { approval: "panel" } }, { scores: [], approvals: ["p1 teacher granted"] }),
  ],
  ["lost credit", of({ attempt: REQUIRED, award: LOST }, { transcript: [FAILED] })],
  [
    "lost credit of a part",
    of(
      { attempt: REQUIRED, award: { courses: ["algebra-1"], take: "lost" } },
      { transcript: ["MAT101 2023-24 S1 F 0.5 0 B"] },
    ),
  ],
  ["no lost credit", of({ attempt: REQUIRED, award: LOST })],
  [
    "no lost credit in a part",
    of({ attempt: REQUIRED, award: { courses: [{ course: "algebra-1", parts: ["S2"] }], take: "lost" } }),
  ],
  ["a mark not listed", of({ attempt: { ...REQUIRED, marks: ["NC", "I"] }, award: LOST }, { transcript: [FAILED] })],
  ["too old", of({ attempt: { ...REQUIRED, withinMonths: 6 }, award: LOST }, { transcript: [FAILED] })],
  [
    "summer",
    of({ attempt: { ...REQUIRED, regularYear: true }, award: LOST }, { transcript: ["SCI101 2023-24 SU F 1 0"] }),
  ],
  [
    "elsewhere",
    of({ attempt: { ...REQUIRED, inDistrict: true }, award: LOST }, { transcript: [`${FAILED} district_code=17001`] }),
  ],
  [
    "elsewhere, with a way out",
    of(
      {
        attempt: {
          ...REQUIRED,
          inDistrict: true,
          exceptions: [
            { condition: "inDistrict", approval: "board" },
            { condition: "regularYear", approval: "head" },
          ],
        },
        award: LOST,
      },
      { transcript: [`${FAILED} district_code=17001`] },
    ),
  ],
  [
    "in another grade",
    of({ attempt: { ...REQUIRED, gradeLevels: [9, 10] }, award: LOST }, { transcript: [`${FAILED} grade_level=11`] }),
  ],
  [
    "older than the attempt",
    of({ attempt: { ...REQUIRED, beforeEvidence: true }, award: LOST }, { transcript: ["SCI101 2024-25 YR F 1 0"] }),
  ],
  [
    "older than the attempt, which is not asked for",
    of({ attempt: { is: "irrelevant", beforeEvidence: true } }, { transcript: ["SCI101 2024-25 YR F 1 0"] }),
  ],
  [
    "older than the attempt, with a note",
    of({ attempt: { ...REQUIRED, beforeEvidence: false }, award: LOST }, { transcript: ["SCI101 2024-25 YR F 1 0"] }),
  ],
  ["an attempt forbidden", of({ attempt: { is: "forbidden" } }, { transcript: [FAILED] })],
  ["barred by credit", of({ barredBy: { creditIn: ["chemistry"] } }, { transcript: ["SCI201 2023-24 YR C 1 1"] })],
  ["barred by an attempt", of({ barredBy: { attemptIn: ["chemistry"] } }, { transcript: ["SCI201 2023-24 YR F 1 0"] })],
  ["credited", of({}, { transcript: ["SCI101 2023-24 YR C 1 1"] })],
  [
    "credited by the same learning",
    of(
      { award: { courses: ["algebra-1"] } },
      { transcript: ["IM1A 2023-24 S1 C 0.5 0.5", "IM1B 2023-24 S2 C 0.5 0.5"] },
    ),
  ],
  [
    "credited by both",
    of(
      { award: { courses: ["algebra-1"] } },
      { transcript: ["IM1A 2023-24 S1 C 0.5 0.5", "MAT102 2023-24 S2 C 0.5 0.5"] },
    ),
  ],
  ["waived", of({ award: { ...BIOLOGY, kind: "waiver" } }, { approvals: ["p1 board waived"] })],
  [
    "the ceiling",
    of(
      { award: { ...BIOLOGY, upTo: 0.5, netOfClassCredit: false } },
      { transcript: ["SCI101 2023-24 YR P 0.5 0.5 Z"] },
    ),
  ],
  [
    "below the ceiling",
    of({ award: { ...BIOLOGY, upTo: 0.5, netOfClassCredit: true } }, { transcript: ["SCI101 2023-24 YR C 0.25 0.25"] }),
  ],
  [
    "one course only",
    of({ award: { courses: ["biology", "chemistry"], split: false } }, { transcript: ["SCI101 2023-24 YR P 1 1 Z"] }),
  ],
  ["one course of two", of({ award: { courses: ["biology", "chemistry", "geometry"], split: false } })],
  [
    "two caps",
    of(
      {},
      {
        policy: {
          caps: [
            { id: "a", upTo: 0.5 },
            { id: "b", subject: "science", upTo: 0.25 },
            { id: "c", upTo: 1 },
          ],
        },
        transcript: ["SCI201 2023-24 YR P 0.5 0.5 Z"],
      },
    ),
  ],
  ["shadowed", { pathways: [{ award: BIOLOGY }, { award: BIOLOGY }, { award: BIOLOGY }], scores: LEVEL_3 }],
  [
    "shadowed by the same learning",
    { pathways: [{ award: { courses: ["integrated-1"] } }, { award: { courses: ["algebra-1"] } }], scores: LEVEL_3 },
  ],
  [
    "partly shadowed",
    {
      pathways: [
        { award: { ...BIOLOGY, upTo: 0.25, netOfClassCredit: false } },
        { award: BIOLOGY, grade: { mark: "CR" } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "less than was lost",
    of(
      { attempt: REQUIRED, award: { courses: ["algebra-1"], take: "lost" } },
      { transcript: ["MAT101 2022-23 S1 F 0.5 0", "IM1A 2023-24 S1 C 0.5 0.5", "IM1B 2023-24 S2 C 0.25 0.25"] },
    ),
  ],
  [
    "held, and named by the next",
    { pathways: [{ award: BIOLOGY, approvals: ["teacher"] }, { award: BIOLOGY }], scores: LEVEL_3 },
  ],
  ["no mark for it", of({ grade: { byLevel: { "4": "A" } } })],
  [
    "a mark by score",
    of(
      {
        grade: {
          byScore: [
            { min: 60, mark: "C" },
            { min: 90, mark: "A" },
          ],
        },
        evidence: { test: "EXAM", min: { score: 50 } },
      },
      { scores: ["EXAM 2025-05-01 score=91"] },
    ),
  ],
  [
    "the score is the mark",
    of(
      { grade: { from: "score" }, evidence: { test: "EXAM", min: { score: 50 } } },
      { scores: ["EXAM 2025-05-01 score=91.5"] },
    ),
  ],
  ["denied", of({ approvals: ["teacher", "principal"] }, { approvals: ["p1 teacher denied", "p1 principal denied"] })],
  [
    "asked for too late",
    of(
      { requestWithinDays: 7, onRequest: true },
      { approvals: ["p1 family requested on=2025-05-09", "p1 family requested on=2025-05-10"] },
    ),
  ],
  [
    "asked for in time",
    of(
      { requestWithinDays: 7, onRequest: true },
      { approvals: ["p1 family requested on=2025-05-08", "p1 family requested on=2025-05-10"] },
    ),
  ],
  [
    "approved too late",
    of(
      { method: "equivalency", approvalBefore: "evidence", approvals: ["teacher", "principal"] },
      { approvals: ["p1 teacher granted on=2025-05-01", "p1 principal granted on=2025-04-01"] },
    ),
  ],
  [
    "the policy's own words",
    of({ onRefusal: { "evidence-not-met": "Try again in spring." } }, { scores: ["SBA 2025-05-01 level=2"] }),
  ],
  [
    "a rule that would break",
    of({ evidence: { test: "SBA", min: { level: "3" } } }, { breaks: () => "mastery-generic-title" }),
  ],
  [
    "one tier of two",
    of({
      tiers: [
        { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
        { evidence: { test: "SBA", min: { level: "4" } }, upTo: 1 },
      ],
      award: { ...BIOLOGY, netOfClassCredit: false },
    }),
  ],
  [
    "no tier",
    of(
      {
        tiers: [
          { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
          { evidence: { test: "SBA", min: { level: "4" } }, upTo: 1 },
        ],
        award: { ...BIOLOGY, netOfClassCredit: false },
      },
      { scores: ["SBA 2025-05-01 level=1"] },
    ),
  ],
  [
    "a tier for another course",
    of({
      tiers: [
        { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
        { evidence: { test: "SBA", min: { level: "3" } }, upTo: 1, courses: ["chemistry"] },
      ],
      award: { courses: ["biology", "chemistry"], netOfClassCredit: false },
    }),
  ],
  [
    "fresh evidence that is not there",
    of({
      tiers: [
        { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
        {
          evidence: {
            any: [
              { test: "SBA", min: { level: "3" } },
              { test: "EXAM", min: { score: 60 } },
            ],
          },
          upTo: 1,
          fresh: true,
        },
      ],
      award: { ...BIOLOGY, netOfClassCredit: false },
    }),
  ],
  [
    "no loss in one part beside a loss elsewhere",
    of(
      { attempt: { ...REQUIRED, regularYear: true }, award: { courses: ["algebra-1", "biology"], take: "lost" } },
      { transcript: ["MAT101 2023-24 S1 F 0.5 0", "SCI101 2023-24 SU F 1 0"] },
    ),
  ],
  [
    "older than the attempt, with two ways out",
    of(
      {
        attempt: {
          ...REQUIRED,
          beforeEvidence: true,
          exceptions: [
            { condition: "beforeEvidence", approval: "board" },
            { condition: "beforeEvidence", approval: "head" },
          ],
        },
        award: LOST,
      },
      { transcript: ["SCI101 2024-25 YR F 1 0"] },
    ),
  ],
  [
    "none of several marks",
    of(
      { attempt: { ...REQUIRED, marks: ["NC", "I"], gradeLevels: [9] }, award: LOST },
      { transcript: [`${FAILED} grade_level=11`] },
    ),
  ],
  [
    "given by one of the earlier ones",
    { pathways: [{ award: { courses: ["chemistry"] } }, { award: BIOLOGY }, { award: BIOLOGY }], scores: LEVEL_3 },
  ],
  [
    "given by two of them",
    {
      pathways: [
        { award: { ...BIOLOGY, upTo: 0.25, netOfClassCredit: false } },
        { award: BIOLOGY, grade: { mark: "CR" } },
        { award: BIOLOGY },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "credited, while another course is given",
    {
      pathways: [{ award: { courses: ["chemistry"] } }, { award: BIOLOGY }],
      scores: LEVEL_3,
      transcript: ["SCI101 2023-24 YR C 1 1"],
    },
  ],
  [
    "no loss, beside what an earlier one gives",
    {
      pathways: [
        { award: { courses: [{ course: "algebra-1", parts: ["S1"] }] } },
        { attempt: REQUIRED, award: { courses: [{ course: "algebra-1", parts: ["S2"] }], take: "open" } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "a waiver in doubt waits for no credit",
    of({ award: { ...BIOLOGY, kind: "waiver" } }, { transcript: ["SCI101 2023-24 YR Q 1 0"] }),
  ],
  [
    "two approvals too late",
    of(
      { method: "equivalency", approvalBefore: "evidence", approvals: ["teacher", "principal"] },
      { approvals: ["p1 teacher granted on=2025-05-01", "p1 principal granted on=2025-05-02"] },
    ),
  ],
  [
    "two ceilings",
    of(
      { award: { ...BIOLOGY, upTo: 0.5, netOfClassCredit: false }, approvals: ["teacher"] },
      { transcript: ["SCI101 2023-24 YR P 0.5 0.5 Z"], approvals: ["p1 teacher granted credits=0.25"] },
    ),
  ],
  [
    "a loss in doubt beside a sound one",
    of(
      { attempt: REQUIRED, award: { courses: ["biology", "chemistry"], take: "lost" } },
      { transcript: ["SCI101 2023-24 YR Q 1 0", "SCI201 2023-24 YR F 1 0"] },
    ),
  ],
  [
    "a loss in doubt beside none",
    of(
      { attempt: REQUIRED, award: { courses: ["biology", "chemistry"], take: "lost" } },
      { transcript: ["SCI101 2023-24 YR Q 1 0", "SCI201 2023-24 YR C 0.5 0.5"] },
    ),
  ],
  [
    "a loss in doubt beside a doubt elsewhere",
    of({ attempt: REQUIRED, award: LOST }, { transcript: ["SCI101 2023-24 YR Q 1 0", "MAT300 2023-24 YR Q 1 0"] }),
  ],
  [
    "a loss in doubt in the same learning",
    of(
      { attempt: REQUIRED, award: { courses: ["algebra-1", "biology"], take: "lost" } },
      { transcript: ["IM1A 2023-24 S1 Q 0.5 0"] },
    ),
  ],
  ["everything in doubt", of({ attempt: REQUIRED, award: LOST }, { broken: [{}] })],
  [
    "what waits is below the ceiling",
    of({ award: { ...BIOLOGY, upTo: 0.5, netOfClassCredit: false } }, { transcript: ["SCI101 2023-24 YR Q 1 0"] }),
  ],
  [
    "what waits is below the highest tier",
    of(
      {
        tiers: [
          { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
          { evidence: { test: "SBA", min: { level: "3" } }, upTo: 1 },
        ],
        award: { courses: ["biology", "chemistry"], netOfClassCredit: false },
      },
      { scores: ["SBA 2025-05-01 level=9"] },
    ),
  ],
  [
    "evidence of any kind, one denied",
    of(
      { evidence: { any: [{ approval: "panel" }, { test: "SBA", min: { level: "3" } }] } },
      { approvals: ["p1 panel denied"] },
    ),
  ],
  [
    "an approval's day in another form",
    of({ approvals: ["teacher"] }, { approvals: ["p1 teacher granted on=6/1/2025 by=kim"] }),
  ],
  [
    "two ceilings bind",
    of(
      { award: { ...BIOLOGY, upTo: 0.5, netOfClassCredit: false }, approvals: ["teacher"] },
      { approvals: ["p1 teacher granted credits=0.25"] },
    ),
  ],
  [
    "a class and a grade",
    of({ grade: { mark: "P", gpa: "excluded" } }, { students: ["class_of=2026 grade_level=11"] }),
  ],
  ["a class in doubt", of({}, { students: ["class_of=2026 grade_level=11 doubt=student-row-malformed"] })],
  [
    "held, and the next would give a part of it",
    {
      pathways: [
        { award: { courses: [{ course: "algebra-1", parts: ["S1"] }] }, approvals: ["teacher"] },
        { award: { courses: ["algebra-1"] } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "held, and two would give it",
    {
      pathways: [
        { award: BIOLOGY, approvals: ["teacher"] },
        { award: { ...BIOLOGY, upTo: 0.5, netOfClassCredit: false } },
        { award: BIOLOGY, grade: { mark: "CR" } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "held up to a ceiling, and the next gives the rest",
    {
      pathways: [
        { award: { ...BIOLOGY, upTo: 0.5, netOfClassCredit: false }, approvals: ["teacher"] },
        { award: BIOLOGY, grade: { mark: "CR" } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "held, after an earlier one",
    {
      pathways: [
        { award: { ...BIOLOGY, upTo: 0.25, netOfClassCredit: false } },
        { award: BIOLOGY, approvals: ["teacher"], grade: { mark: "CR" } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "held, and one target ready",
    {
      pathways: [
        { award: { courses: ["biology", "chemistry"] }, approvals: ["teacher"] },
        { award: { courses: ["biology", "chemistry"] } },
      ],
      scores: LEVEL_3,
      approvals: ["p1 teacher granted course=chemistry"],
    },
  ],
  [
    "held, and the next would be held too",
    {
      pathways: [
        { award: BIOLOGY, approvals: ["teacher"] },
        { award: BIOLOGY, approvals: ["board"] },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "held, and a cap keeps another course from the next",
    {
      policy: { caps: [{ id: "c", upTo: 1 }] },
      pathways: [{ award: BIOLOGY, approvals: ["teacher"] }, { award: { courses: ["chemistry"] } }],
      scores: LEVEL_3,
    },
  ],
  [
    "held, and a cap keeps another part from the next",
    {
      policy: { caps: [{ id: "c", upTo: 0.5 }] },
      pathways: [
        { award: { courses: [{ course: "geometry", parts: ["S1"] }] }, approvals: ["teacher"] },
        { award: { courses: [{ course: "geometry", parts: ["S2"] }] } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "held, and the next would give the same learning",
    {
      pathways: [
        { award: { courses: ["algebra-1"] }, approvals: ["teacher"] },
        { award: { courses: ["integrated-1"] } },
      ],
      scores: LEVEL_3,
    },
  ],
  [
    "a grade of the transcript, the students row in doubt",
    of(
      {},
      {
        students: ["grade_level=9 doubt=student-row-malformed"],
        transcript: ["MAT300 2023-24 YR A 1 1 grade_level=11"],
      },
    ),
  ],
  [
    "a grade of the transcript, the students row without one",
    of({}, { students: ["class_of=2026"], transcript: ["MAT300 2023-24 YR A 1 1 grade_level=11"] }),
  ],
  [
    "the later grade, by a later code",
    of({}, { transcript: ["MAT300 2022-23 YR A 1 1 grade_level=10", "SCI201 2023-24 YR A 1 1 grade_level=9"] }),
  ],
  [
    "the later grade, by an earlier code",
    of({}, { transcript: ["MAT300 2023-24 YR A 1 1 grade_level=9", "SCI201 2022-23 YR A 1 1 grade_level=10"] }),
  ],
  [
    "two grades on one day, the higher first",
    of({}, { transcript: ["MAT300 2023-24 YR A 1 1 grade_level=11", "SCI201 2023-24 YR A 1 1 grade_level=10"] }),
  ],
  [
    "two grades on one day, the higher last",
    of({}, { transcript: ["MAT300 2023-24 YR A 1 1 grade_level=10", "SCI201 2023-24 YR A 1 1 grade_level=11"] }),
  ],
  ["a grade in a row in doubt", of({}, { transcript: ["MAT300 2023-24 YR Q 1 0 grade_level=11"] })],
  [
    "an exam that is fresh, and nothing below it",
    of(
      {
        tiers: [
          { evidence: { test: "SBA", min: { level: "4" } }, upTo: 0.25 },
          { evidence: { test: "EXAM", min: { score: 60 } }, upTo: 1, fresh: true },
        ],
        award: { ...BIOLOGY, netOfClassCredit: false },
      },
      { scores: [...LEVEL_3, "EXAM 2025-05-01 score=70"] },
    ),
  ],
  [
    "the deciding tier gives none of its courses",
    of(
      {
        tiers: [
          { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.25 },
          { evidence: { test: "SBA", min: { level: "3" } }, upTo: 1, courses: ["chemistry"] },
        ],
        award: { courses: ["biology", "chemistry"], netOfClassCredit: false },
      },
      { transcript: ["SCI201 2023-24 YR C 1 1"] },
    ),
  ],
  [
    "what the attempt says is kept",
    of(
      { attempt: REQUIRED, award: LOST, record: { title: "{title} (mastery)", schoolCode: "9999" } },
      {
        transcript: [
          {
            course_id: "SCI101",
            school_year: "2023-24",
            term: "YR",
            mark: "F",
            credits_attempted: "1",
            credits_earned: "0",
            school_code: "1234",
            course_title: "Bio",
            state_course_code: "03051",
            content_area: "SCI",
            cte: "N",
            designations: "B",
          },
        ],
      },
    ),
  ],
  [
    "what the policy says, without an attempt",
    of({ award: { courses: ["welding"] }, allowCte: true, record: { title: "{title} (mastery)", schoolCode: "9999" } }),
  ],
  [
    "the same attempt, under whole credit and half",
    of(
      { attempt: REQUIRED, award: { courses: ["algebra-1"], take: "lost" } },
      { transcript: ["MAT100 2023-24 YR F 1 0", "MAT102 2023-24 S2 F 0.5 0"] },
    ),
  ],
  [
    "two records that fit are held already",
    of({}, { transcript: ["SCI101 2022-23 YR P 0.25 0.25 Z", "SCI101 2023-24 YR P 0.25 0.25 Z"] }),
  ],
  [
    "a record of the other part is held already",
    of({ award: { courses: ["algebra-1"] } }, { transcript: ["MAT102 2022-23 S2 P 0.25 0.25 Z"] }),
  ],
  ["no such course", course({ minMark: "C" }, [], { approvals: ["teacher"] })],
  ["no such course, but asked for", { ...course({ minMark: "C" }, []), approvals: ["p1 teacher granted"] }],
  ["a course without parts, half", course({ course: "chemistry", minMark: "C" }, ["SCI201 2023-24 YR C 0.5 0.5"])],
  [
    "any part, none of them whole",
    course({ minMark: "C", parts: "any" }, ["MAT302 2023-24 S2 C 0.25 0.25", "MAT301 2023-24 S1 D 0.5 0.5"]),
  ],
  [
    "any part, not comparable",
    course({ minMark: "C", parts: "any" }, ["MAT302 2023-24 S2 P 0.5 0.5", "MAT301 2023-24 S1 D 0.5 0.5"]),
  ],
  ["two parts asked for by name", course({ minMark: "C", parts: ["S1", "S2"] }, ["MAT302 2023-24 S2 C 0.5 0.5"])],
  [
    "the lowest mark of what was needed",
    course(
      { minMark: "D", parts: ["S1"] },
      ["MAT301 2021-22 S1 B 0.25 0.25", "MAT301 2022-23 S1 C 0.25 0.25", "MAT301 2023-24 S1 D 0.25 0.25"],
      { grade: { from: "evidence" } },
    ),
  ],
  [
    "a mark that cannot be ranked is the lowest",
    course({ minMark: "credit" }, ["MAT301 2022-23 S1 B 0.5 0.5", "MAT302 2023-24 S2 CR 0.5 0.5"], {
      grade: { from: "evidence" },
    }),
  ],
  [
    "a whole course, filled from two rows",
    course({ minMark: "C" }, ["MAT300 2022-23 YR C 0.75 0.75", "MAT302 2023-24 S2 B 0.25 0.25"]),
  ],
  ["an average of two marks", average(["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 D 0.5 0.5"])],
  ["an average that is below", average(["MAT301 2023-24 S1 C 0.5 0.5", "MAT302 2023-24 S2 D 0.5 0.5"])],
  ["an average of one mark alone", average(["MAT301 2023-24 S1 A 0.5 0.5"])],
  ["an average with a mark without points", average(["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 P 0.5 0.5"])],
  ["an average of half a part", average(["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 A 0.25 0.25"])],
  ["hours in all", hours(["HOURS 2025-03-01 score=30", "HOURS 2025-02-01 score=60", "HOURS 2025-04-01 score=90"])],
  ["hours in all, not reached", hours(["HOURS 2025-03-01 score=30", "HOURS 2025-02-01 score=40"])],
  ["hours in all, none", hours(["SBA 2025-03-01 level=3"], ["p1 teacher granted"])],
  ["hours in all, one not counted", hours(["HOURS 2025-03-01 score=30", "HOURS 2025-02-01 score=60 status=void"])],
  [
    "every course of a subject",
    of(
      { evidence: { subject: "math", minMark: "C", which: "every" } },
      { scores: [], transcript: ["MAT300 2022-23 YR A 1 1", "MAT201 2023-24 S1 D 0.5 0.5"] },
    ),
  ],
  [
    "every course of a subject, so",
    of(
      { evidence: { subject: "math", minMark: "C", which: "every" } },
      { scores: [], transcript: ["MAT300 2022-23 YR A 1 1", "MAT201 2023-24 S1 C 0.5 0.5"] },
    ),
  ],
  [
    "a subject, not comparable",
    of(
      { evidence: { subject: "math", minMark: "C", which: "latest" } },
      { scores: [], transcript: ["MAT300 2022-23 YR A 1 1", "MAT201 2023-24 S1 P 0.5 0.5"] },
    ),
  ],
  [
    "any of a subject, one of two",
    of(
      { evidence: { subject: "math", minMark: "C", which: "any" } },
      { scores: [], transcript: ["MAT300 2022-23 YR A 1 1", "MAT201 2023-24 S1 B 0.5 0.5"] },
    ),
  ],
  [
    "a subject, here and in the year",
    of(
      { evidence: { subject: "math", minMark: "C", which: "any", inDistrict: true, regularYear: true } },
      { scores: [], transcript: ["MAT300 2022-23 YR A 1 1 district_code=17001", "MAT201 2023-24 SU B 0.5 0.5"] },
    ),
  ],
  [
    "the best of two results",
    of(
      { grade: { byLevel: { "3": "B", "4": "A" } } },
      { scores: ["SBA 2025-03-01 level=4", "SBA 2025-05-01 level=3"] },
    ),
  ],
  ["the later of two equal results", of({}, { scores: ["SBA 2025-03-01 level=3", "SBA 2025-05-01 level=3"] })],
  [
    "a result with more scales",
    of(
      {
        evidence: { test: "SBA", min: { level: "3" } },
        grade: {
          byScore: [
            { min: 2000, mark: "C" },
            { min: 2700, mark: "A" },
          ],
        },
      },
      { scores: ["SBA 2025-03-01 level=3 score=2650", "SBA 2025-05-01 level=3 score=2710", "SBA 2025-05-02 level=3"] },
    ),
  ],
  [
    "the best sitting of parts",
    lang({ required: ["writing", "reading"], rule: "lowest" }, [
      "LANG 2025-04-01 part=reading level=Top",
      "LANG 2025-04-01 part=writing level=High",
      "LANG 2025-05-01 part=reading level=Mid",
      "LANG 2025-05-01 part=writing level=Mid",
    ]),
  ],
  [
    "parts of two sittings",
    lang({ required: ["writing", "reading"], rule: "lowest" }, [
      "LANG 2025-04-01 part=reading level=Top",
      "LANG 2025-05-01 part=writing level=Mid",
    ]),
  ],
  [
    "a part beyond those required",
    lang({ required: ["writing", "reading"], rule: "lowest" }, [
      "LANG 2025-04-01 part=reading level=Top",
      "LANG 2025-04-01 part=writing level=Mid",
      "LANG 2025-04-01 part=speaking level=Low",
    ]),
  ],
  [
    "the score of an average",
    of(
      {
        evidence: { test: "LANG", min: { score: 5 }, parts: { required: ["writing", "reading"], rule: "average" } },
        grade: {
          byScore: [
            { min: 5, mark: "C" },
            { min: 7, mark: "A" },
          ],
        },
      },
      { scores: ["LANG 2025-04-01 part=reading score=8", "LANG 2025-04-01 part=writing score=5"] },
    ),
  ],
  [
    "another edition",
    of(
      { evidence: { test: "SBA", min: { level: "3" }, edition: "2024" } },
      { scores: ["SBA 2025-05-01 level=3 edition=2023"] },
    ),
  ],
  [
    "from and to",
    of(
      { evidence: { test: "SBA", min: { level: "3" }, from: "2025-02-01", to: "2025-04-30" } },
      { scores: ["SBA 2025-01-31 level=3", "SBA 2025-05-01 level=3"] },
    ),
  ],
  [
    "one after the other, as it should be",
    of(
      {
        evidence: {
          all: [{ test: "SBA", min: { level: "3" } }, { approval: "panel" }, { test: "EXAM", min: { score: 60 } }],
          inOrder: true,
        },
      },
      { scores: [...LEVEL_3, "EXAM 2025-05-02 score=70"], approvals: ["p1 panel granted"] },
    ),
  ],
  [
    "on one day is no order",
    of(
      {
        evidence: {
          all: [
            { test: "SBA", min: { level: "3" } },
            { test: "EXAM", min: { score: 60 } },
          ],
          inOrder: true,
        },
      },
      { scores: [...LEVEL_3, "EXAM 2025-05-01 score=70"] },
    ),
  ],
  [
    "the lowest mark of two courses",
    of(
      {
        evidence: {
          all: [
            { course: "algebra-2", minMark: "D" },
            { course: "chemistry", minMark: "D" },
          ],
        },
        grade: { from: "evidence" },
      },
      { scores: [], transcript: ["MAT300 2023-24 YR C 1 1", "SCI201 2023-24 YR A 1 1"] },
    ),
  ],
  [
    "the lowest mark of two courses, the other way",
    of(
      {
        evidence: {
          all: [
            { course: "algebra-2", minMark: "D" },
            { course: "chemistry", minMark: "credit" },
          ],
        },
        grade: { from: "evidence" },
      },
      { scores: [], transcript: ["MAT300 2023-24 YR C 1 1", "SCI201 2023-24 YR P 1 1"] },
    ),
  ],
  [
    "two reasons of two pieces",
    of(
      {
        evidence: {
          all: [
            { course: "algebra-2", minMark: "C" },
            { test: "EXAM", min: { score: 60 } },
          ],
        },
      },
      { transcript: ["MAT300 2023-24 YR P 1 1"] },
    ),
  ],
  [
    "not so, and nobody can tell",
    of({ evidence: { not: { course: "algebra-2", minMark: "C" } } }, { transcript: ["MAT300 2023-24 YR P 1 1"] }),
  ],
  [
    "any part, both of them whole",
    course({ minMark: "C", parts: "any" }, ["MAT302 2023-24 S2 C 0.5 0.5", "MAT301 2023-24 S1 B 0.5 0.5"]),
  ],
  [
    "any part, one of them half",
    course({ minMark: "C", parts: "any" }, ["MAT302 2023-24 S2 C 0.5 0.5", "MAT301 2023-24 S1 B 0.25 0.25"]),
  ],
  [
    "a better mark that earned nothing",
    course({ minMark: "C", parts: ["S1"] }, ["MAT301 2022-23 S1 A 0.5 0", "MAT301 2023-24 S1 C 0.5 0.5"]),
  ],
];
