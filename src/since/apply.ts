import { type Accepted, withAccepted } from "../accepted/list.js";
import type { FailOn } from "../exit.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import { asShown, switchedOff } from "../frame.js";
import type { Violation } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { byReportOrder } from "../report/order.js";
import type { ListFile, RunResult } from "../report/result.js";
import { withMore } from "../report/sequence.js";
import { credits } from "../report/summary.js";
import { type ProposalTotals, totalsOf } from "../report/totals.js";
import { counted } from "../report/words.js";
import { ACCEPTED_RULES } from "../rules/compareIndex.js";
import { masteryEvidenceWithdrawn } from "../rules/mastery-evidence-withdrawn.js";
import type { Run } from "../run.js";
import type { Earlier } from "./earlier.js";
import type { Landing } from "./landed.js";
import { markedProposals, markedViolations, sinceResult, withPending } from "./mark.js";
import type { Watched } from "./watch.js";

/** What a person gives beside the inputs. All of it changes what is shown or exported, never a decision. */
export interface Beside {
  readonly earlier: Earlier | null;
  readonly accepted: readonly Accepted[] | null;
  /** Records that decision logs say were accepted, by proposal id; null: no log was given. */
  readonly exported: ReadonlyMap<string, Landing> | null;
  readonly lists: readonly ListFile[];
}

/** What a run must look for; null: nothing. */
export function watchedBy({ earlier, exported }: Beside): Watched | null {
  const evidence = earlier?.evidence ?? [];
  const records = [...(exported?.values() ?? [])];
  return evidence.length + records.length === 0 ? null : { evidence, exported: records };
}

/** Lays what is given beside the inputs over the result of a run. */
export function besideRun(
  beside: Beside,
  policy: CompiledPolicy,
  run: Pick<Run, "result" | "reach" | "seen">,
): RunResult {
  const { result, reach, seen } = run;
  return laidOver({ ...result, reach }, beside, policy, new Set(seen.landed), seen.withdrawn);
}

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
    violations = withMore(violations, asShown(withdrawn, result.options), byReportOrder);
    rules = switchedOff(nowChecked(rules), result.options);
  }
  if (accepted !== null) {
    const shown = accepted.filter(({ code }) => !rules.off.includes(code));
    const { marked, reported } = withAccepted(violations, shown, result.options.awardDate);
    violations = withMore(marked, asShown(reported, result.options), byReportOrder);
    rules = switchedOff({ ...rules, run: [...rules.run, ...ACCEPTED_RULES.map(({ code }) => code)] }, result.options);
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
    since = sinceResult(earlier, violations, proposals, landed, rules.off);
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
