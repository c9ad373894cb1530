import { definePolicyRule } from "../policy/policyRule.js";

interface Facts {
  readonly course: string;
  readonly other: string;
  readonly code: string;
  readonly otherCode: string;
}

export const policySameCourseApart = definePolicyRule<Facts>({
  code: "policy-same-course-apart",
  severity: "warning",
  title: "Two courses have state codes of which one took the other’s place.",
  why: "The codes stand for the same learning, so a student could be given credit for it twice.",
  remedy: 'Make one course of the two, or put both into one entry of "sameLearning".',
  cites: ["SCED", "HB"],
  check({ outline, lists }, hit) {
    const coded = outline.courses.entries.flatMap(({ id, stateCourseCode: code }) =>
      id === null || code === null ? [] : [{ course: id.text, code: code.text, path: code.path }],
    );
    const together = (a: string, b: string): boolean =>
      outline.sets.some(({ courses }) => [a, b].every((id) => courses.some(({ text }) => text === id)));
    for (const [index, { course, code, path }] of coded.entries()) {
      for (const { course: other, code: otherCode } of coded.slice(0, index)) {
        if (!tookPlace(code, otherCode) && !tookPlace(otherCode, code)) continue;
        if (course === other || together(course, other)) continue;
        hit({ facts: { course, other, code, otherCode }, path, value: code });
      }
    }
    /** Alone: a code that was split into several is the same learning as none of them. */
    function tookPlace(old: string, now: string): boolean {
      const { successors = [] } = lists.courseCode(old) ?? {};
      return old !== now && successors.length === 1 && successors[0] === now;
    }
  },
  say: ({ course, other, code, otherCode }) =>
    `"${course}" has the state code ${code} and "${other}" has ${otherCode}: one code took the other’s place, so both teach the same.`,
});
