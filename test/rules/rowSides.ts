import { POLICY, transcript } from "../support/rows.js";
import { approval, type Example, given, row, rows, score, student } from "./cases.js";
import type { Side } from "./sides.js";

const side = (what: string, fires: Example): Side => ({ what, fires });

type Tests = NonNullable<(typeof POLICY)["tests"]>;
const withTest = (test: object): typeof POLICY => ({
  ...POLICY,
  tests: [...(POLICY.tests ?? []), { id: "X", title: "X", scope: "local", ...test }] as Tests,
});

const withState = (stateCourseCode: string): typeof POLICY => ({
  ...POLICY,
  courses: POLICY.courses.map((course) => (course.id === "alg" ? { ...course, stateCourseCode } : course)),
});

const SCORE = "student_id,test,part,date,level,score,percent,percentile,edition,status,grade_level";
/** Scores of a test X. */
const scores = (test: object, ...lines: readonly string[]): Example =>
  given({
    transcript: transcript({}),
    scores: [SCORE, ...lines.map((line) => `7001,X,${line}`)].join("|"),
    policy: withTest(test),
  });
const DAY = "2025-05-01";
const LEVELS = { level: { ordered: ["1", "2", "3"] } };
const MEASURES = { score: { min: 0, max: 900 }, percent: {}, percentile: {} };
const SCALES = { ...LEVELS, ...MEASURES };
const CUT = { scale: "level", from: "score", at: { 2: 400 } };

const TEN = ["10", "11", "12", "13", "14", "15", "16", "17", "18", "19"].map((id) => `70${id}`);

/** Eleven students with ids of four digits, and one more. */
const among = (student_id: string): Example =>
  rows(...["10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"].map((id) => ({ student_id: `70${id}` })), {
    student_id,
  });
/** A score of one student where the transcript has others. */
const scoreOf = (id: string, ...students: readonly string[]): Example =>
  given({
    transcript: transcript(...students.map((student_id) => ({ student_id }))),
    scores: `student_id,test,date,level|${id},MATH,${DAY},3`,
  });
const named = (...names: readonly (readonly [last: string, first: string])[]): Example =>
  rows(...names.map(([last_name, first_name], at) => ({ last_name, first_name, term: at === 0 ? "T1" : "T2" })));

type Pathways = typeof POLICY.pathways;
const [, , PROGRAM] = POLICY.pathways;
/** Pathways that a score would open or close, where the students file has one other student unless more is said. */
const asks = (pathways: readonly object[], students = "8,dual", level = "high"): Example =>
  given({
    transcript: transcript({}, { course_id: "0120" }),
    scores: `student_id,test,date,level|7001,LANG,${DAY},${level}`,
    students: `student_id,programs|${students}`,
    policy: {
      ...POLICY,
      pathways: pathways.map((each, at) => ({ ...PROGRAM, id: `p${at}`, ...each })) as unknown as Pathways,
    },
  });
const DUAL = { who: { programs: { any: ["dual"] } } };

