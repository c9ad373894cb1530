import { reachOf } from "../policy/outlineReach.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policySubjectUnreached = definePolicyRule<{ readonly subject: string }>({
  code: "policy-subject-unreached",
  severity: "warning",
  title: "A document opens a subject in which no pathway gives credit.",
  why: "A policy says which subjects are open to mastery-based credit; one without a pathway looks open and is not.",
  remedy: "Add a pathway to a course of the subject, or write the subject as the courses write it.",
  cites: ["WAC 180-51-051(3)(b)"],
  check({ outline }, hit) {
    const reach = reachOf(outline);
    const { entries } = outline.courses;
    if (reach === null || entries.some((course) => course.id === null || course.subject === null)) return;
    const reached = entries.filter(({ id }) => id !== null && reach.asTarget.has(id.text));
    const subjects = new Set(reached.map(({ subject }) => subject?.text));
    for (const document of outline.documents.entries) {
      for (const subject of document.subjects) {
        if (subjects.has(subject.text)) continue;
        hit({ facts: { subject: subject.text }, path: subject.path, value: subject.text });
      }
    }
  },
  say: ({ subject }) => `no pathway gives credit in a course of the subject "${subject}".`,
});
