import { daysBetween, type IsoDate } from "../../date.js";
import { speaksOf } from "../approvals.js";
import type { Look } from "../look.js";
import type { Slot } from "../standing.js";
import type { Check } from "./check.js";

export const requestTooLate: Check = {
  reason: "request-too-late",
  clear: "request in time",
  title: "The request came later after the evidence than the policy allows.",
  remedy: "If it came earlier, correct its date in the approvals file.",
  drops(look, slot) {
    const days = look.pathway.source.requestWithinDays;
    const { date, holds } = look.judgement(slot.target).outcome;
    if (days === undefined || !holds || date === null) return null;
    const { awardDate } = look.standing.context;
    const asked = requestedOn(look, slot);
    const after = daysBetween(date, asked ?? awardDate);
    if (after <= days) return null;
    const when = asked === null ? `not asked for by ${awardDate}` : `asked for on ${asked}`;
    return { says: `evidence of ${date}, ${when}: ${after} days, ${days} allowed` };
  },
};

/** The first `requested` row, else the first listed role's grant; null: neither is there, so that the award date counts. */
function requestedOn(look: Look, slot: Slot): IsoDate | null {
  const requests = look.approvals.filter(
    (row) => row.decision === "requested" && speaksOf(row, slot.target.course.id) && row.on !== null,
  );
  const grants = look.roles.slice(0, 1).flatMap((role) => look.granted(role, slot.target).rows);
  const days = (requests.length > 0 ? requests : grants).flatMap((row) => row.on ?? []);
  return days.sort()[0] ?? null;
}
