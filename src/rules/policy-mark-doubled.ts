import { entryOf } from "../at.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { doubles } from "../policy/references.js";

export const policyMarkDoubled = definePolicyRule<{
  readonly mark: string;
  readonly first: string;
  readonly second: string;
}>({
  code: "policy-mark-doubled",
  severity: "error",
  title: "A mark is listed twice.",
  why: "One mark can have only one meaning and one rank.",
  remedy: "Keep the mark where it belongs and take it out of the other place.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const kinds = new Map(outline.marks.entries.map((mark) => [mark.id, mark.kind]));
    for (const { name, first } of doubles(outline.marks.entries.map((mark) => ({ name: mark.id, owner: mark })))) {
      const facts = { mark: name.text, first: entryOf(kinds, first), second: entryOf(kinds, name) };
      hit({ facts, path: name.path, value: name.text });
    }
  },
  say: ({ mark, first, second }) =>
    first === second
      ? `the mark "${mark}" stands twice under "${first}".`
      : `the mark "${mark}" stands under "${first}" and under "${second}".`,
});
