import { targetCourses } from "../policy/outlineReach.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";

export const policyCteAdmitted = definePolicyRule<{ readonly courses: readonly string[] }>({
  code: "policy-cte-admitted",
  severity: "info",
  title: "A pathway gives credit in a CTE course.",
  why: "Program rules of career and technical education mostly rule out mastery-based credit, so this is an exception that the district answers for.",
  remedy: "Make sure that the adopted policy makes the exception, and that the program's rules allow it.",
  cites: ["HB"],
  check({ outline }, hit) {
    for (const pathway of outline.pathways.entries) {
      if (own(pathway.raw, "allowCte") !== true) continue;
      const cte = targetCourses(outline, pathway).filter((course) => course.cte);
      const courses = cte.map((course) => textOf(course.id));
      if (courses.length > 0) hit({ facts: { courses }, path: [...pathway.path, "allowCte"], value: "true" });
    }
  },
  say: ({ courses }) => `CTE courses are admitted: ${courses.map((course) => `"${course}"`).join(", ")}.`,
});
