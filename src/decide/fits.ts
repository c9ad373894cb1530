import { meetsMark } from "../evidence/marks.js";
import { matchRow } from "../match.js";
import type { TranscriptRow } from "../model.js";
import type { CompiledPolicy, CourseDef, PartDef, Pathway } from "../policy/compiled.js";
import { earnedBy, type MatchedRow } from "./ledger.js";

/** A record as caps and ceilings see it: one on the transcript, or one that this run gives. */
export interface MasteryRecord {
  readonly course: CourseDef;
  /** Null: the course as a whole. */
  readonly part: PartDef | null;
  readonly courseId: string;
  /** Null: the layout has no designations, so no letters are compared. */
  readonly letters: string | null;
  readonly mark: string;
  readonly credits: number;
  readonly schoolYear: number | null;
  /** Id of its term; null where it has none. */
  readonly term: string | null;
}

export function recordOf(row: MatchedRow): MasteryRecord {
  return {
    course: row.match.course,
    part: row.match.part,
    courseId: row.courseId,
    letters: row.layout.index.designations === undefined ? null : row.letters,
    mark: row.mark,
    credits: earnedBy(row),
    schoolYear: row.year,
    term: row.termDef?.id ?? null,
  };
}

/** What of a record tells which pathway could have made it. A mark or a code that is null may be any. */
export interface Traits extends Pick<MasteryRecord, "course" | "part" | "letters"> {
  readonly mark: string | null;
  readonly courseId: string | null;
}

/** Whether this pathway could have made the record: its target, designations, mark and code. A waiver makes none. */
export function fits(record: Traits, pathway: Pathway, policy: CompiledPolicy): boolean {
  const { mark, courseId } = record;
  return (
    pathway.source.award.kind !== "waiver" &&
    onTarget(record, pathway) &&
    lettersFit(record.letters, pathway) &&
    (mark === null || markFits(mark, pathway, policy)) &&
    (courseId === null || codeFits(courseId, record.course, pathway, policy))
  );
}

function onTarget(record: Traits, pathway: Pathway): boolean {
  return pathway.targets.some(
    (target) => target.course.id === record.course.id && (record.part === null || target.parts.includes(record.part)),
  );
}

/** A B on the attempt is kept on the record, so one that the pathway does not write itself is not compared. */
function lettersFit(letters: string | null, pathway: Pathway): boolean {
  if (letters === null || letters === pathway.letters) return true;
  return !pathway.letters.includes("B") && letters.replace("B", "") === pathway.letters;
}

function markFits(mark: string, pathway: Pathway, policy: CompiledPolicy): boolean {
  const { grade } = pathway;
  if (grade === null) return false;
  if ("mark" in grade) return grade.mark === mark;
  if ("byLevel" in grade) return Object.values(grade.byLevel).includes(mark);
  if ("byScore" in grade) return grade.byScore.some((step) => step.mark === mark);
  return grade.from === "score" ? isScore(mark) : meetsMark(policy, mark, "credit");
}

/** Whether a mark is a score as `grade.from: "score"` writes one. */
export function isScore(mark: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(mark);
}

/** With a template: a code that it makes. Without: a code of the course itself. */
function codeFits(courseId: string, course: CourseDef, pathway: Pathway, policy: CompiledPolicy): boolean {
  if (pathway.source.record.courseId !== undefined) {
    return pathway.templateCodes.get(courseId)?.course.id === course.id;
  }
  const match = matchRow(policy, courseId, null);
  return match !== null && !match.byTemplate;
}

/** The designations of a new record: the pathway's, and a B (college distribution requirement) that the attempt had. */
export function lettersFor(pathway: Pathway, attempt: TranscriptRow | null): string {
  const keeps = attempt?.letters.includes("B") === true && !pathway.letters.includes("B");
  return keeps ? [...pathway.letters, "B"].sort().join("") : pathway.letters;
}
