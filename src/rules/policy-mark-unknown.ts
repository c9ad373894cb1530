import { definePolicyRule } from "../policy/policyRule.js";
import { checkNames, type UnknownName } from "../policy/references.js";

export const policyMarkUnknown = definePolicyRule<UnknownName>({
  code: "policy-mark-unknown",
  severity: "error",
  title: "A mark is used that the list of marks does not hold.",
  why: "No mark has a meaning of its own: what it is worth is what the list says.",
  remedy: 'Correct the mark, or add it under "marks".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const { entries } = outline.pathways;
    const minimums = entries.flatMap((pathway) =>
      pathway.tiers.flatMap(({ evidence }) => [...evidence.courses, ...evidence.subjects].map((leaf) => leaf.minMark)),
    );
    const named = entries.flatMap((pathway) => [...pathway.attemptMarks, ...pathway.gradeMarks]);
    const examples = outline.examples.flatMap((example) => example.proposals.map((proposal) => proposal.mark));
    const asked = minimums.filter((mark) => mark?.text !== "credit");
    checkNames([...asked, ...named, ...examples], outline.marks, hit);
  },
  say: ({ name, guess }) => `"marks" does not hold "${name}".${guess}`,
});
