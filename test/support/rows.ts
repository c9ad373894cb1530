import { parse } from "csv-parse/sync";
import { type EvaluateContext, evaluateStrays, evaluateStudent } from "../../src/evaluate.js";
import { createFinder } from "../../src/findings.js";
import { collectRows, type Grouping } from "../../src/group.js";
import {
  type BrokenLine,
  FIELDS,
  type Field,
  type FileReading,
  type InputKind,
  type Layout,
  type RawRow,
  STUDENT_COLUMNS,
  type StudentFile,
  type Violation,
} from "../../src/model.js";
import { rowReader } from "../../src/normalise/index.js";
import { compilePolicy } from "../../src/policy/compile.js";
import type { CompiledPolicy } from "../../src/policy/compiled.js";
import { type PolicyInput, policySchema } from "../../src/policy/schema.js";

const AWARD_DATE = "2025-06-20";

/** A small district: a course by two codes, one by terms, one with one code, and one of another subject. */
export const POLICY: PolicyInput = {
  format: 1,
  district: { name: "Teal Harbor", code: "31777" },
  policies: [{ number: "9", effectiveFrom: "2020-09-01" }],
  equity: { provision: "Open to all." },
  marks: { ranked: ["A", "B", "C", "D"], credit: ["P"], noCredit: ["F"], incomplete: ["I"], ignored: ["W"] },
  calendar: {
    terms: [
      { id: "T1", ends: "12-15" },
      { id: "T2", aliases: ["SPRING"], ends: "06-12" },
      { id: "SUM", ends: "08-05", summer: true },
    ],
  },
  courses: [
    {
      id: "alg",
      title: "Algebra",
      subject: "math",
      stateCourseCode: "02052",
      credits: 1,
      parts: [
        { id: "a", courseIds: ["0110"], credits: 0.5 },
        { id: "b", courseIds: ["0120"], credits: 0.5 },
      ],
    },
    {
      id: "geo",
      title: "Geometry",
      subject: "math",
      credits: 1,
      courseIds: ["GEO"],
      parts: [
        { id: "a", terms: ["T1"], credits: 0.5 },
        { id: "b", terms: ["T2"], credits: 0.5 },
      ],
    },
    { id: "alg2", title: "Algebra 2", subject: "math", credits: 1, courseIds: ["ALG2"] },
    { id: "spa", title: "Spanish 1", subject: "language", stateCourseCode: "24052", credits: 1, courseIds: ["SPA"] },
  ],
  tests: [
    {
      id: "MATH",
      title: "Mathematics",
      scope: "state",
      names: ["Math test"],
      scales: { level: { ordered: ["1", "2", "3"] }, score: { min: 100, max: 900 } },
      cuts: [{ scale: "level", from: "score", at: { 2: 400, 3: 600.5 } }],
    },
    {
      id: "LANG",
      title: "Language",
      scope: "national",
      parts: ["reading", "speaking"],
      scales: { level: { ordered: ["low", "high"] } },
    },
  ],
  pathways: [
    {
      id: "next",
      title: "Algebra 2 completes Algebra",
      method: "next-course",
      clause: "1",
      attempt: { is: "required", beforeEvidence: false },
      evidence: { course: "alg2", minMark: "C" },
      award: { courses: ["alg"], take: "lost" },
      grade: { mark: "P" },
      approvals: ["teacher", "principal"],
    },
    {
      id: "test",
      title: "Test",
      method: "state-test",
      clause: "2",
      attempt: { is: "required" },
      evidence: { test: "MATH", min: { level: "3" } },
      award: { courses: ["alg", "geo"], take: "lost" },
      grade: { mark: "P" },
      record: { courseId: "{courseId}-M" },
    },
    {
      id: "program",
      title: "Program",
      method: "national-test",
      clause: "3",
      who: { programs: { any: ["dual"] } },
      attempt: { is: "irrelevant" },
      evidence: { test: "LANG", min: { level: "high" } },
      award: { courses: ["spa"], take: "open" },
      grade: { mark: "P" },
      record: { designations: ["N"] },
    },
  ],
};

const compiled = new WeakMap<PolicyInput, CompiledPolicy>();

/** One compiled policy for each, as a run has: courses and parts are told by identity. */
export function policyOf(input: PolicyInput = POLICY): CompiledPolicy {
  let policy = compiled.get(input);
  if (policy === undefined) {
    policy = compilePolicy(policySchema.parse(input), "0".repeat(64));
    compiled.set(input, policy);
  }
  return policy;
}

