import { definePolicyRule } from "../policy/policyRule.js";

export const policyTiersNotRising = definePolicyRule<{ readonly upTo: number; readonly before: number }>({
  code: "policy-tiers-not-rising",
  severity: "error",
  title: "The ceilings of the tiers do not rise.",
  why: "The highest tier that holds decides; one that gives no more than a lower tier would take credit away or decide nothing.",
  remedy: 'List the tiers lowest first, each with a higher "upTo" than the one before.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const pathway of outline.pathways.entries) {
      let before: number | null = null;
      for (const { upTo } of pathway.tiers) {
        if (upTo === null) continue;
        if (before !== null && upTo.value <= before) {
          hit({ facts: { upTo: upTo.value, before }, path: upTo.path, value: String(upTo.value) });
        }
        before = upTo.value;
      }
    }
  },
  say: ({ upTo, before }) =>
    `this tier gives up to ${upTo}, which is not more than the ${before} of the tier before it.`,
});
