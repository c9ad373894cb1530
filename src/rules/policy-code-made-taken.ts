import { entryOf } from "../at.js";
import { codesOfTarget } from "../policy/outlineMatch.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { courseOf } from "../policy/references.js";
import { makeCode } from "../policy/templates.js";

export const policyCodeMadeTaken = definePolicyRule<{
  readonly template: string;
  readonly code: string;
  readonly course: string;
}>({
  code: "policy-code-made-taken",
  severity: "error",
  title: "A template makes a code that classes carry already.",
  why: "A class with that code would be taken for a mastery record.",
  remedy:
    "Choose a template whose codes no class has; leave it out where the new record carries the code of its course.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const owners = new Map<string, string>();
    for (const course of outline.courses.entries) {
      for (const code of course.codes) if (!owners.has(code.text)) owners.set(code.text, textOf(course.id));
    }
    for (const { template, targets } of outline.pathways.entries) {
      if (template === null) continue;
      const made = targets.flatMap((target) => {
        const course = courseOf(outline, target.course);
        return course === null ? [] : codesOfTarget(course, target).map((source) => makeCode(template.text, source));
      });
      const code = made.find((candidate) => owners.has(candidate));
      if (code === undefined) continue;
      const facts = { template: template.text, code, course: entryOf(owners, code) };
      hit({ facts, path: template.path, value: template.text });
    }
  },
  say: ({ template, code, course }) =>
    `the template "${template}" makes the code "${code}", which classes of "${course}" carry.`,
});
