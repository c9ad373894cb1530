import { describe, expect, it } from "vitest";
import type { Decision, ScoreRow, StudentFile, TranscriptRow } from "../../src/model.js";
import { compilePolicy } from "../../src/policy/compile.js";
import { type PolicyInput, policySchema } from "../../src/policy/schema.js";
import { explainText } from "../../src/report/explain.js";
import { familyHtml } from "../../src/report/family/page.js";
import { expectGolden } from "../support/golden.js";
import { LAYOUT, layoutOf, proposalOf, refusalOf, violationOf } from "../support/result.js";

const LOST = { is: "required" } as const;

const SOURCE: PolicyInput = {
  format: 1,
  district: { name: "Evergreen Valley School District", code: "17901" },
  policies: [{ number: "2403P", title: "Math", subjects: ["math"], adopted: "2022-07-05" }],
  equity: { provision: "Reviewed each year.", reviewEveryMonths: 12, lastReviewed: "2025-06-01" },
  marks: { ranked: ["A", "B", "C", "D"], credit: ["P"], noCredit: ["F"], incomplete: ["I"], ignored: ["W"] },
  calendar: {
    terms: [
      { id: "S1", ends: "01-31" },
      { id: "S2", ends: "06-20" },
    ],
  },
  courses: [
    {
      id: "algebra-1",
      title: "Algebra 1",
      subject: "math",
      credits: 1,
      parts: [
        { id: "S1", courseIds: ["MAT101"], credits: 0.5 },
        { id: "S2", courseIds: ["MAT102"], credits: 0.5 },
      ],
    },
    { id: "algebra-2", title: "Algebra 2", subject: "math", credits: 1, courseIds: ["MAT301"] },
    { id: "geometry", title: "Geometry", subject: "math", credits: 1, courseIds: ["MAT201"] },
  ],
  tests: [
    {
      id: "SBA-MATH",
      title: "Smarter Balanced",
      scope: "state",
      scales: { level: { ordered: ["1", "2", "3", "4"] } },
    },
    { id: "EOC-GEO", title: "District exam", scope: "local", scales: { percent: { min: 0, max: 100 } } },
  ],
  pathways: [
    {
      id: "next-algebra",
      title: "Algebra 2 completes Algebra 1",
      method: "next-course",
      clause: "2403P, next higher-level course",
      attempt: LOST,
      evidence: { course: "algebra-2", minMark: "C" },
      award: { courses: ["algebra-1"], take: "lost" },
      grade: { mark: "P" },
      record: {},
    },
    {
      id: "sba-math",
      title: "State math test recovers Algebra 1 or Geometry",
      method: "state-test",
      clause: "2403P, state assessments",
      strength: "will",
      attempt: LOST,
      evidence: { test: "SBA-MATH", min: { level: "2" } },
      award: { courses: ["algebra-1", "geometry"], take: "lost" },
      grade: { mark: "P" },
      record: {},
    },
    {
      id: "exam-geometry",
      title: "District exam in Geometry",
      method: "local-test",
      clause: "2403P, local assessments",
      attempt: LOST,
      evidence: { test: "EOC-GEO", min: { percent: 80 } },
      award: { courses: ["geometry"], take: "lost" },
      grade: { mark: "P" },
      record: {},
    },
    {
      id: "sba-open",
      title: "State math test for Geometry",
      method: "state-test",
      clause: "2403P, state assessments",
      attempt: { is: "irrelevant" },
      evidence: { test: "SBA-MATH", min: { level: "4" } },
      award: { courses: ["geometry"], take: "open" },
      grade: { mark: "P" },
      record: {},
    },
  ],
};

const policy = compilePolicy(policySchema.parse(SOURCE), "5".repeat(64));

function row(courseId: string, line: number, changes: Partial<TranscriptRow> = {}): TranscriptRow {
  const course = policy.courseByCode.get(courseId) ?? null;
  const part = course?.parts.find((one) => one.courseIds?.includes(courseId)) ?? course?.parts[0] ?? null;
  return {
    kind: "transcript",
    file: "transcripts.csv",
    line,
    layout: LAYOUT,
    cells: [],
    studentId: "1000000042",
    stateStudentId: "",
    doubts: [],
    districtCode: "17901",
    schoolCode: "1234",
    schoolYear: "2023-24",
    term: "S1",
    gradeLevel: "10",
    courseId,
    courseTitle: "as the district calls it",
    stateCourseCode: "",
    contentArea: "",
    cte: "",
    mark: "F",
    creditsAttempted: "0.5",
    creditsEarned: "0",
    designations: "",
    dateCompleted: "",
    year: 2024,
    yearForm: "short",
    termDef: null,
    grade: 10,
    markKind: "noCredit",
    attempted: 500,
    earned: 0,
    letters: "",
    completed: null,
    date: "2024-01-31",
    match: course === null ? null : { course, part, byTemplate: false },
    nearMisses: [],
    quiet: false,
    ...changes,
  };
}

