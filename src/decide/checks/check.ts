import type { Look } from "../look.js";
import type { Slot } from "../standing.js";

/**
 * One check of the funnel. It looks at one slot (a part of a target) and says in words why it drops it, or null.
 * A check of the whole pathway says the same of every slot.
 */
export interface Check {
  /** The reason that a refusal gives; kebab-case, fixed. */
  readonly reason: string;
  /** One sentence: why nothing was proposed. */
  readonly title: string;
  /** In a few words, what is so where it drops nothing. */
  readonly clear: string;
  /** What a person can do about it. */
  readonly remedy: string;
  /** `reason` in the answer replaces the check's own: the code of a rule that the new record would break. */
  /** Where it dropped nothing: what held, in words, for whoever asks why. */
  held?(look: Look, slots: readonly Slot[]): string;
  /** `left`: the slots that are still in the funnel when this check asks. */
  drops(look: Look, slot: Slot, left: readonly Slot[]): { readonly says: string; readonly reason?: string } | null;
}
