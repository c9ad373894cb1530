import { entryOf } from "../at.js";
import type { PathwayOutline, PolicyOutline, TargetOutline, TierOutline } from "./outline.js";
import { implication, sameValue } from "./outlineImplies.js";
import { periodOf } from "./outlineReach.js";
import { leavesOf } from "./outlineTree.js";
import { isObject, own } from "./raw.js";

/** With so many earlier pathways of one course and one piece of evidence a pathway is compared, not with all. */
const MOST = 16;

/**
 * For each pathway that an earlier one leaves nothing to: the first such that is found. An earlier pathway does so when
 * its targets are the same or wider, its evidence and every condition the same or weaker, and its ceiling no lower. What
 * can't be told is no. Compared are pathways that share a target and a piece of evidence: the earlier ones with the
 * fewest conditions, since those are the likeliest, and the first that is the very same; so that time grows with the
 * policy and not with its square.
 */
export function shadowedPathways(
  outline: PolicyOutline,
): readonly { readonly pathway: PathwayOutline; readonly by: PathwayOutline }[] {
  const implies = implication(outline);
  const earlier = new Map<string, PathwayOutline[]>();
  const twins = new Map<string, PathwayOutline>();
  const weights = new Map<PathwayOutline, number>();
  const found: { pathway: PathwayOutline; by: PathwayOutline }[] = [];
  for (const pathway of outline.pathways.entries) {
    const rivals = new Set(keysOf(pathway, pathway.targets.slice(0, 1)).flatMap((key) => earlier.get(key) ?? []));
    const same = sameKey(pathway);
    const twin = twins.get(same);
    if (twin === undefined) twins.set(same, pathway);
    else rivals.add(twin);
    const inOrder = [...rivals].toSorted((a, b) => orderOf(a) - orderOf(b));
    const by = inOrder.find((rival) => takesAll(outline, rival, pathway, implies));
    if (by !== undefined) found.push({ pathway, by });
    weights.set(pathway, weightOf(pathway));
    for (const key of keysOf(pathway, pathway.targets)) {
      const known = earlier.get(key);
      if (known === undefined) earlier.set(key, [pathway]);
      else keep(known, pathway, weights);
    }
  }
  return found;
}

function orderOf(pathway: PathwayOutline): number {
  return Number(pathway.path.at(-1));
}

/** Puts a pathway among the lightest, earlier ones first, and drops the heaviest where there are too many. */
function keep(known: PathwayOutline[], pathway: PathwayOutline, weights: ReadonlyMap<PathwayOutline, number>): void {
  const weight = entryOf(weights, pathway);
  const at = known.findLastIndex((other) => entryOf(weights, other) <= weight) + 1;
  known.splice(at, 0, pathway);
  if (known.length > MOST) known.pop();
}

/** How much a pathway asks for: its conditions, its pieces of evidence and its ceiling. */
function weightOf({ raw, tiers, upTo }: PathwayOutline): number {
  const conditions = ["who", "attempt", "barredBy"].map((key) => Object.keys(Object(own(raw, key))).length);
  const asked = ["approvals", "onRequest", "approvalBefore", "requestWithinDays", "effectiveTo"];
  const leaves = tiers.map((tier) => leavesOf(tier.evidence.tree).length);
  const others = asked.filter((key) => own(raw, key) !== undefined).length + (upTo === null ? 0 : 1);
  return [...conditions, ...leaves].reduce((sum, count) => sum + count, others);
}

const CONDITIONS = ["who", "attempt", "barredBy", "evidence", "tiers", "award", "approvals", "onRequest"];

/** Equal for pathways whose conditions, evidence and award are written alike. */
function sameKey({ raw }: PathwayOutline): string {
  return JSON.stringify(CONDITIONS.map((key) => own(raw, key) ?? null));
}

function keysOf(pathway: PathwayOutline, targets: readonly TargetOutline[]): readonly string[] {
  const leaves = pathway.tiers.flatMap((tier) => leavesOf(tier.evidence.tree));
  const names = new Set(leaves.map((leaf) => `${leaf.form} ${leaf.name?.text}`));
  const courses = new Set(targets.map((target) => target.course?.text));
  return [...courses].flatMap((course) => [...names].map((name) => JSON.stringify([course, name])));
}

type Implies = ReturnType<typeof implication>;

function takesAll(outline: PolicyOutline, first: PathwayOutline, second: PathwayOutline, implies: Implies): boolean {
  const [a, b] = [first.raw, second.raw];
  if (first.tiers.some(isSpecial) || second.tiers.some(isSpecial)) return false;
  return (
    first.kind === second.kind &&
    (first.take === second.take || (first.take === "open" && second.take === "lost")) &&
    (first.split || !second.split) &&
    sameValue(own(own(a, "award"), "atLeast"), own(own(b, "award"), "atLeast")) &&
    (own(own(a, "award"), "netOfClassCredit") !== true || own(own(b, "award"), "netOfClassCredit") === true) &&
    (own(a, "allowCte") === true || own(b, "allowCte") !== true) &&
    second.targets.every((target) => first.targets.some((wider) => holdsTarget(wider, target))) &&
    admitsWho(own(a, "who"), own(b, "who")) &&
    admitsAttempt(outline, first, second) &&
    admitsBars(own(a, "barredBy"), own(b, "barredBy")) &&
    asksNoMore(first, second) &&
    isInEffectWith(outline, first, second) &&
    (own(own(a, "grade"), "mark") !== undefined || sameValue(own(a, "grade"), own(b, "grade"))) &&
    second.tiers.length > 0 &&
    second.tiers.every((tier) =>
      first.tiers.some(
        (other) => ceiling(first, other) >= ceiling(second, tier) && implies(tier.evidence.tree, other.evidence.tree),
      ),
    )
  );
}

