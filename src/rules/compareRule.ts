import type { Severity } from "../model.js";
import type { Citation } from "./rule.js";

/**
 * A fault that shows only where something is held against something else: an export against an earlier one, a list of
 * accepted violations against what was found. What compares decides that it is one; the words stand here.
 */
export interface CompareRule<F> {
  /** Kebab-case, states the fault, never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: the fault as found. */
  readonly title: string;
  /** What goes wrong if it stays. */
  readonly why: string;
  /** What a person does next. */
  readonly remedy: string;
  readonly cites: readonly Citation[];
  /** The only wording: what is wrong, with the value. */
  say(facts: F): string;
}

/** Types a comparing rule by its facts. */
export function defineCompareRule<F>(rule: CompareRule<F>): CompareRule<F> {
  return rule;
}
