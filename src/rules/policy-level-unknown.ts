import { didYouMean } from "../config/nearest.js";
import { testsOf } from "../policy/outline.js";
import type { Named } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { testOf } from "../policy/references.js";

export const policyLevelUnknown = definePolicyRule<{
  readonly level: string;
  readonly of: string;
  readonly guess: string;
}>({
  code: "policy-level-unknown",
  severity: "error",
  title: "A level is named that the test does not have.",
  why: "A result could not be compared with it.",
  remedy: "Correct the level, or add it to the levels of the test, lowest first.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const among = (name: Named, known: readonly string[], of: string, on?: "key"): void => {
      if (known.includes(name.text)) return;
      const facts = { level: name.text, of, guess: didYouMean(name.text, known) };
      hit({ facts, path: name.path, value: name.text, ...(on === undefined ? {} : { on }) });
    };
    for (const test of outline.tests.entries) {
      if (!test.scales.has("level") || !test.levelsRead) continue;
      const known = test.levels.map((level) => level.text);
      for (const cut of test.cuts) for (const level of cut.levels) among(level, known, "this test has", "key");
    }
    for (const pathway of outline.pathways.entries) {
      const leaves = testsOf(pathway);
      for (const leaf of leaves) {
        const test = testOf(outline, leaf.test);
        if (test === null || !test.scales.has("level") || !test.levelsRead) continue;
        const known = test.levels.map((level) => level.text);
        for (const { level } of leaf.thresholds)
          if (level !== null) among(level, known, `test "${leaf.test?.text}" has`);
      }
      const tests = leaves.map((leaf) => testOf(outline, leaf.test)).filter((test) => test !== null);
      const isRead = tests.length === leaves.length && tests.every((test) => test.levelsRead);
      if (pathway.tiers.length === 0 || !isRead) continue;
      const known = tests.flatMap((test) => test.levels.map((level) => level.text));
      for (const level of pathway.gradeLevels) among(level, known, "the tests of this pathway have", "key");
    }
  },
  say: ({ level, of, guess }) => `${of} no level "${level}".${guess}`,
});
