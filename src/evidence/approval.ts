import { roleState } from "../decide/approvals.js";
import type { ApprovalEvidence, Evidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, failing, holding, type Outcome } from "./form.js";

/** A person's approval as evidence: granted and not denied, for this target. Without it `evidence-not-met`, never held. */
export const approvalForm: EvidenceForm<ApprovalEvidence> = {
  key: "approval",
  is: (evidence: Evidence): evidence is ApprovalEvidence => "approval" in evidence,
  judge: judgeApproval,
};

function judgeApproval(evidence: ApprovalEvidence, context: EvidenceContext): Outcome {
  const state = roleState(context.approvals, evidence.approval, context.target.id);
  const says = `approval by ${evidence.approval}: ${state.state === "none" ? "none on file" : state.state}`;
  return state.state === "granted" ? holding(state.rows, says, {}) : failing(["evidence-not-met"], state.rows, says);
}
