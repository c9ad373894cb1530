import { definePolicyRule } from "../policy/policyRule.js";
import { entriesById } from "../policy/references.js";

export const policyMarkEarnsNothing = definePolicyRule<{ readonly mark: string; readonly kind: string }>({
  code: "policy-mark-earns-nothing",
  severity: "warning",
  title: "A pathway gives a mark that earns no credit.",
  why: "Credit on such a mark is a fault of the record, so nothing would ever be proposed.",
  remedy: 'Give a mark of "ranked" or of "credit".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const marks = entriesById(outline.marks);
    for (const { gradeMarks, kind: award } of outline.pathways.entries) {
      for (const { text, path } of award === "waiver" ? [] : gradeMarks) {
        const kind = marks.get(text)?.kind;
        if (kind === undefined || kind === "ranked" || kind === "credit") continue;
        hit({ facts: { mark: text, kind }, path, value: text });
      }
    }
  },
  say: ({ mark, kind }) => `the mark "${mark}" stands under "${kind}" and earns no credit.`,
});
