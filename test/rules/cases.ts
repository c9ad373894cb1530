import type { FileReading, Violation } from "../../src/model.js";
import type { PolicyInput } from "../../src/policy/schema.js";
import { broken, type Given, POLICY, reading, transcript, violationsIn, violationsOfFiles } from "../support/rows.js";
import { shownFile, shownGiven } from "./shown.js";

/** What is run, and how the catalogue shows it. */
export type Example = (() => readonly Violation[]) & {
  readonly shows: string;
  /** The files it runs on, where it runs on files. */
  readonly given?: Given;
};

function example(shows: string, run: () => readonly Violation[]): Example {
  return Object.assign(run, { shows });
}

/** One rule seen from both sides: what it finds where it must fire, and what it must stay silent on. */
export interface Case {
  readonly code: string;
  readonly fires: Example;
  /** How many times; one where it is not said. */
  readonly times?: number;
  /** Text that its message holds. */
  readonly says: string;
  readonly silent: Example;
}

export const row = (change: Readonly<Record<string, string>>): Example => rows(change);
export const rows = (...changes: readonly Readonly<Record<string, string>>[]): Example =>
  given({ transcript: transcript(...changes) });
export const given = (all: Given): Example =>
  Object.assign(
    example(shownGiven(all), () => violationsIn(all)),
    { given: all },
  );

const SCORE = "student_id,state_student_id,test,part,date,level,score,percent,status,grade_level";
export const score = (...lines: readonly string[]): Example =>
  given({ transcript: transcript({ state_student_id: "S1" }), scores: [SCORE, ...lines].join("|") });

const APPROVAL = "student_id,state_student_id,pathway,role,decision,by,on,course,until,credits";
export const approval = (...lines: readonly string[]): Example =>
  given({ transcript: transcript({ state_student_id: "S1" }), approvals: [APPROVAL, ...lines].join("|") });

const STUDENT = "student_id,state_student_id,grade_level,class_of,programs,status,birth_date";
export const student = (...lines: readonly string[]): Example =>
  given({ transcript: transcript({ state_student_id: "S1" }), students: [STUDENT, ...lines].join("|") });

export const files = (...changes: readonly Partial<FileReading>[]): Example =>
  example(changes.map(shownFile).join("\n"), () => violationsOfFiles(...changes.map((change) => reading(change))));
export const file = (change: Partial<FileReading> = {}): Example => files(change);
export const header = (change: object): Example =>
  file({ header: { found: ["mark"], line: 3, missing: [], duplicated: [], ambiguous: [], ...change } });
export const line = (change: Parameters<typeof broken>[0]): Example => file({ broken: [broken(change)] });

const LOST = { course_id: "0110", mark: "F", credits_earned: "0" };
const HIGHER = { course_id: "ALG2", mark: "A", credits_attempted: "1", credits_earned: "1", school_year: "2024-25" };
const LOST_AND_HIGHER = transcript(LOST, HIGHER);

const tenIds = (last: string): Example =>
  rows(...[..."123456789"].map((digit) => ({ student_id: `700${digit}` })), { student_id: last });

const ENROLLED: PolicyInput = { ...POLICY, marks: { ...POLICY.marks, inProgress: ["NOW"] } };

const listing = (statuses: string[]): PolicyInput => ({
  ...POLICY,
  tests: (POLICY.tests ?? []).map((test) => ({ ...test, statuses })),
});

const cuts = (change: object): PolicyInput => {
  const [math, ...others] = POLICY.tests ?? [];
  if (math === undefined) throw new Error("no test");
  return {
    ...POLICY,
    tests: [{ ...math, cuts: [{ scale: "level", from: "score", at: { 3: 600 }, ...change }] }, ...others],
  };
};

const EARNED_AGAIN = { mark: "P", designations: "Z", school_year: "2024-25", term: "T2" };
const MATH_3 = "student_id,test,date,level|7001,MATH,2024-05-01,3";

