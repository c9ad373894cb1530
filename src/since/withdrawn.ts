import { foundBy } from "../compare/found.js";
import { parseDate, parseSchoolYear } from "../date.js";
import { saysRow } from "../decide/says.js";
import type { InputKind, ScoreRow, StudentFile, TranscriptRow, Violation } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { masteryEvidenceWithdrawn } from "../rules/mastery-evidence-withdrawn.js";
import type { EarlierEvidence } from "./earlier.js";

/**
 * Evidence that earlier results held for a record that now stands on the transcript, and that is gone or lower today.
 * Evidence of a kind of file that was not given today can't be looked for, and is let be.
 */
export function withdrawnEvidence(
  held: EarlierEvidence,
  student: StudentFile,
  policy: CompiledPolicy,
  given: ReadonlySet<InputKind>,
): readonly Violation[] {
  const violations: Violation[] = [];
  const record = student.transcript.find((row) => row.courseId === held.course_id && row.mark === held.mark);
  for (const { kind, says } of held.evidence) {
    if (!given.has(kind)) continue;
    const now = kind === "transcript" ? transcriptNow(says, student, policy) : scoreNow(says, student);
    if (now === null) continue;
    const course = policy.courseById.get(held.course)?.title ?? held.course_id;
    const found = foundBy(
      masteryEvidenceWithdrawn,
      { course, evidence: says, now },
      {
        at: record ?? { file: "", line: 0 },
        studentId: student.id,
        courseId: held.course_id,
        schoolCode: record?.schoolCode ?? "",
        value: says,
        content: `${held.proposal_id}\n${says}`,
      },
    );
    violations.push({ ...found, course: held.course, pathway: held.pathway });
  }
  return violations;
}

/** Null: it is there as it was, or better. Else what stands in its place now; empty where nothing does. */
function transcriptNow(says: string, { transcript }: StudentFile, policy: CompiledPolicy): string | null {
  const rows: TranscriptRow[] = [];
  for (const row of transcript) {
    const then = markThen(says, row);
    if (then === null) continue;
    if (then === row.mark) return null;
    const [was, is] = [policy.marks.get(then), policy.marks.get(row.mark)];
    if (was !== undefined && is !== undefined && was.rank >= 0 && is.rank >= 0 && is.rank <= was.rank) return null;
    rows.push(row);
  }
  return rows.map(saysRow).sort().join("; ");
}

/** The mark that a row had then, where it is spoken of; null: it is not. A year or a term may be written otherwise today. */
function markThen(says: string, row: TranscriptRow): string | null {
  const afterCode = after(says, [row.courseId]);
  if (afterCode === null) return null;
  const [word = ""] = afterCode.split(" ");
  const isYear = word === row.schoolYear || (row.year !== null && parseSchoolYear(word)?.year === row.year);
  const afterYear = isYear ? after(afterCode, [word]) : row.schoolYear === "" ? afterCode : null;
  if (afterYear === null || row.term === "") return afterYear;
  return after(afterYear, [
    row.term,
    ...(row.termDef === null ? [] : [row.termDef.id, ...(row.termDef.aliases ?? [])]),
  ]);
}

/** What follows the longest of these words; null: it begins with none. */
function after(text: string, words: readonly string[]): string | null {
  const word = [...words].sort((a, b) => b.length - a.length).find((each) => `${text} `.startsWith(`${each} `));
  return word === undefined ? null : text.slice(word.length + 1);
}

const MEASURES: readonly { readonly pattern: RegExp; readonly of: (row: ScoreRow) => string }[] = [
  { pattern: / score (\S+)/, of: (row) => row.scoreText },
  { pattern: / (\S+) percent\b/, of: (row) => row.percentText },
  { pattern: / percentile (\S+)/, of: (row) => row.percentileText },
];

function scoreNow(says: string, { scores }: StudentFile): string | null {
  const rows = scores.filter((row) => isResult(says, row));
  if (rows.some((row) => saysRow(row) === says)) return null;
  if (rows.some((row) => row.counts && isNoLower(says, row))) return null;
  return rows.map(saysRow).sort().join("; ");
}

/** Whether that was a result of this test, part and day; a test may be called, and a day written, otherwise today. */
function isResult(says: string, row: ScoreRow): boolean {
  const names = [row.test, ...(row.testDef === null ? [] : [row.testDef.id, ...(row.testDef.names ?? [])])];
  const afterTest = after(says, names);
  const afterPart = afterTest === null || row.part === "" ? afterTest : after(afterTest, [row.part]);
  if (afterPart === null) return false;
  const [word = ""] = afterPart.split(" ");
  return after(afterPart, [row.dateText]) !== null || (row.date !== null && parseDate(word) === row.date);
}

/** Whether every measure that was given then is given now and no lower. */
function isNoLower(says: string, row: ScoreRow): boolean {
  const levels = row.testDef?.scales.level?.ordered ?? [];
  const was = levels.findIndex((level) => says.includes(` level ${level} `) || says.endsWith(` level ${level}`));
  if (was >= 0 && (row.levelIndex === null || row.levelIndex < was)) return false;
  for (const { pattern, of } of MEASURES) {
    const before = pattern.exec(says)?.[1];
    if (before === undefined) continue;
    const [then, now] = [Number(before), Number(of(row))];
    if (of(row) === "" || Number.isNaN(then) || Number.isNaN(now) || now < then) return false;
  }
  return true;
}
