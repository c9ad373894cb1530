import { definePolicyRule } from "../policy/policyRule.js";
import { entriesById } from "../policy/references.js";

export const policyAttemptMarkIgnored = definePolicyRule<{ readonly mark: string }>({
  code: "policy-attempt-mark-ignored",
  severity: "warning",
  title: "An ignored mark is named as one that loses credit.",
  why: "A row with an ignored mark is no attempt, so that this mark never opens the pathway.",
  remedy: 'Take the mark out, or move it to "noCredit" or "incomplete".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const marks = entriesById(outline.marks);
    for (const { attemptMarks } of outline.pathways.entries) {
      for (const { text, path } of attemptMarks) {
        if (marks.get(text)?.kind === "ignored") hit({ facts: { mark: text }, path, value: text });
      }
    }
  },
  say: ({ mark }) => `the mark "${mark}" stands under "ignored", so that a row with it is no attempt.`,
});
