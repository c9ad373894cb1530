import { implication } from "../policy/outlineImplies.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";

export const policyTierNeverDecides = definePolicyRule<{ readonly higher: number }>({
  code: "policy-tier-never-decides",
  severity: "warning",
  title: "A tier can never decide.",
  why: "The highest tier whose evidence holds decides, and a higher one holds whenever this one does.",
  remedy: "Let each higher tier ask for more than the one below it, or take this tier out.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { raw, tiered, tiers } of outline.pathways.entries) {
      if (!tiered || own(raw, "evidence") !== undefined) continue;
      const implies = implication(outline);
      tiers.forEach((tier, index) => {
        // With other targets, or results that a lower tier has not used, a higher tier may have nothing to give.
        const above = tiers.findIndex(
          ({ raw: higher, evidence }, at) =>
            at > index &&
            own(higher, "fresh") === undefined &&
            own(higher, "courses") === undefined &&
            implies(tier.evidence.tree, evidence.tree),
        );
        if (above >= 0) hit({ facts: { higher: above + 1 }, path: tier.path });
      });
    }
  },
  say: ({ higher }) => `this tier never decides, since tier ${higher} holds whenever it does.`,
});
