import { definePolicyRule } from "../policy/policyRule.js";
import { type UnknownName, unknownName } from "../policy/references.js";

export const policySubjectUnknown = definePolicyRule<UnknownName>({
  code: "policy-subject-unknown",
  severity: "warning",
  title: "A cap or a piece of evidence is on a subject that no course has.",
  why: "A cap that counts nothing limits nothing, and evidence of no course never holds.",
  remedy: "Write the subject as the courses write it.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const { entries, complete } = outline.courses;
    const subjects = entries.map((course) => course.subject).filter((subject) => subject !== null);
    if (!complete || subjects.length < entries.length) return;
    const known = [...new Set(subjects.map((subject) => subject.text))];
    const asked = outline.pathways.entries.flatMap((pathway) =>
      pathway.tiers.flatMap((tier) => tier.evidence.subjects),
    );
    for (const { subject } of [...outline.caps.entries, ...asked]) {
      if (subject !== null && !known.includes(subject.text)) hit(unknownName(subject, known));
    }
  },
  say: ({ name, guess }) => `no course has the subject "${name}".${guess}`,
});
