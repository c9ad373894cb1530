import type { ApprovalRow } from "../model.js";
import type { Pathway } from "../policy/compiled.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly what: string;
  readonly value: string;
}

export const approvalUnmatched = defineRule<"approvals", Facts>({
  code: "approval-unmatched",
  scope: "approvals",
  severity: "warning",
  title: "An approval speaks of something that the policy does not have.",
  why: "It counts for nothing, whether it grants or denies.",
  remedy: "Correct the pathway, role or course in the approvals file; they are the ids of the policy.",
  cites: ["POLICY"],
  needs: ["approvals"],
  check(row, context, hit) {
    const { pathway } = row;
    if (pathway === "") return;
    const found = context.policy.pathwayById.get(pathway);
    if (found === undefined) {
      hit({ facts: { what: "The policy has no pathway", value: pathway }, column: "pathway", value: pathway });
      return;
    }
    if (!readsRole(row, found)) {
      hit({
        facts: { what: `The pathway ${pathway} asks for no role`, value: row.role },
        column: "role",
        value: row.role,
        pathway,
      });
    }
    if (row.course !== "" && !found.targets.some((target) => target.course.id === row.course)) {
      hit({
        facts: { what: `The pathway ${pathway} gives no credit in`, value: row.course },
        column: "course",
        value: row.course,
        pathway,
      });
    }
  },
  say(facts) {
    return `${facts.what} ${shown(facts.value)}.`;
  },
});

/** Any role may ask, decline or say that credit was waived; who grants or denies is named by the pathway. */
function readsRole(row: ApprovalRow, pathway: Pathway): boolean {
  if (row.role === "" || (row.decision !== "granted" && row.decision !== "denied")) return true;
  if (pathway.evidenceRoles.has(row.role)) return true;
  const { approvals = [], attempt } = pathway.source;
  for (const asked of approvals) if ((typeof asked === "string" ? asked : asked.role) === row.role) return true;
  return attempt.exceptions?.some((exception) => exception.approval === row.role) === true;
}
