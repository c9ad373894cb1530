import { testsOf } from "../policy/outline.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { testOf } from "../policy/references.js";

export const policyScaleMissing = definePolicyRule<{ readonly scale: string; readonly test: string }>({
  code: "policy-scale-missing",
  severity: "error",
  title: "A threshold is on a scale that the test does not have.",
  why: "No result of the test could ever be compared with it.",
  remedy: 'Use a scale of the test, or add the scale under the "scales" of the test.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const test of outline.tests.entries) {
      if (!test.scalesRead) continue;
      const name = textOf(test.id);
      for (const cut of test.cuts) {
        if (!test.scales.has("level")) hit({ facts: { scale: "level", test: name }, path: cut.path });
        if (cut.from === null || !["score", "percent", "percentile"].includes(cut.from.text)) continue;
        if ([...test.scales].some((scale) => scale === cut.from?.text)) continue;
        hit({ facts: { scale: cut.from.text, test: name }, path: cut.from.path, value: cut.from.text });
      }
    }
    for (const pathway of outline.pathways.entries) {
      for (const leaf of testsOf(pathway)) {
        const test = testOf(outline, leaf.test);
        if (test === null || !test.scalesRead) continue;
        for (const { scale, path } of leaf.thresholds) {
          if (!test.scales.has(scale)) hit({ facts: { scale, test: textOf(test.id) }, path, on: "key", value: scale });
        }
      }
    }
  },
  say: ({ scale, test }) => `test "${test}" has no scale "${scale}".`,
});
