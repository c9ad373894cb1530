import { conflictsIn } from "../data/designations.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly pairs: string;
}

export const designationConflictUnconfirmed = defineRule<"transcript", Facts>({
  code: "designation-conflict-unconfirmed",
  scope: "transcript",
  severity: "warning",
  title: "Designations stand together that the state may not allow.",
  why: "The state keeps a list of what Z cannot stand with, which could not be read; by analogy with the other letters this pair is unlikely.",
  remedy: "Ask the state office, or check in your student system that both letters are meant.",
  cites: ["HB"],
  needs: ["designations"],
  check(row, context, hit) {
    const pairs = conflictsIn(row.letters, "unconfirmed", context.policy.lists.conflicts);
    if (pairs.length === 0) return;
    const words = pairs.map((pair) => `${pair[0]} with ${pair[1]}`).join(", ");
    hit({ facts: { pairs: words }, column: "designations", value: row.designations });
  },
  say(facts) {
    return `${facts.pairs} may not be allowed on one record.`;
  },
});
