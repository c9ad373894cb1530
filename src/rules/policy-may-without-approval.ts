import { isReadable, needs } from "../policy/outlineTree.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { isObject, own } from "../policy/raw.js";
import { mistyped } from "../policy/references.js";

export const policyMayWithoutApproval = definePolicyRule<{ readonly stated: boolean }>({
  code: "policy-may-without-approval",
  severity: "warning",
  title: "Credit that may be given goes to import with no person's decision.",
  why: 'Where a policy says "may", somebody decides; nobody is asked here.',
  remedy:
    'Add "approvals" or "onRequest"; or write "strength": "will" where the policy says that credit will be given.',
  cites: ["HB"],
  check({ outline }, hit) {
    for (const { raw, path, kind, tiers } of outline.pathways.entries) {
      const strength = own(raw, "strength") ?? "may";
      if (strength !== "may" || kind === "waiver" || tiers.length === 0 || !isObject(raw)) continue;
      if (own(raw, "approvals") !== undefined || own(raw, "onRequest") === true) continue;
      if (["strength", "approvals", "onRequest"].some((key) => own(raw, key) === undefined && mistyped(raw, key)))
        continue;
      const trees = tiers.map((tier) => tier.evidence.tree);
      if (!trees.every(isReadable)) continue;
      if (trees.every((tree) => needs(tree, (leaf) => leaf.form === "approval"))) continue;
      const stated = own(raw, "strength") !== undefined;
      hit({ facts: { stated }, path: stated ? [...path, "strength"] : path, value: stated ? "may" : "" });
    }
  },
  say: ({ stated }) =>
    `the policy says "may"${stated ? "" : ' ("strength" is not stated)'}, and no approval or request stands before the import.`,
});
