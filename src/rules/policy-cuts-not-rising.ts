import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { numberAt } from "../policy/scaleRange.js";

interface Facts {
  readonly level: string;
  readonly value: number;
  readonly below: string;
  readonly least: number;
}

export const policyCutsNotRising = definePolicyRule<Facts>({
  code: "policy-cuts-not-rising",
  severity: "warning",
  title: "The cut scores of a test do not rise with its levels.",
  why: "The level of a sound result is then said to differ from its score, and the student has to wait.",
  remedy: "Correct the cut score, or the order of the levels, lowest first.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const test of outline.tests.entries) {
      const order = test.levels.map(textOf);
      for (const { levels } of test.cuts) {
        const cuts = levels
          .flatMap(({ text, path }) => {
            const value = numberAt(outline, path);
            return value === null || !order.includes(text) ? [] : [{ level: text, value, path }];
          })
          .sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
        cuts.forEach(({ level, value, path }, index) => {
          const below = cuts[index - 1];
          if (below === undefined || value > below.value) return;
          hit({ facts: { level, value, below: below.level, least: below.value }, path, value: String(value) });
        });
      }
    }
  },
  say: ({ level, value, below, least }) =>
    `level "${level}" begins at ${value}, which is not above the ${least} at which "${below}" begins.`,
});
