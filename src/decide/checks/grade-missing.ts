import type { Outcome } from "../../evidence/form.js";
import type { GradeRule } from "../../policy/schema.js";
import type { Check } from "./check.js";

/** A grade is never defaulted. */
export const gradeMissing: Check = {
  reason: "grade-missing",
  clear: "a mark for the new record",
  title: "The policy's grade table has no mark for this evidence.",
  remedy: "Add the level or score to the pathway's grade table, or the mark to the evidence.",
  drops(look, slot) {
    const { outcome } = look.judgement(slot.target);
    const { grade, source } = look.pathway;
    if (!outcome.holds || source.award.kind === "waiver" || look.mark(slot.target) !== null) return null;
    return { says: `the evidence holds, and ${saysMissing(grade, outcome)}` };
  },
};

function saysMissing(grade: GradeRule | null, { results }: Outcome): string {
  if (grade === null || "mark" in grade) return "the pathway says no mark";
  if ("from" in grade) return grade.from === "score" ? "has no score that could be the mark" : "has no mark of its own";
  if ("byLevel" in grade) {
    const levels = results.flatMap(({ level }) => level ?? []);
    return levels.length === 0
      ? "has no level to look up in the grade table"
      : `the grade table has no mark for level ${levels.join(" or ")}`;
  }
  const scores = results.flatMap(({ score }) => (score === null ? [] : score / 1e6));
  return scores.length === 0
    ? "has no score to look up in the grade table"
    : `the grade table has no mark for score ${scores.join(" or ")}`;
}
