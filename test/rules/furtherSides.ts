import { broken, POLICY, transcript } from "../support/rows.js";
import { type Example, file, files, given, header, line } from "./cases.js";
import type { Side } from "./sides.js";

const side = (what: string, fires: Example): Side => ({ what, fires });

type Pathways = typeof POLICY.pathways;
const [NEXT, TEST, PROGRAM] = POLICY.pathways;

const withPathways = (...pathways: readonly (object | undefined)[]): typeof POLICY => ({
  ...POLICY,
  pathways: pathways as Pathways,
});
const withCourse = (id: string, change: object): typeof POLICY => ({
  ...POLICY,
  courses: POLICY.courses.map((course) => (course.id === id ? { ...course, ...change } : course)),
});

const RECORD = { designations: "Z", school_year: "2024-25", term: "T2", mark: "P" };
const record = (change: Readonly<Record<string, string>>, policy = POLICY): Example =>
  given({ transcript: transcript({ ...RECORD, ...change }), policy });
const titled = (course_title: string, change: Readonly<Record<string, string>> = {}, policy = POLICY): Example =>
  record({ course_title, ...change }, policy);
const ELECTIVE = withCourse("alg", { title: "Math Elective" });

const CTE = withCourse("alg", { cte: true });
const cte = (...pathways: readonly object[]): Example =>
  record({}, { ...withPathways(...pathways), courses: CTE.courses });

/** A record of Algebra that a score bears out, and the marks that the pathway gives. */
const graded = (grade: object, mark: string, score = "700"): Example =>
  given({
    transcript: transcript({ mark: "F", credits_earned: "0" }, { ...RECORD, course_id: "0110-M", mark }),
    scores: `student_id,test,date,score|7001,MATH,2024-05-01,${score}`,
    policy: withPathways({ ...TEST, evidence: { test: "MATH", min: { score: 600 } }, grade }),
  });

const BY_SCORE = {
  byScore: [
    { min: 600, mark: "B" },
    { min: 700, mark: "A" },
  ],
};

/** Two language pathways to a course in which nothing was lost; the first waits for a teacher. */
const HELD = given({
  transcript: transcript({}),
  scores: "student_id,test,date,level|7001,LANG,2025-05-01,high",
  students: "student_id,programs|7001,dual",
  policy: withPathways({ ...PROGRAM, id: "asks", approvals: ["teacher"] }, PROGRAM),
});

const skipped = (change: Parameters<typeof broken>[0]): Example => line({ fault: "not-a-record", ...change });

/** Sides of the rules about files, lines and existing records. */
export const FURTHER_SIDES: readonly Side[] = [
  side("file: nothing but blank lines", file({ layout: null, header: null, rows: 0 })),
  side("file: a header that cannot be read by", file({ layout: null, rows: 0 })),
  side("file: one without a header, of known columns", file({ header: null })),
  side("file: two that are empty", files({ bytes: 0 }, { name: "again.csv", bytes: 0 })),
  side(
    "file: no rows but a line that is none",
    file({ rows: 0, broken: [broken({ fault: "not-a-record", what: "blank" })] }),
  ),
  side("header: a column missing, with none near it", header({ missing: [{ field: "mark", nearest: [] }] })),
  side(
    "header: a column missing, with two near it",
    header({ missing: [{ field: "mark", nearest: ["Marks", "Mk"] }] }),
  ),
  side(
    "header: a column missing of which the layout says more",
    header({ missing: [{ field: "mark", nearest: ["Marks"], hint: "It is made of two columns." }] }),
  ),
  side(
    "header: a column missing among many, one with a long name",
    header({
      missing: [{ field: "mark", nearest: ["x".repeat(60)] }],
      found: ["y".repeat(61), ...Array.from({ length: 100 }, (_, at) => `c${at}`)],
    }),
  ),
  side(
    "header: a column missing among a hundred",
    header({ missing: [{ field: "mark", nearest: [] }], found: Array.from({ length: 100 }, (_, at) => `c${at}`) }),
  ),
  side("line: one that is no record", skipped({ count: 1, what: "banner" })),
  side("line: three that are no records", skipped({ count: 3, what: "total" })),
  side("line: one left out", skipped({ count: 1, what: "filtered", why: "dropped" })),
  side("line: two left out", skipped({ count: 2, what: "filtered", why: "dropped" })),
  side("held: credit that nobody lost", HELD),
  side("mastery record: of a CTE course that its pathway admits", cte({ ...NEXT, allowCte: true })),
  side(
    "mastery record: of a CTE course, where another pathway to it is admitted",
    cte({ ...NEXT, id: "other" }, { ...NEXT, allowCte: true }),
  ),
  side(
    "mastery record: of a CTE course, where a pathway to another is admitted",
    cte(NEXT ?? {}, { ...PROGRAM, allowCte: true }),
  ),
  side(
    "mastery record: of a CTE course, one of two of a pathway that is admitted",
    cte({ ...NEXT, allowCte: true, award: { courses: ["alg", "geo"], take: "lost" } }),
  ),
  side("mastery record: its pathway had ended", record({}, withPathways({ ...NEXT, effectiveTo: "2023-08-31" }))),
  side("mastery record: without a title", titled("")),
  side("mastery record: a title of general words", titled("(Math -- Elective; Credit)")),
  side("mastery record: a title of a subject alone", titled("Math")),
  side("mastery record: a title of a course and general words", titled("Botany Elective Credit")),
  side("mastery record: a general title on a code that the policy lacks", titled("Math Credit", { course_id: "XYZ" })),
  side("mastery record: a general title that is its course's", titled("MATH elective credit", {}, ELECTIVE)),
  side(
    "mastery record: a general title that is another course's",
    titled("math ELECTIVE", { course_id: "GEO" }, ELECTIVE),
  ),
  side("mastery record: a mark in place of a score", graded({ from: "score" }, "B")),
  side("mastery record: a mark of none that the scores give", graded(BY_SCORE, "D")),
  side("mastery record: a mark of none that could be given", graded(BY_SCORE, "D", "500")),
  side("mastery record: a mark in place of a score that was not reached", graded({ from: "score" }, "B", "500")),
];
