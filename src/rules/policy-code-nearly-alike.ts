import { foldCode } from "../policy/fold.js";
import type { CourseOutline, PartOutline } from "../policy/outline.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

interface Owned {
  readonly text: string;
  readonly course: CourseOutline;
  readonly part: PartOutline | null;
}

export const policyCodeNearlyAlike = definePolicyRule<{
  readonly code: string;
  readonly other: string;
  readonly course: string;
}>({
  code: "policy-code-nearly-alike",
  severity: "warning",
  title: "Two district codes differ only by capital letters or leading zeros.",
  why: "A spreadsheet drops leading zeros and a hand mistakes capitals, and then a row counts for the other course or part.",
  remedy: "Make sure that both codes are right; where one is a slip, take it out.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const seen = new Map<string, Owned>();
    for (const course of outline.courses.entries) {
      const parts = new Map(
        course.parts.entries.flatMap((part) => (part.codes ?? []).map((code) => [code.text, part] as const)),
      );
      for (const { text, path } of course.codes) {
        const part = parts.get(text) ?? null;
        const first = seen.get(foldCode(text));
        if (first === undefined) seen.set(foldCode(text), { text, course, part });
        if (first === undefined || first.text === text) continue;
        const apart = first.course !== course || (first.part !== null && part !== null && first.part !== part);
        if (!apart) continue;
        hit({ facts: { code: text, other: first.text, course: textOf(first.course.id) }, path, value: text });
      }
    }
  },
  say: ({ code, other, course }) =>
    `the code "${code}" differs from "${other}" of "${course}" only by capital letters or leading zeros.`,
});
