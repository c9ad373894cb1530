import type { Credit } from "../../credit.js";
import { formatSchoolYear, type SchoolYearForm } from "../../date.js";
import type { Proposal, Refusal, Step, UsedRow, Violation } from "../../model.js";
import { byText } from "../../order.js";
import { gathered } from "../pieces.js";
import type { Report } from "../reportSchema.js";
import type { Cause, ResultOptions, RunResult, SinceResult } from "../result.js";
import { readingTotals, totalsOf } from "../totals.js";
import type { Format } from "./format.js";

/** Thousandths as a JSON number. The nearest double to such a decimal prints as that decimal, so nothing is lost. */
function decimal(credit: Credit): number {
  return credit / 1000;
}

function usedRow({ file, line, says }: UsedRow): Report["proposals"][number]["evidence"][number] {
  return { file, line, says };
}

function considered(item: Proposal | Refusal) {
  return {
    student_id: item.studentId,
    pathway: item.pathway,
    method: item.method,
    policy: item.policy,
    clause: item.clause,
    strength: item.strength,
    // Put in afterwards.
    steps: [],
    evidence: item.evidence.map(usedRow),
    note: item.note,
  };
}

const NO_STEPS = ',"steps":[],';

/** Steps are most of a report, and most of them say nothing: they are put together by hand. */
function withSteps(item: Report["proposals"][number] | Report["refusals"][number], steps: readonly Step[]): string {
  const text = JSON.stringify(item);
  // No value holds a bare quotation mark, so this stands where the key does.
  const at = text.indexOf(NO_STEPS);
  return `${text.slice(0, at)},"steps":[${steps.map(stepText).join(",")}],${text.slice(at + NO_STEPS.length)}`;
}

function stepText({ check, outcome, says, leaves }: Step): string {
  const words = says === "" ? '""' : JSON.stringify(says);
  return `{"check":${JSON.stringify(check)},"outcome":"${outcome}","says":${words},"leaves":${decimal(leaves)}}`;
}

/** Keys sorted, so that the order in which they were made can't show. */
function sortedKeys<V>(record: Readonly<Record<string, V>>): Record<string, V> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => byText(a, b)));
}

/** The student columns of a new record are left out: they may hold names, and a report needs none. */
function proposalOf(proposal: Proposal, yearForm: SchoolYearForm): Report["proposals"][number] {
  return {
    proposal_id: proposal.id,
    status: proposal.status,
    ...considered(proposal),
    state_student_id: proposal.stateStudentId,
    school_code: proposal.schoolCode,
    grade_level: proposal.gradeLevel,
    class_of: proposal.classOf,
    course: proposal.course,
    course_id: proposal.courseId,
    course_title: proposal.courseTitle,
    part: proposal.part,
    state_course_code: proposal.stateCourseCode,
    content_area: proposal.contentArea,
    cte: proposal.cte,
    credits: decimal(proposal.credits),
    waived: decimal(proposal.waived),
    mark: proposal.mark,
    designations: proposal.designations,
    school_year: formatSchoolYear(proposal.schoolYear, yearForm),
    term: proposal.term,
    award_date: proposal.awardDate,
    approvals: proposal.approvals.map(({ role, by, on }) => ({ role, by, on })),
    recovers: proposal.recovers === null ? null : usedRow(proposal.recovers),
    missing: [...proposal.missing],
    gpa: proposal.gpa,
    columns: sortedKeys(proposal.columns),
    ...(proposal.pending === true ? { pending: true as const } : {}),
    ...(proposal.since === undefined ? {} : { since: proposal.since }),
  };
}

function refusalOf(refusal: Refusal): Report["refusals"][number] {
  return {
    ...considered(refusal),
    course: refusal.course,
    part: refusal.part,
    reason: refusal.reason,
    all_reasons: [...refusal.allReasons],
    waits: refusal.waits.map(({ course, part, credits }) => ({ course, part, credits: decimal(credits) })),
    doubtful: refusal.doubtful.map(usedRow),
  };
}

function violationOf(violation: Violation): Report["violations"][number] {
  return {
    code: violation.code,
    severity: violation.severity,
    status: violation.status,
    student_id: violation.studentId,
    message: violation.message,
    file: violation.file,
    line: violation.line,
    column: violation.column,
    value: violation.value,
    course: violation.course,
    course_id: violation.courseId,
    pathway: violation.pathway,
    withholds: decimal(violation.withholds),
    citation: violation.citation,
    remedy: violation.remedy,
    fingerprint: violation.fingerprint,
    cause: violation.cause,
    school_code: violation.schoolCode,
    ...(violation.since === undefined ? {} : { since: violation.since }),
  };
}

function causeOf({
  code,
  severity,
  cause,
  rows,
  students,
  waiting,
  withholds,
  places,
  remedy,
}: Cause): Report["causes"][number] {
  return { code, severity, cause, rows, students, waiting, withholds: decimal(withholds), places: [...places], remedy };
}

