import type { Named } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { doubles } from "../policy/references.js";

export const policyIdDoubled = definePolicyRule<{ readonly what: string; readonly name: string }>({
  code: "policy-id-doubled",
  severity: "error",
  title: "An id or a name is used twice.",
  why: "What refers to it could mean either.",
  remedy: "Give each its own id.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const each = (what: string, names: readonly { readonly name: Named | null; readonly owner: unknown }[]): void => {
      const read = names.flatMap(({ name, owner }) => (name === null ? [] : [{ name, owner }]));
      for (const { name } of doubles(read))
        hit({ facts: { what, name: name.text }, path: name.path, value: name.text });
    };
    const ids = (entries: readonly { readonly id: Named | null }[]) =>
      entries.map((entry) => ({ name: entry.id, owner: entry }));
    const names = (entries: readonly { readonly names: readonly Named[] }[]) =>
      entries.flatMap((entry) => entry.names.map((name) => ({ name, owner: entry })));
    each("document number", ids(outline.documents.entries));
    each("term or alias", names(outline.terms.entries));
    each("course id", ids(outline.courses.entries));
    for (const course of outline.courses.entries) each("part of this course", ids(course.parts.entries));
    each("test id or name", names(outline.tests.entries));
    for (const test of outline.tests.entries) {
      each("level of this test", ids(test.levels.map((level) => ({ id: level }))));
      each("part of this test", ids(test.parts.map((part) => ({ id: part }))));
    }
    each("pathway id", ids(outline.pathways.entries));
    each("cap id", ids(outline.caps.entries));
  },
  say: ({ what, name }) => `the ${what} "${name}" is there twice.`,
});
