import type { AllEvidence, Evidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, later, type Outcome } from "./form.js";

/** Every piece must hold; complete on the latest of their days. */
export const allForm: EvidenceForm<AllEvidence> = {
  key: "all",
  is: (evidence: Evidence): evidence is AllEvidence => "all" in evidence,
  judge: judgeAll,
};

function judgeAll(evidence: AllEvidence, context: EvidenceContext): Outcome {
  const outcomes = evidence.all.map((piece) => context.judge(piece));
  const failing = outcomes.filter((outcome) => !outcome.holds);
  const disordered = failing.length === 0 && evidence.inOrder === true && !isInOrder(outcomes);
  return {
    holds: failing.length === 0 && !disordered,
    reasons: disordered ? ["evidence-not-met"] : [...new Set(failing.flatMap((outcome) => outcome.reasons))],
    used: [...new Set(outcomes.flatMap((outcome) => outcome.used))],
    spends: [...new Set(outcomes.flatMap((outcome) => outcome.spends ?? outcome.used))],
    date: failing.length > 0 ? null : outcomes.reduce<string | null>((day, outcome) => later(day, outcome.date), null),
    mark: lowestOf(outcomes, context),
    results: outcomes.flatMap((outcome) => outcome.results),
    onFile: outcomes.some((outcome) => outcome.onFile),
    says: `${outcomes.map((outcome) => outcome.says).join("; and ")}${disordered ? "; not in this order" : ""}`,
  };
}

/** Each piece later than the one before it, strictly; a piece without a day is not compared. */
function isInOrder(outcomes: readonly Outcome[]): boolean {
  const days = outcomes.flatMap((outcome) => outcome.date ?? []);
  return days.every((day, i) => i === 0 || (days[i - 1] ?? "") < day);
}

/** The lowest mark of all the courses asked for; `credit` marks rank below all ranked. */
function lowestOf(outcomes: readonly Outcome[], context: EvidenceContext): string | null {
  let lowest: string | null = null;
  let lowestRank = -1;
  for (const { mark } of outcomes) {
    if (mark === null) continue;
    const info = context.policy.marks.get(mark);
    const rank = info?.kind === "ranked" ? info.rank : Number.MAX_SAFE_INTEGER;
    if (rank > lowestRank) {
      lowest = mark;
      lowestRank = rank;
    }
  }
  return lowest;
}
