import { isBefore } from "../../date.js";
import type { Check } from "./check.js";

/** Learning away from school is approved before it begins (WAC 392-410-300). */
export const notPreapproved: Check = {
  reason: "not-preapproved",
  clear: "approval in time",
  title: "The approval is not dated before the evidence, as this pathway asks.",
  remedy: "If it was given earlier, correct its date in the approvals file; it cannot be given afterwards.",
  drops(look, slot) {
    const { date, holds } = look.judgement(slot.target).outcome;
    if (look.pathway.source.approvalBefore === undefined || !holds || date === null) return null;
    const late = look.roles.filter((role) => {
      const { state, rows } = look.granted(role, slot.target);
      return state === "granted" && !rows.some((row) => isBefore(row.on, date));
    });
    return late.length === 0 ? null : { says: `evidence of ${date}, and no earlier approval by ${late.join(", ")}` };
  },
};
