import { targetCourses } from "../policy/outlineReach.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { entriesById } from "../policy/references.js";

export const policyPassOnCadr = definePolicyRule<{ readonly mark: string; readonly courses: readonly string[] }>({
  code: "policy-pass-on-cadr",
  severity: "warning",
  title: "A pathway gives a pass in a college-distribution course.",
  why: "Colleges may look for a letter grade in courses that meet a College Academic Distribution Requirement, so a letter may serve the student better.",
  remedy: 'Think of a letter: one mark for all, "byLevel", "byScore", or "from" the evidence.',
  cites: ["HB"],
  check({ outline }, hit) {
    const marks = entriesById(outline.marks);
    for (const pathway of outline.pathways.entries) {
      if (pathway.kind === "waiver") continue;
      const passes = pathway.gradeMarks.filter((mark) => marks.get(mark.text)?.kind === "credit");
      if (passes.length === 0) continue;
      const cadr = targetCourses(outline, pathway).filter((course) => course.cadr);
      const courses = cadr.map((course) => textOf(course.id));
      if (courses.length === 0) continue;
      for (const { text, path } of passes) hit({ facts: { mark: text, courses }, path, value: text });
    }
  },
  say: ({ mark, courses }) =>
    `the mark "${mark}" is given in college-distribution courses: ${courses.map((course) => `"${course}"`).join(", ")}.`,
});
