import { formatCredit } from "../../credit.js";
import type { CourseDef } from "../../policy/compiled.js";
import type { Check } from "./check.js";

/** The course, and those whose learning is the same. */
function sameLearning(course: CourseDef): string[] {
  return [...new Set([course.id, ...course.sets.flatMap((set) => set.courseIds)])];
}

/** No credit twice for the same learning (HB; WAC 180-51-051). */
export const alreadyCredited: Check = {
  reason: "already-credited",
  clear: "not credited already",
  title:
    "The student already has all the credit that the course, or one with the same learning, can give, or was excused from it.",
  remedy: "Nothing to do: credit is never given twice for the same learning.",
  drops(look, slot) {
    // More than was lost can be open; where the loss was waived, a pathway to what is lost has nothing left to give.
    const isLossWaived = look.lost(slot).credits > 0 && look.asks(slot, []) <= 0;
    if (look.gap(slot, []) > 0 && !isLossWaived) return null;
    const waived = look.waivedAlready(slot);
    if (look.transcriptGap(slot) > 0)
      return { says: `${formatCredit(waived)} of ${slot.target.course.title} was waived already` };
    const { ledger, context } = look.standing;
    const has = sameLearning(slot.target.course)
      .map((id) => ({ title: context.policy.courseById.get(id)?.title ?? id, earned: ledger.earned(id) }))
      .filter(({ earned }) => earned > 0)
      .map(({ title, earned }) => `${title} has ${formatCredit(earned)}`);
    return { says: has.join(", ") };
  },
};
