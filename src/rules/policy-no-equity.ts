import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { mistyped } from "../policy/references.js";

export const policyNoEquity = definePolicyRule<{ readonly there: boolean }>({
  code: "policy-no-equity",
  severity: "error",
  title: "The policy has no equity provision.",
  why: "A written policy must say how cultural responsiveness and equity are ensured.",
  remedy: 'Add "equity" with the "provision" in the words of the adopted policy.',
  cites: ["WAC 180-51-051(3)(a)"],
  check({ outline }, hit) {
    if (outline.equity === null) {
      if (!mistyped(outline.raw, "equity")) hit({ facts: { there: false }, path: [] });
      return;
    }
    const provision = own(outline.equity.raw, "provision");
    if (typeof provision === "string" && provision.trim() === "") {
      hit({ facts: { there: true }, path: [...outline.equity.path, "provision"] });
    }
  },
  say: ({ there }) => (there ? "the equity provision is empty." : "the policy has no equity provision."),
});
