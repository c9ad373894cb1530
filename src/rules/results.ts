import type { IsoDate } from "../date.js";
import type { ScoreRow, StudentFile } from "../model.js";

/** One measured result of a score row; `value` in millionths, null where the text is blank or no number. */
export interface Result {
  readonly column: "score" | "percent" | "percentile";
  readonly text: string;
  readonly value: number | null;
}

export function resultsOf(row: ScoreRow): readonly Result[] {
  return [
    { column: "score", text: row.scoreText, value: row.score },
    { column: "percent", text: row.percentText, value: row.percent },
    { column: "percentile", text: row.percentileText, value: row.percentile },
  ];
}

/** Whether the row is of the whole test or of a part that the policy's test has: others are on scales of their own. */
export function isReadPart(row: ScoreRow): boolean {
  return row.part === "" || row.testDef?.parts?.includes(row.part) === true;
}

/** Rows that count, of one test, part and day. */
interface Sitting {
  readonly date: IsoDate;
  /** In the order of the student's scores. */
  readonly rows: readonly ScoreRow[];
}

const NONE: readonly Sitting[] = [];

/** Scores stand in order of their days. */
function hasTwoOfOneDay(scores: readonly ScoreRow[]): boolean {
  for (let at = 1; at < scores.length; at += 1) if (scores[at]?.date === scores[at - 1]?.date) return true;
  return false;
}

/** The sittings of a student; none where no two scores are of one day. */
export function sittingsOf(student: StudentFile): readonly Sitting[] {
  if (!hasTwoOfOneDay(student.scores)) return NONE;
  const sittings = new Map<string, { readonly date: IsoDate; readonly rows: ScoreRow[] }>();
  for (const row of student.scores) {
    if (!row.counts || row.testDef === null || row.date === null) continue;
    const key = `${row.testDef.id}\n${row.part}\n${row.date}`;
    const sitting = sittings.get(key);
    if (sitting === undefined) sittings.set(key, { date: row.date, rows: [row] });
    else sitting.rows.push(row);
  }
  return [...sittings.values()];
}
