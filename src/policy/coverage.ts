import { CHECKS } from "../decide/checks/index.js";
import type { CompiledPolicy, Pathway } from "./compiled.js";
import { evidenceRefs } from "./evidenceRefs.js";
import type { ExampleOutcome } from "./examples.js";

/** What the examples of a policy reach, and what none of them does. Every list is in the policy's own order. */
export interface Coverage {
  readonly pathways: Reach;
  /** `sba-math tier 2`, counted from 1, lowest first. */
  readonly tiers: Reach;
  /** Reasons for refusing that this policy can give. */
  readonly reasons: Reach;
}

export interface Reach {
  readonly reached: readonly string[];
  readonly missed: readonly string[];
}

/**
 * A pathway or a tier is reached where an example has a proposal of it, a reason where an example is refused for it.
 * Examples that could not be run reach nothing.
 */
export function coverageOf(policy: CompiledPolicy, outcomes: readonly ExampleOutcome[]): Coverage {
  const given = new Set<string>();
  const tiers = new Set<string>();
  const reasons = new Set<string>();
  for (const { proposals, refusals } of outcomes) {
    for (const { pathway, tier } of proposals) {
      given.add(pathway);
      if (tier !== null) tiers.add(tierName(pathway, tier));
    }
    for (const { reason } of refusals) reasons.add(reason);
  }
  const known = possibleReasons(policy);
  // The codes of rules that a record would break: no list of them can be made beforehand.
  const others = [...reasons].filter((reason) => !known.includes(reason)).sort();
  return {
    pathways: reach(
      policy.pathways.map((pathway) => pathway.id),
      given,
    ),
    tiers: reach(
      policy.pathways.flatMap((pathway) => (pathway.source.tiers ?? []).map((_, index) => tierName(pathway.id, index))),
      tiers,
    ),
    reasons: reach([...known, ...others], reasons),
  };
}

function tierName(pathway: string, tier: number): string {
  return `${pathway} tier ${tier + 1}`;
}

function reach(all: readonly string[], reached: ReadonlySet<string>): Reach {
  return { reached: all.filter((name) => reached.has(name)), missed: all.filter((name) => !reached.has(name)) };
}

/** Of each reason that hangs on a key of the policy: whether any pathway has it. Reasons not named can always be given. */
const POSSIBLE: Readonly<Record<string, (pathway: Pathway, policy: CompiledPolicy) => boolean>> = {
  "not-in-effect": ({ effectiveFrom, effectiveTo }) => effectiveFrom !== null || effectiveTo !== null,
  "not-eligible": ({ source }) => source.who !== undefined,
  "cte-excluded": ({ source, targets }) => !source.allowCte && targets.some((target) => target.course.cte),
  "evidence-missing-part": (pathway) => testsOf(pathway).some((test) => test.parts !== undefined),
  "mark-not-comparable": (pathway, { source }) =>
    source.marks.credit.length > 0 &&
    refsOf(pathway).some(({ courses, subjects }) =>
      [...courses, ...subjects].some(({ minMark }) => minMark !== undefined && minMark !== "credit"),
    ),
  "tries-exhausted": (pathway, { testByName }) =>
    testsOf(pathway).some(
      (test) => test.maxTries !== undefined || testByName.get(test.test)?.maxTriesPerWindow !== undefined,
    ),
  "evidence-before-attempt": (pathway) => pathway.beforeEvidence,
  "attempt-forbidden": ({ source }) => source.attempt.is === "forbidden",
  "barred-by-course": ({ source }) => source.barredBy !== undefined,
  "no-lost-credit": needsLoss,
  "attempt-mark-not-listed": (pathway) => needsLoss(pathway) && pathway.source.attempt.marks !== undefined,
  "attempt-too-old": (pathway) => needsLoss(pathway) && pathway.source.attempt.withinMonths !== undefined,
  "attempt-summer": (pathway) => needsLoss(pathway) && pathway.source.attempt.regularYear !== undefined,
  "attempt-out-of-district": (pathway) => needsLoss(pathway) && pathway.source.attempt.inDistrict !== undefined,
  "attempt-grade-level": (pathway) => needsLoss(pathway) && pathway.source.attempt.gradeLevels !== undefined,
  "pathway-ceiling": ({ source, tiers }) => source.award.upTo !== undefined || tiers.some((tier) => tier.upTo !== null),
  "cap-reached": (_, { caps }) => caps.length > 0,
  shadowed: (_, { pathways }) => pathways.length > 1,
  "grade-missing": ({ grade }) => grade !== null && !("mark" in grade),
  "not-preapproved": ({ source }) => source.approvalBefore !== undefined,
  "request-too-late": ({ source }) => source.requestWithinDays !== undefined,
  "approval-denied": ({ approvals }) => approvals.length > 0,
  // The place of every rule that a record would break; its own name is never a reason.
  "record-breaks-rule": () => false,
};

function needsLoss({ source }: Pathway): boolean {
  return source.attempt.is === "required" || source.award.take === "lost";
}

function refsOf(pathway: Pathway) {
  return pathway.tiers.map((tier) => evidenceRefs(tier.evidence));
}

function testsOf(pathway: Pathway) {
  return refsOf(pathway).flatMap((refs) => refs.tests);
}

function possibleReasons(policy: CompiledPolicy): readonly string[] {
  return CHECKS.map((check) => check.reason).filter((reason) => {
    const possible = POSSIBLE[reason];
    return possible === undefined || policy.pathways.some((pathway) => possible(pathway, policy));
  });
}
