import { definePolicyRule } from "../policy/policyRule.js";
import { rangeOf } from "../policy/scaleRange.js";

export const policyScaleReversed = definePolicyRule<{ readonly min: number; readonly max: number }>({
  code: "policy-scale-reversed",
  severity: "warning",
  title: "A scale ends below where it begins.",
  why: "Every result lies outside it, so no result of the test would count.",
  remedy: 'Give the lowest result as "min" and the highest as "max".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const test of outline.tests.entries) {
      for (const scale of test.scales) {
        const { min, max } = rangeOf(outline, test, scale);
        if (min === null || max === null || min <= max) continue;
        hit({ facts: { min, max }, path: [...test.path, "scales", scale, "max"], value: String(max) });
      }
    }
  },
  say: ({ min, max }) => `the scale begins at ${min} and ends at ${max}.`,
});
