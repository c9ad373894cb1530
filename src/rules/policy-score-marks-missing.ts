import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own, valueAt } from "../policy/raw.js";

export const policyScoreMarksMissing = definePolicyRule<object>({
  code: "policy-score-marks-missing",
  severity: "warning",
  title: "A score is to be the mark, and no mark that earns credit is a number.",
  why: "A record with a mark that the policy does not know is never proposed, so the pathway gives nothing.",
  remedy: 'List the scores that can be marks under "marks", or say with "byScore" which mark a score comes to.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const { entries, complete } = outline.marks;
    const earns = entries.filter(({ kind }) => kind === "ranked" || kind === "credit");
    if (!complete || earns.some(({ id }) => NUMBER.test(textOf(id)))) return;
    for (const { path } of outline.pathways.entries) {
      const pathway = valueAt(outline.raw, path);
      if (own(own(pathway, "award"), "kind") === "waiver") continue;
      if (own(own(pathway, "grade"), "from") === "score") hit({ facts: {}, path: [...path, "grade", "from"] });
    }
  },
  say: () => 'the grade is the score, and "marks" holds no number among the marks that earn credit.',
});

const NUMBER = /^\d+(?:\.\d+)?$/;
