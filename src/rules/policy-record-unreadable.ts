import type { Path } from "../policy/json.js";
import type { CourseOutline, PartOutline, PathwayOutline, PolicyOutline } from "../policy/outline.js";
import { codesOfPart, partOfRow, partsOfTarget, sharedCodes, termId } from "../policy/outlineMatch.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { courseOf, idsOf } from "../policy/references.js";

export const policyRecordUnreadable = definePolicyRule<{
  readonly course: string;
  readonly part: string;
  readonly why: string;
}>({
  code: "policy-record-unreadable",
  severity: "error",
  title: "A new record could never be read back to the part that it is for.",
  why: "Next year the credit would count for another part, and be given again for this one.",
  remedy: "Give the course a district code, and each part codes or terms of its own.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    if (!outline.terms.complete || !outline.courses.complete) return;
    const said = new Set<unknown>();
    for (const pathway of outline.pathways.entries) {
      if (pathway.kind === "waiver") continue;
      for (const target of pathway.targets) {
        const course = courseOf(outline, target.course);
        if (course === null || !course.parts.complete || sharedCodes(outline, course).length > 0) continue;
        for (const part of course.divided ? partsOfTarget(course, target) : [null]) {
          const fault = unreadable(outline, pathway, course, part);
          const about = fault === null ? null : (fault.path ?? part ?? course);
          if (fault === null || said.has(about)) continue;
          said.add(about);
          const facts = { course: textOf(course.id), part: textOf(part?.id), why: fault.why };
          hit({ facts, path: fault.path ?? part?.path ?? course.path });
        }
      }
    }
  },
  say: ({ course, part, why }) =>
    `a new record of ${part === "" ? "" : `part "${part}" of `}course "${course}" could not be read back: ${why}.`,
});

/** Why no row of this part's code and term comes back to it; null where one does, or where another rule speaks. */
function unreadable(
  outline: PolicyOutline,
  pathway: PathwayOutline,
  course: CourseOutline,
  part: PartOutline | null,
): { readonly why: string; readonly path?: Path } | null {
  const codes = codesOfPart(course, part);
  if (codes.length === 0) return { why: "it has no district code" };
  if (part === null) return null;
  const terms = recordTerms(outline, pathway, part);
  if (terms === null) return null;
  const comesBack = codes.some((code) => terms.some((term) => partOfRow(outline, course, code, term) === part));
  if (comesBack) return null;
  const { recordTerm } = pathway;
  const why = "its codes and terms are those of a part that is listed before it";
  return recordTerm === null ? { why } : { why: `in term "${recordTerm.text}" ${why}`, path: recordTerm.path };
}

/** The terms that a new record of a part may carry; null where the term is at fault, which other rules say. */
function recordTerms(
  outline: PolicyOutline,
  pathway: PathwayOutline,
  part: PartOutline,
): readonly (string | null)[] | null {
  if (pathway.recordTerm !== null) {
    const term = termId(outline, pathway.recordTerm.text);
    const its = part.terms?.map((name) => termId(outline, name.text));
    return term === null || (its !== undefined && !its.includes(term)) ? null : [term];
  }
  const first = part.terms?.[0];
  if (first === undefined) return idsOf(outline.terms);
  const term = termId(outline, first.text);
  return term === null ? null : [term];
}
