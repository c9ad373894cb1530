import type { Proposal, Violation } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import type { ResultOptions, SinceResult } from "../report/result.js";
import { filtered, mapped, type Sequence } from "../report/sequence.js";
import { type TextTable, textTable } from "../report/textTable.js";
import type { Earlier } from "./earlier.js";
import type { Landing } from "./landed.js";

function keyOf(code: string, studentId: string, fingerprint: string): string {
  return `${code}\n${studentId}\n${fingerprint}`;
}

/** Marks what was found before as known, the rest as new. */
export function markedViolations(violations: Sequence<Violation>, earlier: Earlier): Sequence<Violation> {
  const known = earlierKeys(earlier);
  return mapped(violations, (violation) => {
    const { code, studentId, fingerprint } = violation;
    const isKnown = known.find(keyOf(code, studentId, fingerprint)) >= 0;
    return { ...violation, since: isKnown ? ("known" as const) : ("new" as const) };
  });
}

function earlierKeys({ violations }: Earlier): TextTable {
  const keys = textTable();
  for (const { code, student_id, fingerprint } of violations) keys.add(keyOf(code, student_id, fingerprint));
  return keys;
}

export function markedProposals(proposals: Sequence<Proposal>, earlier: Earlier): Sequence<Proposal> {
  const known = new Set<string>();
  for (const { proposal_id } of earlier.proposals) known.add(proposal_id);
  return mapped(proposals, (proposal) => ({
    ...proposal,
    since: known.has(proposal.id) ? ("known" as const) : ("new" as const),
  }));
}

/**
 * What the earlier results held and these do not: gone, or landed on the transcript.
 *
 * @param off codes that are switched off today
 */
export function sinceResult(
  earlier: Earlier,
  violations: Sequence<Violation>,
  proposals: Sequence<Proposal>,
  landed: ReadonlySet<string>,
  off: readonly string[],
): SinceResult {
  const keys = earlierKeys(earlier);
  const isThere = new Uint8Array(keys.size);
  for (const { code, studentId, fingerprint } of violations) {
    const at = keys.find(keyOf(code, studentId, fingerprint));
    if (at >= 0) isThere[at] = 1;
  }
  const proposed = new Set<string>();
  for (const { id } of proposals) proposed.add(id);
  const gone = filtered(
    earlier.violations,
    // What is switched off is not shown today, and not gone for that.
    ({ code, student_id, fingerprint }) =>
      !off.includes(code) && isThere[keys.find(keyOf(code, student_id, fingerprint))] !== 1,
  );
  const noMore = filtered(earlier.proposals, ({ proposal_id }) => !proposed.has(proposal_id));
  let ofThemLanded = 0;
  for (const { proposal_id } of noMore) if (landed.has(proposal_id)) ofThemLanded += 1;
  return {
    manifestSha256: earlier.manifestSha256,
    awardDate: earlier.awardDate,
    violations: mapped(gone, (violation) => ({ ...violation, since: "gone" as const })),
    proposals: mapped(noMore, (proposal) => ({
      ...proposal,
      since: landed.has(proposal.proposal_id) ? ("landed" as const) : ("gone" as const),
    })),
    landed: ofThemLanded,
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
  readonly proposals: Sequence<Proposal>;
  /** Accepted earlier and not on the transcript yet. */
  readonly waiting: number;
}

/**
 * Leaves out of the import file what was accepted before and has not landed, and whatever else would be credit for the
 * same learning: two nights' files, both imported, must never double a credit.
 */
export function withPending(
  proposals: Sequence<Proposal>,
  exported: ReadonlyMap<string, Landing>,
  landed: ReadonlySet<string>,
  policy: CompiledPolicy,
): PendingMarks {
  const waiting = [...exported.values()].filter(({ id }) => !landed.has(id));
  const proposed = new Set<string>();
  for (const { id } of proposals) if (exported.has(id)) proposed.add(id);
  const byStudent = new Map<string, Landing[]>();
  for (const landing of waiting) {
    // One that is proposed again stands in this run and has reserved its credit already.
    if (proposed.has(landing.id)) continue;
    const own = byStudent.get(landing.studentId);
    if (own === undefined) byStudent.set(landing.studentId, [landing]);
    else own.push(landing);
  }
  const marked = mapped(proposals, (proposal): Proposal => {
    if (proposal.status !== "ready") return proposal;
    const again = exported.has(proposal.id) && !landed.has(proposal.id);
    const same = (byStudent.get(proposal.studentId) ?? []).find((landing) => sharesLearning(policy, landing, proposal));
    if (!again && same === undefined) return proposal;
    const why = again ? "" : `accepted before as ${same?.id ?? ""}, which has not landed`;
    const note = [proposal.note, why].filter((words) => words !== "").join("; ");
    return { ...proposal, pending: true as const, note };
  });
  return { proposals: marked, waiting: waiting.length };
}