const score: ScoreRow = {
  kind: "scores",
  file: "scores.csv",
  line: 5,
  layout: layoutOf(["student_id", "test", "date", "level"], {}, "scores"),
  cells: [],
  studentId: "1000000042",
  stateStudentId: "",
  doubts: [],
  test: "SBA-MATH",
  part: "",
  dateText: "2025-04-01",
  level: "1",
  scoreText: "",
  percentText: "",
  percentileText: "",
  status: "interim",
  edition: "",
  gradeLevel: "",
  testDef: policy.tests[0] ?? null,
  date: "2025-04-01",
  levelIndex: 0,
  score: null,
  percent: null,
  percentile: null,
  counts: false,
};

const student: StudentFile = {
  id: "1000000042",
  stateIds: [],
  transcript: [
    row("MAT101", 12),
    row("MAT201", 13, { mark: "S", creditsEarned: "half", earned: null, doubts: ["mark-unknown", "credit-malformed"] }),
    row("MAT301", 14, { schoolYear: "2024-25", mark: "B", earned: 500, creditsEarned: "0.5", letters: "B" }),
    row("ART100", 4211, { mark: "" }),
  ],
  scores: [score],
  approvals: [
    {
      kind: "approvals",
      file: "approvals.csv",
      line: 3,
      layout: layoutOf(["student_id", "pathway", "role", "decision"], {}, "approvals"),
      cells: [],
      studentId: "1000000042",
      stateStudentId: "",
      doubts: [],
      pathway: "next-algebra",
      role: "teacher",
      decisionText: "granted",
      by: "Tomasina Ortiz",
      onText: "2025-06-01",
      note: "",
      course: "",
      untilText: "",
      creditsText: "",
      document: "",
      decision: "granted",
      on: "2025-06-01",
      until: null,
      credits: null,
    },
  ],
  students: [],
  doubts: [],
};

const decision: Decision = {
  studentId: "1000000042",
  proposals: [
    proposalOf({
      status: "held",
      approvals: [{ role: "teacher", by: "Tomasina Ortiz", on: "2025-06-01" }],
      missing: ["administrator"],
      note: "up to 0.5 by the cap of the policy",
    }),
    proposalOf({ part: "S2", term: "S2", courseId: "MAT102", recovers: null }),
    proposalOf({ status: "waiver", part: "", credits: 0, waived: 500, recovers: null }),
  ],
  refusals: [
    refusalOf({
      steps: [
        { check: "not-in-effect", outcome: "held", says: "", leaves: 1000 },
        { check: "not-eligible", outcome: "held", says: "", leaves: 1000 },
        { check: "doubtful-row", outcome: "dropped some", says: "geometry waits", leaves: 500 },
        { check: "evidence-not-met", outcome: "failed", says: "SBA-MATH at level 2: only interim", leaves: 0 },
        { check: "cap-reached", outcome: "not looked at", says: "", leaves: 0 },
      ],
      waits: [{ course: "geometry", part: "", credits: 500 }],
      doubtful: [{ file: "transcripts.csv", line: 13, says: "MAT201 2023-24 S1 S" }],
    }),
  ],
};

const violations = [violationOf({ line: 13 }), violationOf({ studentId: "1000000099", message: "of another" })];

describe("explainText", () => {
  it("tells the whole of one student", () => {
    expectGolden("explain.txt", explainText(student, decision, violations, policy));
  });

  it("tells of one course, and how much it leaves out", () => {
    const text = explainText(student, decision, violations, policy, { course: "algebra-1" });
    expectGolden("explain-course.txt", text);
    expect(text).toContain("1 row of courses that do not bear on this: not shown");
    expect(text).not.toContain("exam-geometry");
  });

  it("tells of a student with nothing on file, and of doubt about all of one", () => {
    const doubts = [{ code: "student-id-zero-twin", at: [{ file: "transcripts.csv", line: 7 }] }];
    const empty = { ...student, transcript: [], scores: [], approvals: [], doubts };
    const text = explainText(empty, { studentId: student.id, proposals: [], refusals: [] }, [], policy);
    expectGolden("explain-nothing.txt", text);
  });

  it("names nobody, neither student nor signer, and shows no other student's violations", () => {
    const text = explainText(student, decision, violations, policy);
    expect(text).not.toMatch(/Quill|Ortiz|of another/);
  });
});

