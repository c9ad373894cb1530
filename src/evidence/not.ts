import type { Evidence, NotEvidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, failing, holding, type Outcome } from "./form.js";

/** Holds when its piece does not. What a person must look at first (a mark that cannot be compared) is no "no". */
export const notForm: EvidenceForm<NotEvidence> = {
  key: "not",
  is: (evidence: Evidence): evidence is NotEvidence => "not" in evidence,
  judge: judgeNot,
};

function judgeNot(evidence: NotEvidence, context: EvidenceContext): Outcome {
  const inner = context.judge(evidence.not);
  const says = `not (${inner.says})`;
  if (inner.reasons.includes("mark-not-comparable")) return failing(["mark-not-comparable"], inner.used, says);
  if (inner.holds) return failing(["evidence-not-met"], inner.used, says);
  // What is absent is nowhere on file.
  return holding(inner.used, says, { onFile: false });
}
