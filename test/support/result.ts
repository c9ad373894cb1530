import {
  FIELDS,
  type FileReading,
  type InputKind,
  type Layout,
  type Proposal,
  type Refusal,
  type Violation,
} from "../../src/model.js";
import type { HeldResult } from "../../src/report/result.js";

/** A layout of the given columns: fields of zcredit under their own names, the rest extra. */
export function layoutOf(
  columns: readonly string[],
  changes: Partial<Layout> = {},
  kind: InputKind = "transcript",
): Layout {
  const fields: readonly string[] = FIELDS[kind];
  const known = columns.map((column) => column.toLowerCase().replaceAll(" ", "_"));
  const entries = known.flatMap((column, index) => (fields.includes(column) ? [[column, index] as const] : []));
  const students = ["last_name", "first_name", "middle_name", "birth_date", "state_student_id"];
  return {
    kind,
    columns,
    index: Object.fromEntries(entries),
    extra: known.flatMap((column, index) => (fields.includes(column) ? [] : [index])),
    studentColumns: known.flatMap((column, index) => (students.includes(column) ? [index] : [])),
    delimiter: ",",
    newline: "\n",
    encoding: "utf-8",
    bom: false,
    ...changes,
  };
}

export const LAYOUT = layoutOf([
  "Student ID",
  "State Student ID",
  "Last Name",
  "District Code",
  "School Code",
  "School Year",
  "Term",
  "Grade Level",
  "Course ID",
  "Course Title",
  "State Course Code",
  "Mark",
  "Credits Attempted",
  "Credits Earned",
  "Designations",
  "Date Completed",
  "GPA-Flag",
  "Teacher",
]);

export function readingOf(changes: Partial<FileReading> = {}): FileReading {
  return {
    kind: "transcript",
    name: "transcripts.csv",
    bytes: 123_456,
    sha256: "1".repeat(64),
    layout: LAYOUT,
    rows: 3210,
    broken: [],
    header: null,
    notText: null,
    truncatedAt: null,
    ...changes,
  };
}

export function proposalOf(changes: Partial<Proposal> = {}): Proposal {
  return {
    id: "a1b2c3d4e5f60718",
    status: "ready",
    studentId: "1000000042",
    stateStudentId: "0123456789",
    pathway: "next-algebra",
    method: "next-course",
    policy: "2403P",
    clause: "2403P, Successful completion of next higher-level course",
    strength: "may",
    steps: [
      { check: "not-in-effect", outcome: "held", says: "", leaves: 500 },
      { check: "evidence-not-met", outcome: "held", says: "algebra-2 at C or better: held", leaves: 500 },
      { check: "no-lost-credit", outcome: "held", says: "lost 0.5 in S1", leaves: 500 },
    ],
    evidence: [
      { file: "transcripts.csv", line: 14, says: "MAT301 2024-25 S1 B" },
      { file: "transcripts.csv", line: 15, says: "MAT301 2024-25 S2 C" },
    ],
    note: "",
    schoolCode: "1234",
    gradeLevel: "11",
    classOf: "2026",
    course: "algebra-1",
    courseId: "MAT101",
    courseTitle: "Algebra 1",
    part: "S1",
    stateCourseCode: "02052",
    contentArea: "",
    cte: "",
    credits: 500,
    waived: 0,
    mark: "P",
    designations: "BZ",
    schoolYear: 2025,
    term: "S1",
    awardDate: "2025-06-20",
    approvals: [],
    recovers: { file: "transcripts.csv", line: 12, says: "MAT101 2022-23 S1 F" },
    missing: [],
    gpa: "",
    tier: null,
    columns: { gpa_flag: "N" },
    studentColumns: { "Last Name": "Quill, Ada", "State Student ID": "0123456789" },
    ...changes,
  };
}

export function refusalOf(changes: Partial<Refusal> = {}): Refusal {
  return {
    studentId: "1000000042",
    pathway: "sba-math",
    method: "state-test",
    policy: "2403P",
    clause: "2403P, State assessments",
    strength: "may",
    steps: [
      { check: "not-in-effect", outcome: "held", says: "", leaves: 1000 },
      {
        check: "evidence-not-met",
        outcome: "failed",
        says: "SBA-MATH at level 2 or above: best is level 1",
        leaves: 0,
      },
    ],
    evidence: [{ file: "scores.csv", line: 5, says: "SBA-MATH 2025-04-01 level 1" }],
    note: "SBA-MATH at level 2 or above: best is level 1",
    course: "",
    part: "",
    reason: "evidence-not-met",
    allReasons: ["evidence-not-met", "cap-reached"],
    waits: [],
    doubtful: [],
    ...changes,
  };
}

export function violationOf(changes: Partial<Violation> = {}): Violation {
  return {
    code: "mark-unknown",
    severity: "error",
    status: "open",
    studentId: "1000000042",
    message: 'The mark "S" is not in the policy\'s scale, so the row cannot be used.',
    file: "transcripts.csv",
    line: 4211,
    column: "Mark",
    value: "S",
    course: "geometry",
    courseId: "MAT201",
    pathway: "",
    withholds: 500,
    citation: "zcredit file layout",
    remedy: "Add the mark to the policy, or correct it in your student system and export again.",
    fingerprint: "00112233445566aa",
    cause: "mark S, school 1234",
    schoolCode: "1234",
    ...changes,
  };
}

