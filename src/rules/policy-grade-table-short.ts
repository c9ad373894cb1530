import type { PolicyOutline, TestOutline } from "../policy/outline.js";
import { textOf } from "../policy/outlineRead.js";
import { type EvidenceLeaf, type EvidenceNode, isReadable, leavesOf, needs } from "../policy/outlineTree.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { testOf } from "../policy/references.js";
import { numberAt } from "../policy/scaleRange.js";
import { SCALES } from "../policy/schema.js";

/** What evidence can hold by, and have no mark for. */
type Gap =
  | { readonly kind: "level"; readonly level: string; readonly test: string }
  | {
      readonly kind: "score";
      readonly scale: string;
      readonly from: number;
      readonly first: number;
      readonly test: string;
    }
  | { readonly kind: "none"; readonly scale: "level" | "score" };

export const policyGradeTableShort = definePolicyRule<{ readonly gap: Gap; readonly tier: number }>({
  code: "policy-grade-table-short",
  severity: "warning",
  title: "Evidence can hold for which the grade has no mark.",
  why: "A grade is never defaulted, so a student who reached what is asked for would be refused for want of a mark.",
  remedy: "Say which mark that result comes to, or ask for more in the evidence.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const known = new Set(outline.tests.entries.flatMap(({ levels }) => levels.map(textOf)));
    for (const { raw, path, tiers, tiered, kind, gradeLevels } of outline.pathways.entries) {
      const table = tableOf(own(raw, "grade"), gradeLevels.map(textOf));
      if (table === null || kind === "waiver" || (tiered && own(raw, "evidence") !== undefined)) continue;
      // A level that no test has may be the one that is wanted, mistyped.
      if (!table.levels.every((level) => known.has(level))) continue;
      for (const [index, { evidence }] of tiers.entries()) {
        const gap = gapOf(outline, evidence.tree, table);
        if (gap === null) continue;
        const facts = { gap, tier: tiers.length > 1 ? index + 1 : 0 };
        hit({ facts, path: [...path, "grade", table.key], on: "key", value: table.key });
        break;
      }
    }
  },
  say({ gap, tier }) {
    const evidence = tier === 0 ? "the evidence" : `the evidence of tier ${tier}`;
    if (gap.kind === "level")
      return `${evidence} holds at level "${gap.level}" of "${gap.test}", and the grade has no mark for it.`;
    if (gap.kind === "score") {
      return `${evidence} holds from a ${gap.scale} of ${gap.from} on in "${gap.test}", and the lowest with a mark is ${gap.first}.`;
    }
    return `${evidence} can hold without a ${gap.scale}, and the mark comes from it.`;
  },
});

interface Table {
  readonly key: "byLevel" | "byScore" | "from";
  readonly scale: "level" | "score";
  /** The levels that have a mark. */
  readonly levels: readonly string[];
  /** The lowest score that has a mark; null where every score is one. */
  readonly first: number | null;
}

/** Null: one mark for all, or that of a course. */
function tableOf(grade: unknown, levels: readonly string[]): Table | null {
  if (levels.length > 0) return { key: "byLevel", scale: "level", levels, first: null };
  if (own(grade, "from") === "score") return { key: "from", scale: "score", levels: [], first: null };
  const byScore = own(grade, "byScore");
  if (!Array.isArray(byScore)) return null;
  const steps = byScore.map((step: unknown) => own(step, "min")).filter((min) => typeof min === "number");
  return steps.length < byScore.length || steps.length === 0
    ? null
    : { key: "byScore", scale: "score", levels: [], first: Math.min(...steps) };
}

/** What evidence can hold by and have no mark for; null: it always brings a mark, or nobody can say. */
function gapOf(outline: PolicyOutline, tree: EvidenceNode, table: Table): Gap | null {
  const gapIn = (leaf: EvidenceLeaf): Gap | null => leafGap(outline, leaf, table);
  if (!isReadable(tree) || needs(tree, (leaf) => gapIn(leaf) === null)) return null;
  const gaps = leavesOf(tree).map(gapIn);
  return gaps.find((gap) => gap !== null && gap.kind !== "none") ?? { kind: "none", scale: table.scale };
}

function leafGap(outline: PolicyOutline, leaf: EvidenceLeaf, table: Table): Gap | null {
  if (leaf.form !== "test") return { kind: "none", scale: table.scale };
  const test = testOf(outline, leaf.name);
  if (test === null || !test.scalesRead) return null;
  return table.scale === "level" ? levelGap(test, leaf, table) : scoreGap(outline, test, leaf, table);
}

function levelGap(test: TestOutline, leaf: EvidenceLeaf, table: Table): Gap | null {
  if (!test.scales.has("level")) return { kind: "none", scale: "level" };
  const order = test.levels.map(textOf);
  const min = order.indexOf(String(own(own(leaf.raw, "min"), "level")));
  const above = order.indexOf(String(own(own(leaf.raw, "above"), "level")));
  // By a score alone nobody can say which levels hold.
  if ((min < 0 && above < 0) || !test.levelsRead) return null;
  const level = order.slice(Math.max(min, above + 1)).find((one) => !table.levels.includes(one));
  return level === undefined ? null : { kind: "level", level, test: textOf(test.id) };
}

function scoreGap(outline: PolicyOutline, test: TestOutline, leaf: EvidenceLeaf, table: Table): Gap | null {
  // A test is graded on its first scale that is no level.
  const scale = SCALES.find((each) => each !== "level" && test.scales.has(each));
  if (scale === undefined) return { kind: "none", scale: "score" };
  const min = numberAt(outline, [...leaf.path, "min", scale]);
  const above = numberAt(outline, [...leaf.path, "above", scale]);
  const from = min ?? above;
  if (table.first === null || from === null) return null;
  // The next score above 89 may be 90: only what is further apart is a gap for sure.
  if (table.first <= (min === null ? from + 1 : from)) return null;
  return { kind: "score", scale, from, first: table.first, test: textOf(test.id) };
}
