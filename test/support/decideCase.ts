import { expect, it } from "vitest";
import { formatCredit } from "../../src/credit.js";
import { type DecideContext, decide } from "../../src/decide/decide.js";
import { type EvaluateContext, evaluateStudent } from "../../src/evaluate.js";
import { collectRows } from "../../src/group.js";
import {
  type BrokenLine,
  type Decision,
  FIELDS,
  type Field,
  type InputKind,
  type Layout,
  type Proposal,
  STUDENT_COLUMNS,
  type StudentFile,
} from "../../src/model.js";
import { rowReader } from "../../src/normalise/index.js";
import type { CompiledPolicy } from "../../src/policy/compiled.js";
import { loadPolicy } from "../../src/policy/load.js";
import type { PolicyInput } from "../../src/policy/schema.js";

/** A small policy: courses parted by code, by term and not at all, one same-learning set, three tests, no pathway. */
export const BASE = {
  format: 1,
  district: { name: "Testing School District", code: "17901" },
  policies: [{ number: "2403P", effectiveFrom: "2022-09-01" }],
  equity: { provision: "Reviewed each year by student group." },
  marks: {
    ranked: ["A", "B", "C", "D"],
    credit: ["P", "CR"],
    noCredit: ["F", "NC"],
    incomplete: ["I"],
    ignored: ["W"],
  },
  calendar: {
    terms: [
      { id: "T1", ends: "12-20" },
      { id: "S1", aliases: ["SEM1"], ends: "01-31" },
      { id: "S2", ends: "06-15" },
      { id: "YR", ends: "06-15" },
      { id: "SU", ends: "08-15", summer: true },
    ],
  },
  courses: [
    {
      id: "algebra-1",
      title: "Algebra 1",
      subject: "math",
      stateCourseCode: "02052",
      contentArea: "MAT",
      credits: 1,
      courseIds: ["MAT100"],
      parts: [
        { id: "S1", courseIds: ["MAT101"], credits: 0.5 },
        { id: "S2", courseIds: ["MAT102"], credits: 0.5 },
      ],
    },
    {
      id: "geometry",
      title: "Geometry",
      subject: "math",
      credits: 1,
      courseIds: ["MAT201"],
      parts: [
        { id: "S1", terms: ["S1"], credits: 0.5 },
        { id: "S2", terms: ["S2"], credits: 0.5 },
      ],
    },
    {
      id: "algebra-2",
      title: "Algebra 2",
      subject: "math",
      credits: 1,
      courseIds: ["MAT300"],
      parts: [
        { id: "S1", courseIds: ["MAT301"], credits: 0.5 },
        { id: "S2", courseIds: ["MAT302"], credits: 0.5 },
      ],
    },
    {
      id: "integrated-1",
      title: "Integrated Math 1",
      subject: "math",
      credits: 1,
      parts: [
        { id: "A", courseIds: ["IM1A"], credits: 0.5 },
        { id: "B", courseIds: ["IM1B"], credits: 0.5 },
      ],
    },
    { id: "biology", title: "Biology", subject: "science", credits: 1, courseIds: ["SCI101"] },
    { id: "chemistry", title: "Chemistry", subject: "science", credits: 1, courseIds: ["SCI201"] },
    { id: "welding", title: "Welding", subject: "cte", credits: 0.5, cte: true, courseIds: ["CTE101"] },
  ],
  sameLearning: [{ courses: ["algebra-1", "integrated-1"], credits: 1 }],
  tests: [
    {
      id: "SBA",
      title: "State Math Test",
      scope: "state",
      names: ["SB Math"],
      scales: {
        level: { ordered: ["1", "2", "3", "4"] },
        score: { min: 2000, max: 3000 },
        percent: { min: 0, max: 100 },
        percentile: { min: 0, max: 100 },
      },
    },
    { id: "EXAM", title: "Course Exam", scope: "local", scales: { score: { min: 0, max: 100 } } },
    {
      id: "LANG",
      title: "Language Test",
      scope: "national",
      parts: ["reading", "writing", "speaking"],
      scales: { level: { ordered: ["Low", "Mid", "High", "Top"] }, score: { min: 0, max: 10 } },
    },
  ],
  pathways: [],
} as const satisfies PolicyInput;

