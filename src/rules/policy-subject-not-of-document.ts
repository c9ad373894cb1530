import { documentOf } from "../policy/outlineReach.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { courseOf } from "../policy/references.js";

export const policySubjectNotOfDocument = definePolicyRule<{
  readonly course: string;
  readonly subject: string;
  readonly document: string;
}>({
  code: "policy-subject-not-of-document",
  severity: "warning",
  title: "A pathway gives credit in a subject that its document does not open.",
  why: "A written policy says which subjects are open to mastery-based credit, and credit beyond them rests on nothing.",
  remedy:
    'Move the pathway to the document that opens the subject, or add the subject to the "subjects" of its document.',
  cites: ["WAC 180-51-051(3)(b)"],
  check({ outline }, hit) {
    for (const pathway of outline.pathways.entries) {
      const document = documentOf(outline, pathway);
      if (document === null || document.subjects.length === 0) continue;
      const said = new Set(document.subjects.map((subject) => subject.text));
      for (const { course: name } of pathway.targets) {
        const subject = courseOf(outline, name)?.subject?.text;
        if (name === null || subject === undefined || said.has(subject)) continue;
        // Once for each subject of a pathway.
        said.add(subject);
        const facts = { course: name.text, subject, document: textOf(document.id) };
        hit({ facts, path: name.path, value: name.text });
      }
    }
  },
  say: ({ course, subject, document }) =>
    `"${course}" is of the subject "${subject}", which document "${document}" does not open.`,
});
