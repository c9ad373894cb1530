import { formatCredit } from "../../credit.js";
import type { EXCEPTIONS } from "../../policy/schema.js";
import type { Look } from "../look.js";
import type { LostReason } from "../lost.js";
import { saysRow } from "../says.js";
import type { Slot } from "../standing.js";
import type { Check } from "./check.js";

interface Missing {
  /** The deciding reason first, then the others that hold. */
  readonly reasons: readonly LostReason[];
  /** The slot of which they speak. */
  readonly of: Slot;
}

/** Why the slot has no loss that qualifies; null where it has one, or where none is needed. */
function lossMissing(look: Look, slot: Slot, left: readonly Slot[]): Missing | null {
  if (!look.needsLoss) return null;
  const { allReasons, reason } = look.lost(slot);
  const siblings = look.slots.filter((other) => other.target === slot.target);
  // `open` with `required`: a qualifying loss anywhere in the target opens the whole of its gap.
  if (look.pathway.source.award.take === "open" && siblings.some((other) => look.lost(other).credits > 0)) return null;
  if (reason === null) return null;
  const own: Missing = { reasons: allReasons, of: slot };
  if (reason !== "no-lost-credit") return own;
  // "No lost credit" is said only where no attempt leaves any: else what removed that attempt is the reason here too.
  const removed = left.find((other) => look.lost(other).reason !== "no-lost-credit");
  if (removed === undefined || left.some((other) => look.lost(other).credits > 0)) return own;
  return { reasons: look.lost(removed).allReasons, of: removed };
}

function lossCheck(
  reason: LostReason,
  clear: string,
  title: string,
  remedy: string,
  says: (look: Look, slot: Slot) => string,
): Check {
  return {
    reason,
    clear,
    title,
    remedy,
    drops(look, slot, left) {
      const missing = lossMissing(look, slot, left);
      if (!missing?.reasons.includes(reason)) return null;
      return { says: `${says(look, missing.of)}${exceptionFor(reason, look)}` };
    },
  };
}

const CONDITION_OF: Readonly<Partial<Record<LostReason, (typeof EXCEPTIONS)[number]>>> = {
  "evidence-before-attempt": "beforeEvidence",
  "attempt-mark-not-listed": "marks",
  "attempt-too-old": "withinMonths",
  "attempt-summer": "regularYear",
  "attempt-out-of-district": "inDistrict",
  "attempt-grade-level": "gradeLevels",
};

/** Whose approval would set the condition aside, where the policy leaves room for an exceptional case. */
function exceptionFor(reason: LostReason, look: Look): string {
  const exceptions = look.pathway.source.attempt.exceptions ?? [];
  const roles = exceptions
    .filter(({ condition }) => condition === CONDITION_OF[reason])
    .map(({ approval }) => approval);
  return roles.length === 0 ? "" : `; an exceptional case needs approval by ${roles.join(" or ")}`;
}

function named({ target, part }: Slot): string {
  return part.id === "" ? target.course.title : `${target.course.title} ${part.id}`;
}

/** The evidence must be later than the attempt, strictly; nothing to compare passes. */
export const evidenceBeforeAttempt: Check = {
  reason: "evidence-before-attempt",
  clear: "no attempt later than the evidence",
  title: "The evidence is older than the attempt it would recover.",
  remedy: "Later evidence is needed, or a person must look at the dates.",
  drops(look, slot, left) {
    const { date } = look.judgement(slot.target).outcome;
    const saysOf = (of: Slot): string => `evidence of ${date ?? "no date"}, and no earlier attempt in ${named(of)}`;
    if (look.needsLoss) {
      const missing = lossMissing(look, slot, left);
      if (!missing?.reasons.includes("evidence-before-attempt")) return null;
      return { says: `${saysOf(missing.of)}${exceptionFor("evidence-before-attempt", look)}` };
    }
    if (!look.pathway.beforeEvidence || date === null) return null;
    const { ledger } = look.standing;
    const listed = look.pathway.source.attempt.marks;
    const attempts = ledger
      .partAttempts(slot.target.course, slot.part)
      .filter(
        ({ row }) => listed?.includes(row.mark) ?? (row.markKind === "noCredit" || row.markKind === "incomplete"),
      );
    const allLater = attempts.length > 0 && attempts.every(({ row }) => (row.date ?? "") >= date);
    return allLater ? { says: saysOf(slot) } : null;
  },
};

export const noLostCredit: Check = {
  ...lossCheck(
    "no-lost-credit",
    "nothing that asks for lost credit",
    "The student has lost no credit in the course, or has earned it since.",
    "Nothing to do: there is nothing to recover.",
    (_look, slot) => `no lost credit in ${named(slot)}`,
  ),
  held: (look, slots) =>
    slots
      .flatMap((slot) => {
        const { credits, attempt } = look.lost(slot);
        return attempt === null ? [] : [`lost ${formatCredit(credits)} in ${named(slot)}: ${saysRow(attempt.row)}`];
      })
      .join("; "),
};

export const attemptMarkNotListed = lossCheck(
  "attempt-mark-not-listed",
  "the mark is one that counts",
  "Credit was lost under a mark that the pathway does not name.",
  "Only a change of policy can add the mark.",
  (look, slot) => `lost marks here are ${look.pathway.source.attempt.marks?.join(", ") ?? ""}; ${named(slot)} has none`,
);

export const attemptTooOld = lossCheck(
  "attempt-too-old",
  "the attempt is recent enough",
  "The attempt is older than the pathway allows.",
  "Look for another pathway.",
  (look, slot) => `${named(slot)} was attempted more than ${look.pathway.source.attempt.withinMonths} months before`,
);

export const attemptSummer = lossCheck(
  "attempt-summer",
  "not a summer attempt left out",
  "The attempt was in a summer term, which the pathway leaves out.",
  "Look for another pathway.",
  (_look, slot) => `${named(slot)} was attempted in a summer term`,
);

export const attemptOutOfDistrict = lossCheck(
  "attempt-out-of-district",
  "no attempt elsewhere left out",
  "The attempt was in another district, which the pathway leaves out.",
  "Look for another pathway.",
  (_look, slot) => `${named(slot)} was attempted in another district`,
);

export const attemptGradeLevel = lossCheck(
  "attempt-grade-level",
  "no grade level left out",
  "The attempt was in a grade level that the pathway leaves out.",
  "Look for another pathway.",
  (look, slot) =>
    `${named(slot)} was not attempted in grade ${look.pathway.source.attempt.gradeLevels?.join(", ") ?? ""}`,
);
