import { needs } from "../policy/outlineTree.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyBarOnEvidence = definePolicyRule<{ readonly course: string }>({
  code: "policy-bar-on-evidence",
  severity: "warning",
  title: "A pathway is barred by the very course that is its evidence.",
  why: "Whoever has the evidence meets the bar, so nothing could ever be given.",
  remedy: 'Take the course out of "barredBy", or ask for other evidence.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { bars, tiers } of outline.pathways.entries) {
      if (tiers.length === 0) continue;
      for (const { text, path } of bars) {
        const isBarred = tiers.every(({ evidence: { tree } }) =>
          needs(tree, (leaf) => leaf.form === "course" && leaf.name?.text === text),
        );
        if (isBarred) hit({ facts: { course: text }, path, value: text });
      }
    }
  },
  say: ({ course }) => `"${course}" bars the pathway and is its evidence.`,
});
