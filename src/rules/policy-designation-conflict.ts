import { conflictsIn } from "../data/designations.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyDesignationConflict = definePolicyRule<{ readonly pairs: readonly string[] }>({
  code: "policy-designation-conflict",
  severity: "warning",
  title: "A pathway gives designations together that the state does not allow.",
  why: "Credit by a competency test is no credit by a course of that kind, so every record would be faulty.",
  remedy: "Leave the letter that says how the credit was earned.",
  cites: ["HB", "TFAQ"],
  check({ outline, lists }, hit) {
    for (const { designations, kind } of outline.pathways.entries) {
      const [first] = designations ?? [];
      if (designations === null || first === undefined || kind === "waiver") continue;
      const letters = designations.map((letter) => letter.text).join("");
      const pairs = conflictsIn(letters, "confirmed", lists.conflicts);
      if (pairs.length > 0) hit({ facts: { pairs }, path: first.path.slice(0, -1), value: letters });
    }
  },
  say: ({ pairs }) => `${pairs.map((pair) => `${pair[0]} with ${pair[1]}`).join(", ")} cannot stand on one record.`,
});
