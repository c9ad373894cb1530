import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";

export const policyNetNotUsed = definePolicyRule<{ readonly why: string }>({
  code: "policy-net-not-used",
  severity: "warning",
  title: "It is said whether class credit is taken off the ceiling where there is none.",
  why: "What is written would have no effect.",
  remedy: 'Take "netOfClassCredit" out, or give "take": "open" and an "upTo".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { raw, take, net, tiered } of outline.pathways.entries) {
      if (net === null || take === "") continue;
      if (take !== "open") hit({ facts: { why: '"take" is not "open"' }, path: net.path, on: "key" });
      else if (!tiered && own(own(raw, "award"), "upTo") === undefined) {
        hit({ facts: { why: 'there is no "upTo"' }, path: net.path, on: "key" });
      }
    }
  },
  say: ({ why }) => `"netOfClassCredit" has no meaning here, since ${why}.`,
});
