import type { Evidence, NotEvidence } from "../policy/schema.js";
import type { EvidenceContext, EvidenceForm, Outcome } from "./form.js";

/** Holds when its piece does not. What a person must look at first (a mark that cannot be compared) is no "no". */
export const notForm: EvidenceForm<NotEvidence> = {
  key: "not",
  is: (evidence: Evidence): evidence is NotEvidence => "not" in evidence,
  judge: judgeNot,
};

function judgeNot(evidence: NotEvidence, context: EvidenceContext): Outcome {
  const inner = context.judge(evidence.not);
  const unsure = inner.reasons.includes("mark-not-comparable");
  const holds = !inner.holds && !unsure;
  return {
    holds,
    reasons: holds ? [] : [unsure ? "mark-not-comparable" : "evidence-not-met"],
    used: inner.used,
    date: null,
    mark: null,
    results: [],
    // What is absent is nowhere on file.
    onFile: false,
    says: `not (${inner.says})`,
  };
}
