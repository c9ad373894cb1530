import { codesOfTarget } from "../policy/outlineMatch.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { courseOf } from "../policy/references.js";
import { makeCode } from "../policy/templates.js";

export const policyCodeMadeTwice = definePolicyRule<{
  readonly template: string;
  readonly code: string;
  readonly sources: readonly string[];
}>({
  code: "policy-code-made-twice",
  severity: "error",
  title: "A template makes one code for different codes of the district.",
  why: "A record with that code could not be told to its course or part next year.",
  remedy: "Let the template hold {courseId}, so that every code stays its own.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const sources = new Map<string, string>();
    for (const { template, targets } of outline.pathways.entries) {
      if (template === null) continue;
      const codes = targets.flatMap((target) => {
        const course = courseOf(outline, target.course);
        return course === null ? [] : codesOfTarget(course, target);
      });
      let clash: { readonly code: string; readonly sources: readonly string[] } | null = null;
      for (const source of codes) {
        const code = makeCode(template.text, source);
        const first = sources.get(code);
        if (first === undefined) sources.set(code, source);
        else if (first !== source) clash ??= { code, sources: [first, source] };
      }
      if (clash !== null)
        hit({ facts: { template: template.text, ...clash }, path: template.path, value: template.text });
    }
  },
  say: ({ template, code, sources }) =>
    `the template "${template}" makes the code "${code}" of ${sources.map((source) => `"${source}"`).join(" as of ")}.`,
});
