import { CHECKS } from "../../decide/checks/index.js";
import type { Proposal, Refusal, Violation } from "../../model.js";
import { reasonWords } from "../reasons.js";
import type { RunResult } from "../result.js";
import { plain } from "../words.js";
import { chartsOf } from "./charts.js";
import { type Listed, listed } from "./cut.js";
import type { Payload, ProposalEntry, RefusalEntry, StudentEntry, ViolationEntry } from "./payload.js";
import { seniorsOf } from "./seniors.js";
import { firstTurn } from "./turns.js";

/** What the page's script shows of a run. Who signed is left out: roles and dates do, and no name stands in it. */
export function payloadOf(result: RunResult): Payload {
  const shown = listed(result);
  const schools = new Map(shown.students.map(({ id, schoolCode }) => [id, schoolCode]));
  return {
    courses: result.policy.courses,
    pathways: result.policy.pathways,
    reasons: Object.fromEntries(
      [...new Set(shown.refusals.map(({ reason }) => reason))].sort().map((reason) => {
        const { title, remedy } = reasonWords(reason);
        return [reason, { title, remedy }];
      }),
    ),
    clear: Object.fromEntries(CHECKS.map(({ reason, clear }) => [reason, clear])),
    charts: chartsOf(result),
    students: studentsOf(shown),
    proposals: shown.proposals.map(proposalEntry),
    refusals: shown.refusals.map((refusal) => refusalEntry(refusal, schools.get(refusal.studentId) ?? "")),
    violations: shown.violations.map(violationEntry),
    seniors: seniorsOf({ ...result, ...shown }),
    cut: shown.cut,
  };
}

/** As text for a script; no character in it can steer what is shown. */
export function payloadText(payload: Payload): string {
  return JSON.stringify(payload, (_key, value: unknown) => (typeof value === "string" ? plain(value) : value));
}

function studentsOf({ students, proposals, refusals, violations }: Listed): readonly StudentEntry[] {
  const entries = new Map(
    students.map((facts) => [facts.id, { ...facts, ready: 0, held: 0, refused: 0, violations: 0, waits: 0 }]),
  );
  for (const { studentId, status, credits, waived } of proposals) {
    const entry = entries.get(studentId);
    if (entry === undefined) continue;
    if (status === "ready") entry.ready += credits;
    else if (status === "held") entry.held += credits + waived;
  }
  for (const { studentId } of refusals) {
    const entry = entries.get(studentId);
    if (entry !== undefined) entry.refused += 1;
  }
  for (const { studentId, status, withholds } of violations) {
    const entry = entries.get(studentId);
    if (entry === undefined || status !== "open") continue;
    entry.violations += 1;
    // The same credit may wait for several rows of one student; the largest is what is sure.
    entry.waits = Math.max(entry.waits, withholds);
  }
  return [...entries.values()];
}

function considered({ studentId, pathway, clause, steps, evidence, note, course, part }: Proposal | Refusal) {
  return { student: studentId, pathway, clause, steps, evidence, note, course, part };
}

function proposalEntry(proposal: Proposal): ProposalEntry {
  return {
    ...considered(proposal),
    id: proposal.id,
    status: proposal.status,
    school: proposal.schoolCode,
    grade: proposal.gradeLevel,
    courseId: proposal.courseId,
    title: proposal.courseTitle,
    credits: proposal.credits + proposal.waived,
    mark: proposal.mark,
    designations: proposal.designations,
    recovers: proposal.recovers,
    approvals: proposal.approvals.map(({ role, on }) => (on === "" ? role : `${role} on ${on}`)),
    missing: proposal.missing,
    since: proposal.since ?? "",
    turn: firstTurn(proposal.missing),
  };
}

function refusalEntry(refusal: Refusal, school: string): RefusalEntry {
  const { reason, allReasons, waits, doubtful } = refusal;
  return { ...considered(refusal), school, reason, allReasons, waits, doubtful };
}

function violationEntry(violation: Violation): ViolationEntry {
  return {
    code: violation.code,
    severity: violation.severity,
    accepted: violation.status === "accepted",
    since: violation.since ?? "",
    student: violation.studentId,
    message: violation.message,
    file: violation.file,
    line: violation.line,
    column: violation.column,
    school: violation.schoolCode,
    withholds: violation.withholds,
    citation: violation.citation,
    remedy: violation.remedy,
  };
}
