import type { Named } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { isObject, own } from "../policy/raw.js";
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
    checkNames(marksWithPoints(outline.raw), outline.marks, (found) => hit({ ...found, on: "key" }));
  },
  say: ({ name, guess }) => `"marks" does not hold "${name}".${guess}`,
});

function marksWithPoints(raw: unknown): readonly Named[] {
  const points = own(own(raw, "marks"), "points");
  if (!isObject(points)) return [];
  // A mark without a name is a fault of form.
  const marks = Object.keys(points).filter((text) => text !== "");
  return marks.map((text) => ({ text, path: ["marks", "points", text] }));
}
