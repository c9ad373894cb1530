import { textOf } from "../policy/outlineRead.js";
import { shadowedPathways } from "../policy/outlineShadow.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyPathwayShadowed = definePolicyRule<{ readonly by: string }>({
  code: "policy-pathway-shadowed",
  severity: "warning",
  title: "An earlier pathway leaves this one nothing to give.",
  why: "Pathways are served in the order of the file, and the earlier one gives the same on the same or weaker evidence.",
  remedy: "Put the pathway that asks for more first, or take one of the two out.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { pathway, by } of shadowedPathways(outline)) {
      hit({ facts: { by: textOf(by.id) }, path: pathway.path });
    }
  },
  say: ({ by }) => `pathway "${by}" stands before it and gives the same on the same or weaker evidence.`,
});
