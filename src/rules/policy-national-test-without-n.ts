import { definePolicyRule } from "../policy/policyRule.js";

export const policyNationalTestWithoutN = definePolicyRule<{ readonly letters: readonly string[] }>({
  code: "policy-national-test-without-n",
  severity: "warning",
  title: "Records of a national test do not carry the designation N.",
  why: "The handbook names N for credit by a national competency test, and Z for the next higher course.",
  remedy: 'Think of "designations": ["N"].',
  cites: ["HB", "TFAQ"],
  check({ outline }, hit) {
    for (const { method, kind, designations } of outline.pathways.entries) {
      const [first] = designations ?? [];
      if (method !== "national-test" || kind === "waiver" || designations === null || first === undefined) continue;
      const letters = designations.map((letter) => letter.text);
      if (letters.includes("N")) continue;
      hit({ facts: { letters }, path: first.path.slice(0, -1), value: letters.join("") });
    }
  },
  say: ({ letters }) => `records of a national test carry ${letters.join(", ")} and not N.`,
});
