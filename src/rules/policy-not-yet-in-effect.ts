import type { Named } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyNotYetInEffect = definePolicyRule<{
  readonly first: string;
  readonly awardDate: string;
  readonly adopted: boolean;
}>({
  code: "policy-not-yet-in-effect",
  severity: "warning",
  title: "A document or a pathway is not in effect yet on the award date.",
  why: "Credit rests on a policy that is adopted and in effect when it is given.",
  remedy: "Nothing, where it is written down ahead of its time; else correct its first day.",
  cites: ["POLICY", "WAC 180-51-051"],
  check({ outline, awardDate }, hit) {
    const check = (first: Named | null, adopted: boolean): boolean => {
      if (first === null || !DAY.test(first.text) || first.text <= awardDate) return false;
      hit({ facts: { first: first.text, awardDate, adopted }, path: first.path, value: first.text });
      return true;
    };
    for (const { from, adopted } of outline.documents.entries) if (!check(from, false)) check(adopted, true);
    for (const { from } of outline.pathways.entries) check(from, false);
  },
  say: ({ first, awardDate, adopted }) =>
    `${adopted ? "adopted only on" : "in effect only from"} ${first}, and the award date is ${awardDate}.`,
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
