import { formatCredit } from "../../credit.js";
import { schoolYearOf } from "../../date.js";
import type { Proposal, Refusal, Violation } from "../../model.js";
import { byText } from "../../order.js";
import { reasonWords } from "../reasons.js";
import type { RunResult, StudentFacts } from "../result.js";
import { placeOf } from "../words.js";
import { titleOf } from "./charts.js";
import type { SeniorEntry, Standing } from "./payload.js";
import { turnOf } from "./turns.js";

/** Reasons that a further result, mark or signature can still turn; the rest are the policy's last word. */
const STEPS: ReadonlySet<string> = new Set([
  "evidence-missing-part",
  "mark-not-comparable",
  "evidence-not-met",
  "evidence-before-attempt",
  "grade-missing",
]);

const ORDER: readonly Standing[] = ["ready", "held", "blocked", "one step short", "waived"];

/** Whether a student is to graduate in the award date's school year: by class, or by grade level 12. */
export function isSenior(facts: StudentFacts, awardDate: string): boolean {
  return facts.classOf === String(schoolYearOf(awardDate)) || facts.gradeLevel === "12";
}

/** Takes what is listed, in this order: students, violations, proposals, refusals. */
export interface SeniorsCollector {
  student(facts: StudentFacts): void;
  violation(violation: Violation): void;
  proposal(proposal: Proposal): void;
  refusal(refusal: Refusal): void;
  /** As `seniorsOf`. */
  finish(): readonly SeniorEntry[];
}

export function collectSeniors(policy: RunResult["policy"], awardDate: string): SeniorsCollector {
  const seniors = new Map<string, StudentFacts>();
  const faults = faultsByPlace();
  const entries: SeniorEntry[] = [];
  return {
    student: (facts) => {
      if (isSenior(facts, awardDate)) seniors.set(facts.id, facts);
    },
    violation: faults.see,
    proposal: (proposal) => {
      const facts = seniors.get(proposal.studentId);
      if (facts !== undefined) entries.push(ofProposal(proposal, facts, policy));
    },
    refusal: (refusal) => {
      const facts = seniors.get(refusal.studentId);
      if (facts !== undefined) entries.push(...ofRefusal(refusal, facts, policy, faults.at));
    },
    finish: () => inOrder(entries),
  };
}

/**
 * What stands between seniors and credit, one line each: ready to import, held and by whom, blocked by a row to mend,
 * or refused for one reason alone that can still be met. Order: nearest to done first, then student.
 */
export function seniorsOf(result: RunResult): readonly SeniorEntry[] {
  const seniors = collectSeniors(result.policy, result.options.awardDate);
  for (const facts of result.students) seniors.student(facts);
  for (const violation of result.violations) seniors.violation(violation);
  for (const proposal of result.proposals) seniors.proposal(proposal);
  for (const refusal of result.refusals) seniors.refusal(refusal);
  return seniors.finish();
}

function inOrder(entries: readonly SeniorEntry[]): readonly SeniorEntry[] {
  return entries.toSorted(
    (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || byText(a.student, b.student),
  );
}

function ofProposal(proposal: Proposal, { id, schoolCode }: StudentFacts, policy: RunResult["policy"]): SeniorEntry {
  const waiver = proposal.status === "waiver";
  return {
    student: id,
    school: schoolCode,
    standing: waiver ? "waived" : proposal.status === "held" ? "held" : "ready",
    credits: proposal.credits + proposal.waived,
    what: courseName(policy.courses, proposal),
    pathway: titleOf(policy.pathways, proposal.pathway),
    because: proposal.missing.map(turnOf).join("; "),
  };
}

function ofRefusal(
  refusal: Refusal,
  { id, schoolCode }: StudentFacts,
  policy: RunResult["policy"],
  faultsAt: (place: string) => readonly string[],
): readonly SeniorEntry[] {
  const pathway = titleOf(policy.pathways, refusal.pathway);
  const common = { student: id, school: schoolCode, pathway, what: courseName(policy.courses, refusal) || pathway };
  if (refusal.reason === "doubtful-row") {
    const because = refusal.doubtful.map((row) => {
      const codes = faultsAt(placeOf(row));
      return `${placeOf(row)}${codes.length === 0 ? "" : `: ${codes.join(", ")}`}`;
    });
    const credits = refusal.waits.reduce((total, wait) => total + wait.credits, 0);
    const what = refusal.waits.map((wait) => `${courseName(policy.courses, wait)} (${formatCredit(wait.credits)})`);
    return [
      {
        ...common,
        standing: "blocked",
        credits,
        what: what.join(", ") || common.what,
        because: [...new Set(because)].join("; ") || refusal.note,
      },
    ];
  }
  const others = refusal.allReasons.filter((reason) => reason !== refusal.reason);
  if (others.length > 0 || !STEPS.has(refusal.reason)) return [];
  const because = refusal.note === "" ? reasonWords(refusal.reason).title : refusal.note;
  return [{ ...common, standing: "one step short", credits: 0, because }];
}

function courseName(
  titles: Readonly<Record<string, string>>,
  { course, part }: { readonly course: string; readonly part: string },
): string {
  const title = course === "" ? "" : titleOf(titles, course);
  return part === "" ? title : `${title} ${part}`;
}

/** Codes of the open violations at each place, each once. */
function faultsByPlace() {
  const faults = new Map<string, string[]>();
  return {
    see: (violation: Violation): void => {
      if (violation.status !== "open" || violation.line <= 0) return;
      const place = placeOf(violation);
      const codes = faults.get(place) ?? [];
      if (!codes.includes(violation.code)) codes.push(violation.code);
      faults.set(place, codes);
    },
    at: (place: string): readonly string[] => faults.get(place) ?? [],
  };
}
