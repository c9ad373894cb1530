import type { Credit } from "../../credit.js";
import { formatSchoolYear, type SchoolYearForm } from "../../date.js";
import type { Proposal, Refusal, UsedRow, Violation } from "../../model.js";
import { causesOf } from "../causes.js";
import type { Report } from "../reportSchema.js";
import type { Cause, ResultOptions, RunResult, SinceResult } from "../result.js";
import { proposalTotals, readingTotals, violationTotals } from "../totals.js";
import { byText } from "../words.js";
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
    steps: item.steps.map(({ check, outcome, says, leaves }) => ({ check, outcome, says, leaves: decimal(leaves) })),
    evidence: item.evidence.map(usedRow),
    note: item.note,
  };
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

function gpaCounts(proposals: readonly Proposal[]): Report["counts"]["gpa"] {
  const graded = proposals.filter(({ status, waived }) => status !== "waiver" && waived === 0);
  const of = (stands: Proposal["gpa"]): number => graded.filter(({ gpa }) => gpa === stands).length;
  return { counts: of("counts"), excluded: of("excluded"), not_said: of("") };
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
  const { proposals, credits } = proposalTotals(result.proposals);
  return {
    students: counts.students,
    students_out: counts.studentsOut,
    transcript_rows: counts.transcriptRows,
    doubtful_rows: counts.doubtfulRows,
    mastery_records: counts.masteryRecords,
    considered: counts.considered,
    proposals: { ...proposals },
    gpa: gpaCounts(result.proposals),
    credits: { ready: decimal(credits.ready), held: decimal(credits.held), waived: decimal(credits.waived) },
    refusals: result.refusals.length,
    violations: { ...violationTotals(result.violations) },
  };
}

export function rulesOf(rules: RunResult["rules"]): Report["rules"] {
  return {
    run: [...rules.run],
    not_checked: rules.notChecked.map(({ code, because }) => ({ code, because })),
    off: [...rules.off],
  };
}

function sinceOf({ manifestSha256, awardDate, violations, proposals, evidence }: SinceResult): Report["since"] {
  return {
    manifest_sha256: manifestSha256,
    award_date: awardDate,
    violations: [...violations],
    proposals: [...proposals],
    evidence: [...evidence],
  };
}

/** The whole report as plain data, keys in their fixed order. */
function reportOf(result: RunResult): Report {
  const yearForm = result.output?.schoolYearForm ?? "short";
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
    causes: causesOf(result.violations).map(causeOf),
    proposals: result.proposals.map((proposal) => proposalOf(proposal, yearForm)),
    refusals: result.refusals.map(refusalOf),
    violations: result.violations.map(violationOf),
    ...(result.since === undefined ? {} : { since: sinceOf(result.since) }),
  };
}

/** One line a list item: as small as it can be while a person can still page through it and compare two reports. */
function print(report: Report): string {
  const lines = Object.entries(report).map(([key, value]) => {
    const name = JSON.stringify(key);
    if (!Array.isArray(value) || value.length === 0) return `  ${name}: ${JSON.stringify(value)}`;
    return `  ${name}: [\n${value.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** `report.json`: everything, for scripts. */
export const json: Format = {
  name: "json",
  files(result) {
    return [{ name: "report.json", content: print(reportOf(result)), rows: null }];
  },
};
