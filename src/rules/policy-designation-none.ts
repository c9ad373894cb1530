import { definePolicyRule } from "../policy/policyRule.js";

export const policyDesignationNone = definePolicyRule<{ readonly letters: string }>({
  code: "policy-designation-none",
  severity: "error",
  title: "The designations of a pathway hold no letter of mastery.",
  why: "The letter B alone does not mark mastery credit, so the records could not be recognised next year.",
  remedy: "Add the letter that the district uses for this credit, such as Z.",
  cites: ["HB"],
  check({ outline }, hit) {
    for (const { designations } of outline.pathways.entries) {
      const first = designations?.[0];
      if (designations === null || first === undefined || designations.some((letter) => letter.text !== "B")) continue;
      hit({ facts: { letters: "B" }, path: first.path.slice(0, -1), value: "B" });
    }
  },
  say: ({ letters }) => `the designations hold only ${letters}, which marks no mastery credit.`,
});
