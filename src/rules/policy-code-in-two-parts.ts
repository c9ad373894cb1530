import { sharedCodes } from "../policy/outlineMatch.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyCodeInTwoParts = definePolicyRule<{
  readonly code: string;
  readonly first: string;
  readonly second: string;
}>({
  code: "policy-code-in-two-parts",
  severity: "warning",
  title: "Two parts of a course share a district code, and no terms tell them apart.",
  why: "Every row with that code would go to the part that is listed first.",
  remedy: 'Give the two parts different codes, or "terms" that differ.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    if (!outline.terms.complete) return;
    for (const course of outline.courses.entries) {
      for (const { code, first, second } of sharedCodes(outline, course)) {
        const facts = { code: code.text, first: textOf(first.id), second: textOf(second.id) };
        hit({ facts, path: code.path, value: code.text });
      }
    }
  },
  say: ({ code, first, second }) =>
    `the code "${code}" stands for the parts "${first}" and "${second}", and no terms tell them apart.`,
});
