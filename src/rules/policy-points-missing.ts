import { leavesOf } from "../policy/outlineTree.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { isObject, own } from "../policy/raw.js";

export const policyPointsMissing = definePolicyRule<object>({
  code: "policy-points-missing",
  severity: "warning",
  title: "An average of marks is asked for, and no mark has points.",
  why: "Without points there is no average, so the evidence never holds.",
  remedy: 'Say under "marks", in "points", what each mark is worth.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const points = own(own(outline.raw, "marks"), "points");
    if (points !== undefined && !(isObject(points) && Object.keys(points).length === 0)) return;
    for (const { evidence } of outline.pathways.entries.flatMap((pathway) => pathway.tiers)) {
      for (const { form, path, raw } of leavesOf(evidence.tree)) {
        if (form !== "course" || own(own(raw, "parts"), "rule") !== "average") continue;
        hit({ facts: {}, path });
      }
    }
  },
  say: () => '"marks" has no "points", by which an average could be told.',
});
