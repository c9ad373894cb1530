import { roleState } from "../approvals.js";
import type { Check } from "./check.js";

export const approvalDenied: Check = {
  reason: "approval-denied",
  clear: "not denied",
  title: "A person whose approval the pathway needs has denied it.",
  remedy: "Only that person can change it, in the approvals file.",
  drops({ roles, approvals }, { target }) {
    const denied = roles.filter((role) => roleState(approvals, role, target.course.id).state === "denied");
    return denied.length === 0 ? null : { says: `denied by ${denied.join(", ")}` };
  },
};
