import { isReadable, needs } from "../policy/outlineTree.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyGradeWithoutCourse = definePolicyRule<{ readonly tier: number }>({
  code: "policy-grade-without-course",
  severity: "warning",
  title: "The mark comes from the evidence, and the evidence can hold without a course.",
  why: "Only a course has a mark; without one the pathway is refused for want of a mark.",
  remedy: 'Ask for a course in every branch of the evidence, or give the mark as "mark", "byLevel" or "byScore".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { gradeFrom, tiers, kind } of outline.pathways.entries) {
      if (gradeFrom?.text !== "evidence" || kind === "waiver") continue;
      const without = tiers.findIndex(
        ({ evidence: { tree } }) =>
          isReadable(tree) && !needs(tree, (leaf) => leaf.form === "course" || leaf.form === "subject"),
      );
      if (without < 0) continue;
      hit({ facts: { tier: tiers.length > 1 ? without + 1 : 0 }, path: gradeFrom.path, value: gradeFrom.text });
    }
  },
  say: ({ tier }) =>
    `the mark comes from the evidence, and the evidence${tier === 0 ? "" : ` of tier ${tier}`} can hold without a course.`,
});
