import { statedLetters } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyNationalTestWithoutN = definePolicyRule<{ readonly letters: readonly string[] }>({
  code: "policy-national-test-without-n",
  severity: "warning",
  title: "Records of a national test do not carry the designation N.",
  why: "The handbook names N for credit by a national competency test, and Z for the next higher course.",
  remedy: 'Think of "designations": ["N"].',
  cites: ["HB", "TFAQ"],
  check({ outline }, hit) {
    for (const pathway of outline.pathways.entries) {
      const stated = pathway.method === "national-test" ? statedLetters(pathway) : null;
      if (stated === null || stated.letters.includes("N")) continue;
      const { letters, path } = stated;
      hit({ facts: { letters }, path, value: letters.join("") });
    }
  },
  say: ({ letters }) => `records of a national test carry ${letters.join(", ")} and not N.`,
});
