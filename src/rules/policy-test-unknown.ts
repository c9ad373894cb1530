import { testsOf } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { checkNames, type UnknownName } from "../policy/references.js";

export const policyTestUnknown = definePolicyRule<UnknownName>({
  code: "policy-test-unknown",
  severity: "error",
  title: "A test is named that the policy does not list.",
  why: "A score counts only by the scales that the policy gives of its test.",
  remedy: 'Correct the id, or add the test under "tests".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const leaves = outline.pathways.entries.flatMap((pathway) => testsOf(pathway));
    checkNames(
      leaves.map((leaf) => leaf.test),
      outline.tests,
      hit,
    );
  },
  say: ({ name, guess }) => `no test has the id "${name}".${guess}`,
});
