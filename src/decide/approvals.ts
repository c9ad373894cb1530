import { type IsoDate, minusMonths } from "../date.js";
import type { ApprovalRow } from "../model.js";
import type { Pathway } from "../policy/compiled.js";

/**
 * The rows of one pathway that speak on the award date: dated no later, and not run out. A row without a date speaks
 * (the rules warn of it); a doubtful one never does.
 */
export function speaking(rows: readonly ApprovalRow[], pathway: string, awardDate: IsoDate): readonly ApprovalRow[] {
  return rows.filter(
    (row) =>
      // A family that declines may do so for every pathway at once.
      (row.pathway === pathway || (row.pathway === "" && row.decision === "declined")) &&
      row.doubts.length === 0 &&
      (row.on === null || row.on <= awardDate) &&
      (row.until === null || row.until >= awardDate),
  );
}

/** Whether a row speaks of this target: one with a course speaks of that one only. */
export function speaksOf(row: ApprovalRow, course: string): boolean {
  return row.course === "" || row.course === course;
}

/** What a role has said of a target. A denial wins over a grant. */
export function roleState(
  rows: readonly ApprovalRow[],
  role: string,
  course: string,
): { readonly state: "granted" | "denied" | "none"; readonly rows: readonly ApprovalRow[] } {
  const spoken = rows.filter((row) => row.role === role && speaksOf(row, course));
  const denied = spoken.filter((row) => row.decision === "denied");
  if (denied.length > 0) return { state: "denied", rows: denied };
  const granted = spoken.filter((row) => row.decision === "granted");
  return granted.length > 0 ? { state: "granted", rows: granted } : { state: "none", rows: [] };
}

function isRequested(rows: readonly ApprovalRow[], course: string): boolean {
  return rows.some((row) => row.decision === "requested" && speaksOf(row, course));
}

/**
 * The roles that must have agreed for this student, in listed order. One that is not needed from an age on falls away
 * only where the birth date says so.
 */
export function neededRoles(pathway: Pathway, birthDate: IsoDate | null, awardDate: IsoDate): string[] {
  return pathway.approvals
    .filter(({ unlessAge }) => {
      if (unlessAge === null || birthDate === null) return true;
      return minusMonths(awardDate, unlessAge * 12) < birthDate;
    })
    .map(({ role }) => role);
}

/** What is missing of the approvals that the pathway asks for; roles in listed order, then the request. */
export function missingApprovals(
  rows: readonly ApprovalRow[],
  pathway: Pathway,
  roles: readonly string[],
  course: string,
): string[] {
  const missing = roles.flatMap((role) => {
    const { state, rows: granted } = roleState(rows, role, course);
    if (state !== "granted") return [role];
    const mustSay = pathway.approvals.some((entry) => entry.role === role && entry.mustSayCredits);
    return mustSay && granted.every((row) => row.credits === null) ? [`${role} credits`] : [];
  });
  if (pathway.source.onRequest && !isRequested(rows, course)) missing.push("request");
  return missing;
}
