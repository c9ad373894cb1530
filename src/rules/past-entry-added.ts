import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly says: string;
}

export const pastEntryAdded = defineCompareRule<Facts>({
  code: "past-entry-added",
  severity: "info",
  title: "An entry of an earlier school year is new.",
  why: "It may be a transfer record or a late entry; somebody should know why it was added to the past.",
  remedy: "Find out who added it and why. Nothing needs to be done for a transfer record.",
  cites: ["HB"],
  say(facts) {
    return `The entry ${facts.says} is of an earlier school year, and it was not there before.`;
  },
});
