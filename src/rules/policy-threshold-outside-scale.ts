import { testsOf } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own, valueAt } from "../policy/raw.js";
import { testOf } from "../policy/references.js";
import { numberAt, rangeOf } from "../policy/scaleRange.js";

interface Facts {
  readonly value: number;
  readonly end: number;
  readonly side: "below" | "at the end" | "above";
}

export const policyThresholdOutsideScale = definePolicyRule<Facts>({
  code: "policy-threshold-outside-scale",
  severity: "warning",
  title: "A threshold lies outside the scale of its test.",
  why: "Every result would reach it, or none could: credit for all, or for nobody.",
  remedy: "Correct the threshold, or the scale of the test.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const test of outline.tests.entries) {
      for (const { from, levels } of test.cuts) {
        const { min, max } = rangeOf(outline, test, from?.text ?? "");
        for (const { path } of levels) {
          const value = numberAt(outline, path);
          const facts = value === null ? null : outside(value, min, max);
          if (facts !== null) hit({ facts, path, value: String(value) });
        }
      }
    }
    for (const leaf of outline.pathways.entries.flatMap(testsOf)) {
      const test = testOf(outline, leaf.test);
      if (test === null) continue;
      // What is added up may grow beyond what one result can be.
      const isSum = own(valueAt(outline.raw, leaf.path), "sum") === true;
      for (const { scale, path } of leaf.thresholds) {
        const { min, max } = rangeOf(outline, test, scale);
        const value = numberAt(outline, path);
        const isStrict = path.at(-2) === "above";
        const facts = value === null ? null : outside(value, min, isSum ? null : max, isStrict);
        if (facts !== null) hit({ facts, path, value: String(value) });
      }
    }
  },
  say({ value, end, side }) {
    if (side === "below") return `${value} is below the scale, which begins at ${end}: every result reaches it.`;
    if (side === "above") return `${value} is above the scale, which ends at ${end}: no result reaches it.`;
    return `only results above ${value} would do, and the scale ends there: no result reaches it.`;
  },
});

function outside(value: number, min: number | null, max: number | null, isStrict = false): Facts | null {
  // A scale that is itself at fault says nothing about its thresholds.
  if (min !== null && max !== null && min > max) return null;
  if (min !== null && value < min) return { value, end: min, side: "below" };
  if (max !== null && value > max) return { value, end: max, side: "above" };
  return isStrict && value === max ? { value, end: max, side: "at the end" } : null;
}
