import { newRow } from "../record.js";
import type { Check } from "./check.js";

/** A new row that would break a rule at error severity is not proposed; the reason is that rule's code. */
export const recordBreaksRule: Check = {
  reason: "record-breaks-rule",
  clear: "the new record breaks no rule",
  title: "The new record would break a rule.",
  remedy: "See the rule's page for what to correct in the policy or in the row that is recovered.",
  drops(look, slot) {
    const { outcome } = look.judgement(slot.target);
    const mark = look.mark(slot.target);
    if (!outcome.holds || mark === null || look.pathway.source.award.kind === "waiver") return null;
    const credits = look.gap(slot, look.standing.gifts);
    if (credits === 0) return null;
    const row = newRow(look, slot, credits, mark);
    const code = look.standing.context.breaks(row);
    if (code === null) return null;
    const state = row.stateCourseCode === "" ? "" : ` and state course code ${row.stateCourseCode}`;
    return { says: `the new record, with mark ${mark}${state}, would break the rule ${code}`, reason: code };
  },
};