/** Options under the names of their flags. */
export function optionsOf(options: ResultOptions): Report["options"] {
  return {
    fail_on: options.failOn,
    only_student: [...options.onlyStudent],
    school: [...options.school],
    class_of: [...options.classOf],
    grade_level: [...options.gradeLevel],
    allow_truncated: options.allowTruncated,
    merged: options.merged,
    config: options.config,
    severities: sortedKeys(options.severities),
  };
}

export function policyOf(policy: RunResult["policy"]): Report["policy"] {
  return {
    name: policy.name,
    sha256: policy.sha256,
    bytes: policy.bytes,
    district: policy.district,
    district_code: policy.districtCode,
    documents: policy.documents.map(({ number, title }) => ({ number, title })),
  };
}

export function inputsOf(result: RunResult): Report["inputs"] {
  return result.files.map((file) => {
    const { records, rows, unreadable, notRecords } = readingTotals(file);
    const { name, kind, sha256, bytes } = file;
    return { name, kind, sha256, bytes, records, rows, unreadable, not_records: notRecords };
  });
}

export function countsOf(result: RunResult): Report["counts"] {
  const { counts } = result;
  const { proposals, violations } = totalsOf(result);
  const { credits, gpa } = proposals;
  return {
    students: counts.students,
    students_out: counts.studentsOut,
    transcript_rows: counts.transcriptRows,
    doubtful_rows: counts.doubtfulRows,
    mastery_records: counts.masteryRecords,
    considered: counts.considered,
    proposals: { ...proposals.proposals },
    gpa: { counts: gpa.counts, excluded: gpa.excluded, not_said: gpa.notSaid },
    credits: { ready: decimal(credits.ready), held: decimal(credits.held), waived: decimal(credits.waived) },
    refusals: result.refusals.length,
    violations: { ...violations.counts },
  };
}

export function rulesOf(rules: RunResult["rules"]): Report["rules"] {
  return {
    run: [...rules.run],
    not_checked: rules.notChecked.map(({ code, because }) => ({ code, because })),
    off: [...rules.off],
  };
}

/** What earlier results held, on one line: it is for a later run, and seldom long. */
function* sinceLine({ manifestSha256, awardDate, violations, proposals, evidence }: SinceResult): Iterable<string> {
  yield `{"manifest_sha256":${JSON.stringify(manifestSha256)},"award_date":${JSON.stringify(awardDate)}`;
  yield* arrayText("violations", violations);
  yield* arrayText("proposals", proposals);
  yield* arrayText("evidence", evidence);
  yield "}";
}

function* arrayText(key: string, items: Iterable<object>): Iterable<string> {
  yield `,${JSON.stringify(key)}:[`;
  let between = "";
  for (const item of items) {
    yield between + JSON.stringify(item);
    between = ",";
  }
  yield "]";
}

/** What stands before the lists, keys in their fixed order. */
function headOf(result: RunResult) {
  return {
    format: 1,
    tool: "zcredit",
    version: result.version,
    award_date: result.options.awardDate,
    options: optionsOf(result.options),
    policy: policyOf(result.policy),
    inputs: inputsOf(result),
    counts: countsOf(result),
    rules: rulesOf(result.rules),
    notes: [...result.notes],
    ...(result.redacted === true ? { redacted: true as const } : {}),
    causes: totalsOf(result).violations.causes.map(causeOf),
  } satisfies Omit<Report, "proposals" | "refusals" | "violations" | "since">;
}

/** A list, one line an item: as small as it can be while a person can still page through it and compare two reports. */
function* listText<T>(key: string, items: Iterable<T>, print: (item: T) => string): Iterable<string> {
  yield `  ${JSON.stringify(key)}: [`;
  let between = "\n";
  for (const item of items) {
    yield `${between}    ${print(item)}`;
    between = ",\n";
  }
  yield between === "\n" ? "]" : "\n  ]";
}

function* reportText(result: RunResult): Iterable<string> {
  const yearForm = result.output?.schoolYearForm ?? "short";
  yield "{\n";
  for (const [key, value] of Object.entries(headOf(result))) {
    if (Array.isArray(value)) yield* listText<object | string>(key, value, (item) => JSON.stringify(item));
    else yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    yield ",\n";
  }
  yield* listText("proposals", result.proposals, (each) => withSteps(proposalOf(each, yearForm), each.steps));
  yield ",\n";
  yield* listText("refusals", result.refusals, (each) => withSteps(refusalOf(each), each.steps));
  yield ",\n";
  yield* listText("violations", result.violations, (each) => JSON.stringify(violationOf(each)));
  if (result.since !== undefined) {
    yield ',\n  "since": ';
    yield* sinceLine(result.since);
  }
  yield "\n}\n";
}

/** `report.json`: everything, for scripts. */
export const json: Format = {
  name: "json",
  files(result) {
    return [{ name: "report.json", pieces: () => gathered(reportText(result)), rows: null }];
  },
};
