import { parseCredit } from "../credit.js";
import { parseDate } from "../date.js";
import { type ApprovalDecision, type ApprovalRow, DECISIONS, type RawRow } from "../model.js";
import { cellOf, NO_DOUBTS } from "./cells.js";

/** Reads one approvals row. Decisions are read in any letter case, since people type them by hand. */
export function readApproval(raw: RawRow): ApprovalRow {
  const { layout, cells } = raw;
  const decisionText = cellOf(layout, cells, "decision");
  const onText = cellOf(layout, cells, "on");
  const untilText = cellOf(layout, cells, "until");
  const creditsText = cellOf(layout, cells, "credits");
  const credits = parseCredit(creditsText);
  return {
    kind: "approvals",
    file: raw.file,
    line: raw.line,
    layout,
    cells,
    studentId: cellOf(layout, cells, "student_id"),
    stateStudentId: cellOf(layout, cells, "state_student_id"),
    doubts: NO_DOUBTS,
    pathway: cellOf(layout, cells, "pathway"),
    role: cellOf(layout, cells, "role"),
    decisionText,
    by: cellOf(layout, cells, "by"),
    onText,
    note: cellOf(layout, cells, "note"),
    course: cellOf(layout, cells, "course"),
    untilText,
    creditsText,
    document: cellOf(layout, cells, "document"),
    decision: readDecision(decisionText),
    on: parseDate(onText),
    until: parseDate(untilText),
    credits: typeof credits === "number" ? credits : null,
  };
}

function readDecision(text: string): ApprovalDecision | null {
  const word = text.toLowerCase();
  for (const decision of DECISIONS) if (decision === word) return decision;
  return null;
}

/** Whether a row does not say which pathway it is of: then it could be any, and all of its student is in doubt. */
export function isPathwayUnreadable(row: ApprovalRow): boolean {
  // A family declines, and declines everything, without naming a pathway.
  return row.pathway === "" && row.decision !== "declined";
}
