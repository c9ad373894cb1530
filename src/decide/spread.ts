import type { Credit } from "../credit.js";
import { byText } from "../order.js";
import type { Target } from "../policy/compiled.js";
import { type Limit, recordsFitting } from "./ceilings.js";
import type { Look } from "./look.js";
import type { Gift, Slot } from "./standing.js";

/** Credit laid on one slot, and the ceilings that kept it below what was asked. */
export interface Share {
  readonly slot: Slot;
  readonly credits: Credit;
}

export interface Spread {
  readonly shares: readonly Share[];
  /** Ceilings that left something out. */
  readonly limitedBy: readonly Limit[];
  /** Slots of other targets that could have taken some, passed over since it goes to one target only. */
  readonly leftOut: readonly Slot[];
}

/**
 * Where `split` is false: the target that already holds a record fitting this pathway, on the transcript or of this
 * run, when it is not this slot's. While one does, the others are passed over, in this run and the next.
 */
export function passedOver(look: Look, slot: Slot): Target | null {
  if (look.judgement(slot.target).split) return null;
  const records = recordsFitting(look.pathway, look.standing, look.standing.gifts);
  const holders = look.pathway.targets.filter((target) =>
    records.some(({ course, part }) => course === target.course && (part === null || target.parts.includes(part))),
  );
  return holders.includes(slot.target) ? null : (holders[0] ?? null);
}

/**
 * Spreads what the pathway can give: targets in listed order; within a target the parts with a lost attempt by
 * `fill`, then the rest; each part's whole amount before the next. One target only where `split` is false.
 */
export function spread(look: Look, slots: readonly Slot[], ceilings: boolean): Spread {
  const gifts: Gift[] = [...look.standing.gifts];
  const shares: Share[] = [];
  const limitedBy: Limit[] = [];
  const leftOut: Slot[] = [];
  for (const slot of inOrder(look, slots)) {
    const others = shares.some((share) => share.slot.target !== slot.target);
    const passed = others && !look.judgement(slot.target).split;
    const open = Math.min(look.asks(slot, gifts), look.gap(slot, gifts));
    if (passed && open > 0) leftOut.push(slot);
    if (passed) continue;
    let credits = open;
    if (ceilings) {
      for (const limit of look.limits(slot, gifts)) {
        const left = Math.max(0, limit.limit - limit.used);
        if (left < open) limitedBy.push(limit);
        credits = Math.min(credits, left);
      }
    }
    if (credits <= 0) continue;
    shares.push({ slot, credits });
    gifts.push(giftOf(look, slot, credits));
  }
  return { shares, limitedBy, leftOut };
}

export function giftOf(look: Look, slot: Slot, credits: Credit): Gift {
  return {
    pathway: look.pathway,
    course: slot.target.course,
    part: slot.part,
    credits,
    record: { ...look.draft(slot), credits },
  };
}

function inOrder(look: Look, slots: readonly Slot[]): Slot[] {
  const latestFirst = look.pathway.source.award.fill === "latest";
  const day = (slot: Slot): string => look.lost(slot).attempt?.row.date ?? "";
  return [...slots].sort((a, b) => {
    if (a.targetOrder !== b.targetOrder) return a.targetOrder - b.targetOrder;
    // What an earlier pathway of this run recovered is lost no more, as it will not be once that record is accepted.
    const lostA = look.lossLeft(a, look.standing.gifts) > 0;
    const lostB = look.lossLeft(b, look.standing.gifts) > 0;
    if (lostA !== lostB) return lostA ? -1 : 1;
    const order = lostA ? byText(day(a), day(b)) : 0;
    return (latestFirst ? -order : order) || a.part.order - b.part.order;
  });
}
