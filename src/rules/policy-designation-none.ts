import { statedLetters } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyDesignationNone = definePolicyRule<object>({
  code: "policy-designation-none",
  severity: "error",
  title: "The designations of a pathway hold no letter of mastery.",
  why: "The letter B alone does not mark mastery credit, so the records could not be recognised next year.",
  remedy: "Add the letter that the district uses for this credit, such as Z.",
  cites: ["HB"],
  check({ outline }, hit) {
    for (const pathway of outline.pathways.entries) {
      const stated = statedLetters(pathway);
      if (stated === null || stated.letters.some((letter) => letter !== "B")) continue;
      hit({ facts: {}, path: stated.path, value: "B" });
    }
  },
  say: () => "the designations hold only B, which marks no mastery credit.",
});
