import type { Outcome } from "../evidence/form.js";
import type { Pathway } from "../policy/compiled.js";

/** The mark of the new record; null: the grade table knows no mark, level or score of this evidence. */
export function markOf(pathway: Pathway, outcome: Outcome): string | null {
  const { grade } = pathway;
  if (grade === null) return null;
  if ("mark" in grade) return grade.mark;
  if ("from" in grade && grade.from === "evidence") return outcome.mark;
  for (const result of outcome.results) {
    if ("from" in grade) {
      if (result.score !== null) return String(result.score / 1e6);
    } else if ("byLevel" in grade) {
      const mark = grade.byLevel[result.level ?? ""];
      if (mark !== undefined) return mark;
    } else {
      const { score } = result;
      if (score === null) continue;
      const reached = grade.byScore.filter((step) => step.min <= score);
      if (reached.length > 0) return reached.reduce((a, b) => (b.min > a.min ? b : a)).mark;
    }
  }
  return null;
}
