import { defineRule } from "./rule.js";
import { placeOf } from "./words.js";

interface Facts {
  readonly pathways: readonly string[];
}

export const studentRowMissing = defineRule<"decision", Facts>({
  code: "student-row-missing",
  scope: "decision",
  severity: "warning",
  title: "A student has no row in the students file.",
  why: "Pathways that ask for a program or a graduation class are then refused.",
  remedy: "Add the student to the students file and run again.",
  cites: ["POLICY"],
  needs: ["students"],
  check({ student, decision }, context, hit) {
    if (student.students.length > 0) return;
    const pathways: string[] = [];
    for (const refusal of decision.refusals) {
      const who = context.policy.pathwayById.get(refusal.pathway)?.source.who;
      if (refusal.reason !== "not-eligible" || who === undefined) continue;
      if (who.programs !== undefined || who.classOf !== undefined || who.status !== undefined)
        pathways.push(refusal.pathway);
    }
    const [pathway] = pathways;
    if (pathway === undefined) return;
    hit({
      facts: { pathways },
      ...placeOf(student.transcript),
      column: "student_id",
      value: student.id,
      pathway,
      cause: "student not in the students file",
    });
  },
  say(facts) {
    return `This student has no row in the students file, which ${facts.pathways.join(", ")} would have to look at.`;
  },
});
