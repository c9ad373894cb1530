import type { Proposal, Violation } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import type { ResultOptions, SinceResult } from "../report/result.js";
import type { Earlier } from "./earlier.js";
import type { Landing } from "./landed.js";

function keyOf(code: string, studentId: string, fingerprint: string): string {
  return `${code}\n${studentId}\n${fingerprint}`;
}

/** Marks what was found before as known, the rest as new. */
export function markedViolations(violations: readonly Violation[], earlier: Earlier): readonly Violation[] {
  const known = new Set(
    earlier.violations.map(({ code, student_id, fingerprint }) => keyOf(code, student_id, fingerprint)),
  );
  return violations.map((violation) => {
    const { code, studentId, fingerprint } = violation;
    return { ...violation, since: known.has(keyOf(code, studentId, fingerprint)) ? "known" : "new" };
  });
}

export function markedProposals(proposals: readonly Proposal[], earlier: Earlier): readonly Proposal[] {
  const known = new Set(earlier.proposals.map((proposal) => proposal.proposal_id));
  return proposals.map((proposal) => ({ ...proposal, since: known.has(proposal.id) ? "known" : "new" }));
}

/** What the earlier results held and these do not: gone, or landed on the transcript. */
export function sinceResult(
  earlier: Earlier,
  violations: readonly Violation[],
  proposals: readonly Proposal[],
  landed: ReadonlySet<string>,
): SinceResult {
  const now = new Set(violations.map(({ code, studentId, fingerprint }) => keyOf(code, studentId, fingerprint)));
  const proposed = new Set(proposals.map(({ id }) => id));
  return {
    manifestSha256: earlier.manifestSha256,
    awardDate: earlier.awardDate,
    violations: earlier.violations
      .filter(({ code, student_id, fingerprint }) => !now.has(keyOf(code, student_id, fingerprint)))
      .map((violation) => ({ ...violation, since: "gone" as const })),
    proposals: earlier.proposals
      .filter(({ proposal_id }) => !proposed.has(proposal_id))
      .map((proposal) => ({
        ...proposal,
        since: landed.has(proposal.proposal_id) ? ("landed" as const) : ("gone" as const),
      })),
    evidence: earlier.evidence,
  };
}

/** Whether the same students were output: else what a filter hides would look gone. */
export function sameFilters(earlier: Earlier, options: ResultOptions): boolean {
  const { only_student, school, class_of, grade_level } = earlier.filters;
  const before = [only_student, school, class_of, grade_level];
  const now = [options.onlyStudent, options.school, options.classOf, options.gradeLevel];
  return JSON.stringify(before) === JSON.stringify(now);
}

/** Whether credit in one course is credit in the other too: the same course, or one of a same-learning set. */
function sharesLearning(policy: CompiledPolicy, a: Landing, b: Proposal): boolean {
  if (a.course === b.course) return a.part === b.part || a.part === "" || b.part === "";
  const sets = policy.courseById.get(a.course)?.sets ?? [];
  return sets.some((set) => policy.courseById.get(b.course)?.sets.includes(set) === true);
}

export interface PendingMarks {
  readonly proposals: readonly Proposal[];
  /** Accepted earlier and not on the transcript yet. */
  readonly waiting: number;
  /** Proposals that are left out of the import file. */
  readonly left: number;
}

/**
 * Leaves out of the import file what was accepted before and has not landed, and whatever else would be credit for the
 * same learning: two nights' files, both imported, must never double a credit.
 */
export function withPending(
  proposals: readonly Proposal[],
  exported: ReadonlyMap<string, Landing>,
  landed: ReadonlySet<string>,
  policy: CompiledPolicy,
): PendingMarks {
  const waiting = [...exported.values()].filter(({ id }) => !landed.has(id));
  const proposed = new Set(proposals.map(({ id }) => id));
  const byStudent = new Map<string, Landing[]>();
  for (const landing of waiting) {
    // One that is proposed again stands in this run and has reserved its credit already.
    if (proposed.has(landing.id)) continue;
    const own = byStudent.get(landing.studentId);
    if (own === undefined) byStudent.set(landing.studentId, [landing]);
    else own.push(landing);
  }
  let left = 0;
  const marked = proposals.map((proposal) => {
    if (proposal.status !== "ready") return proposal;
    const again = exported.has(proposal.id) && !landed.has(proposal.id);
    const same = (byStudent.get(proposal.studentId) ?? []).find((landing) => sharesLearning(policy, landing, proposal));
    if (!again && same === undefined) return proposal;
    left += 1;
    const why = again ? "" : `accepted before as ${same?.id ?? ""}, which has not landed`;
    const note = [proposal.note, why].filter((words) => words !== "").join("; ");
    return { ...proposal, pending: true as const, note };
  });
  return { proposals: marked, waiting: waiting.length, left };
}
