import { schoolYearOf } from "../date.js";
import type { AnyRow, StudentFile, TranscriptRow } from "../model.js";
import type { CompiledPolicy, CourseDef, Pathway } from "../policy/compiled.js";
import { foldCode } from "../policy/fold.js";
import { fits, type Traits } from "./fits.js";
import { hasMasteryLetter } from "./ledger.js";

/** What makes a pathway doubtful for one student: rows, or doubts about the student as a whole. */
export interface Doubts {
  readonly rows: readonly AnyRow[];
  readonly whole: StudentFile["doubts"];
}

/** All doubts that could touch this pathway (`decision.md` step 2 and amendments 1 to 4). */
export function doubtsAbout(pathway: Pathway, student: StudentFile, policy: CompiledPolicy, awardDate: string): Doubts {
  const rows: AnyRow[] = [];
  for (const row of student.transcript) {
    if (row.doubts.length > 0 && transcriptTouches(row, pathway, policy, awardDate)) rows.push(row);
  }
  for (const row of student.scores) {
    if (row.doubts.length > 0 && row.testDef !== null && pathway.evidenceTests.has(row.testDef.id)) rows.push(row);
  }
  for (const row of student.approvals) {
    if (row.doubts.length > 0 && row.pathway === pathway.id) rows.push(row);
  }
  for (const row of student.students) {
    if (row.doubts.length > 0 && dependsOnStudents(pathway)) rows.push(row);
  }
  return { rows, whole: student.doubts };
}

/** Whether the students file bears on it: who it is for, or an approval that an age makes needless. */
function dependsOnStudents(pathway: Pathway): boolean {
  return pathway.source.who !== undefined || pathway.approvals.some((role) => role.unlessAge !== null);
}

function transcriptTouches(row: TranscriptRow, pathway: Pathway, policy: CompiledPolicy, awardDate: string): boolean {
  return coursesOf(row).some(
    (course) =>
      courseTouches(course, pathway) ||
      (couldBeMastery(row, policy) && capTouches(row, course, pathway, policy, awardDate)),
  );
}

/** The courses that a row may belong to: its own, and those whose code it nearly has. */
export function coursesOf(row: TranscriptRow): readonly CourseDef[] {
  return row.match === null ? row.nearMisses : [row.match.course];
}

export function sharesLearning(a: CourseDef, b: CourseDef): boolean {
  return a.id === b.id || a.sets.some((set) => set.courseIds.includes(b.id));
}

/** Its course, or one in the same set, is a target, an evidence course or a bar. */
function courseTouches(course: CourseDef, pathway: Pathway): boolean {
  const ids = new Set([course.id, ...course.sets.flatMap((set) => set.courseIds)]);
  const { barredBy } = pathway.source;
  const named = [
    ...pathway.targets.map((target) => target.course.id),
    ...pathway.evidenceCourses,
    ...(barredBy?.creditIn ?? []),
    ...(barredBy?.attemptIn ?? []),
  ];
  return named.some((id) => ids.has(id));
}

/** Unless it surely earned nothing. */
function couldBeMastery(row: TranscriptRow, policy: CompiledPolicy): boolean {
  if (row.earned === 0 && row.creditsEarned !== "") return false;
  if (row.match?.byTemplate === true || hasMasteryLetter(row, policy)) return true;
  const folded = foldCode(row.courseId);
  return row.match === null && [...policy.templateByCode.keys()].some((code) => foldCode(code) === folded);
}

function capTouches(
  row: TranscriptRow,
  course: CourseDef,
  pathway: Pathway,
  policy: CompiledPolicy,
  awardDate: string,
): boolean {
  // No cap limits a waiver.
  if (pathway.source.award.kind === "waiver") return false;
  return policy.caps.some((cap) => {
    const year = schoolYearOf(awardDate);
    const outside = row.year !== null && (row.year > year || row.year <= year - (cap.schoolYears ?? year));
    if (cap.schoolYears !== null && outside) return false;
    if (cap.subject !== null && cap.subject !== course.subject) return false;
    const counted = pathway.targets.filter((target) => cap.subject === null || target.course.subject === cap.subject);
    if (counted.length === 0) return false;
    if (cap.pathways === null) return true;
    const record = traitsOf(row, course);
    if (!cap.pathways.some((other) => fits(record, other, policy))) return false;
    // The cap also counts what an unlisted pathway gives, where its records cannot be told from a listed one's.
    return (
      cap.pathways.includes(pathway) ||
      counted.some((target) =>
        target.parts.some((part) =>
          cap.pathways?.some((other) => {
            const given = { course: target.course, part, mark: null, courseId: null };
            return lettersGiven(pathway).some((letters) => fits({ ...given, letters }, other, policy));
          }),
        ),
      )
    );
  });
}

/** Where one of these holds, the mark may be another than the one that stands there. */
const MARK_DOUBTS = ["mark-unknown", "credit-with-failing-mark"];

function traitsOf(row: TranscriptRow, course: CourseDef): Traits {
  return {
    course,
    part: row.match?.part ?? null,
    letters: row.layout.index.designations === undefined ? null : row.letters,
    mark: MARK_DOUBTS.some((code) => row.doubts.includes(code)) ? null : row.mark,
    courseId: row.match === null ? null : row.courseId,
  };
}

/** The designations of a pathway's records: its own, and with the B that an attempt may have. */
function lettersGiven({ letters }: Pathway): readonly string[] {
  return letters.includes("B") ? [letters] : [letters, [...letters, "B"].sort().join("")];
}
