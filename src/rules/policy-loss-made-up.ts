import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";

export const policyLossMadeUp = definePolicyRule<{ readonly tiers: number }>({
  code: "policy-loss-made-up",
  severity: "warning",
  title: "Tiers follow a loss that can be made up before a higher tier is reached.",
  why: "A loss that has been made up admits nothing more, so a student who reaches a higher tier later gets nothing for it.",
  remedy: 'Let "attempt" be "irrelevant" where a later, better result should give more; leave it where it should not.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { raw, attemptIs, take, tiered, tiers, awardPath } of outline.pathways.entries) {
      if (take !== "open" || attemptIs !== "required" || !tiered || tiers.length < 2) continue;
      if (own(raw, "evidence") !== undefined) continue;
      hit({ facts: { tiers: tiers.length }, path: [...awardPath, "take"], value: take });
    }
  },
  say: ({ tiers }) =>
    `"take" is "open" and an attempt is required: once the loss is made up, no higher of the ${tiers} tiers gives anything more.`,
});
