import { definePolicyRule } from "../policy/policyRule.js";
import { type UnknownName, unknownName } from "../policy/references.js";

export const policyTermUnknown = definePolicyRule<UnknownName>({
  code: "policy-term-unknown",
  severity: "error",
  title: "A term is named that the calendar does not have.",
  why: "Parts are told apart by their terms, and new records carry them.",
  remedy: "Correct the term, or add it to the calendar.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    if (!outline.terms.complete) return;
    const names = outline.terms.entries.flatMap((term) => term.names.map((name) => name.text));
    const known = new Set(names);
    const parts = outline.courses.entries.flatMap((course) => course.parts.entries.flatMap((part) => part.terms ?? []));
    const records = outline.pathways.entries.map((pathway) => pathway.recordTerm);
    for (const term of [...parts, ...records]) {
      if (term !== null && !known.has(term.text)) hit(unknownName(term, names));
    }
  },
  say: ({ name, guess }) => `the calendar has no term "${name}".${guess}`,
});