type PathwayFile = PolicyInput["pathways"][number];

/** A pathway of a test: what it does not say is taken from a state test at level 3 that opens Algebra 1. */
export type PathwayOf = Partial<Omit<PathwayFile, "award">> & { readonly award?: Partial<PathwayFile["award"]> };

/** A row of a file: `MAT101 2023-24 S1 F 0.5 0 Z column=value ...`, or cells by column name. */
export type RowOf = string | Readonly<Record<string, string>>;

export interface CaseInput {
  /** Top-level keys that replace those of `BASE`. */
  readonly policy?: Partial<PolicyInput>;
  readonly pathways: readonly PathwayOf[];
  /** `code year term mark attempted earned [designations]`. A blank cell is `-`; `doubt=code` makes a row doubtful. */
  readonly transcript?: readonly RowOf[];
  /** `test date [column=value ...]`. */
  readonly scores?: readonly RowOf[];
  /** `pathway role decision [column=value ...]`. */
  readonly approvals?: readonly RowOf[];
  /** `[column=value ...]`. */
  readonly students?: readonly RowOf[];
  readonly awardDate?: string;
  /** Transcript columns that the layout lacks, and extra ones that it has. */
  readonly without?: readonly string[];
  readonly extra?: readonly string[];
  readonly broken?: readonly Partial<BrokenLine>[];
  readonly breaks?: DecideContext["breaks"];
  /** The kinds of files that were given; all, where it is not said. */
  readonly given?: readonly InputKind[];
  /** From which days the scores and approvals speak; absent: of every day. */
  readonly covers?: EvaluateContext["covers"];
}

export interface CaseOutcome {
  /** `pathway course part credits mark status [missing]`; of a waiver the waived amount, and `-` for its mark. */
  readonly proposals: readonly string[];
  /** `pathway reason`. */
  readonly refusals: readonly string[];
  /** `pathway: every reason that held`. */
  readonly reasons: readonly string[];
  /** Codes of the violations, each once. */
  readonly codes: readonly string[];
  readonly decision: Decision;
}

export const STUDENT = "1001";
export const AWARD = "2025-06-20";

const POSITIONS: Record<InputKind, readonly string[]> = {
  transcript: ["course_id", "school_year", "term", "mark", "credits_attempted", "credits_earned", "designations"],
  scores: ["test", "date"],
  approvals: ["pathway", "role", "decision"],
  students: [],
};

/** A quoted cell may hold blanks: `level="Novice Mid"`. */
function cellsOf(kind: InputKind, row: RowOf): Readonly<Record<string, string>> {
  if (typeof row !== "string") return { student_id: STUDENT, ...row };
  const cells: Record<string, string> = { student_id: STUDENT };
  let position = 0;
  for (const [word] of row.matchAll(/[\w-]+="[^"]*"|\S+/g)) {
    const named = /^([a-z_]+)="?([^"]*)"?$/.exec(word);
    if (named?.[1] !== undefined) {
      cells[named[1]] = named[2] ?? "";
      continue;
    }
    const column = POSITIONS[kind][position];
    if (column === undefined) throw new Error(`too many cells: ${row}`);
    cells[column] = word === "-" ? "" : word;
    position += 1;
  }
  return cells;
}

