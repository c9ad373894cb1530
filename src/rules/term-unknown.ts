import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly term: string;
  readonly known: readonly string[];
}

export const termUnknown = defineRule<"transcript", Facts>({
  code: "term-unknown",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A term is not in the calendar of the policy.",
  why: "When the course ended cannot be told, nor which part of a course it was.",
  remedy: "Correct the term in your student system, or add it to the calendar in the policy.",
  cites: ["LAYOUT", "POLICY"],
  needs: ["calendar"],
  check(row, context, hit) {
    if (row.term === "" || row.termDef !== null) return;
    const known = context.policy.terms.map((term) => term.id);
    hit({ facts: { term: row.term, known }, column: "term", value: row.term });
  },
  say(facts) {
    return `The term ${shown(facts.term)} is not in the calendar of the policy (${facts.known.join(", ")}).`;
  },
});
