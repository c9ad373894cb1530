import { defineRule } from "./rule.js";

interface Facts {
  readonly missing: string;
}

export const approvalUnsigned = defineRule<"approvals", Facts>({
  code: "approval-unsigned",
  scope: "approvals",
  severity: "warning",
  title: "An approval does not say by whom or when.",
  why: "Who answers for the credit cannot be shown later.",
  remedy: "Fill in who granted it and when (columns by and on of the approvals file), and run again.",
  cites: ["LAYOUT"],
  needs: ["approvals"],
  check(row, _context, hit) {
    if (row.decision !== "granted") return;
    if (row.by === "") hit({ facts: { missing: "by whom" }, column: "by", value: "" });
    if (row.onText === "") hit({ facts: { missing: "when" }, column: "on", value: "" });
  },
  say(facts) {
    return `The approval was granted, and it does not say ${facts.missing}.`;
  },
});
