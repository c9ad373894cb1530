import type { Look, Slot } from "../look.js";
import type { Check } from "./check.js";

/** An earlier pathway of this run gave it. */
export const shadowed: Check = {
  reason: "shadowed",
  title: "An earlier pathway of this run already gives the credit.",
  remedy: "Nothing to do; the policy's order of pathways decides.",
  drops(look, slot) {
    const { gifts } = look.standing;
    if (gifts.length === 0 || look.gap(slot, []) === 0) return null;
    if (look.gap(slot, gifts) > 0 && !lossRecovered(look, slot)) return null;
    const givers = gifts
      .filter(
        ({ course }) =>
          course === slot.target.course || course.sets.some((set) => set.courseIds.includes(slot.target.course.id)),
      )
      .map((gift) => gift.pathway.id);
    return { says: `given by ${[...new Set(givers)].join(", ")}` };
  },
};

/** Whether earlier gifts leave no loss that this slot needs. */
function lossRecovered(look: Look, slot: Slot): boolean {
  const { gifts } = look.standing;
  if (!look.needsLoss) return false;
  if (look.pathway.source.award.take === "lost") return look.lost(slot).credits > 0 && look.asks(slot, gifts) === 0;
  const losses = look.slots.filter((other) => other.target === slot.target && look.lost(other).credits > 0);
  return losses.length > 0 && losses.every((other) => look.lossLeft(other, gifts) === 0);
}
