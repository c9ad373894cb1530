import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { mistyped } from "../policy/references.js";

export const policyNetNotSaid = definePolicyRule<{ readonly upTo: string }>({
  code: "policy-net-not-said",
  severity: "error",
  title: "It is not said whether class credit is taken off the ceiling.",
  why: "The two readings give different credit, and neither is a safe default.",
  remedy:
    'Add "netOfClassCredit" to "award": true where the ceiling includes class credit that the student holds, else false.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { raw, take, net, awardPath, tiered } of outline.pathways.entries) {
      const award = own(raw, "award");
      const upTo = own(award, "upTo") !== undefined ? "award" : tiered ? "tiers" : "";
      if (take !== "open" || upTo === "" || net !== null || mistyped(award, "netOfClassCredit")) continue;
      hit({ facts: { upTo }, path: awardPath });
    }
  },
  say: ({ upTo }) =>
    `"netOfClassCredit" is missing: "take" is "open" and "upTo" stands ${upTo === "award" ? "beside it" : "in the tiers"}.`,
});
