import type { Lists } from "../data/lists.js";
import type { IsoDate } from "../date.js";
import type { Severity } from "../model.js";
import type { Citation } from "../rules/rule.js";
import type { Path } from "./json.js";
import type { PolicyOutline } from "./outline.js";

/** What a rule about policies looks at. */
interface PolicySubject {
  /** As much of the policy as could be read, so that one fault never hides another. */
  readonly outline: PolicyOutline;
  /** The day by which "in effect", "overdue" and the like are judged. */
  readonly awardDate: IsoDate;
  readonly lists: Lists;
}

/** One finding of a rule. */
export interface PolicyHit<F> {
  readonly facts: F;
  /** The value that is wrong, or the object that lacks something. */
  readonly path: Path;
  /** The key itself is at fault, not its value. */
  readonly on?: "key";
  /** The offending text, where it is one. */
  readonly value?: string;
}

/** A rule about a policy. It sees the policy alone: no file, no clock, no other rule. */
export interface PolicyRule<F> {
  /** Kebab-case, begins with `policy-`, states the fault, never reused. */
  readonly code: string;
  /** `error` only where a decision would be undefined, or its records never recognised again. */
  readonly severity: Severity;
  /** One sentence: the fault as found. */
  readonly title: string;
  /** What goes wrong if it stays. */
  readonly why: string;
  /** What the owner of the policy does next. */
  readonly remedy: string;
  readonly cites: readonly Citation[];
  check(subject: PolicySubject, hit: (hit: PolicyHit<F>) => void): void;
  /** The only wording: what is wrong, with the value. The place in words is put before it. */
  say(facts: F): string;
}

/** Types a policy rule by its facts. */
export function definePolicyRule<F>(rule: PolicyRule<F>): PolicyRule<F> {
  return rule;
}
