import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly says: string;
}

export const pastEntryRemoved = defineCompareRule<Facts>({
  code: "past-entry-removed",
  severity: "error",
  title: "A past entry is gone.",
  why: "Nothing on a transcript is taken away when credit is added.",
  remedy:
    "Put the entry back in your student system. If it was authorised, list it with its reason and document, and give that list with --corrections.",
  cites: ["HB"],
  say(facts) {
    return `The past entry ${facts.says} is gone.`;
  },
});
