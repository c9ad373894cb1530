import { definePolicyRule } from "../policy/policyRule.js";

export const policyCourseCodeGeneric = definePolicyRule<{ readonly code: string; readonly title: string }>({
  code: "policy-course-code-generic",
  severity: "warning",
  title: "The state course code of a course names no particular course.",
  why: "Credit by mastery should stand under a title and code as exact as can be; a code without a subject is a rare last resort.",
  remedy: "Give the course the state course code of the very course.",
  cites: ["HB", "SCED"],
  check({ outline, lists }, hit) {
    for (const { stateCourseCode: code } of outline.courses.entries) {
      const listed = code === null ? null : lists.courseCode(code.text);
      if (code === null || listed === null || listed.generic === "no") continue;
      hit({ facts: { code: code.text, title: listed.title }, path: code.path, value: code.text });
    }
  },
  say: ({ code, title }) => `the state course code ${code} stands for "${title}".`,
});
