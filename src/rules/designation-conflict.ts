import { conflictsIn } from "../data/designations.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly pairs: string;
}

export const designationConflict = defineRule<"transcript", Facts>({
  code: "designation-conflict",
  scope: "transcript",
  severity: "error",
  title: "Designations stand together that the state does not allow.",
  why: "Credit by a competency test is no credit by a course of that kind, so one of the letters is wrong.",
  remedy: "Take out the letter that is wrong in your student system, and export again.",
  cites: ["HB", "TFAQ"],
  needs: ["designations"],
  check(row, context, hit) {
    const pairs = conflictsIn(row.letters, "confirmed", context.policy.lists.conflicts);
    if (pairs.length === 0) return;
    const words = pairs.map((pair) => `${pair[0]} with ${pair[1]}`).join(", ");
    hit({ facts: { pairs: words }, column: "designations", value: row.designations });
  },
  say(facts) {
    return `${facts.pairs} cannot stand on one record.`;
  },
});
