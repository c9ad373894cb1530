import type { Check } from "./check.js";

/** A grade is never defaulted. */
export const gradeMissing: Check = {
  reason: "grade-missing",
  clear: "a mark for the new record",
  title: "The policy's grade table has no mark for this evidence.",
  remedy: "Add the level or score to the pathway's grade table, or the mark to the evidence.",
  drops(look, slot) {
    const { outcome } = look.judgement(slot.target);
    if (!outcome.holds || look.pathway.source.award.kind === "waiver" || look.mark(slot.target) !== null) return null;
    return { says: `no mark for: ${outcome.says}` };
  },
};
