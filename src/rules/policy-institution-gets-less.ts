import type { PathwayOutline } from "../policy/outline.js";
import { admitsInstitution, floorPathways } from "../policy/outlineInstitution.js";
import type { Numbered } from "../policy/outlineRead.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

/** What the law gives at least. */
const FLOOR = 1;

export const policyInstitutionGetsLess = definePolicyRule<{
  readonly upTo: number;
  readonly least: number;
  readonly test: string;
}>({
  code: "policy-institution-gets-less",
  severity: "warning",
  title: "Students in institutional facilities get less for a GED or language test than they are due.",
  why: "Students in or released from institutional education get at least one credit for meeting the standard, and no less than others.",
  remedy: 'Raise the "upTo" of their pathway.',
  cites: ["RCW 28A.320.192"],
  check({ outline }, hit) {
    const said = new Set<Numbered>();
    for (const { test, pathways } of floorPathways(outline)) {
      const theirs = highest(pathways.filter(admitsInstitution));
      if (theirs === null || theirs.upTo === null || said.has(theirs.upTo)) continue;
      const others = highest(pathways.filter((pathway) => !admitsInstitution(pathway)));
      // Others without a ceiling are limited by their courses alone, which can't be compared.
      const least = Math.max(FLOOR, others?.upTo?.value ?? FLOOR);
      if (theirs.upTo.value >= least) continue;
      said.add(theirs.upTo);
      const facts = { upTo: theirs.upTo.value, least, test: textOf(test.id) };
      hit({ facts, path: theirs.upTo.path, value: String(theirs.upTo.value) });
    }
  },
  say: ({ upTo, least, test }) =>
    `students in an institution get up to ${upTo} for the test "${test}", and are due ${least}${least > FLOOR ? ", as others are" : " at least"}.`,
});

/** The highest ceiling of these pathways; `upTo` null: one has none. Null: there is no pathway. */
function highest(pathways: readonly PathwayOutline[]): { readonly upTo: Numbered | null } | null {
  let best: Numbered | null = null;
  for (const pathway of pathways) {
    const upTo = ceilingOf(pathway);
    if (upTo === null) return { upTo: null };
    if (best === null || upTo.value > best.value) best = upTo;
  }
  return best === null ? null : { upTo: best };
}

/** The most that a pathway gives: its own ceiling or that of its highest tier, the lower of the two. */
function ceilingOf({ upTo, tiers }: PathwayOutline): Numbered | null {
  const last = tiers.at(-1)?.upTo ?? null;
  if (upTo === null || last === null) return upTo ?? last;
  return last.value < upTo.value ? last : upTo;
}
