import { definePolicyRule } from "../policy/policyRule.js";

export const policyNoDocument = definePolicyRule<object>({
  code: "policy-no-document",
  severity: "error",
  title: "The policy lists no adopted document.",
  why: "Mastery-based credit rests on a written policy that the board has adopted.",
  remedy: 'Add at least one document under "policies", with its number and when it was adopted.',
  cites: ["WAC 180-51-051"],
  check({ outline }, hit) {
    const { complete, entries, path } = outline.documents;
    if (complete && entries.length === 0) hit({ facts: {}, path });
  },
  say: () => `"policies" is empty: no adopted document is named.`,
});
