import type {
  AnyRow,
  ApprovalRow,
  BrokenLine,
  RowRef,
  ScoreRow,
  StudentFile,
  StudentRow,
  TranscriptRow,
} from "./model.js";
import { KINDS } from "./model.js";
import { isPathwayUnreadable } from "./normalise/approvals.js";
import { contentOf } from "./normalise/content.js";
import { isCourseUnreadable } from "./normalise/courseId.js";
import { type Beyond, collectIdentities, type Identities } from "./normalise/identities.js";
import { isShifted } from "./normalise/shifted.js";
import { idFault } from "./normalise/studentId.js";
import { byPlace, byText } from "./order.js";

/** All rows of a run by student. */
export interface Grouping {
  readonly identities: Identities;
  /** Every student's file in text order of the ids, built one at a time. */
  readonly students: () => Iterable<StudentFile>;
  /** Rows that are no student's: no readable id, or an id (or state id) that no student has. By kind, file and line. */
  readonly strays: readonly AnyRow[];
}

export interface RowCollector {
  readonly add: (row: AnyRow) => void;
  /**
   * Call once, when every row has been added.
   *
   * @param broken lines of all files that could not be read; those that name a student put all of them in doubt
   */
  readonly finish: (broken: readonly BrokenLine[]) => Grouping;
}

interface Bucket {
  readonly transcript: TranscriptRow[];
  readonly scores: ScoreRow[];
  readonly approvals: ApprovalRow[];
  readonly students: StudentRow[];
}

type Doubt = StudentFile["doubts"][number];

/**
 * Collects rows by student, in whatever order they come: what it yields depends on their content alone.
 *
 * @param beyond what the rows of other students say of who is who, where these are only a slice; absent: they are all
 */
export function collectRows(beyond?: Beyond): RowCollector {
  const buckets = new Map<string, Bucket>();
  const unnamed: AnyRow[] = [];
  const collector = collectIdentities();
  return {
    add: (row) => {
      collector.see(row);
      if (idFault(row.studentId) === null) put(buckets, row.studentId, row);
      else unnamed.push(row);
    },
    finish: (broken) => groupingOf(buckets, unnamed, broken, collector.finish(beyond)),
  };
}

function put(buckets: Map<string, Bucket>, id: string, row: AnyRow): void {
  let bucket = buckets.get(id);
  if (bucket === undefined) {
    bucket = { transcript: [], scores: [], approvals: [], students: [] };
    buckets.set(id, bucket);
  }
  if (row.kind === "transcript") bucket.transcript.push(row);
  else if (row.kind === "scores") bucket.scores.push(row);
  else if (row.kind === "approvals") bucket.approvals.push(row);
  else bucket.students.push(row);
}

function groupingOf(
  buckets: Map<string, Bucket>,
  unnamed: readonly AnyRow[],
  broken: readonly BrokenLine[],
  identities: Identities,
): Grouping {
  const strays: AnyRow[] = [];
  for (const row of unnamed) {
    const id = joinedId(row, identities);
    if (id === null) strays.push(row);
    else put(buckets, id, { ...row, studentId: id });
  }
  for (const [id, bucket] of buckets) {
    if (!identities.isStudent(id)) strays.push(...bucket.scores, ...bucket.approvals);
  }
  strays.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byPlace(a, b));
  const brokenOf = brokenByStudent(broken, identities);
  return { identities, strays, students: () => yieldStudents(buckets, brokenOf, identities) };
}

/** Scores, approvals and students may name their student by state id alone; a transcript may not. */
function joinedId(row: AnyRow, identities: Identities): string | null {
  if (row.kind === "transcript" || row.studentId !== "" || row.stateStudentId === "") return null;
  return identities.studentOf(row.stateStudentId);
}

