import type { Path } from "../policy/json.js";
import { circles } from "../policy/outlineCycles.js";
import { targetCourses } from "../policy/outlineReach.js";
import { leavesOf } from "../policy/outlineTree.js";
import { definePolicyRule } from "../policy/policyRule.js";

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly path: Path;
}

export const policySequenceCycle = definePolicyRule<{ readonly courses: readonly string[] }>({
  code: "policy-sequence-cycle",
  severity: "warning",
  title: "Courses complete each other in a circle.",
  why: "Of two courses only one can be the next higher one, so standards can't progress both ways.",
  remedy: "Take out the pathway that leads from the lower course to the higher one.",
  cites: ["HB", "WAC 180-51-051"],
  check({ outline }, hit) {
    const arrows: Arrow[] = [];
    for (const pathway of outline.pathways.entries) {
      if (pathway.method !== "next-course") continue;
      const targets = targetCourses(outline, pathway);
      for (const leaf of pathway.tiers.flatMap((tier) => leavesOf(tier.evidence.tree))) {
        if (leaf.form !== "course" || leaf.name === null) continue;
        for (const { id } of targets) {
          // One part of a course may complete another part of it.
          if (id === null || id.text === leaf.name.text) continue;
          arrows.push({ from: leaf.name.text, to: id.text, path: leaf.name.path });
        }
      }
    }
    const circleOf = new Map<string, readonly string[]>();
    for (const circle of circles(arrows.map(({ from, to }) => [from, to] as const))) {
      for (const course of circle) circleOf.set(course, circle);
    }
    // The last pathway of the file that belongs to a circle closes it, and is the one to name.
    const last = new Map<readonly string[], Arrow>();
    for (const arrow of arrows) {
      const circle = circleOf.get(arrow.from);
      if (circle !== undefined && circle === circleOf.get(arrow.to)) last.set(circle, arrow);
    }
    for (const [courses, { path, from }] of last) hit({ facts: { courses }, path, value: from });
  },
  say: ({ courses }) =>
    `${courses.map((course) => `"${course}"`).join(", ")} complete each other in a circle of next-course pathways.`,
});
