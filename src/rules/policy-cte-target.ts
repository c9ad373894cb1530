import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { courseOf, mistyped } from "../policy/references.js";

export const policyCteTarget = definePolicyRule<{ readonly course: string }>({
  code: "policy-cte-target",
  severity: "warning",
  title: "A pathway names a CTE course and does not admit one.",
  why: "Program rules of career and technical education mostly rule out mastery-based credit, so the course is refused.",
  remedy: 'Take the course out, or add "allowCte": true where the adopted policy makes the exception.',
  cites: ["HB"],
  check({ outline }, hit) {
    for (const { raw, targets } of outline.pathways.entries) {
      if (own(raw, "allowCte") === true || mistyped(raw, "allowCte")) continue;
      for (const { course: name } of targets) {
        if (name === null || courseOf(outline, name)?.cte !== true) continue;
        hit({ facts: { course: name.text }, path: name.path, value: name.text });
      }
    }
  },
  say: ({ course }) => `"${course}" is a CTE course, and without "allowCte" it is always refused.`,
});
