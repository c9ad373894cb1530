import { minusMonths, parseDate } from "../date.js";
import { namedAt, numberAt } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyReviewOverdue = definePolicyRule<{ readonly last: string; readonly due: string }>({
  code: "policy-review-overdue",
  severity: "warning",
  title: "The review of who receives mastery-based credit is overdue.",
  why: "A written policy says how equity is ensured, with a periodic review of which groups of students receive the credit.",
  remedy: 'Hold the review (`zcredit equity` counts by group), then write its day under "lastReviewed".',
  cites: ["WAC 180-51-051(3)(a)"],
  check({ outline, awardDate }, hit) {
    if (outline.equity === null) return;
    const last = namedAt(outline.equity.raw, outline.equity.path, "lastReviewed");
    const every = numberAt(outline.equity.raw, outline.equity.path, "reviewEveryMonths")?.value ?? 0;
    if (last === null || parseDate(last.text) !== last.text || !Number.isInteger(every)) return;
    if (every < 1 || every > LONGEST) return;
    const due = minusMonths(last.text, -every);
    if (due < awardDate) hit({ facts: { last: last.text, due }, path: last.path, value: last.text });
  },
  say: ({ last, due }) => `the last review was on ${last}, so the next was due on ${due}.`,
});

/** A thousand years: beyond it, days no longer compare as text. */
const LONGEST = 12_000;
