import { itemAt } from "../at.js";
import type { IsoDate } from "../date.js";
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
  const held = evidence.inOrder === true ? inOrder(evidence.all, outcomes, context) : outcomes;
  if (held === null) return failing(["evidence-not-met"], used, `${says}; not in this order`);
  return holding(
    held.flatMap((outcome) => outcome.used),
    says,
    {
      spends: held.flatMap((outcome) => outcome.spends ?? outcome.used),
      date: held.reduce<string | null>((day, outcome) => later(day, outcome.date), null),
      mark: lowestOf(held, context),
      results: held.flatMap((outcome) => outcome.results),
      onFile: held.some((outcome) => outcome.onFile),
    },
  );
}

/**
 * The pieces such that each was shown later than the one before it, strictly; null: they cannot be. A piece that was
 * shown again after the next one counts by what was shown before that; one without a day is not compared.
 */
function inOrder(
  pieces: readonly Evidence[],
  outcomes: readonly Outcome[],
  context: EvidenceContext,
): readonly Outcome[] | null {
  const held: Outcome[] = [];
  let end: IsoDate | null = null;
  for (const [i, outcome] of [...outcomes.entries()].toReversed()) {
    const isLate = end !== null && outcome.date !== null && outcome.date >= end;
    const earlier: Outcome = isLate && end !== null ? context.judgeBefore(itemAt(pieces, i), end) : outcome;
    if (!earlier.holds || (isLate && earlier.date === null)) return null;
    held.unshift(earlier);
    end = earlier.date ?? end;
  }
  return held;
}
/** The lowest mark of all the courses asked for; `credit` marks rank below all ranked. */
function lowestOf(outcomes: readonly Outcome[], { policy }: EvidenceContext): string | null {
  return lowestMark(
    policy,
    outcomes.flatMap(({ mark }) => mark ?? []),
  );
}
