import { POLICY, transcript } from "../support/rows.js";
import { approval, type Example, given, row, score, student } from "./cases.js";
import type { Side } from "./sides.js";

const side = (what: string, fires: Example): Side => ({ what, fires });

/** A policy that knows what a spreadsheet makes of cells by their very names. */
const KNOWS = {
  ...POLICY,
  marks: { ...POLICY.marks, credit: ["P", "TRUE", "1-Jun"] },
  calendar: { terms: [...POLICY.calendar.terms, { id: "2-Jun", ends: "06-02" }] },
  courses: POLICY.courses.map((course) =>
    course.id === "alg2" ? { ...course, courseIds: ["ALG2", "3-Jun"] } : course,
  ),
  tests: [
    ...(POLICY.tests ?? []),
    { id: "4-Jun", title: "June", scope: "local", parts: ["5-Jun"], scales: { level: { ordered: ["6-Jun", "TRUE"] } } },
  ],
} as typeof POLICY;

const known = (change: Readonly<Record<string, string>>): Example =>
  given({ transcript: transcript(change), policy: KNOWS });
const SCORE = "student_id,state_student_id,test,part,date,level,score,percent,percentile,status,grade_level";
const knownScore = (line: string): Example =>
  given({ transcript: transcript({ state_student_id: "S1" }), scores: `${SCORE}|${line}`, policy: KNOWS });
const MARKS = [
  " TRUE",
  "TRUE ",
  "##",
  "#".repeat(40),
  "#".repeat(41),
  "TRUE",
  "true",
  "tRuE",
  " TRUE ",
  "\u00a0FALSE",
  "FALSE\u00a0",
  "TRUEST",
  "#NAME?",
  "1-Jun",
  "Jun-2024",
];
const CODES = [
  "1-Jun",
  "10-Jun",
  "Jun-10",
  "10-Jun-24",
  "1.23E+09",
  "1E+10",
  "1E+100",
  "1-Jun-2024",
  "10-Jun-2024",
  "1.2E-05",
  "1E+5",
  "12-AB",
  "1-1",
  "#",
  "TRU",
];
const SERIALS = [
  "19724",
  "19725",
  "73050",
  "73050.5",
  "73051",
  "45828",
  "45828.5",
  "45828.",
  "145828",
  "45828x",
  "45828-45828",
  "4582",
];
const YEARS = ["Nov-10", "Nov-11", "Dec-11", "Jun-05", "Jan-00", "Nov-2010", "10-Nov", "Nov-1x"];

/** What a spreadsheet did to cells, and what only looks so. */
export const EXCEL_SIDES: readonly Side[] = [
  ...MARKS.map((mark) => side(`excel: mark ${JSON.stringify(mark)}`, row({ mark }))),
  ...CODES.map((course_id) => side(`excel: course ${course_id}`, row({ course_id }))),
  ...SERIALS.map((date_completed) => side(`excel: day ${date_completed}`, row({ date_completed }))),
  ...YEARS.map((school_year) => side(`excel: school year ${school_year}`, row({ school_year }))),
  side("excel: a mark that the policy has", known({ mark: "TRUE" })),
  side("excel: a mark like a day that the policy has", known({ mark: "1-Jun" })),
  side("excel: a term that the policy has", known({ term: "2-Jun" })),
  side("excel: a term that it lacks", known({ term: "9-Jun" })),
  side("excel: a term that could be a school year", row({ term: "Nov-10" })),
  side("excel: a course that the policy has", known({ course_id: "3-Jun" })),
  side("excel: a grade level", row({ grade_level: "9-Oct" })),
  side("excel: a state id", row({ state_student_id: "FALSE" })),
  side("excel: credit that is true", row({ credits_attempted: "TRUE", credits_earned: "#VALUE!" })),
  side("excel: a fault as an id", row({ student_id: "#REF!" })),
  side("excel: a fault in a title", row({ course_title: "#REF!" })),
  side("excel: a long text that ends like a number", row({ course_id: `${"1".repeat(37)}E+09` })),
  side("excel: an id that lost its digits", row({ student_id: "1234567890123450" })),
  side("excel: an id that lost more", row({ student_id: "12345678901234500" })),
  side("excel: an id of fifteen digits", row({ student_id: "123456789012340" })),
  side("excel: an id whose last digit is none", row({ student_id: "1234567890123451" })),
  side("excel: an id with a letter before", row({ student_id: "A1234567890123450" })),
  side(
    "excel: a test and its part and level that the policy has",
    knownScore("7001,,4-Jun,5-Jun,2025-05-01,6-Jun,,,,,"),
  ),
  side("excel: a level that is true", knownScore("7001,,4-Jun,5-Jun,2025-05-01,TRUE,,,,,")),
  side("excel: a test that it lacks", knownScore("7001,,7-Jun,,2025-05-01,,,,,,")),
  side("excel: a part that it lacks", knownScore("7001,,4-Jun,7-Jun,2025-05-01,TRUE,,,,,")),
  side("excel: a level that it lacks", knownScore("7001,,4-Jun,5-Jun,2025-05-01,7-Jun,,,,,")),
  side("excel: results", score("7001,,MATH,,1-Jun,2-Jun,3-Jun,4-Jun,,")),
  side("excel: a percentile", knownScore("7001,,MATH,,2025-05-01,,,,5-Jun,,")),
  side("excel: a serial for a day of a test", score("7001,,MATH,,45828,3,,,,")),
  side("excel: a number in place of credit", row({ credits_attempted: "1E+10" })),
  side("excel: a part of a test that it lacks", knownScore("7001,,ZZZ,7-Jun,2025-05-01,,,,,,")),
  side("excel: a part of a test without parts", knownScore("7001,,MATH,7-Jun,2025-05-01,3,,,,,")),
  side("excel: a score beside a level that it has", score("7001,,MATH,,2025-05-01,3,3-Jun,,,")),
  side(
    "excel: two cells, in the order of the file",
    given({ transcript: transcript({}), scores: "level,test,date,student_id|TRUE,TRUE,2025-05-01,7001" }),
  ),
  side("excel: an approval", approval("7001,,next,teacher,TRUE,A,1-Jun,,2-Jun,3-Jun")),
  side("excel: serials of an approval", approval("7001,,next,teacher,granted,A,45828,,45829,")),
  side("excel: an approval in order", approval("7001,,next,teacher,granted,A,2025-06-01,,2025-07-01,0.5")),
  side("excel: a row of the students file", student("7001,,9-Oct,1-Jun,2-Jun,TRUE,3-Jun")),
  side("excel: a birth date as a serial", student("7001,,9,2027,,,39537")),
  side("excel: a birth date that is a fault", student("7001,,9,2027,,,#REF!")),
  side("excel: a birth date that is a day without its year", student("7001,,9,2027,,,31-Mar")),
];
