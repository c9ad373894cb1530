import { definePolicyRule } from "../policy/policyRule.js";
import { checkNames, type UnknownName } from "../policy/references.js";

export const policyCourseUnknown = definePolicyRule<UnknownName>({
  code: "policy-course-unknown",
  severity: "error",
  title: "A course is named that the policy does not list.",
  why: "Evidence, targets and bars work only on courses whose codes and parts the policy gives.",
  remedy: 'Correct the id, or add the course under "courses".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const evidence = outline.pathways.entries.flatMap((pathway) =>
      pathway.tiers.flatMap((tier) => tier.evidence.courses.map((leaf) => leaf.course)),
    );
    const targets = outline.pathways.entries.flatMap((pathway) => pathway.targets.map((target) => target.course));
    const bars = outline.pathways.entries.flatMap((pathway) => pathway.bars);
    const sets = outline.sets.flatMap((set) => set.courses);
    const examples = outline.examples.flatMap((example) => example.proposals.map((proposal) => proposal.course));
    checkNames([...evidence, ...targets, ...bars, ...sets, ...examples], outline.courses, hit);
  },
  say: ({ name, guess }) => `no course has the id "${name}".${guess}`,
});
