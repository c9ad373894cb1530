import { conflictsIn } from "../data/designations.js";
import { statedLetters } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyDesignationConflictUnconfirmed = definePolicyRule<{ readonly pairs: readonly string[] }>({
  code: "policy-designation-conflict-unconfirmed",
  severity: "warning",
  title: "A pathway gives designations together that the state may not allow.",
  why: "The state keeps a list of what Z cannot stand with, which could not be read; by analogy with the other letters this pair is unlikely.",
  remedy: "Ask the state office, or leave one of the two letters.",
  cites: ["HB"],
  check({ outline, lists }, hit) {
    for (const pathway of outline.pathways.entries) {
      const stated = statedLetters(pathway);
      if (stated === null) continue;
      const letters = stated.letters.join("");
      const pairs = conflictsIn(letters, "unconfirmed", lists.conflicts);
      if (pairs.length > 0) hit({ facts: { pairs }, path: stated.path, value: letters });
    }
  },
  say: ({ pairs }) =>
    `${pairs.map((pair) => `${pair[0]} with ${pair[1]}`).join(", ")} may not be allowed on one record.`,
});
