import { saysRow } from "../decide/says.js";
import type {
  AnyRow,
  ApprovalRow,
  ScoreRow,
  StudentFile,
  StudentRow,
  TranscriptRow,
  UsedRow,
  Violation,
} from "../model.js";
import { ALL_RULES } from "../rules/index.js";
import type { Pseudonyms } from "./key.js";
import { isAmount, isGradeLevel, isSchoolCode, isYear, type Known, monthOf } from "./known.js";

/** Ids of the student at hand, which are shown in no column at all. */
export type OwnIds = ReadonlySet<string>;

export function ownIds(student: StudentFile): OwnIds {
  const ids = new Set([student.id, ...student.stateIds]);
  for (const rows of [student.transcript, student.scores, student.approvals, student.students]) {
    for (const { studentId, stateStudentId } of rows) ids.add(studentId).add(stateStudentId);
  }
  ids.delete("");
  return ids;
}

/** One student's file with nothing in it that says who they are, and how each of its rows reads then. */
export interface RedactedFile {
  readonly student: StudentFile;
  readonly used: (row: UsedRow) => UsedRow;
  readonly row: (row: TranscriptRow) => TranscriptRow;
}

/** Makes what redacts the rows of one student after another. Whatever the policy does not know is blank afterwards. */
export function rowRedactor(names: Pseudonyms, known: Known) {
  const shown = (text: string, isFit: boolean, own: OwnIds): string => (isFit && !own.has(text) ? text : "");
  const school = (code: string, own: OwnIds): string => shown(code, isSchoolCode(code), own) || names.code(code);
  const code = (text: string, own: OwnIds): string => shown(text, known.code(text), own) || names.code(text);
  const base = <R extends AnyRow>(row: R) => ({
    studentId: names.student(row.studentId),
    stateStudentId: names.state(row.stateStudentId),
    cells: [],
  });

  function transcript(row: TranscriptRow, own: OwnIds): TranscriptRow {
    return {
      ...row,
      ...base(row),
      districtCode: "",
      schoolCode: school(row.schoolCode, own),
      schoolYear: shown(row.schoolYear, row.year !== null, own),
      term: shown(row.term, row.termDef !== null, own),
      gradeLevel: shown(row.gradeLevel, row.grade !== null && isGradeLevel(row.gradeLevel), own),
      courseId: code(row.courseId, own),
      courseTitle: row.match?.course.title ?? "",
      stateCourseCode: "",
      contentArea: "",
      cte: "",
      mark: shown(row.mark, row.markKind !== null, own),
      creditsAttempted: shown(row.creditsAttempted, row.attempted !== null && isAmount(row.creditsAttempted), own),
      creditsEarned: shown(row.creditsEarned, row.earned !== null && isAmount(row.creditsEarned), own),
      attempted: isAmount(row.creditsAttempted) ? row.attempted : null,
      earned: isAmount(row.creditsEarned) ? row.earned : null,
      designations: "",
      letters: known.letters(row.letters),
      dateCompleted: monthOf(row.completed),
      completed: null,
      date: row.date === null ? null : monthOf(row.date),
    };
  }

  function score(row: ScoreRow, own: OwnIds): ScoreRow {
    return {
      ...row,
      ...base(row),
      test: shown(row.test, row.testDef !== null, own),
      part: shown(row.part, row.testDef?.parts?.includes(row.part) === true, own),
      dateText: monthOf(row.date),
      level: shown(row.level, row.levelIndex !== null, own),
      scoreText: shown(row.scoreText, row.score !== null && isAmount(row.scoreText), own),
      percentText: shown(row.percentText, row.percent !== null && isAmount(row.percentText), own),
      percentileText: shown(row.percentileText, row.percentile !== null && isAmount(row.percentileText), own),
      status: shown(row.status, row.counts, own),
      edition: "",
      gradeLevel: shown(row.gradeLevel, isGradeLevel(row.gradeLevel), own),
      date: row.date === null ? null : monthOf(row.date),
    };
  }

  function approval(row: ApprovalRow, own: OwnIds): ApprovalRow {
    return {
      ...row,
      ...base(row),
      pathway: shown(row.pathway, known.pathway(row.pathway), own),
      role: shown(row.role, known.role(row.role), own),
      decisionText: shown(row.decisionText, row.decision !== null, own),
      by: "",
      onText: monthOf(row.on),
      note: "",
      course: shown(row.course, known.course(row.course), own),
      untilText: monthOf(row.until),
      creditsText: shown(row.creditsText, row.credits !== null && isAmount(row.creditsText), own),
      document: "",
      on: row.on === null ? null : monthOf(row.on),
      until: row.until === null ? null : monthOf(row.until),
    };
  }

  function studentRow(row: StudentRow, own: OwnIds): StudentRow {
    return {
      ...row,
      ...base(row),
      gradeLevel: shown(row.gradeLevel, row.grade !== null && isGradeLevel(row.gradeLevel), own),
      classOfText: shown(row.classOfText, row.classOf !== null && isYear(row.classOfText), own),
      programsText: "",
      programs: [],
      status: "",
      birthDateText: "",
      birthDate: null,
    };
  }

  function file(student: StudentFile, own: OwnIds): RedactedFile {
    const reads = new Map<string, string>();
    const rows = new Map<TranscriptRow, TranscriptRow>();
    const made = <R extends AnyRow>(all: readonly R[], redact: (row: R, own: OwnIds) => R): readonly R[] =>
      all.map((row) => {
        const redacted = redact(row, own);
        reads.set(placed(row.file, row.line, saysRow(row)), saysRow(redacted));
        if (row.kind === "transcript" && redacted.kind === "transcript") rows.set(row, redacted);
        return redacted;
      });
    const redacted: StudentFile = {
      id: names.student(student.id),
      stateIds: student.stateIds.map(names.state).sort(),
      transcript: made(student.transcript, transcript),
      scores: made(student.scores, score),
      approvals: made(student.approvals, approval),
      students: made(student.students, studentRow),
      doubts: student.doubts.map(({ code: doubt, at, studentIds, further, stateIds }) => ({
        code: doubt,
        at,
        ...(studentIds === undefined ? {} : { studentIds: studentIds.map(names.student).sort() }),
        ...(further === undefined ? {} : { further }),
        ...(stateIds === undefined ? {} : { stateIds: stateIds.map(names.state).sort() }),
      })),
    };
    return {
      student: redacted,
      // In place of a row that cannot be told there may stand the code of what puts all of the student in doubt.
      used: ({ file: name, line, says }) => ({
        file: name,
        line,
        says: reads.get(placed(name, line, says)) ?? (CODES.has(says) ? says : ""),
      }),
      row: (row) => rows.get(row) ?? transcript(row, own),
    };
  }

  /** What stands in a finding's own columns. */
  function places({ courseId, course, pathway, schoolCode }: Violation, own: OwnIds) {
    return {
      courseId: code(courseId, own),
      course: shown(course, known.course(course), own),
      pathway: shown(pathway, known.pathway(pathway), own),
      schoolCode: school(schoolCode, own),
    };
  }

  return { file, places, school, code, shown };
}

const CODES = new Set(ALL_RULES.map(({ code }) => code));

function placed(file: string, line: number, says: string): string {
  return `${line} ${file}\n${says}`;
}
