import { testsOf } from "../policy/outline.js";
import type { Named } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyDatesReversed = definePolicyRule<{
  readonly from: string;
  readonly to: string;
  readonly inherited: boolean;
}>({
  code: "policy-dates-reversed",
  severity: "warning",
  title: "A period ends before it begins.",
  why: "No day lies within it, so nothing could ever be given.",
  remedy: "Correct the first or the last day.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const check = (from: Named | null, to: Named | null, at: Named | null, inherited: boolean): void => {
      if (from === null || to === null || at === null || !DAY.test(from.text) || !DAY.test(to.text)) return;
      if (from.text > to.text) {
        hit({ facts: { from: from.text, to: to.text, inherited }, path: at.path, value: at.text });
      }
    };
    for (const { from, to } of outline.documents.entries) check(from, to, to, false);
    for (const pathway of outline.pathways.entries) {
      const document =
        pathway.document === null
          ? outline.documents.entries[0]
          : outline.documents.entries.find((entry) => entry.id?.text === pathway.document?.text);
      const ownTo = pathway.to === "open" ? null : pathway.to;
      if (pathway.from !== null && ownTo !== null) check(pathway.from, ownTo, ownTo, false);
      else if (pathway.from !== null && pathway.to === null) {
        check(pathway.from, document?.to ?? null, pathway.from, true);
      } else if (pathway.from === null) check(document?.from ?? null, ownTo, ownTo, true);
      for (const leaf of testsOf(pathway)) check(leaf.from, leaf.to, leaf.to, false);
    }
  },
  say: ({ from, to, inherited }) =>
    `the period begins on ${from} and ends on ${to}${inherited ? ", one of the two being the date of its document" : ""}.`,
});
const DAY = /^\d{4}-\d{2}-\d{2}$/;
