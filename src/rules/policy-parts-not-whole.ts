import { formatCredit } from "../credit.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyPartsNotWhole = definePolicyRule<{ readonly whole: number; readonly parts: number }>({
  code: "policy-parts-not-whole",
  severity: "warning",
  title: "The parts of a course do not make up its credit.",
  why: "Credit of the course would be left that no part can take, or the parts could never all be earned.",
  remedy: "Correct the credit of the course or of its parts.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    for (const { credits, parts, divided } of outline.courses.entries) {
      if (!divided || credits === null || parts.entries.length === 0) continue;
      const all = parts.entries.map((part) => thousandths(part.credits?.value)).filter((part) => part !== null);
      const whole = thousandths(credits.value);
      if (whole === null || !parts.complete || all.length < parts.entries.length) continue;
      const sum = all.reduce((total, part) => total + part, 0);
      if (sum !== whole) hit({ facts: { whole, parts: sum }, path: credits.path, value: String(credits.value) });
    }
  },
  say: ({ whole, parts }) =>
    `the course has ${formatCredit(whole)} credit, and its parts together ${formatCredit(parts)}.`,
});

/** Null where a number is no credit, which the schema says. */
function thousandths(value: number | undefined): number | null {
  if (value === undefined || value <= 0 || value > 1000) return null;
  const whole = Math.round(value * 1000);
  return whole / 1000 === value ? whole : null;
}
