import { formatMeasure } from "../normalise/measure.js";
import { isReadPart, resultsOf } from "./results.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly value: string;
  readonly range: string;
}

export const scoreOutOfRange = defineRule<"scores", Facts>({
  code: "score-out-of-range",
  scope: "scores",
  severity: "error",
  doubt: true,
  title: "A result lies outside the scale of its test.",
  why: "No such result can be had, so what was reached is not known.",
  remedy: "Correct the result, or the scale of the test in the policy.",
  cites: ["POLICY"],
  needs: ["scores"],
  check(row, _context, hit) {
    if (row.testDef === null || !isReadPart(row)) return;
    for (const { column, text, value } of resultsOf(row)) {
      const range = row.testDef.scales[column];
      if (value === null || range === undefined) continue;
      const isBelow = range.min !== undefined && value < range.min;
      const isAbove = range.max !== undefined && value > range.max;
      if (isBelow || isAbove) hit({ facts: { value: text, range: rangeOf(range) }, column, value: text });
    }
  },
  say(facts) {
    return `The result ${facts.value} lies outside the scale, ${facts.range}.`;
  },
});

function rangeOf(range: { readonly min?: number | undefined; readonly max?: number | undefined }): string {
  const min = range.min === undefined ? "" : `from ${formatMeasure(range.min)}`;
  const max = range.max === undefined ? "" : `to ${formatMeasure(range.max)}`;
  return `${min} ${max}`.trim();
}
