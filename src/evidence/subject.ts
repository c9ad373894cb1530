import { earnedBy } from "../decide/ledger.js";
import { saysRow } from "../decide/says.js";
import type { TranscriptRow } from "../model.js";
import type { Evidence, SubjectEvidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, failing, holding, later, type Outcome } from "./form.js";
import { meetsMark } from "./marks.js";

/** A mark in the latest, any, or every course of a subject that the student has taken. */
export const subjectForm: EvidenceForm<SubjectEvidence> = {
  key: "subject",
  is: (evidence: Evidence): evidence is SubjectEvidence => "subject" in evidence,
  judge: judgeSubject,
};

function judgeSubject(evidence: SubjectEvidence, context: EvidenceContext): Outcome {
  const { policy } = context;
  const rows = rowsOf(evidence, context);
  const meets = (row: TranscriptRow): boolean => earnedBy(row) > 0 && meetsMark(policy, row.mark, evidence.minMark);
  const lenient = (row: TranscriptRow): boolean => meets(row) || (earnedBy(row) > 0 && row.markKind === "credit");
  const asked = `${evidence.which} ${evidence.subject} course with ${evidence.minMark} or better`;
  if (judgeRows(evidence.which, rows, meets)) {
    const used = evidence.which === "any" ? rows.filter(meets).slice(0, 1) : rows;
    const date = used.reduce<string | null>((day, row) => later(day, row.date), null);
    return holding(used, `${asked}: held`, { date });
  }
  const isUnsure = judgeRows(evidence.which, rows, lenient);
  const why = saysWhyNot(judgedOf(evidence.which, rows), meets, isUnsure);
  return failing([isUnsure ? "mark-not-comparable" : "evidence-not-met"], rows, `${asked}: ${why}`);
}

function rowsOf(evidence: SubjectEvidence, context: EvidenceContext): TranscriptRow[] {
  const { policy } = context;
  return policy.courses
    .filter((course) => course.subject === evidence.subject)
    .flatMap((course) => context.attempts(course.id))
    .filter((row) => row.markKind !== "inProgress")
    .filter((row) => !evidence.inDistrict || row.districtCode === "" || row.districtCode === policy.districtCode)
    .filter((row) => !evidence.regularYear || !row.termDef?.summer);
}

/** Of several latest rows of one day all must have it, since none of them is the latest for sure. */
function judgeRows(
  which: SubjectEvidence["which"],
  rows: readonly TranscriptRow[],
  meets: (row: TranscriptRow) => boolean,
): boolean {
  if (rows.length === 0) return false;
  if (which === "any") return rows.some(meets);
  return judgedOf(which, rows).every(meets);
}

function judgedOf(which: SubjectEvidence["which"], rows: readonly TranscriptRow[]): readonly TranscriptRow[] {
  if (which !== "latest") return rows;
  const last = rows.reduce<string | null>((day, row) => later(day, row.date), null);
  return rows.filter((row) => row.date === last);
}

/** Names the rows that stand in the way. */
function saysWhyNot(
  judged: readonly TranscriptRow[],
  meets: (row: TranscriptRow) => boolean,
  isUnsure: boolean,
): string {
  if (judged.length === 0) return "no such course on the transcript";
  const names = judged.filter((row) => !meets(row)).map(saysRow);
  const found = `found ${names.join(", ")}`;
  return isUnsure ? `${found}; a mark such as P cannot be compared with a minimum mark, a person must look` : found;
}
