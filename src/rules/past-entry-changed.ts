import { type Change, changesText } from "./changes.js";
import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly says: string;
  readonly changes: readonly Change[];
}

export const pastEntryChanged = defineCompareRule<Facts>({
  code: "past-entry-changed",
  severity: "error",
  title: "A past entry is not as it was.",
  why: "Credit by mastery adds a new entry; an entry of the past is never changed for it.",
  remedy:
    "Undo the change in your student system. If it was authorised, list it with its reason and document, and give that list with --corrections.",
  cites: ["HB"],
  say(facts) {
    return `The past entry ${facts.says} is not as it was: ${changesText(facts.changes)}.`;
  },
});
