import { partsOfTarget, termId } from "../policy/outlineMatch.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { courseOf } from "../policy/references.js";

export const policyRecordTermContradicts = definePolicyRule<{
  readonly term: string;
  readonly course: string;
  readonly part: string;
  readonly terms: readonly string[];
}>({
  code: "policy-record-term-contradicts",
  severity: "error",
  title: "The term of the new record is not one of the part that it is for.",
  why: "Read back, the record would count for another part or for none.",
  remedy:
    'Leave "term" out of "record", so that each record carries the term of its part, or name a term that the part has.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    if (!outline.terms.complete) return;
    for (const { recordTerm, targets, kind } of outline.pathways.entries) {
      if (recordTerm === null || kind === "waiver") continue;
      const term = termId(outline, recordTerm.text);
      if (term === null) continue;
      const against = targets.flatMap((target) => {
        const course = courseOf(outline, target.course);
        if (course === null) return [];
        return partsOfTarget(course, target).flatMap(({ id, terms }) =>
          terms === null ? [] : [{ course, id, terms }],
        );
      });
      const clash = against.find(({ terms }) => !terms.some((name) => termId(outline, name.text) === term));
      if (clash === undefined) continue;
      const facts = {
        term: recordTerm.text,
        course: textOf(clash.course.id),
        part: textOf(clash.id),
        terms: clash.terms.map((name) => name.text),
      };
      hit({ facts, path: recordTerm.path, value: recordTerm.text });
    }
  },
  say: ({ term, course, part, terms }) =>
    `the new record would stand in "${term}", but part "${part}" of "${course}" is taught in ${terms.map((name) => `"${name}"`).join(", ")}.`,
});