function layoutOf(kind: InputKind, input: CaseInput): Layout {
  const known: readonly Field[] = FIELDS[kind];
  const isTranscript = kind === "transcript";
  const kept = isTranscript ? known.filter((field) => !input.without?.includes(field)) : known;
  const columns = [...kept, ...(isTranscript ? (input.extra ?? []) : [])];
  const index: Partial<Record<Field, number>> = {};
  kept.forEach((field, position) => {
    index[field] = position;
  });
  const students: readonly string[] = STUDENT_COLUMNS;
  return {
    kind,
    columns,
    index,
    extra: columns.flatMap((_, position) => (position < kept.length ? [] : [position])),
    studentColumns: columns.flatMap((column, position) => (students.includes(column) ? [position] : [])),
    delimiter: ",",
    newline: "\n",
    encoding: "utf-8",
    bom: false,
  };
}

function pathwayOf(pathway: PathwayOf, position: number): PathwayFile {
  const evidence = pathway.tiers === undefined ? { evidence: { test: "SBA", min: { level: "3" } } } : {};
  return {
    id: `p${position + 1}`,
    title: `Pathway ${position + 1}`,
    method: "other",
    clause: "2403P",
    attempt: { is: "irrelevant" },
    ...evidence,
    grade: { mark: "P" },
    ...pathway,
    award: { courses: ["algebra-1"], take: "open", ...pathway.award },
  };
}

/** One student from rows as files would hold them, and what the engine is told beside. */
export function studentCase(input: CaseInput): { readonly student: StudentFile; readonly context: EvaluateContext } {
  const policy = loaded(input);
  const read = rowReader(policy);
  const collector = collectRows();
  const add = (kind: InputKind, rows: readonly RowOf[] = []): void => {
    const layout = layoutOf(kind, input);
    rows.forEach((given, position) => {
      const cells = cellsOf(kind, given);
      for (const name of Object.keys(cells)) {
        if (name !== "doubt" && !layout.columns.includes(name) && !input.without?.includes(name)) {
          throw new Error(`no column ${name} in ${kind}`);
        }
      }
      const row = read({
        file: `${kind}.csv`,
        line: position + 2,
        layout,
        cells: layout.columns.map((column) => cells[column] ?? ""),
      });
      if (cells.doubt !== undefined) row.doubts = [...row.doubts, cells.doubt];
      collector.add(row);
    });
  };
  add("transcript", input.transcript);
  add("scores", input.scores);
  add("approvals", input.approvals);
  add("students", input.students ?? ((input.transcript ?? []).length === 0 ? [{}] : []));
  const grouping = collector.finish((input.broken ?? []).map(brokenLine));
  const student = [...grouping.students()].find((each) => each.id === STUDENT);
  if (student === undefined) throw new Error("the case has no student: give a transcript or students row");
  const context: EvaluateContext = {
    policy,
    awardDate: input.awardDate ?? AWARD,
    given: new Set(input.given ?? ["transcript", "scores", "approvals", "students"]),
    ...(input.covers === undefined ? {} : { covers: input.covers }),
    idWidth: grouping.identities.idWidth,
    isStudent: grouping.identities.isStudent,
    hasDesignationColumn: !input.without?.includes("designations"),
    hasTermColumn: !input.without?.includes("term"),
  };
  return { student, context };
}

/** The decision for one student, made by the same line as a run. */
export function decideCase(input: CaseInput): CaseOutcome {
  const { student, context } = studentCase(input);
  const evaluation = evaluateStudent(student, context);
  const { breaks } = input;
  const decision = breaks === undefined ? evaluation.decision : decide(student, { ...context, breaks });
  return {
    codes: [...new Set(evaluation.violations.map((violation) => violation.code))].sort(),
    proposals: decision.proposals.map(saysProposal),
    refusals: decision.refusals.map((refusal) => `${refusal.pathway} ${refusal.reason}`),
    reasons: decision.refusals.map((refusal) => `${refusal.pathway}: ${refusal.allReasons.join(", ")}`),
    decision,
  };
}

/** Cases of one table share their policy, and reading it is most of the work. */
const known = new Map<string, CompiledPolicy>();