function brokenByStudent(
  broken: readonly BrokenLine[],
  identities: Identities,
): ReadonlyMap<string, readonly BrokenLine[]> {
  const byStudent = new Map<string, BrokenLine[]>();
  for (const line of broken) {
    if (line.fault === "not-a-record") continue;
    const byState = line.stateStudentId === undefined ? null : identities.studentOf(line.stateStudentId);
    const id = line.studentId === "" ? byState : line.studentId;
    if (id === null) continue;
    const lines = byStudent.get(id);
    if (lines === undefined) byStudent.set(id, [line]);
    else lines.push(line);
  }
  return byStudent;
}

function* yieldStudents(
  buckets: ReadonlyMap<string, Bucket>,
  broken: ReadonlyMap<string, readonly BrokenLine[]>,
  identities: Identities,
): Iterable<StudentFile> {
  for (const id of [...buckets.keys()].sort()) {
    const bucket = buckets.get(id);
    if (bucket === undefined || !identities.isStudent(id)) continue;
    yield studentFile(id, bucket, broken.get(id) ?? [], identities);
  }
}

function studentFile(id: string, bucket: Bucket, broken: readonly BrokenLine[], identities: Identities): StudentFile {
  const { transcript, scores, approvals, students } = bucket;
  transcript.sort(byTranscriptContent);
  scores.sort(byScoreContent);
  approvals.sort(byContent);
  students.sort(byContent);
  return {
    id,
    stateIds: identities.stateIdsOf(id),
    transcript,
    scores,
    approvals,
    students,
    doubts: doubtsAbout(id, bucket, broken, identities),
  };
}

/** By all cells; rows that are equal in every cell stand by place, so that the lines named are stable. */
function byContent(a: AnyRow, b: AnyRow): number {
  return byText(contentOf(a), contentOf(b)) || byPlace(a, b);
}

function byTranscriptContent(a: TranscriptRow, b: TranscriptRow): number {
  return (
    byText(a.date ?? "", b.date ?? "") ||
    byText(a.courseId, b.courseId) ||
    byText(a.schoolYear, b.schoolYear) ||
    byText(a.term, b.term) ||
    byText(a.mark, b.mark) ||
    byContent(a, b)
  );
}

function byScoreContent(a: ScoreRow, b: ScoreRow): number {
  return byText(a.date ?? "", b.date ?? "") || byText(a.test, b.test) || byText(a.part, b.part) || byContent(a, b);
}

/** Doubts about the student as a whole: rows that could be of any course or pathway, and ids that are not sure. */
function doubtsAbout(
  id: string,
  bucket: Bucket,
  broken: readonly BrokenLine[],
  identities: Identities,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  addDoubt(doubts, "row-wrong-width", broken.filter(isFault("wrong-width")));
  addDoubt(doubts, "row-unclosed-quote", broken.filter(isFault("unclosed-quote")));
  addDoubt(doubts, "file-truncated", broken.filter(isFault("truncated")));
  addDoubt(doubts, "row-cells-shifted", bucket.transcript.filter(isShifted));
  addDoubt(doubts, "course-id-unreadable", bucket.transcript.filter(isCourseUnreadable));
  addDoubt(doubts, "approval-malformed", bucket.approvals.filter(isPathwayUnreadable));
  const twins = identities.twinsOf(id);
  if (twins.length > 0) {
    const at = [id, ...twins].map(identities.firstRow).filter((place) => place !== null);
    doubts.push({ code: "student-id-zero-twin", at, studentIds: twins });
  }
  const conflict = identities.conflictOf(id);
  if (conflict !== null) doubts.push({ code: "state-id-conflict", ...conflict });
  return doubts;
}

function isFault(fault: BrokenLine["fault"]): (line: BrokenLine) => boolean {
  return (line) => line.fault === fault;
}

function addDoubt(doubts: Doubt[], code: string, rows: readonly RowRef[]): void {
  if (rows.length === 0) return;
  const at = rows.map(({ file, line }) => ({ file, line }));
  doubts.push({ code, at: at.sort(byPlace) });
}
