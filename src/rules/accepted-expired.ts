import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly code: string;
  readonly record: string;
  readonly expires: string;
}

export const acceptedExpired = defineCompareRule<Facts>({
  code: "accepted-expired",
  severity: "warning",
  title: "An entry of the list of accepted violations has expired.",
  why: "It accepts nothing any more, so the violation counts again.",
  remedy: "Decide again: mend the fault, or give the entry a later date and a reason that still holds.",
  cites: ["LAYOUT"],
  say(facts) {
    return `The entry for ${facts.code} (${facts.record}) expired on ${facts.expires}.`;
  },
});
