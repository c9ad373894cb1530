import { definePolicyRule } from "../policy/policyRule.js";

export const policyLocalTestWithoutL = definePolicyRule<{ readonly letters: readonly string[] }>({
  code: "policy-local-test-without-l",
  severity: "warning",
  title: "Records of a local test do not carry the designation L.",
  why: "The handbook names L for credit by a local competency test, and Z for the next higher course.",
  remedy: 'Think of "designations": ["L"].',
  cites: ["HB", "TFAQ"],
  check({ outline }, hit) {
    for (const { method, kind, designations } of outline.pathways.entries) {
      const [first] = designations ?? [];
      if (method !== "local-test" || kind === "waiver" || designations === null || first === undefined) continue;
      const letters = designations.map((letter) => letter.text);
      if (letters.includes("L")) continue;
      hit({ facts: { letters }, path: first.path.slice(0, -1), value: letters.join("") });
    }
  },
  say: ({ letters }) => `records of a local test carry ${letters.join(", ")} and not L.`,
});
