import type { PathwayOutline } from "../policy/outline.js";
import { floorPathways, isForInstitution } from "../policy/outlineInstitution.js";
import { targetCourses } from "../policy/outlineReach.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

const ELECTIVE = /elective/i;

export const policyInstitutionNoElective = definePolicyRule<{ readonly test: string }>({
  code: "policy-institution-no-elective",
  severity: "warning",
  title: "A pathway of students in institutional facilities names no elective.",
  why: "They are due at least one credit for a GED or language test, also where the course itself is full already.",
  remedy: 'Add an elective (a course of the subject "elective") as the last of its "courses".',
  cites: ["RCW 28A.320.192"],
  check({ outline }, hit) {
    const said = new Set<PathwayOutline>();
    for (const { test, pathways } of floorPathways(outline)) {
      for (const pathway of pathways) {
        if (said.has(pathway) || !isForInstitution(pathway)) continue;
        said.add(pathway);
        const courses = targetCourses(outline, pathway);
        // An id that is no course's is another rule's to report, and could be the elective.
        if (pathway.targets.some(({ course }) => !courses.some(({ id }) => id?.text === course?.text))) continue;
        if (courses.length === 0 || courses.some(({ subject }) => subject === null || ELECTIVE.test(subject.text)))
          continue;
        hit({ facts: { test: textOf(test.id) }, path: [...pathway.awardPath, "courses"] });
      }
    }
  },
  say: ({ test }) =>
    `no elective is among its courses, so that a student whose courses are full gets nothing for "${test}".`,
});
