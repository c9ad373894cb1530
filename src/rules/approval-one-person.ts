import type { ApprovalRow } from "../model.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly pathway: string;
  readonly roles: readonly string[];
}

export const approvalOnePerson = defineRule<"student", Facts>({
  code: "approval-one-person",
  scope: "student",
  severity: "warning",
  title: "One person signed in two roles.",
  why: "Two roles are asked for so that two persons look.",
  remedy: "Have a second person look, or confirm that one person may hold both roles.",
  cites: ["POLICY"],
  needs: ["approvals"],
  check(student, _context, hit) {
    const signed = new Map<string, ApprovalRow[]>();
    for (const row of student.approvals) {
      if (row.decision !== "granted" || row.by === "") continue;
      const key = `${row.pathway}\n${row.by.toLowerCase()}`;
      const rows = signed.get(key);
      if (rows === undefined) signed.set(key, [row]);
      else rows.push(row);
    }
    for (const rows of signed.values()) {
      const roles = [...new Set(rows.map((row) => row.role))].sort();
      const row = rows.at(-1);
      if (roles.length < 2 || row === undefined) continue;
      // The person's name is not repeated.
      hit({
        facts: { pathway: row.pathway, roles },
        at: row,
        pathway: row.pathway,
        column: "by",
        value: "",
        cause: `one person as ${roles.join(" and ")}`,
      });
    }
  },
  say(facts) {
    return `One person granted ${facts.pathway} as ${facts.roles.join(" and as ")}.`;
  },
});
