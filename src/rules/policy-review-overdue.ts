import { minusMonths, parseDate } from "../date.js";
import { namedAt, numberAt } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";

interface Facts {
  /** The last review; empty: none is recorded. */
  readonly last: string;
  /** When the first document was adopted. */
  readonly adopted: string;
  readonly due: string;
}

export const policyReviewOverdue = definePolicyRule<Facts>({
  code: "policy-review-overdue",
  severity: "warning",
  title: "The review of who receives mastery-based credit is overdue.",
  why: "A written policy says how equity is ensured, with a periodic review of which groups of students receive the credit.",
  remedy: 'Hold the review (`zcredit equity` counts by group), then write its day under "lastReviewed".',
  cites: ["WAC 180-51-051(3)(a)"],
  check({ outline, awardDate }, hit) {
    if (outline.equity === null) return;
    const { raw, path } = outline.equity;
    const last = namedAt(raw, path, "lastReviewed");
    const months = numberAt(raw, path, "reviewEveryMonths");
    const every = months?.value ?? 0;
    if (months === null || !Number.isInteger(every) || every < 1 || every > LONGEST) return;
    const [adopted = ""] = outline.documents.entries.flatMap((document) => document.adopted?.text ?? []).sort();
    const since = last?.text ?? (own(raw, "lastReviewed") === undefined ? adopted : "");
    if (parseDate(since) !== since) return;
    const due = minusMonths(since, -every);
    if (due >= awardDate) return;
    const at = last ?? { path: months.path, text: String(every) };
    hit({ facts: { last: last?.text ?? "", adopted, due }, path: at.path, value: at.text });
  },
  say: ({ last, adopted, due }) =>
    last === ""
      ? `no review is recorded since the policy was adopted on ${adopted}, so the first was due on ${due}.`
      : `the last review was on ${last}, so the next was due on ${due}.`,
});

/** A thousand years: beyond it, days no longer compare as text. */
const LONGEST = 12_000;
