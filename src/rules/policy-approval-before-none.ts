import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";

export const policyApprovalBeforeNone = definePolicyRule<object>({
  code: "policy-approval-before-none",
  severity: "warning",
  title: "An approval must come before the learning, and no approval is asked for.",
  why: "There is none whose day could be compared, so the clause keeps nobody from credit.",
  remedy: 'Name under "approvals" who must agree before the learning begins, or remove "approvalBefore".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { raw, path, approvals } of outline.pathways.entries) {
      if (own(raw, "approvalBefore") !== "evidence" || approvals.length > 0) continue;
      // What is there and could not be read is a fault of form.
      const given = own(raw, "approvals");
      if (given !== undefined && !(Array.isArray(given) && given.length === 0)) continue;
      hit({ facts: {}, path: [...path, "approvalBefore"], on: "key", value: "approvalBefore" });
    }
  },
  say: () => '"approvalBefore" stands without "approvals": no role has to agree.',
});
