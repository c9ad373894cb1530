import { definePolicyRule } from "../policy/policyRule.js";

export const policyMarkNotRanked = definePolicyRule<{ readonly mark: string; readonly kind: string }>({
  code: "policy-mark-not-ranked",
  severity: "error",
  title: "A minimum mark is not one of the ranked marks.",
  why: "Only ranked marks can be compared, so no mark would ever be good enough.",
  remedy: 'Ask for a mark of "ranked", or write "credit" where any mark that earned credit will do.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    if (!outline.marks.complete) return;
    const kinds = new Map(outline.marks.entries.map((mark) => [mark.text, mark.kind]));
    for (const pathway of outline.pathways.entries) {
      for (const leaf of pathway.tiers.flatMap(({ evidence }) => [...evidence.courses, ...evidence.subjects])) {
        const kind = leaf.minMark === null ? undefined : kinds.get(leaf.minMark.text);
        if (leaf.minMark === null || kind === undefined || kind === "ranked" || leaf.minMark.text === "credit")
          continue;
        hit({ facts: { mark: leaf.minMark.text, kind }, path: leaf.minMark.path, value: leaf.minMark.text });
      }
    }
  },
  say: ({ mark, kind }) => `the minimum mark "${mark}" stands under "${kind}", and only ranked marks can be compared.`,
});
