import { formatCredit } from "../../credit.js";
import { FLOOR, type Limit } from "../ceilings.js";
import { passedOver } from "../spread.js";
import type { Check } from "./check.js";

/** `the cap language-lifetime (used 4 of 4)`: credits used, and how many there may be. */
export function saysLimit(limit: Limit): string {
  const name = limit.isCap ? `the cap ${limit.id}` : (NAMES.get(limit.id) ?? limit.id);
  return `${name} (used ${formatCredit(limit.used)} of ${formatCredit(limit.limit)})`;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["upTo", "the pathway's limit"],
  [FLOOR, "what the policy gives at least"],
]);

/** What this pathway may give in all is given, on the transcript or earlier in this run. */
export const pathwayCeiling: Check = {
  reason: "pathway-ceiling",
  clear: "below the pathway's ceiling",
  title: "The pathway has given this student all that it may.",
  remedy: "Nothing to do; the ceiling is the policy's.",
  drops(look, slot) {
    const full = look.limits(slot, look.standing.gifts).filter((limit) => !limit.isCap && limit.used >= limit.limit);
    if (full.length > 0) return { says: full.map(saysLimit).join("; ") };
    const holder = passedOver(look, slot);
    return holder === null ? null : { says: `one course only, and ${holder.course.title} has it` };
  },
};
