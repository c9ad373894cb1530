import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { mistyped } from "../policy/references.js";

export const policyEquivalencyNotPreapproved = definePolicyRule<object>({
  code: "policy-equivalency-not-preapproved",
  severity: "warning",
  title: "An equivalency pathway does not ask for approval before the learning.",
  why: "Learning away from school is proposed and approved before it begins.",
  remedy: 'Add "approvalBefore": "evidence", and the "approvals" that it asks for.',
  cites: ["WAC 392-410-300"],
  check({ outline }, hit) {
    for (const { raw, method, path } of outline.pathways.entries) {
      if (method !== "equivalency" || own(raw, "approvalBefore") !== undefined || mistyped(raw, "approvalBefore"))
        continue;
      hit({ facts: {}, path });
    }
  },
  say: () => '"approvalBefore" is missing: nothing asks that the learning was approved before it began.',
});
