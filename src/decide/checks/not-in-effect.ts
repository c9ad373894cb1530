import type { Check } from "./check.js";

export const notInEffect: Check = {
  reason: "not-in-effect",
  clear: "in effect on the award date",
  title: "The pathway is not in effect on the award date.",
  remedy: "Use an award date within its period, or have the board adopt it for this one.",
  drops({ pathway, standing }) {
    const { awardDate } = standing.context;
    if (pathway.effectiveFrom !== null && awardDate < pathway.effectiveFrom) {
      return { says: `in effect from ${pathway.effectiveFrom}, award date ${awardDate}` };
    }
    if (pathway.effectiveTo !== null && awardDate > pathway.effectiveTo) {
      return { says: `in effect until ${pathway.effectiveTo}, award date ${awardDate}` };
    }
    return null;
  },
};
