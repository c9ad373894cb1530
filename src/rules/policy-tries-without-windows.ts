import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own, valueAt } from "../policy/raw.js";

export const policyTriesWithoutWindows = definePolicyRule<{ readonly test: string }>({
  code: "policy-tries-without-windows",
  severity: "warning",
  title: "Tries are limited in each window, and the test has no windows.",
  why: "Without windows no try lies in one, so every try counts.",
  remedy: 'Add the "windows" of the test, or limit all tries together by "maxTries" in the evidence.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { path, id } of outline.tests.entries) {
      const test = valueAt(outline.raw, path);
      if (own(test, "maxTriesPerWindow") === undefined || own(test, "windows") !== undefined) continue;
      hit({
        facts: { test: textOf(id) },
        path: [...path, "maxTriesPerWindow"],
        on: "key",
        value: "maxTriesPerWindow",
      });
    }
  },
  say: ({ test }) => `test "${test}" has "maxTriesPerWindow" and no "windows".`,
});
