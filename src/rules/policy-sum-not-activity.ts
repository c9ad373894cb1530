import { textOf } from "../policy/outlineRead.js";
import { leavesOf } from "../policy/outlineTree.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { testOf } from "../policy/references.js";

export const policySumNotActivity = definePolicyRule<{ readonly test: string; readonly scope: string }>({
  code: "policy-sum-not-activity",
  severity: "warning",
  title: "Results of a test are added up as if they were hours of an activity.",
  why: "Two weak results would count as one strong one. Only what grows, such as documented hours, can be added up.",
  remedy: 'Remove "sum", or give the test the scope "activity" where its results are amounts.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { evidence } of outline.pathways.entries.flatMap((pathway) => pathway.tiers)) {
      for (const { form, name, path, raw } of leavesOf(evidence.tree)) {
        if (form !== "test" || own(raw, "sum") !== true) continue;
        const test = testOf(outline, name);
        if (test === null || test.scope === "activity" || test.scope === "") continue;
        hit({ facts: { test: textOf(test.id), scope: test.scope }, path: [...path, "sum"], on: "key", value: "sum" });
      }
    }
  },
  say: ({ test, scope }) => `results of "${test}" are added up, and its scope is "${scope}", not "activity".`,
});
