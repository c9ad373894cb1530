import { itemAt } from "../at.js";
import type { AllEvidence, Evidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, failing, holding, later, type Outcome } from "./form.js";
import { lowestMark } from "./marks.js";

/** Every piece must hold; complete on the latest of their days. */
export const allForm: EvidenceForm<AllEvidence> = {
  key: "all",
  is: (evidence: Evidence): evidence is AllEvidence => "all" in evidence,
  judge: judgeAll,
};

function judgeAll(evidence: AllEvidence, context: EvidenceContext): Outcome {
  const outcomes = evidence.all.map((piece) => context.judge(piece));
  const reasons = outcomes.flatMap((outcome) => outcome.reasons);
  const used = outcomes.flatMap((outcome) => outcome.used);
  const says = outcomes.map((outcome) => outcome.says).join("; and ");
  if (reasons.length > 0) return failing(reasons, used, says);
  if (evidence.inOrder === true && !isInOrder(outcomes)) {
    return failing(["evidence-not-met"], used, `${says}; not in this order`);
  }
  return holding(used, says, {
    spends: outcomes.flatMap((outcome) => outcome.spends ?? outcome.used),
    date: outcomes.reduce<string | null>((day, outcome) => later(day, outcome.date), null),
    mark: lowestOf(outcomes, context),
    results: outcomes.flatMap((outcome) => outcome.results),
    onFile: outcomes.some((outcome) => outcome.onFile),
  });
}

/** Each piece later than the one before it, strictly; a piece without a day is not compared. */
function isInOrder(outcomes: readonly Outcome[]): boolean {
  const days = outcomes.flatMap((outcome) => outcome.date ?? []);
  return days.every((day, i) => i === 0 || itemAt(days, i - 1) < day);
}

/** The lowest mark of all the courses asked for; `credit` marks rank below all ranked. */
function lowestOf(outcomes: readonly Outcome[], { policy }: EvidenceContext): string | null {
  return lowestMark(
    policy,
    outcomes.flatMap(({ mark }) => mark ?? []),
  );
}
