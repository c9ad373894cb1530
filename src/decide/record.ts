import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Credit, formatCredit } from "../credit.js";
import { formatSchoolYear, schoolYearOf } from "../date.js";
import { FIELDS, type Layout, type TranscriptRow } from "../model.js";
import { recordsFitting } from "./ceilings.js";
import { lettersFor } from "./fits.js";
import type { Look } from "./look.js";
import { type Place, placeOf } from "./place.js";
import type { Slot } from "./standing.js";

/** The layout of a record that no file holds yet. */
const NEW_RECORD: Layout = {
  kind: "transcript",
  columns: FIELDS.transcript,
  index: Object.fromEntries(FIELDS.transcript.map((field, position) => [field, position])),
  extra: [],
  studentColumns: [],
  delimiter: ",",
  newline: "\n",
  encoding: "utf-8",
  bom: false,
};

/** What a new record says beside its credits (`decision.md` step 9). */
export interface RecordFields {
  readonly place: Place;
  readonly schoolCode: string;
  readonly courseTitle: string;
  readonly stateCourseCode: string;
  readonly contentArea: string;
  readonly cte: string;
  /** Sorted letters run together. */
  readonly designations: string;
}

/** From the lost attempt that it recovers; where there is none, or its cell is blank, from the policy's course. */
export function recordFields(look: Look, slot: Slot): RecordFields {
  const { course } = slot.target;
  const { record } = look.pathway.source;
  const { policy, awardDate } = look.standing.context;
  const attempt = look.recovers(slot);
  const title = orElse(attempt?.courseTitle, course.title);
  return {
    place: placeOf(course, slot.part, look.pathway, policy, awardDate, attempt),
    schoolCode: attempt === null ? (record.schoolCode ?? "") : attempt.schoolCode,
    courseTitle: record.title === undefined ? title : record.title.replaceAll("{title}", title),
    stateCourseCode: orElse(attempt?.stateCourseCode, course.stateCourseCode),
    contentArea: orElse(attempt?.contentArea, course.contentArea),
    cte: orElse(attempt?.cte, course.cte ? "Y" : ""),
    designations: lettersFor(look.pathway, attempt),
  };
}

function orElse(text: string | undefined, other: string): string {
  return text === undefined || text === "" ? other : text;
}

/** The new row as the rules would read it back. */
export function newRow(look: Look, slot: Slot, credits: Credit, mark: string): TranscriptRow {
  const fields = recordFields(look, slot);
  const { student, context, gradeLevel } = look.standing;
  const { policy, awardDate } = context;
  const year = schoolYearOf(awardDate);
  const amount = formatCredit(credits);
  return {
    kind: "transcript",
    file: "",
    line: 0,
    layout: NEW_RECORD,
    cells: [],
    studentId: student.id,
    stateStudentId: student.stateIds[0] ?? "",
    doubts: [],
    districtCode: policy.districtCode,
    schoolCode: fields.schoolCode,
    schoolYear: formatSchoolYear(year, "short"),
    term: fields.place.term?.id ?? "",
    gradeLevel: gradeLevel === null ? "" : String(gradeLevel),
    courseId: fields.place.courseId,
    courseTitle: fields.courseTitle,
    stateCourseCode: fields.stateCourseCode,
    contentArea: fields.contentArea,
    cte: fields.cte,
    mark,
    creditsAttempted: amount,
    creditsEarned: amount,
    designations: fields.designations,
    dateCompleted: awardDate,
    year,
    yearForm: "short",
    termDef: fields.place.term,
    grade: gradeLevel,
    markKind: policy.marks.get(mark)?.kind ?? null,
    attempted: credits,
    earned: credits,
    letters: fields.designations,
    completed: awardDate,
    date: awardDate,
    match: {
      course: slot.target.course,
      part: slot.part,
      byTemplate: look.pathway.source.record.courseId !== undefined,
    },
    nearMisses: [],
    quiet: false,
  };
}

/**
 * A digest of student, pathway, course, part, the attempt recovered and the fitting credit already held there: the same
 * every night until the record lands, and another one after that. Not of date, year or grade level.
 */
export function proposalId(look: Look, slot: Slot): string {
  const attempt = look.recovers(slot);
  const held = recordsFitting(look.pathway, look.standing, [])
    .filter(({ course, part }) => course === slot.target.course && (part === null || part === slot.part))
    .reduce((sum, record) => sum + record.credits, 0);
  const content = [
    look.standing.student.id,
    look.pathway.id,
    slot.target.course.id,
    slot.part.id,
    ...(attempt === null
      ? [""]
      : [attempt.courseId, String(attempt.year ?? ""), attempt.term, attempt.mark, String(attempt.attempted ?? "")]),
    String(held),
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, 16);
}
