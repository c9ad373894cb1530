import { conflictsIn } from "../data/designations.js";
import { statedLetters } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyDesignationConflict = definePolicyRule<{ readonly pairs: readonly string[] }>({
  code: "policy-designation-conflict",
  severity: "warning",
  title: "A pathway gives designations together that the state does not allow.",
  why: "Credit by a competency test is no credit by a course of that kind, so every record would be faulty.",
  remedy: "Leave the letter that says how the credit was earned.",
  cites: ["HB", "TFAQ"],
  check({ outline, lists }, hit) {
    for (const pathway of outline.pathways.entries) {
      const stated = statedLetters(pathway);
      if (stated === null) continue;
      const letters = stated.letters.join("");
      const pairs = conflictsIn(letters, "confirmed", lists.conflicts);
      if (pairs.length > 0) hit({ facts: { pairs }, path: stated.path, value: letters });
    }
  },
  say: ({ pairs }) => `${pairs.map((pair) => `${pair[0]} with ${pair[1]}`).join(", ")} cannot stand on one record.`,
});
