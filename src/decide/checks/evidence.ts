import type { EvidenceReason } from "../../evidence/form.js";
import type { Check } from "./check.js";

/** The four ways in which evidence can fail share one question. */
function evidenceCheck(reason: EvidenceReason, clear: string, title: string, remedy: string): Check {
  return {
    reason,
    clear,
    title,
    remedy,
    drops(look, slot) {
      const { outcome } = look.judgement(slot.target);
      return outcome.reasons.includes(reason) ? { says: outcome.says } : null;
    },
  };
}

export const evidenceMissingPart = evidenceCheck(
  "evidence-missing-part",
  "no part of the evidence missing",
  "A part of the test that the pathway needs has no result: insufficient evidence, not a low score.",
  "Have the missing part tested, or add its result to the scores file.",
);

export const markNotComparable = evidenceCheck(
  "mark-not-comparable",
  "no mark that cannot be compared",
  "The evidence has a mark such as P, which cannot be compared with a minimum mark.",
  "A person must find out what the mark stands for; nothing is assumed.",
);

export const triesExhausted = evidenceCheck(
  "tries-exhausted",
  "within the tries allowed",
  "The threshold was reached only on a try beyond the number that the policy allows.",
  "Nothing to do under this pathway; look for another.",
);

export const evidenceNotMet: Check = {
  ...evidenceCheck(
    "evidence-not-met",
    "the evidence holds",
    "The evidence that the pathway asks for is not there or not enough.",
    "If the student has it, add it to the files and run again.",
  ),
  held: (look, slots) => [...new Set(slots.map((slot) => look.judgement(slot.target).outcome.says))].join("; "),
};
