import type { Check } from "./check.js";
import { saysLimit } from "./pathway-ceiling.js";

export const capReached: Check = {
  reason: "cap-reached",
  clear: "below every cap",
  title: "A cap of the policy is used up.",
  remedy: "Nothing to do; the cap is the policy's.",
  drops(look, slot) {
    const full = look.limits(slot, look.standing.gifts).filter((limit) => limit.isCap && limit.used >= limit.limit);
    return full.length === 0 ? null : { says: full.map(saysLimit).join("; ") };
  },
};
