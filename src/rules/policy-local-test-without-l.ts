import { statedLetters } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyLocalTestWithoutL = definePolicyRule<{ readonly letters: readonly string[] }>({
  code: "policy-local-test-without-l",
  severity: "warning",
  title: "Records of a local test do not carry the designation L.",
  why: "The handbook names L for credit by a local competency test, and Z for the next higher course.",
  remedy: 'Think of "designations": ["L"].',
  cites: ["HB", "TFAQ"],
  check({ outline }, hit) {
    for (const pathway of outline.pathways.entries) {
      const stated = pathway.method === "local-test" ? statedLetters(pathway) : null;
      if (stated === null || stated.letters.includes("L")) continue;
      const { letters, path } = stated;
      hit({ facts: { letters }, path, value: letters.join("") });
    }
  },
  say: ({ letters }) => `records of a local test carry ${letters.join(", ")} and not L.`,
});