/** Sides of the rules about scores, students and cells. */
export const ROW_SIDES: readonly Side[] = [
  side("record: more credit than its course is worth", row({ credits_attempted: "1.5", credits_earned: "1.5" })),
  side(
    "mastery record: more credit than its course is worth",
    row({ credits_attempted: "1.5", credits_earned: "1.5", designations: "Z" }),
  ),
  side(
    "record: three of one part",
    rows({}, { school_year: "2022-23" }, { school_year: "2021-22" }, { course_id: "GEO", term: "T2" }),
  ),
  side("score: an unknown test twice on a day", score(`7001,,XYZ,,${DAY},3,,,,`, `7001,,XYZ,,${DAY},3,,,,`)),
  side("score: the same twice, without a day", score("7001,,MATH,,,3,,,,", "7001,,MATH,,,3,,,,")),
  side("score: two that do not count", score(`7001,,MATH,,${DAY},3,,,void,`, `7001,,MATH,,${DAY},2,,,void,`)),
  side("score: two levels on a day", scores({ scales: SCALES }, `,${DAY},3,,,,,,`, `,${DAY},2,,,,,,`)),
  side("score: a level and none on a day", scores({ scales: SCALES }, `,${DAY},3,,,,,,`, `,${DAY},9,50,,,,,`)),
  side("score: two percents, in order of size", scores({ scales: SCALES }, `,${DAY},,,10,,,,`, `,${DAY},,,9,,,,`)),
  side("score: two percentiles", scores({ scales: SCALES }, `,${DAY},,,,8,,,`, `,${DAY},,,,80,,,`)),
  side(
    "score: two results of a part",
    scores({ scales: SCALES, parts: ["talk"] }, `talk,${DAY},3,,,,,,`, `talk,${DAY},2,,,,,,`),
  ),
  side(
    "score: one result of a part twice",
    scores({ scales: SCALES, parts: ["talk"] }, `talk,${DAY},3,5,,,,,`, `talk,${DAY},3,5.0,,,,,`),
  ),
  side("score: one number on two scales", scores({ scales: SCALES }, `,${DAY},,50,,,,,`, `,${DAY},,,50,,,,`)),
  side("score: one result in two editions", scores({ scales: SCALES }, `,${DAY},3,,,,A,,`, `,${DAY},3,,,,B,,`)),
  side("score: a level of a test that has only measures", scores({ scales: MEASURES }, `,${DAY},3,50,,,,,`)),
  side("score: a level of a test without cuts", scores({ scales: SCALES }, `,${DAY},3,50,,,,,`)),
  side(
    "score: below the cut of its edition",
    scores({ scales: SCALES, cuts: [{ ...CUT, edition: "A" }] }, `,${DAY},2,399,,,A,,`),
  ),
  side(
    "score: below the cut of another edition",
    scores({ scales: SCALES, cuts: [{ ...CUT, edition: "A" }] }, `,${DAY},2,399,,,B,,`),
  ),
  side(
    "score: below the cut of one of two editions",
    scores(
      {
        scales: SCALES,
        cuts: [
          { ...CUT, edition: "A" },
          { ...CUT, edition: "B" },
        ],
      },
      `,${DAY},2,399,,,B,,`,
    ),
  ),
  side(
    "score: below a cut for other grade levels, and for none",
    scores(
      { scales: SCALES, cuts: [{ ...CUT, gradeLevels: [10, 11] }] },
      `,${DAY},2,399,,,,,9`,
      `,2025-05-02,2,399,,,,,`,
    ),
  ),
  ...[
    ",2016-05-01,3,2628,,,,,11",
    ",2016-05-01,3,2627,,,,,11",
    ",2016-05-01,3,2627,,,,,10",
    ",2014-08-31,3,2627,,,,,11",
    ",2014-09-01,3,2627,,,,,11",
    ",2017-08-31,3,2627,,,,,11",
    ",2017-09-01,3,2627,,,,,11",
    ",2016-05-01,3,2627,,,,,",
    ",,3,2627,,,,,11",
  ].map((line) =>
    side(
      `score: by the cuts that are shipped ${line}`,
      scores({ scales: { level: { ordered: ["1", "2", "3", "4"] }, score: {} }, cuts: "smarter-balanced-math" }, line),
    ),
  ),
  side("score: below the cut of another part", scores({ scales: SCALES, cuts: [CUT] }, `talk,${DAY},2,399,,,,,`)),
  side("score: an unknown test with a result that is none", score(`7001,,XYZ,,${DAY},,65O,,,`)),
  ...["1,200", "12,5", "x1,200", "1,200x", "1,200,300", ",5", "5,", "x,5", "5,x"].map((text) =>
    side(`score: the result ${text}`, score(`7001,,MATH,,${DAY},,"${text}",,,`)),
  ),
  side(
    "score: outside a scale that has only a lowest value",
    scores({ scales: { score: { min: 10 } } }, `,${DAY},,9,,,,,`, `,2025-05-02,,10,,,,,`),
  ),
  side(
    "score: outside a scale that has only a highest value",
    scores({ scales: { score: { max: 10 } } }, `,${DAY},,11,,,,,`, `,2025-05-02,,10,,,,,`),
  ),
  side("score: an id as a spreadsheet writes it, beside a state id", score("7.0E+03,S9,MATH,,2025-05-01,3,,,,")),
  side("score: an id with zeros too few", scoreOf("71", "0071", "7002")),
  side("score: an id with one zero too few among zeros", scoreOf("0701", "00701")),
  side("score: an id with one zero too many among zeros", scoreOf("00701", "0701")),
  side("score: an id with many zeros too many", scoreOf("000701", "701")),
  side("score: an id with many zeros, and one of them right", scoreOf("000701", "0701")),
  side("score: an id with three zeros, and two of them right", scoreOf("000701", "00701")),
  side("score: an id with a zero too few, among shorter ones", scoreOf("0701", "00701", ...TEN)),
  side("score: an id with a zero within", scoreOf("7001", "701")),
  side("score: an id shorter than all others", scoreOf("81", ...TEN, "0081")),
  side(
    "approval: an id as a spreadsheet writes it, beside a state id",
    approval("7.0E+03,S9,next,teacher,denied,A,,,,"),
  ),
  side(
    "state ids: two, each of two students",
    rows(
      { student_id: "1", state_student_id: "S1" },
      { student_id: "1", state_student_id: "S2", term: "T2" },
      { student_id: "2", state_student_id: "S1" },
      { student_id: "3", state_student_id: "S2" },
    ),
  ),
  side(
    "student: three ids that differ in zeros",
    rows({ student_id: "7" }, { student_id: "07" }, { student_id: "007" }),
  ),
  side("student: an id with a letter behind its digits", among("70A")),
  side("student: an id with a letter before its digits", among("A70")),
  side("student: an id shorter than all others", among("701")),
  side("names: one of two is blank", named(["Heron", "Ada"], ["", "Ada"])),
  side("names: padded, and in other letters", named(["Heron", "Ada"], [" HERON ", "ada"])),
  side("names: the other way round", named(["Heron", "Ada"], ["Ada", "Heron"])),
  side("names: other ones that run together alike", named(["Her", "onAda"], ["Heron", "Ada"])),
  side("names: others whose parts run together alike", named(["Ab", "C"], ["A", "Bc"])),
  side("names: one column alone", rows({ last_name: "Heron" }, { last_name: "Rail", term: "T2" })),
  side("student: two columns that differ", student("7001,,9,2027,a,,", "7001,,10,2028,a,,")),
  side("student: programs that run together alike", student("7001,,9,2027,a;b,,", "7001,,9,2027,ab,,")),
  side("student: grade levels that are none, and differ", student("7001,,nine,2027,,,", "7001,,ten,2027,,,")),
  side("student: a status that differs", student("7001,,9,2027,,in,", "7001,,9,2027,,out,")),
  side("student: one birth date in two forms", student("7001,,9,2027,,,2008-01-02", "7001,,9,2027,,,1/2/2008")),
  side("student: two birth dates", student("7001,,9,2027,,,2008-01-02", "7001,,9,2027,,,2008-01-03")),
  side("student: two birth dates that are none", student("7001,,9,2027,,,soon", "7001,,9,2027,,,later")),
  side("student: no id at all", student(",,9,2027,,,")),
  side("student: an id and an unknown state id", student("9999,S9,9,2027,,,")),
  side("not in the students file: two pathways ask", asks([DUAL, { who: { classOf: [2027] } }])),
  side("not in the students file: a pathway asks for a status", asks([{ who: { status: { any: ["enrolled"] } } }])),
  side("not in the students file: a pathway asks for a grade level alone", asks([{ who: { gradeLevels: [12] } }])),
  side(
    "not in the students file: a pathway asks that is not in effect, and one that asks nobody",
    asks([{ ...DUAL, effectiveFrom: "2030-01-01" }, { who: undefined }], "8,dual", "low"),
  ),
  side("in the students file, and not eligible", asks([DUAL], "7001,sports")),
  ...["102052", "2052x", "x2052", "02052x", "x02052", "9998", "99", "1"].map((state_course_code) =>
    side(`state course code: ${state_course_code}`, row({ state_course_code })),
  ),
  side(
    "state course code: with zeros lost, which the policy alone has",
    given({ transcript: transcript({ state_course_code: "998" }), policy: withState("00998") }),
  ),
  side(
    "state course code: with zeros lost, on a code that the policy lacks",
    given({ transcript: transcript({ course_id: "XYZ", state_course_code: "998" }), policy: withState("00998") }),
  ),
  ...["=1+", "==", "=-", "+@", "=-1", "@1", "-1", "-x", "+1", "[1", "`=1", "{1"].map((course_title) =>
    side(`formula: a title ${JSON.stringify(course_title)}`, row({ course_title })),
  ),
  side("formula: in a column that no field claims", row({ locker: "=1+1" })),
  side("formula: in a column of names", row({ last_name: "=1+1" })),
];
