import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly mark: string;
}

export const markUnknown = defineRule<"transcript", Facts>({
  code: "mark-unknown",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A mark is not one that the policy knows.",
  why: "Whether it earns credit is never guessed.",
  remedy: "Add the mark to the policy's marks, or correct or fill it in in your student system.",
  cites: ["LAYOUT", "POLICY"],
  check(row, _context, hit) {
    if (row.markKind !== null) return;
    hit({ facts: { mark: row.mark }, column: "mark", value: row.mark });
  },
  say(facts) {
    return facts.mark === ""
      ? "The mark is blank, and the policy knows no blank mark."
      : `The mark ${shown(facts.mark)} is not in the marks of the policy.`;
  },
});
