import { given, type Look } from "../look.js";
import type { Gift, Slot } from "../standing.js";
import type { Check } from "./check.js";

/** An earlier pathway of this run gave it. */
export const shadowed: Check = {
  reason: "shadowed",
  clear: "not given by an earlier pathway",
  title: "An earlier pathway of this run already gives the credit.",
  remedy: "Nothing to do; the policy's order of pathways decides.",
  drops(look, slot) {
    const { gifts } = look.standing;
    const open = (given: readonly Gift[]): number => Math.min(look.asks(slot, given), look.gap(slot, given));
    if (gifts.length === 0 || open([]) <= 0) return null;
    if (open(gifts) > 0 && !lossRecovered(look, slot)) return null;
    return { says: `given by ${giversOf(slot, gifts).join(", ")}` };
  },
};

/** The pathways whose gifts leave less for a slot: in its course, or in one of the same learning. */
export function giversOf(slot: Slot, gifts: readonly Gift[]): readonly string[] {
  const { course: own } = slot.target;
  const givers = gifts.filter(
    ({ course }) => course === own || course.sets.some((set) => set.courseIds.includes(own.id)),
  );
  return [...new Set(givers.map(({ pathway }) => pathway.id))];
}

/** `open` with `required`: whether earlier gifts leave no loss in the target that would open it. A waiver makes up none. */
function lossRecovered(look: Look, slot: Slot): boolean {
  if (!look.needsLoss) return false;
  const { gifts } = look.standing;
  const losses = look.slots.filter((other) => other.target === slot.target && look.lost(other).credits > 0);
  return (
    losses.length > 0 &&
    losses.every((other) => look.lost(other).credits <= given(gifts, other.target.course, other.part))
  );
}
