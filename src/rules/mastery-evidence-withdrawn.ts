import { defineRule } from "./rule.js";

interface Facts {
  readonly course: string;
  readonly evidence: string;
  /** What stands in its place; empty: nothing does. */
  readonly now: string;
}

/** Found by comparing with earlier results; one run by itself cannot see what is no longer there. */
export const masteryEvidenceWithdrawn = defineRule<"decision", Facts>({
  code: "mastery-evidence-withdrawn",
  scope: "decision",
  severity: "error",
  title: "The evidence of a mastery record is gone, or lower now.",
  why: "Credit was given on a result that earlier files held and these files no longer do.",
  remedy: "Find out why the result was withdrawn or changed, and have the record looked into.",
  cites: ["HB", "WAC 180-51-051"],
  needs: ["transcript", "mastery-records", "earlier-results"],
  check() {
    // Without earlier results there is nothing to compare with.
  },
  say({ course, evidence, now }) {
    return `Credit in ${course} was given on ${evidence}, which is ${now === "" ? "gone" : `${now} now`}.`;
  },
});