/** @throws Error where the policy of the case has an error, since nothing could be decided by it. */
function loaded(input: CaseInput): CompiledPolicy {
  const text = JSON.stringify({ ...BASE, ...input.policy, pathways: input.pathways.map(pathwayOf) });
  const before = known.get(text);
  if (before !== undefined) return before;
  const bytes = new TextEncoder().encode(text);
  const { policy, findings } = loadPolicy({ name: "policy.json", bytes, sha256: "" }, input.awardDate ?? AWARD);
  if (policy !== null) {
    known.set(text, policy);
    return policy;
  }
  const errors = findings.filter((finding) => finding.severity === "error");
  throw new Error(errors.map((finding) => `${finding.pointer}: ${finding.message}`).join("\n"));
}

function brokenLine(line: Partial<BrokenLine>): BrokenLine {
  return {
    kind: "transcript",
    fault: "wrong-width",
    file: "transcript.csv",
    line: 99,
    found: 3,
    expected: 17,
    studentId: STUDENT,
    count: 1,
    ...line,
  };
}

function saysProposal(proposal: Proposal): string {
  const isWaiver = proposal.credits === 0;
  return [
    proposal.pathway,
    proposal.course,
    ...(proposal.part === "" ? [] : [proposal.part]),
    formatCredit(isWaiver ? proposal.waived : proposal.credits),
    isWaiver && proposal.mark === "" ? "-" : proposal.mark,
    proposal.status,
    ...(proposal.missing.length === 0 ? [] : [`[${proposal.missing.join(";")}]`]),
  ].join(" ");
}

/** The rows that a registrar imports when every new record is accepted. */
export function landed(outcome: CaseOutcome, without: readonly string[] = []): RowOf[] {
  return outcome.decision.proposals
    .filter((proposal) => proposal.credits > 0)
    .map((proposal) => {
      const cells: Record<string, string> = {
        school_year: `${proposal.schoolYear - 1}-${String(proposal.schoolYear % 100).padStart(2, "0")}`,
        district_code: BASE.district.code,
        school_code: proposal.schoolCode,
        term: proposal.term,
        grade_level: proposal.gradeLevel,
        course_id: proposal.courseId,
        course_title: proposal.courseTitle,
        state_course_code: proposal.stateCourseCode,
        content_area: proposal.contentArea,
        cte: proposal.cte,
        mark: proposal.mark,
        credits_attempted: formatCredit(proposal.credits),
        credits_earned: formatCredit(proposal.credits),
        designations: proposal.designations,
        date_completed: proposal.awardDate,
      };
      for (const column of without) delete cells[column];
      return cells;
    });
}

/** The same case on the next night, with what it came to imported. */
export function nextNight(input: CaseInput, outcome: CaseOutcome): CaseInput {
  const rows = landed(outcome, input.without ?? []);
  return rows.length === 0 ? input : { ...input, transcript: [...(input.transcript ?? []), ...rows] };
}

/** What is expected of a case: proposals as they are said, and refusals as `pathway: reason`. */
export type CaseRow = readonly [name: string, input: CaseInput, expected: readonly string[]];

/** Runs a table of cases. Each is also run again with its records imported: nothing more may be ready then. */
export function runCases(rows: readonly CaseRow[]): void {
  it.each(rows)("%s", (_name, input, expected) => {
    const outcome = decideCase(input);
    const refusals = outcome.decision.refusals.map((refusal) => `${refusal.pathway}: ${refusal.reason}`);
    expect([...outcome.proposals, ...refusals]).toEqual(expected);
    for (const { reason, allReasons } of outcome.decision.refusals) expect(allReasons).toContain(reason);
    const statuses = new Set(outcome.decision.proposals.map((proposal) => proposal.status));
    if (!statuses.has("ready") || statuses.has("held")) return;
    const again = decideCase(nextNight(input, outcome));
    expect(again.proposals.filter((line) => line.includes(" ready"))).toEqual([]);
  });
}
