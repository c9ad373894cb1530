import { type ApprovalField, type ApprovalRow, DECISIONS } from "../model.js";
import { isPathwayUnreadable } from "../normalise/approvals.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly what: string;
  readonly value: string;
}

export const approvalMalformed = defineRule<"approvals", Facts>({
  code: "approval-malformed",
  scope: "approvals",
  severity: "error",
  doubt: true,
  title: "An approval cannot be read.",
  why: "What was decided, when, or for how much is not known, so what hangs on the pathway waits.",
  remedy: "Correct the row in the approvals file and run again. The README lists its columns and what each may hold.",
  cites: ["LAYOUT"],
  needs: ["approvals"],
  check(row, _context, hit) {
    for (const { column, value, what } of faultsIn(row)) hit({ facts: { what, value }, column, value });
  },
  say(facts) {
    return `The ${facts.what} ${shown(facts.value)} cannot be read.`;
  },
});

interface Fault {
  readonly column: ApprovalField;
  readonly what: string;
  readonly value: string;
}

function faultsIn(row: ApprovalRow): readonly Fault[] {
  const faults: Fault[] = [];
  if (row.decision === null) {
    faults.push({ column: "decision", what: `decision (${DECISIONS.join(", ")})`, value: row.decisionText });
  }
  if (row.onText !== "" && row.on === null) faults.push({ column: "on", what: "date", value: row.onText });
  if (row.untilText !== "" && row.until === null)
    faults.push({ column: "until", what: "last day", value: row.untilText });
  if (row.creditsText !== "" && row.credits === null) {
    faults.push({ column: "credits", what: "credit", value: row.creditsText });
  }
  if (isPathwayUnreadable(row)) faults.push({ column: "pathway", what: "pathway", value: row.pathway });
  // Who grants or denies matters; anyone may ask, and a family declines.
  if (row.role === "" && (row.decision === "granted" || row.decision === "denied")) {
    faults.push({ column: "role", what: "role", value: row.role });
  }
  return faults;
}