/** Targets of its own, or results that a lower tier has not used: then it can't be told. */
function isSpecial({ raw }: TierOutline): boolean {
  return ["fresh", "courses", "split"].some((key) => own(raw, key) !== undefined);
}

function ceiling(pathway: PathwayOutline, tier: TierOutline): number {
  return Math.min(pathway.upTo?.value ?? Number.POSITIVE_INFINITY, tier.upTo?.value ?? Number.POSITIVE_INFINITY);
}

function holdsTarget(wider: TargetOutline, target: TargetOutline): boolean {
  if (wider.course === null || wider.course.text !== target.course?.text) return false;
  if (wider.parts === null) return true;
  const parts = new Set(wider.parts.map((part) => part.text));
  return target.parts?.every((part) => parts.has(part.text)) === true;
}

/** Whether every entry of `b` is one of `a`; a list that is not there lets all through. */
function isWider(a: unknown, b: unknown): boolean {
  if (a === undefined) return true;
  return Array.isArray(a) && Array.isArray(b) && b.every((entry) => a.some((known) => sameValue(known, entry)));
}

/** Whether every entry of `a`, a list of what keeps students out, is one of `b`. */
function isNarrower(a: unknown, b: unknown): boolean {
  return a === undefined || isWider(b ?? [], a);
}

function admitsWho(a: unknown, b: unknown): boolean {
  const listed = (key: string): boolean =>
    isWider(own(own(a, key), "any"), own(own(b, key), "any")) &&
    isNarrower(own(own(a, key), "none"), own(own(b, key), "none"));
  return (
    isWider(own(a, "gradeLevels"), own(b, "gradeLevels")) &&
    isWider(own(a, "classOf"), own(b, "classOf")) &&
    listed("programs") &&
    listed("status")
  );
}

function admitsAttempt(outline: PolicyOutline, first: PathwayOutline, second: PathwayOutline): boolean {
  const [a, b] = [own(first.raw, "attempt"), own(second.raw, "attempt")];
  const beforeEvidence = (pathway: PathwayOutline, attempt: unknown): boolean =>
    own(attempt, "beforeEvidence") === true ||
    (own(attempt, "beforeEvidence") === undefined && pathway.method === "next-course");
  const within = [own(a, "withinMonths"), own(b, "withinMonths")];
  return (
    isObject(a) &&
    isObject(b) &&
    (first.attemptIs === second.attemptIs || (first.attemptIs === "irrelevant" && second.attemptIs !== "")) &&
    isWider(marksOf(outline, first), marksOf(outline, second)) &&
    (within[0] === undefined || Number(within[0]) >= Number(within[1])) &&
    ["regularYear", "inDistrict"].every((key) => own(a, key) === undefined || own(b, key) !== undefined) &&
    isWider(own(a, "gradeLevels"), own(b, "gradeLevels")) &&
    (!beforeEvidence(first, a) || beforeEvidence(second, b)) &&
    (own(b, "exceptions") === undefined || sameValue(own(a, "exceptions"), own(b, "exceptions")))
  );
}

function marksOf(outline: PolicyOutline, { attemptMarks }: PathwayOutline): readonly string[] {
  if (attemptMarks.length > 0) return attemptMarks.map((mark) => mark.text);
  const lost = outline.marks.entries.filter(({ kind }) => kind === "noCredit" || kind === "incomplete");
  return lost.map((mark) => mark.text);
}

function admitsBars(a: unknown, b: unknown): boolean {
  return ["creditIn", "attemptIn"].every((key) => isNarrower(own(a, key), own(b, key)));
}

function asksNoMore({ raw: a }: PathwayOutline, { raw: b }: PathwayOutline): boolean {
  return (
    isNarrower(own(a, "approvals"), own(b, "approvals")) &&
    (own(a, "onRequest") !== true || own(b, "onRequest") === true) &&
    ["approvalBefore", "requestWithinDays"].every(
      (key) => own(a, key) === undefined || sameValue(own(a, key), own(b, key)),
    )
  );
}

/** Whether the first is in effect on every day on which the second is. */
function isInEffectWith(outline: PolicyOutline, first: PathwayOutline, second: PathwayOutline): boolean {
  const [a, b] = [periodOf(outline, first), periodOf(outline, second)];
  return (
    (a.from === null || (b.from !== null && a.from.text <= b.from.text)) &&
    (a.to === null || (b.to !== null && a.to.text >= b.to.text))
  );
}
