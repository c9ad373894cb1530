import type { Named } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyNoLongerInEffect = definePolicyRule<{ readonly last: string; readonly awardDate: string }>({
  code: "policy-no-longer-in-effect",
  severity: "warning",
  title: "A document or a pathway is no longer in effect on the award date.",
  why: "What rests on it is refused to every student.",
  remedy: "Nothing, where it is kept for the record; else write its new last day, or the document that replaced it.",
  cites: ["POLICY"],
  check({ outline, awardDate }, hit) {
    const check = (first: Named | null, last: Named | null): void => {
      if (last === null || !DAY.test(last.text) || last.text >= awardDate) return;
      // A period that ends before it begins has a fault of its own.
      if (first !== null && first.text > last.text) return;
      hit({ facts: { last: last.text, awardDate }, path: last.path, value: last.text });
    };
    for (const { from, to } of outline.documents.entries) check(from, to);
    for (const { from, to } of outline.pathways.entries) if (to !== "open") check(from, to);
  },
  say: ({ last, awardDate }) => `in effect until ${last}, and the award date is ${awardDate}.`,
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
