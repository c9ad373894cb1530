import { type Change, changesText } from "./changes.js";
import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly says: string;
  readonly changes: readonly Change[];
}

export const pastEntryFailToPass = defineCompareRule<Facts>({
  code: "past-entry-fail-to-pass",
  severity: "error",
  title: "A failing entry was overwritten by a passing one.",
  why: "The failing grade stays on the transcript, and the credit by mastery is a new entry beside it; here one took the other's place.",
  remedy: "Put the failing entry back in your student system, and add the credit as an entry of its own.",
  cites: ["HB"],
  say(facts) {
    return `The failing entry ${facts.says} gave way to a passing one: ${changesText(facts.changes)}.`;
  },
});
