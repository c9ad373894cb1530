import { formatCredit } from "../../credit.js";
import type { Check } from "./check.js";

/** No credit twice for the same learning (HB; WAC 180-51-051). */
export const alreadyCredited: Check = {
  reason: "already-credited",
  title: "The student already has all the credit that the course, or one with the same learning, can give.",
  remedy: "Nothing to do: credit is never given twice for the same learning.",
  drops(look, slot) {
    if (look.gap(slot, []) - look.waivedAlready(slot) > 0) return null;
    const { course } = slot.target;
    const waived = look.waivedAlready(slot);
    const has = `${course.title} has ${formatCredit(look.standing.ledger.earned(course.id))} of ${formatCredit(course.credits)}`;
    return { says: waived > 0 ? `${has}, and ${formatCredit(waived)} was waived` : has };
  },
};
