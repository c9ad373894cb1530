import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly says: string;
  readonly mark: string;
}

export const incompleteResolved = defineCompareRule<Facts>({
  code: "incomplete-resolved",
  severity: "info",
  title: "An entry without a final mark has one now.",
  why: "That is how such an entry ends; it is no change of the past.",
  remedy: "Nothing.",
  cites: ["LAYOUT"],
  say(facts) {
    return `The entry ${facts.says} has the mark ${facts.mark} now.`;
  },
});
