import { defineRule } from "./rule.js";

interface Facts {
  readonly on: string;
  readonly awardDate: string;
}

export const approvalAfterAward = defineRule<"approvals", Facts>({
  code: "approval-after-award",
  scope: "approvals",
  severity: "warning",
  title: "An approval is dated after the award date.",
  why: "It does not count yet.",
  remedy: "Correct the date, or run with the award date that is meant (--award-date).",
  cites: ["LAYOUT"],
  needs: ["approvals"],
  check(row, context, hit) {
    if (row.on === null || row.on <= context.awardDate) return;
    hit({ facts: { on: row.on, awardDate: context.awardDate }, column: "on", value: row.onText });
  },
  say(facts) {
    return `The approval is dated ${facts.on}, after the award date ${facts.awardDate}.`;
  },
});
