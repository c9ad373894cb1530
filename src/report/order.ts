import { severityRank } from "../exit.js";
import type { Violation } from "../model.js";
import { byText } from "../order.js";
import type { StudentFacts } from "./result.js";

/** What is wrong with rows of which nobody can say whose they are. */
const OF_NOBODY = new Set(["student-id-missing", "student-id-malformed", "row-wrong-width", "row-unclosed-quote"]);

function isOfNobody({ code, studentId }: Violation): boolean {
  return studentId === "" && OF_NOBODY.has(code);
}

/** The order of violations in every report: rows that name no student come first, since they could be anybody's. */
export function byReportOrder(a: Violation, b: Violation): number {
  return (
    Number(isOfNobody(b)) - Number(isOfNobody(a)) ||
    severityRank(a.severity) - severityRank(b.severity) ||
    byText(a.code, b.code) ||
    byText(a.file, b.file) ||
    a.line - b.line ||
    byText(a.studentId, b.studentId) ||
    byText(a.column, b.column) ||
    byText(a.fingerprint, b.fingerprint)
  );
}

/** The order of proposals and of refusals: by student; those of one student stay as they were decided. */
export function byStudent(a: { readonly studentId: string }, b: { readonly studentId: string }): number {
  return byText(a.studentId, b.studentId);
}

export function byId(a: StudentFacts, b: StudentFacts): number {
  return byText(a.id, b.id);
}
