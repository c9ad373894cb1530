import { didYouMean } from "../config/nearest.js";
import { testsOf } from "../policy/outline.js";
import type { Named } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { courseOf, testOf } from "../policy/references.js";

export const policyPartUnknown = definePolicyRule<{
  readonly name: string;
  readonly owner: string;
  readonly guess: string;
}>({
  code: "policy-part-unknown",
  severity: "error",
  title: "A part is named that its course or test does not have.",
  why: "What is asked of the part could never be looked at.",
  remedy: "Correct the id of the part, or add the part to its course or test.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const inCourse = (name: Named | null, parts: readonly (Named | null)[]): void => {
      const course = courseOf(outline, name);
      if (course === null || !course.parts.complete || name === null) return;
      const known = course.parts.entries.map((part) => part.id?.text).filter((id) => id !== undefined);
      among(parts, known, `course "${name.text}"`);
    };
    const among = (parts: readonly (Named | null)[], known: readonly string[], owner: string): void => {
      for (const part of parts) {
        if (part === null || known.includes(part.text)) continue;
        hit({
          facts: { name: part.text, owner, guess: didYouMean(part.text, known) },
          path: part.path,
          value: part.text,
        });
      }
    };
    for (const pathway of outline.pathways.entries) {
      for (const tier of pathway.tiers) for (const leaf of tier.evidence.courses) inCourse(leaf.course, leaf.parts);
      for (const target of pathway.targets) inCourse(target.course, target.parts ?? []);
      for (const leaf of testsOf(pathway)) {
        const test = testOf(outline, leaf.test);
        if (test === null) continue;
        const known = test.parts.map((part) => part.text);
        among(leaf.parts, known, `test "${leaf.test?.text}"`);
      }
    }
    for (const example of outline.examples) {
      for (const proposal of example.proposals) inCourse(proposal.course, [proposal.part]);
    }
  },
  say: ({ name, owner, guess }) => `${owner} has no part "${name}".${guess}`,
});
