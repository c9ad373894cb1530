import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly code: string;
  readonly record: string;
}

export const acceptedUnused = defineCompareRule<Facts>({
  code: "accepted-unused",
  severity: "warning",
  title: "An entry of the list of accepted violations matches nothing.",
  why: "The fault was mended, or the entry has a slip in it and accepts nothing.",
  remedy: "Take the entry out, or correct its code, student or record.",
  cites: ["LAYOUT"],
  say(facts) {
    return `The entry for ${facts.code} (${facts.record}) matches no violation.`;
  },
});
