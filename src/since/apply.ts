import { type Accepted, withAccepted } from "../accepted/list.js";
import type { FailOn } from "../exit.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import type { StudentFile, Violation } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { byReportOrder } from "../report/order.js";
import type { ListFile, RunResult } from "../report/result.js";
import { withMore } from "../report/sequence.js";
import { credits } from "../report/summary.js";
import { type ProposalTotals, totalsOf } from "../report/totals.js";
import { counted } from "../report/words.js";
import { ACCEPTED_RULES } from "../rules/compareIndex.js";
import { masteryEvidenceWithdrawn } from "../rules/mastery-evidence-withdrawn.js";
import { withSeverity } from "../run.js";
import { type Earlier, type EarlierEvidence, landingOf } from "./earlier.js";
import { type Landing, watchLandings } from "./landed.js";
import { markedProposals, markedViolations, sinceResult, withPending } from "./mark.js";
import { countReach } from "./reach.js";
import { withdrawnEvidence } from "./withdrawn.js";

/** What a person gives beside the inputs. All of it changes what is shown or exported, never a decision. */
export interface Beside {
  readonly earlier: Earlier | null;
  readonly accepted: readonly Accepted[] | null;
  /** Records that decision logs say were accepted, by proposal id; null: no log was given. */
  readonly exported: ReadonlyMap<string, Landing> | null;
  readonly lists: readonly ListFile[];
}

/** Watches the students of one run go by, and then lays what is given beside the inputs over its result. */
export interface BesideRun {
  readonly see: (student: StudentFile) => void;
  readonly apply: (result: RunResult) => RunResult;
}

export function besideRun(beside: Beside, policy: CompiledPolicy, given: StudentKinds): BesideRun {
  const { earlier, exported } = beside;
  const reach = countReach();
  const held = earlier?.evidence ?? [];
  const watch = watchLandings([...held.map(landingOf), ...(exported?.values() ?? [])]);
  const byStudent = new Map<string, EarlierEvidence[]>();
  for (const each of held) {
    const own = byStudent.get(each.student_id);
    if (own === undefined) byStudent.set(each.student_id, [each]);
    else own.push(each);
  }
  const withdrawn: Violation[] = [];
  return {
    see(student) {
      reach.see(student);
      watch.see(student);
      for (const each of byStudent.get(student.id) ?? []) {
        if (watch.landed.has(each.proposal_id)) withdrawn.push(...withdrawnEvidence(each, student, policy, given));
      }
    },
    apply(result) {
      const reached = { ...result, reach: reach.reach(result.files) };
      return laidOver(reached, beside, policy, watch.landed, withdrawn);
    },
  };
}

type StudentKinds = Parameters<typeof withdrawnEvidence>[3];

function laidOver(
  result: RunResult,
  beside: Beside,
  policy: CompiledPolicy,
  landed: ReadonlySet<string>,
  withdrawn: readonly Violation[],
): RunResult {
  const { earlier, accepted, exported, lists } = beside;
  let { proposals, violations, notes, rules } = result;
  if (earlier !== null) {
    violations = withMore(
      violations,
      withdrawn.map((each) => withSeverity(each, result.options)),
      byReportOrder,
    );
    rules = nowChecked(rules);
  }
  if (accepted !== null) {
    const { marked, reported } = withAccepted(violations, accepted, result.options.awardDate);
    violations = withMore(
      marked,
      reported.map((each) => withSeverity(each, result.options)),
      byReportOrder,
    );
    rules = { ...rules, run: [...rules.run, ...ACCEPTED_RULES.map(({ code }) => code)] };
  }
  if (exported !== null) {
    const marks = withPending(proposals, exported, landed, policy);
    proposals = marks.proposals;
    notes = [...notes, pendingNote(marks.waiting, totalsOf({ ...result, proposals }).proposals.pending)];
  }
  let since = result.since;
  if (earlier !== null) {
    violations = markedViolations(violations, earlier);
    proposals = markedProposals(proposals, earlier);
    since = sinceResult(earlier, violations, proposals, landed);
  }
  return {
    ...result,
    proposals,
    violations,
    notes,
    rules,
    ...(since === undefined ? {} : { since }),
    ...(lists.length === 0 ? {} : { lists }),
  };
}

function nowChecked(rules: RunResult["rules"]): RunResult["rules"] {
  const { code } = masteryEvidenceWithdrawn;
  return {
    ...rules,
    run: rules.run.includes(code) ? rules.run : [...rules.run, code],
    notChecked: rules.notChecked.filter((rule) => rule.code !== code),
  };
}

function pendingNote(waiting: number, { count: left, credits: sum }: ProposalTotals["pending"]): string {
  return `Of the records accepted before, ${counted(waiting, "record")} ${waiting === 1 ? "has" : "have"} not landed; ${counted(left, "proposal")} (${credits(sum)}) ${left === 1 ? "is" : "are"} left out of the import file for it.`;
}

/** With `failOnNew` what was known before makes no fault. */
export function exitCodeSince(result: RunResult, failOn: FailOn, failOnNew: boolean): ExitCode {
  return exitCodeOf(failOnNew ? unknown(result.violations) : result.violations, failOn);
}

function* unknown(violations: Iterable<Violation>): Iterable<Violation> {
  for (const violation of violations) if (violation.since !== "known") yield violation;
}
