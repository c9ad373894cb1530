import { type Change, changesText } from "./changes.js";
import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly says: string;
  readonly changes: readonly Change[];
}

export const proposalLandedDifferently = defineCompareRule<Facts>({
  code: "proposal-landed-differently",
  severity: "warning",
  title: "A proposed record is there, but not as it was proposed.",
  why: "What the policy gave and what stands on the transcript are two things; the next run may not know the record again.",
  remedy: "Correct the record in your student system to what was proposed, or find out why it was changed.",
  cites: ["LAYOUT"],
  say(facts) {
    return `The record ${facts.says} is not as it was proposed: ${changesText(facts.changes)}.`;
  },
});