/** Rows and decisions of every sort that the two pages word differently. */
const varied: StudentFile = {
  ...student,
  transcript: [
    row("MAT201", 13, { creditsAttempted: "half", attempted: null, creditsEarned: "none", earned: null }),
    row("MAT301", 14, { mark: "B", earned: 500, creditsEarned: "0.5", doubts: ["mark-unknown"] }),
  ],
  scores: [
    { ...score, level: "", scoreText: "2580", percentText: "61", percentileText: "70", status: "valid", counts: true },
    { ...score, line: 6, test: "OTHER", part: "reading", testDef: null },
    { ...score, line: 7, doubts: ["score-malformed"] },
  ],
  approvals: student.approvals.map((approval) => ({ ...approval, course: "algebra-1", onText: "" })),
};
const ends: Decision = {
  studentId: student.id,
  proposals: [
    proposalOf({ pending: true, designations: "", approvals: [{ role: "teacher", by: "", on: "" }] }),
    proposalOf({ status: "waiver", part: "", credits: 0, waived: 500, recovers: null, evidence: [] }),
    proposalOf({ course: "closed-course", part: "", pathway: "closed" }),
  ],
  refusals: [
    refusalOf({ note: "seen 61 percent", allReasons: ["evidence-not-met", "cap-reached"] }),
    refusalOf({ note: "", doubtful: [], waits: [{ course: "geometry", part: "", credits: 1500 }] }),
  ],
};

describe("what is said of rows and records that are not as most are", () => {
  const text = explainText(varied, ends, [violationOf({ line: 13, status: "accepted" })], policy).replace(/\s+/g, " ");
  it.each([
    ["credits that are no numbers, as they stand", 'attempted "half", earned "none"'],
    ["a result without a level", "score 2580 percent 61 percentile 70"],
    ["a test that the policy does not know", "a test that the policy does not know"],
    ["a result whose status does not count", 'its status "interim" does not count'],
    ["an approval for one course, without a day", "next-algebra: teacher granted for algebra-1 (approvals.csv"],
    ["a record that was accepted before", "Pending, left out of the import file"],
    ["why it is left out", "importing it again would double it"],
    ["an approval of a record without a day", "Approved by teacher."],
    ["what else would have stopped it", "It would also have stopped at: cap-reached."],
    ["a note", "Note: seen 61 percent"],
    ["that a violation was accepted", "accepted error"],
  ])("%s", (_, says) => {
    expect(text).toContain(says);
  });

  const page = familyHtml({ student: varied, decision: ends, policy, awardDate: "2025-06-20", course: null });
  it.each([
    ["credit that is on its way", "was agreed to and is being entered."],
    ["credit that is excused", "0.5 credit can be excused."],
    ["of which course it is excused", "0.5 credit excused"],
    ["a course that the policy has no more, by its id", "closed-course"],
    ["a result that is in doubt", "cannot be read with certainty"],
    ["a result that does not count", "does not count (interim)"],
    ["a result by its numbers", "2580, 61, 70"],
    ["credits that are no numbers", "half"],
    ["more than one credit that waits", "Up to 1.5 credits of Geometry wait for it."],
  ])("to the family: %s", (_, says) => {
    expect(page).toContain(says);
  });

  it("to the family: that nothing leads to credit, and that what was looked at gives none", () => {
    const short = (refusals: Decision["refusals"]): string =>
      familyHtml({
        student: { ...student, transcript: [], scores: [] },
        decision: { studentId: student.id, proposals: [], refusals },
        policy,
        awardDate: "2025-06-20",
        course: null,
      });
    expect(short([])).toContain("Nothing on file leads to credit by mastery so far.");
    expect(short([])).toContain("<p>Nothing is on file.</p>");
    expect(short([refusalOf()])).toContain("No credit by mastery can be added now. The reasons are below.");
  });
});
