import { speaksOf } from "../approvals.js";
import type { Check } from "./check.js";

/** A family may decline credit, under any pathway. */
export const declined: Check = {
  reason: "declined",
  clear: "not declined by the family",
  title: "The family has declined the credit.",
  remedy: "Only the family can change it, in the approvals file.",
  drops({ approvals }, { target }) {
    const row = approvals.find((each) => each.decision === "declined" && speaksOf(each, target.course.id));
    if (row === undefined) return null;
    return { says: row.onText === "" ? "declined" : `declined on ${row.onText}` };
  },
};
