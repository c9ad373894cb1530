import { reachOf } from "../policy/outlineReach.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyCourseUnreached = definePolicyRule<object>({
  code: "policy-course-unreached",
  severity: "warning",
  title: "No pathway gives credit in a course, and nothing else names it.",
  why: "A policy says which courses are open to mastery-based credit; one without a pathway looks open and is not.",
  remedy: 'Add the course to the "award" of a pathway, or take it out of "courses".',
  cites: ["WAC 180-51-051(3)(b)"],
  check({ outline }, hit) {
    const reach = reachOf(outline);
    if (reach === null) return;
    for (const { id, path } of outline.courses.entries) {
      if (id === null || reach.asTarget.has(id.text) || reach.besides.has(id.text)) continue;
      hit({ facts: {}, path });
    }
  },
  say: () => "no pathway gives credit in this course, and none uses it as evidence or as a bar.",
});
