import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly says: string;
}

export const proposalNotLanded = defineCompareRule<Facts>({
  code: "proposal-not-landed",
  severity: "warning",
  title: "A proposed record is not in the later export.",
  why: "The student does not have the credit yet, and the next run would propose it again.",
  remedy: "If it was accepted, import it again or enter it by hand; if it was declined, nothing.",
  cites: ["LAYOUT"],
  say(facts) {
    return `The proposed record ${facts.says} is not there.`;
  },
});
