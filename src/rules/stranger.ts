import type { ApprovalRow, ScoreRow } from "../model.js";
import { idFault, withoutZeros } from "../normalise/studentId.js";
import type { RuleContext } from "./rule.js";

/** An id that no student has. */
export interface Stranger {
  readonly column: "student_id" | "state_student_id";
  readonly id: string;
  /** A student whose id differs only in leading zeros; empty where there is none. */
  readonly nearest: string;
}

/** Who a score or approval is of, where that is no student; null where it is one, or where no id can be read. */
export function strangerIn(row: ScoreRow | ApprovalRow, context: RuleContext): Stranger | null {
  const { studentId, stateStudentId } = row;
  const fault = idFault(studentId);
  if (fault === "malformed" || context.isStudent(studentId)) return null;
  if (fault === null) return { column: "student_id", id: studentId, nearest: nearestTo(studentId, context) };
  return stateStudentId === "" ? null : { column: "state_student_id", id: stateStudentId, nearest: "" };
}

function nearestTo(id: string, context: RuleContext): string {
  const bare = withoutZeros(id);
  for (const other of [id.padStart(context.idWidth, "0"), `0${id}`, id.replace(/^0/, ""), bare, `0${bare}`]) {
    if (context.isStudent(other)) return other;
  }
  return "";
}