const held = proposalOf({
  id: "b2c3d4e5f6071829",
  status: "held",
  pathway: "exam-geometry",
  method: "local-test",
  clause: "2403P, Local assessments",
  course: "geometry",
  courseId: "MAT201",
  courseTitle: "Geometry, with “proofs”",
  part: "S2",
  term: "S2",
  mark: "A-",
  approvals: [{ role: "teacher", by: "-T. Ortiz", on: "2025-06-01" }],
  recovers: null,
  missing: ["administrator", "request"],
  note: '=HYPERLINK("http://x")',
  evidence: [{ file: "scores.csv", line: 9, says: "EOC-GEO 2025-05-20 percent 91" }],
});

const waiver = proposalOf({
  id: "c3d4e5f60718293a",
  status: "waiver",
  studentId: "1000000077",
  stateStudentId: "",
  pathway: "pe-waiver",
  method: "other",
  clause: "2410P, Waivers",
  course: "pe",
  courseId: "PED100",
  courseTitle: "Physical Education",
  part: "",
  credits: 0,
  waived: 1500,
  mark: "",
  designations: "",
  term: "",
  recovers: null,
  evidence: [{ file: "approvals.csv", line: 2, says: "registrar granted 2025-05-02" }],
});

/** A run made by hand, of every sort of thing that a run can come to. Invented people only. */
export function sampleResult(changes: Partial<HeldResult> = {}): HeldResult {
  return {
    version: "0.1.0",
    options: {
      awardDate: "2025-06-20",
      failOn: "error",
      onlyStudent: [],
      school: [],
      classOf: [],
      gradeLevel: [],
      allowTruncated: false,
      merged: false,
      config: "zcredit.json",
      severities: { "course-code-generic": "info" },
    },
    policy: {
      name: "policy.json",
      sha256: "2".repeat(64),
      bytes: 4321,
      district: "Evergreen Valley School District",
      districtCode: "17901",
      documents: [
        { number: "2403P", title: "Math mastery-based credit" },
        { number: "2410P", title: "Graduation" },
      ],
      courses: { "algebra-1": "Algebra 1", geometry: "Geometry", pe: "Physical Education" },
      pathways: {
        "next-algebra": "Algebra 2 completes Algebra 1",
        "sba-math": "State math test recovers Algebra 1 or Geometry",
        "exam-geometry": "District exam in Geometry",
        "pe-waiver": "Physical education waiver",
      },
    },
    files: [
      readingOf({
        broken: [
          {
            kind: "transcript",
            file: "transcripts.csv",
            line: 1,
            fault: "not-a-record",
            what: "banner",
            found: 1,
            expected: 18,
            studentId: "",
            count: 2,
          },
          {
            kind: "transcript",
            file: "transcripts.csv",
            line: 99,
            fault: "wrong-width",
            found: 19,
            expected: 18,
            studentId: "1000000050",
            count: 1,
          },
        ],
      }),
      readingOf({ kind: "scores", name: "scores.csv", rows: 420, bytes: 9876, sha256: "3".repeat(64), layout: null }),
    ],
    output: { layout: LAYOUT, schoolYearForm: "short", dateForm: "us" },
    counts: {
      students: 1204,
      studentsOut: 1204,
      transcriptRows: 3210,
      doubtfulRows: 41,
      masteryRecords: 12,
      considered: 5,
    },
    students: [
      { id: "1000000042", schoolCode: "1234", gradeLevel: "11", classOf: "2026" },
      { id: "1000000050", schoolCode: "1234", gradeLevel: "12", classOf: "2025" },
      { id: "1000000051", schoolCode: "1234", gradeLevel: "", classOf: "" },
      { id: "1000000052", schoolCode: "1234", gradeLevel: "9", classOf: "2028" },
      { id: "1000000077", schoolCode: "5678", gradeLevel: "12", classOf: "2025" },
    ],
    proposals: [proposalOf(), held, waiver],
    refusals: [
      refusalOf(),
      refusalOf({
        studentId: "1000000050",
        pathway: "next-algebra",
        method: "next-course",
        course: "algebra-1",
        part: "S1",
        reason: "doubtful-row",
        allReasons: ["doubtful-row"],
        note: "@a row in doubt",
        evidence: [],
        waits: [{ course: "algebra-1", part: "S1", credits: 500 }],
        doubtful: [{ file: "transcripts.csv", line: 99, says: "row-wrong-width" }],
      }),
    ],
    violations: [
      violationOf(),
      violationOf({ line: 4212, withholds: 1000, fingerprint: "00112233445566ab" }),
      violationOf({ studentId: "1000000050", line: 5000, fingerprint: "00112233445566ac" }),
      violationOf({
        studentId: "1000000051",
        line: 12,
        value: "T",
        withholds: 0,
        cause: "mark T, school 1234",
        fingerprint: "00112233445566ad",
      }),
      violationOf({
        code: "course-code-generic",
        severity: "info",
        studentId: "1000000052",
        line: 31,
        withholds: 0,
        column: "State Course Code",
        value: "02999",
        message: "The state course code 02999 stands for any other course.",
        remedy: "Give the code of the very course.",
        cause: "state_course_code 02999",
        fingerprint: "00112233445566ae",
      }),
      violationOf({
        code: "approval-unsigned",
        severity: "warning",
        status: "accepted",
        file: "approvals.csv",
        line: 0,
        column: "By",
        value: "+1 (555)",
        withholds: 0,
        course: "",
        courseId: "",
        cause: "by",
        fingerprint: "00112233445566af",
      }),
    ],
    rules: {
      run: ["mark-unknown", "course-code-generic", "approval-unsigned"],
      notChecked: [
        { code: "student-row-missing", because: "no students file was given" },
        { code: "student-row-conflict", because: "no students file was given" },
      ],
      off: [],
    },
    notes: ["Rows of transcripts.csv end their school year in the short form; new records do too."],
    ...changes,
  };
}