/** A half credit of Algebra that was lost, and recovered by a state test at this level. */
const recovered = (level: string, change: Readonly<Record<string, string>> = {}): Example =>
  given({
    transcript: transcript(LOST, { ...EARNED_AGAIN, ...change }),
    scores: `student_id,test,date,level|7001,MATH,2024-05-01,${level}`,
  });

const courses = (change: object): PolicyInput => ({
  ...POLICY,
  courses: (POLICY.courses ?? []).map((course) => (course.id === "alg" ? { ...course, ...change } : course)),
});
const CTE = courses({ cte: true });
const CADR = courses({ cadr: true });

/** A student of an institution who reaches the standard of a language test that is worth what the course still gives. */
const INSTITUTIONAL: Given = {
  scores: "student_id,test,date,level|7001,LANG,2025-05-01,high",
  students: "student_id,programs|7001,dual;detention center",
  policy: {
    ...POLICY,
    tests: (POLICY.tests ?? []).map((test) => (test.id === "LANG" ? { ...test, language: "Spanish" } : test)),
  },
};

export const CASES: readonly Case[] = [
  // Files
  {
    code: "file-given-twice",
    fires: files({}, { name: "again.csv" }),
    says: "again.csv holds the very same bytes as transcript.csv",
    silent: files({}, { name: "again.csv", sha256: "b" }),
  },
  {
    code: "file-not-text",
    fires: file({ layout: null, header: null, notText: { offset: 12, why: "spreadsheet" } }),
    says: "it is a spreadsheet (byte 12",
    silent: file({ layout: null, header: null, notText: { offset: 12, why: "mixed" } }),
  },
  {
    code: "file-encoding-mixed",
    fires: file({ layout: null, header: null, notText: { offset: 12, why: "mixed" } }),
    says: "byte 12",
    silent: file({ layout: null, header: null, notText: { offset: 12, why: "nul" } }),
  },
  {
    code: "file-empty",
    fires: file({ bytes: 0, layout: null, header: null, rows: 0 }),
    says: "nothing",
    silent: file(),
  },
  {
    code: "file-no-rows",
    fires: file({ rows: 0 }),
    says: "nothing below",
    silent: file({ rows: 0, broken: [broken()] }),
  },
  { code: "file-truncated", fires: file({ truncatedAt: 88 }), says: "line 88", silent: file() },
  {
    code: "header-missing-column",
    fires: header({ missing: [{ field: "mark", nearest: ["Marks"] }] }),
    says: 'no column "mark". The nearest found: Marks.',
    silent: header({}),
  },
  { code: "header-duplicate-column", fires: header({ duplicated: ["Term"] }), says: '"Term"', silent: header({}) },
  {
    code: "header-ambiguous-column",
    fires: header({ ambiguous: [{ field: "mark", columns: ["Mark", "Grade"] }] }),
    says: "Mark, Grade",
    silent: header({}),
  },
  {
    code: "row-wrong-width",
    fires: line({}),
    says: "3 cells where the header has 13",
    silent: line({ fault: "unclosed-quote" }),
  },
  { code: "row-unclosed-quote", fires: line({ fault: "unclosed-quote" }), says: "never closed", silent: line({}) },
  {
    code: "row-not-a-record",
    fires: line({ fault: "not-a-record", what: "blank", count: 4 }),
    says: "4 blank lines",
    silent: line({}),
  },
  // What a spreadsheet has made of a value
  {
    code: "excel-fault-value",
    fires: row({ course_title: "#N/A" }),
    says: '"#N/A" in place of a value (course_title)',
    silent: row({ course_title: "Sharp # 1", student_id: "#REF!" }),
  },
  {
    code: "excel-truth-value",
    fires: row({ designations: "FALSE" }),
    says: '"FALSE" is no value of designations',
    silent: row({ cte: "TRUE" }),
  },
  {
    code: "excel-turned-to-date",
    fires: row({ school_year: "Nov-10" }),
    says: '"Nov-10" in school_year is very likely what a spreadsheet made of 2010-11',
    silent: row({ course_title: "May-24" }),
  },
  {
    code: "excel-number-for-code",
    fires: row({ course_id: "1.10E+05" }),
    says: '"1.10E+05" in course_id',
    silent: row({ student_id: "1.23E+09", mark: "1E5" }),
  },
  {
    code: "excel-serial-date",
    fires: row({ date_completed: "45828" }),
    says: "spreadsheet's number for 2025-06-20 (for 2029-06-21, where it counts from 1904)",
    silent: row({ date_completed: "19724" }),
  },
  {
    code: "excel-digits-lost",
    fires: row({ student_id: "6222000000000000000" }),
    says: "only zeros after its fifteenth digit",
    silent: row({ student_id: "6222000000000000001" }),
  },
  {
    code: "value-runs-as-formula",
    fires: row({ course_title: "=1+1" }),
    says: '"=1+1" in the column "course_title"',
    silent: row({ course_title: "-1.5", content_area: "--" }),
  },
  // Transcript rows
  { code: "student-id-missing", fires: row({ student_id: " " }), says: "blank", silent: row({}) },
  {
    code: "student-id-malformed",
    fires: row({ student_id: "1.23E+09" }),
    says: '"1.23E+09"',
    silent: row({ student_id: "E9" }),
  },
  {
    code: "student-id-lost-zeros",
    fires: tenIds("701"),
    says: "3 digits; nearly all others have 4",
    silent: tenIds("7010"),
  },
  {
    code: "student-id-zero-twin",
    fires: rows({ student_id: "007" }, { student_id: "7" }),
    times: 2,
    says: "only leading zeros differ",
    silent: rows({ student_id: "070" }, { student_id: "7" }),
  },
  {
    code: "state-id-conflict",
    fires: rows(
      { student_id: "1", state_student_id: "S1" },
      { student_id: "2", state_student_id: "S1" },
      { student_id: "3", state_student_id: "S3" },
      { student_id: "3", state_student_id: "S4" },
    ),
    times: 3,
    says: "S",
    silent: rows({ student_id: "1", state_student_id: "S1" }, { student_id: "1", term: "T2" }),
  },
  {
    code: "school-year-malformed",
    fires: row({ school_year: "2023-25" }),
    says: '"2023-25"',
    silent: row({ school_year: "2024" }),
  },
  { code: "term-unknown", fires: row({ term: "Q1" }), says: '"Q1"', silent: row({ term: "" }) },
  { code: "grade-level-malformed", fires: row({ grade_level: "14" }), says: '"14"', silent: row({ grade_level: "" }) },
  {
    code: "date-malformed",
    fires: row({ date_completed: "2024-02-30" }),
    says: "2024-02-30",
    silent: row({ date_completed: "" }),
  },
  {
    code: "date-after-award",
    fires: row({ date_completed: "6/21/2025" }),
    says: "2025-06-21, after the award date 2025-06-20",
    silent: row({ date_completed: "6/20/2025" }),
  },
  { code: "mark-unknown", fires: row({ mark: "b" }), says: '"b"', silent: row({ mark: "A" }) },
  {
    code: "credit-malformed",
    fires: row({ credits_attempted: "half", credits_earned: "" }),
    times: 2,
    says: "not a number that can be read",
    silent: row({ mark: "W", credits_attempted: "", credits_earned: "" }),
  },
  {
    code: "credit-negative",
    fires: row({ credits_earned: "-0.5" }),
    says: "-0.5",
    silent: row({ credits_earned: "-0" }),
  },
  {
    code: "credit-too-precise",
    fires: row({ credits_earned: "0.3333" }),
    says: "0.3333",
    silent: row({ credits_earned: "0.5000" }),
  },
  {
    code: "credit-earned-over-attempted",
    fires: row({ credits_earned: "0.501" }),
    says: "0.501 is more than credit attempted 0.5",
    silent: row({ credits_earned: "0.500" }),
  },
  {
    code: "credit-with-failing-mark",
    fires: rows({ mark: "F" }, { mark: "I" }, { mark: "W" }),
    times: 3,
    says: "Credit earned 0.5 on mark",
    silent: rows({ mark: "F", credits_earned: "0" }),
  },
  {
    code: "passing-mark-without-credit",
    fires: row({ credits_earned: "0" }),
    says: "Mark B with 0.5 attempted",
    silent: rows({ credits_attempted: "0", credits_earned: "0" }, { mark: "F", credits_earned: "0" }),
  },
  {
    code: "row-cells-shifted",
    fires: row({ course_id: "9", credits_attempted: "B", school_year: "North", term: "2022-23" }),
    says: "where a credit should stand",
    silent: rows(
      { course_id: "9", school_year: "North", term: "2022-23", mark: "??" },
      { course_id: "9", credits_attempted: "B", school_year: "North" },
    ),
  },
  {
    code: "course-id-unreadable",
    fires: rows({ course_id: "" }, { course_id: "1.00E+05" }),
    times: 2,
    says: "names no course",
    silent: row({ course_id: "1E05" }),
  },
  {
    code: "course-id-near-miss",
    fires: rows({ course_id: "110" }, { course_id: "geo" }),
    times: 2,
    says: "only by case, leading zeros",
    silent: rows({ course_id: "0110" }, { course_id: "0111" }),
  },
  {
    code: "course-code-malformed",
    fires: row({ state_course_code: "2052A" }),
    says: '"2052A"',
    silent: row({ state_course_code: "2052" }),
  },
  {
    code: "course-code-lost-zero",
    fires: row({ state_course_code: "2052" }),
    says: "very likely 02052",
    silent: row({ state_course_code: "99" }),
  },
  {
    code: "course-code-unknown",
    fires: row({ state_course_code: "99998" }),
    says: "99998",
    silent: row({ state_course_code: "06101" }),
  },
  {
    code: "course-code-mismatch",
    fires: row({ state_course_code: "02072" }),
    says: "the policy gives 02052 for Algebra",
    silent: rows({}, { course_id: "SPA", state_course_code: "06101" }),
  },
  {
    code: "course-code-generic",
    fires: row({ course_id: "X1", state_course_code: "02079" }),
    says: "Geometry—Other",
    silent: row({ course_id: "X1", state_course_code: "24952" }),
  },
  {
    code: "designation-unknown",
    fires: row({ designations: "BQ" }),
    says: '"Q"',
    silent: row({ designations: "b; z" }),
  },
  {
    code: "designation-conflict",
    fires: row({ designations: "LN" }),
    says: "L with N",
    silent: row({ designations: "BNZ" }),
  },
  {
    code: "designation-conflict-unconfirmed",
    fires: row({ designations: "AZ" }),
    says: "A with Z",
    silent: row({ designations: "BZ" }),
  },
  {
    code: "duplicate-record",
    fires: rows({}, {}, {}),
    times: 2,
    says: "0110 2023-24 T1 B",
    silent: rows({}, { school_year: "2022-23" }),
  },
  {
    code: "student-in-two-names",
    fires: rows({ last_name: "Heron", first_name: "Ada" }, { last_name: "Rail", first_name: "Ada", term: "T2" }),
    says: "2 different names",
    silent: rows({ last_name: "Heron", first_name: "Ada" }, { last_name: "HERON", first_name: "ada", term: "T2" }),
  },
  // Scores
  {
    code: "score-student-unknown",
    fires: score("07001,,MATH,,2025-05-01,3,,,,"),
    says: "There is a student 7001.",
    silent: score(",S1,MATH,,2025-05-01,3,,,,"),
  },
  {
    code: "score-test-unknown",
    fires: score("7001,,Art,,2025-05-01,3,,,,"),
    says: '"Art"',
    silent: score("7001,,Math test,,2025-05-01,3,,,,"),
  },
  {
    code: "score-part-unknown",
    fires: score("7001,,LANG,writing,2025-05-01,low,,,,"),
    says: '"writing"',
    silent: score("7001,,LANG,reading,2025-05-01,low,,,,"),
  },
  {
    code: "score-not-valid",
    fires: score("7001,,MATH,,2025-05-01,3,,,Interim,"),
    says: '"Interim"',
    silent: score("7001,,MATH,,2025-05-01,3,,,VALID,"),
  },
  {
    code: "score-date-malformed",
    fires: score("7001,,MATH,,May 2025,3,,,,"),
    says: '"May 2025"',
    silent: score("7001,,MATH,,5/1/2025,3,,,,"),
  },
  {
    code: "score-after-award",
    fires: score("7001,,MATH,,2025-06-21,3,,,,"),
    says: "2025-06-21",
    silent: score("7001,,MATH,,2025-06-20,3,,,,"),
  },
  {
    code: "score-malformed",
    fires: score("7001,,MATH,,2025-05-01,,65O,,,"),
    says: '"65O"',
    silent: score("7001,,MATH,,2025-05-01,,650,,void,"),
  },
  {
    code: "score-empty",
    fires: score("7001,,MATH,,2025-05-01,,,,,"),
    says: "MATH",
    silent: score("7001,,MATH,,2025-05-01,,,7,,"),
  },
  {
    code: "score-out-of-range",
    fires: score("7001,,MATH,,2025-05-01,,900.000001,,,"),
    says: "from 100 to 900",
    silent: score("7001,,MATH,,2025-05-01,,900,,,", "7001,,MATH,Claim 1,2025-05-01,,3,,,"),
  },
  {
    code: "score-level-unknown",
    fires: score("7001,,MATH,,2025-05-01,3.0,,,,"),
    says: "1, 2, 3",
    silent: score("7001,,MATH,,2025-05-01,3,,,,"),
  },
  {
    code: "score-level-mismatch",
    fires: score("7001,,MATH,,2025-05-01,3,600.4,,,", "7001,,MATH,,2025-05-02,1,400,,,"),
    times: 2,
    says: "by the cut scores",
    silent: score(
      "7001,,MATH,,2025-05-01,3,600.5,,,",
      "7001,,MATH,,2025-05-02,1,399,,,",
      "7001,,MATH,,2025-05-03,2,400,,,",
    ),
  },
  {
    code: "score-duplicate",
    fires: score("7001,,MATH,,2025-05-01,3,700,,,", "7001,,Math test,,5/1/2025,3,700.0,,,"),
    says: "on 2025-05-01",
    silent: score("7001,,MATH,,2025-05-01,3,700,,,", "7001,,MATH,,2025-05-02,3,700,,,"),
  },
  {
    code: "score-conflict",
    fires: score("7001,,MATH,,2025-05-01,,700,,,", "7001,,Math test,,5/1/2025,,701,,,"),
    says: "700 and 701",
    silent: score(
      "7001,,MATH,,2025-05-01,,700,,,",
      "7001,,MATH,,2025-05-01,,701,,void,",
      "7001,,MATH,,2025-05-01,3,,,,",
    ),
  },
  // Approvals
  {
    code: "approval-student-unknown",
    fires: approval("9,,next,teacher,granted,Kay,2025-06-01,,,"),
    says: "student 9",
    silent: approval("7001,,next,teacher,granted,Kay,2025-06-01,,,"),
  },
  {
    code: "approval-malformed",
    fires: approval(
      "7001,,next,teacher,yes,Kay,June,,soon,-1",
      "7001,,,teacher,granted,Kay,2025-06-01,,,",
      "7001,,next,,denied,Kay,2025-06-01,,,",
    ),
    times: 6,
    says: "cannot be read",
    silent: approval("7001,,next,,Requested,,,,,", "7001,,,,declined,,,,,"),
  },
  {
    code: "approval-unmatched",
    fires: approval("7001,,nxt,teacher,granted,Kay,2025-06-01,,,", "7001,,next,coach,denied,Kay,2025-06-01,geo,,"),
    times: 3,
    says: "",
    silent: approval(
      "7001,,next,teacher,granted,Kay,2025-06-01,alg,,",
      "7001,,next,parent,requested,Kay,2025-06-01,,,",
    ),
  },
  {
    code: "approval-after-award",
    fires: approval("7001,,next,teacher,granted,Kay,2025-06-21,,,"),
    says: "2025-06-21",
    silent: approval("7001,,next,teacher,granted,Kay,2025-06-20,,,"),
  },
  {
    code: "approval-unsigned",
    fires: approval("7001,,next,teacher,granted,,,,,"),
    times: 2,
    says: "does not say",
    silent: approval("7001,,next,teacher,denied,,,,,"),
  },
  {
    code: "approval-one-person",
    fires: approval("7001,,next,teacher,granted,Kay,2025-06-01,,,", "7001,,next,principal,granted,KAY,2025-06-01,,,"),
    says: "as principal and as teacher",
    silent: approval("7001,,next,teacher,granted,Kay,2025-06-01,,,", "7001,,next,principal,granted,Lee,2025-06-01,,,"),
  },
  // Students
  { code: "student-row-unmatched", fires: student(",S9,9,2027,,,"), says: "S9", silent: student(",S1,9,2027,,,") },
  {
    code: "student-row-malformed",
    fires: student("7001,,9th,27,,,2008-02-31"),
    times: 3,
    says: "cannot be read",
    silent: student("7001,,,,,,"),
  },
  {
    code: "student-row-conflict",
    fires: student("7001,,9,2027,,,", "7001,,9,2028,,,"),
    says: "class_of",
    silent: student("7001,,9,2027,a;b,,", "7001,,09,2027,b; a,,"),
  },
  {
    code: "student-row-missing",
    fires: given({
      transcript: transcript({}),
      scores: `${SCORE}|7001,,LANG,,2025-05-01,high,,,,`,
      students: `${STUDENT}|8,,9,2027,,,`,
    }),
    says: "program",
    silent: given({ transcript: transcript({}), scores: `${SCORE}|7001,,LANG,,2025-05-01,high,,,,` }),
  },
  // Decisions
  {
    code: "award-date-unusual",
    fires: given({ transcript: LOST_AND_HIGHER, students: `${STUDENT}|7001,,12,2024,,,`, awardDate: "2025-08-20" }),
    times: 2,
    says: "The award date 2025-08-20 is after",
    silent: given({ transcript: LOST_AND_HIGHER, students: `${STUDENT}|7001,,12,2025,,,`, awardDate: "2025-08-05" }),
  },
  {
    code: "hold-blocks-ready",
    fires: given({ transcript: LOST_AND_HIGHER, scores: `${SCORE}|7001,,MATH,,2025-05-01,3,700,,,` }),
    says: "missing: teacher, principal",
    silent: given({ transcript: LOST_AND_HIGHER }),
  },
  // Existing records
  {
    code: "double-credit",
    fires: rows({}, { ...EARNED_AGAIN, date_completed: "2025-06-01" }),
    says: "the credit earned in Algebra a comes to 1, and it is worth 0.5. Beside it stands 0110 2023-24 T1 B.",
    silent: rows(LOST, EARNED_AGAIN),
  },
  {
    code: "repeat-credit",
    fires: rows({}, { school_year: "2024-25" }),
    says: "the credit earned in Algebra",
    silent: rows({}, { course_id: "0120" }),
  },
  {
    code: "mastery-course-not-in-policy",
    fires: row({ course_id: "ALG2", designations: "Z" }),
    says: "No pathway gives credit in Algebra 2.",
    silent: row({ course_id: "ALG2" }),
  },
  {
    code: "mastery-before-policy",
    fires: row({ school_year: "2018-19", designations: "Z" }),
    says: "in effect from 2020-09-01",
    silent: row({ school_year: "2020-21", designations: "Z" }),
  },
  {
    code: "mastery-without-evidence",
    fires: recovered("1"),
    says: "0.5 of Algebra by mastery is not borne out",
    silent: recovered("3"),
  },
  {
    code: "mastery-credit-too-much",
    fires: recovered("3", { credits_attempted: "1", credits_earned: "1" }),
    says: "The record has 1 of Algebra; at most 0.5 would have been given",
    silent: recovered("3"),
  },
  {
    code: "mastery-cte",
    fires: given({ transcript: transcript({ designations: "Z" }), policy: CTE }),
    says: "Algebra is a CTE course.",
    silent: given({ transcript: transcript({}), policy: CTE }),
  },
  {
    code: "mastery-mark-not-allowed",
    fires: recovered("3", { mark: "A" }),
    says: 'The mark "A" is not one that a pathway to Algebra would have given. What could have been given: P.',
    silent: recovered("3"),
  },
  {
    code: "mastery-pass-on-cadr",
    fires: given({ transcript: transcript({ designations: "Z", mark: "P" }), policy: CADR }),
    says: "The mark P stands on Algebra",
    silent: given({ transcript: transcript({ designations: "Z", mark: "B" }), policy: CADR }),
  },
  {
    code: "mastery-generic-title",
    fires: row({ designations: "Z", course_title: "Math Credit Recovery" }),
    says: '"Math Credit Recovery" names no course',
    silent: row({ designations: "Z", course_title: "Algebra (credit recovery)" }),
  },
  {
    code: "mastery-attempt-missing",
    fires: given({ transcript: transcript(EARNED_AGAIN), scores: MATH_3 }),
    says: "no failed attempt stands on the transcript",
    silent: recovered("3"),
  },
  {
    code: "mastery-floor-missed",
    fires: given({ ...INSTITUTIONAL, transcript: transcript({ course_id: "SPA", credits_attempted: "1" }) }),
    says: "Language is passed, and 0.5 credit by mastery",
    silent: given({ ...INSTITUTIONAL, transcript: transcript({}) }),
  },
];

