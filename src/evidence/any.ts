import type { AnyEvidence, Evidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, noneHolds, type Outcome } from "./form.js";

/** Tried in order; the first that holds is the one that is named. */
export const anyForm: EvidenceForm<AnyEvidence> = {
  key: "any",
  is: (evidence: Evidence): evidence is AnyEvidence => "any" in evidence,
  judge: judgeAny,
};

function judgeAny(evidence: AnyEvidence, context: EvidenceContext): Outcome {
  const failed: Outcome[] = [];
  for (const branch of evidence.any) {
    const outcome = context.judge(branch);
    if (outcome.holds) return outcome;
    failed.push(outcome);
  }
  return noneHolds(failed);
}
