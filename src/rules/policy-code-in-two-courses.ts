import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyCodeInTwoCourses = definePolicyRule<{
  readonly code: string;
  readonly first: string;
  readonly second: string;
}>({
  code: "policy-code-in-two-courses",
  severity: "error",
  title: "A district code belongs to two courses.",
  why: "A transcript row with that code could not be told to either.",
  remedy: "Leave the code with the one course that it stands for.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const owners = new Map<string, (typeof outline.courses.entries)[number]>();
    for (const course of outline.courses.entries) {
      const said = new Set<string>();
      for (const code of course.codes) {
        const owner = owners.get(code.text);
        if (owner === undefined) owners.set(code.text, course);
        if (owner === undefined || owner === course || said.has(code.text)) continue;
        said.add(code.text);
        const facts = { code: code.text, first: textOf(owner.id), second: textOf(course.id) };
        hit({ facts, path: code.path, value: code.text });
      }
    }
  },
  say: ({ code, first, second }) => `the code "${code}" belongs to "${first}" and to "${second}".`,
});
