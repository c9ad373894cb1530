import { defineCompareRule } from "./compareRule.js";

interface Facts {
  readonly record: string;
  readonly evidence: string;
  /** What stands in its place; empty: nothing does. */
  readonly now: string;
}

export const masteryEvidenceWithdrawn = defineCompareRule<Facts>({
  code: "mastery-evidence-withdrawn",
  severity: "error",
  title: "The evidence of a mastery record is gone or lower than it was.",
  why: "The record rests on evidence that earlier results held and the files of today do not.",
  remedy:
    "Find out whether the evidence was corrected or left out of the export. The record itself is for a person to judge.",
  cites: ["WAC 180-51-051(3)(a)"],
  say(facts) {
    const now = facts.now === "" ? "which is gone" : `which is ${facts.now} now`;
    return `The mastery record ${facts.record} was given on ${facts.evidence}, ${now}.`;
  },
});