/** Further sides of single rules. */
export const MORE: readonly Omit<Case, "silent">[] = [
  {
    code: "score-not-valid",
    fires: given({
      transcript: transcript({}),
      scores: `${SCORE}|7001,,MATH,,2025-05-01,3,,,Interim,|7001,,MATH,,2025-05-02,3,,,,`,
      policy: listing(["interim"]),
    }),
    says: "(blank)",
  },
  {
    code: "course-code-generic",
    fires: row({ state_course_code: "22999", designations: "Z" }),
    says: "on a mastery record",
  },
  {
    code: "score-level-mismatch",
    fires: given({
      transcript: transcript({}),
      scores: `${SCORE}|7001,,MATH,,2025-05-01,3,500,,,10`,
      policy: cuts({ gradeLevels: [10] }),
    }),
    says: "Level 3 does not go with score 500",
  },
  {
    code: "score-level-mismatch",
    fires: given({
      transcript: transcript({}),
      scores: `${SCORE}|7001,,MATH,,2025-05-01,3,500,,,11`,
      policy: cuts({ gradeLevels: [10] }),
    }),
    times: 0,
    says: "",
  },
  { code: "student-id-missing", fires: score(",,MATH,,2025-05-01,3,,,,"), says: "blank" },
  { code: "score-student-unknown", fires: score(",S9,MATH,,2025-05-01,3,,,,"), says: "S9" },
  {
    code: "credit-with-failing-mark",
    fires: given({ transcript: transcript({ mark: "NOW" }), policy: ENROLLED }),
    says: "on mark NOW",
  },
  {
    code: "credit-malformed",
    fires: given({
      transcript: transcript({ mark: "NOW", credits_earned: "", date_completed: "2026-01-31" }),
      policy: ENROLLED,
    }),
    times: 0,
    says: "",
  },
  {
    code: "date-after-award",
    fires: given({ transcript: transcript({ mark: "NOW", date_completed: "2026-01-31" }), policy: ENROLLED }),
    times: 0,
    says: "",
  },
  { code: "date-after-award", fires: row({ mark: "W", date_completed: "2025-07-01" }), times: 0, says: "" },
];
