import { foundBy } from "../compare/found.js";
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

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** Null: it is there as it was, or better. Else what stands in its place now; empty where nothing does. */
function transcriptNow(says: string, { transcript }: StudentFile, policy: CompiledPolicy): string | null {
  const same = (row: TranscriptRow): boolean =>
    says.startsWith(`${joined([row.courseId, row.schoolYear, row.term])} `) || saysRow(row) === says;
  const rows = transcript.filter(same);
  if (rows.some((row) => saysRow(row) === says)) return null;
  for (const row of rows) {
    const was = policy.marks.get(says.slice(joined([row.courseId, row.schoolYear, row.term]).length + 1));
    const is = policy.marks.get(row.mark);
    if (was !== undefined && is !== undefined && was.rank >= 0 && is.rank >= 0 && is.rank <= was.rank) return null;
  }
  return rows.map(saysRow).sort().join("; ");
}

const MEASURES: readonly { readonly pattern: RegExp; readonly of: (row: ScoreRow) => string }[] = [
  { pattern: / score (\S+)/, of: (row) => row.scoreText },
  { pattern: / (\S+) percent\b/, of: (row) => row.percentText },
  { pattern: / percentile (\S+)/, of: (row) => row.percentileText },
];

function scoreNow(says: string, { scores }: StudentFile): string | null {
  const keyOf = (row: ScoreRow): string => joined([row.test, row.part, row.dateText]);
  const rows = scores.filter((row) => says === keyOf(row) || says.startsWith(`${keyOf(row)} `));
  if (rows.some((row) => saysRow(row) === says)) return null;
  if (rows.some((row) => row.counts && isNoLower(says, row))) return null;
  return rows.map(saysRow).sort().join("; ");
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