function layoutOf(kind: InputKind, columns: readonly string[]): Layout {
  const index: Partial<Record<Field, number>> = {};
  for (const field of FIELDS[kind]) if (columns.includes(field)) index[field] = columns.indexOf(field);
  const all = columns.map((_, column) => column);
  const studentColumns: readonly string[] = STUDENT_COLUMNS;
  return {
    kind,
    columns,
    index,
    extra: all.filter((column) => !Object.values(index).includes(column)),
    studentColumns: all.filter((column) => studentColumns.includes(columns[column] ?? "")),
    delimiter: ",",
    newline: "\n",
    encoding: "utf-8",
    bom: false,
  };
}

/** Rows of a CSV text with its header in the first line; `|` stands for a line break. */
export function rawRows(kind: InputKind, csv: string, file = `${kind}.csv`): readonly RawRow[] {
  const [columns = [], ...rows] = parse(csv.replaceAll("|", "\n")) as string[][];
  const layout = layoutOf(kind, columns);
  return rows.map((cells, at) => ({ layout, cells, file, line: at + 2 }));
}

/** Columns of a transcript in the order used by `transcript()`. */
const COLUMNS =
  "student_id,state_student_id,school_code,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned,designations,date_completed";

const SOUND: Readonly<Record<string, string>> = {
  student_id: "7001",
  school_year: "2023-24",
  term: "T1",
  grade_level: "9",
  course_id: "0110",
  mark: "B",
  credits_attempted: "0.5",
  credits_earned: "0.5",
};

/** A transcript of sound rows, each with what is different about it. */
export function transcript(...changes: readonly Readonly<Record<string, string>>[]): string {
  const extra = [...new Set(changes.flatMap((change) => Object.keys(change)))].filter(
    (column) => !COLUMNS.split(",").includes(column),
  );
  const columns = [...COLUMNS.split(","), ...extra];
  const lines = changes.map((change) => columns.map((column) => change[column] ?? SOUND[column] ?? "").join(","));
  return [columns.join(","), ...lines].join("|");
}

export interface Given {
  readonly transcript?: string;
  readonly scores?: string;
  readonly approvals?: string;
  readonly students?: string;
  readonly broken?: readonly BrokenLine[];
  readonly awardDate?: string;
  readonly policy?: PolicyInput;
}

export function rawOf(given: Given): readonly RawRow[] {
  const kinds = ["transcript", "scores", "approvals", "students"] as const;
  return kinds.flatMap((kind) => (given[kind] === undefined ? [] : rawRows(kind, given[kind])));
}

export function grouped(given: Given, rows: readonly RawRow[] = rawOf(given)): Grouping {
  const read = rowReader(policyOf(given.policy));
  const collector = collectRows();
  for (const raw of rows) collector.add(read(raw));
  return collector.finish(given.broken ?? []);
}

export function contextOf(given: Given, grouping: Grouping): EvaluateContext {
  const kinds = ["transcript", "scores", "approvals", "students"] as const;
  return {
    policy: policyOf(given.policy),
    awardDate: given.awardDate ?? AWARD_DATE,
    given: new Set(kinds.filter((kind) => given[kind] !== undefined)),
    idWidth: grouping.identities.idWidth,
    isStudent: grouping.identities.isStudent,
    hasDesignationColumn: true,
    hasTermColumn: true,
  };
}

/** Everything that the rules find in these rows. */
export function violationsIn(given: Given): readonly Violation[] {
  const grouping = grouped(given);
  const context = contextOf(given, grouping);
  const found = [...evaluateStrays(grouping.strays, context)];
  for (const student of grouping.students()) found.push(...evaluateStudent(student, context).violations);
  return found;
}

export function studentsIn(given: Given): readonly StudentFile[] {
  return [...grouped(given).students()];
}

/** A file as read, sound but for what is changed. */
export function reading(changes: Partial<FileReading> = {}): FileReading {
  const layout = layoutOf("transcript", COLUMNS.split(","));
  const header = { found: layout.columns, line: 1, missing: [], duplicated: [], ambiguous: [] };
  return {
    kind: "transcript",
    name: "transcript.csv",
    bytes: 10,
    sha256: "a",
    layout,
    rows: 1,
    broken: [],
    header,
    notText: null,
    truncatedAt: null,
    ...changes,
  };
}

export function broken(changes: Partial<BrokenLine> = {}): BrokenLine {
  return {
    kind: "transcript",
    file: "transcript.csv",
    line: 9,
    fault: "wrong-width",
    found: 3,
    expected: 13,
    studentId: "7001",
    count: 1,
    ...changes,
  };
}

export function violationsOfFiles(...files: readonly FileReading[]): readonly Violation[] {
  return createFinder({
    policy: policyOf(),
    awardDate: AWARD_DATE,
    given: new Set(["transcript"]),
    idWidth: 0,
    isStudent: () => false,
  }).files(files);
}
