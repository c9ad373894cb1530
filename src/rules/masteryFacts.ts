import { formatCredit } from "../credit.js";
import type { RecordJudgement } from "../decide/backwards.js";
import { saysRow } from "../decide/says.js";
import type { TranscriptRow } from "../model.js";
import type { Hit } from "./rule.js";

/** The hit at an existing mastery record. */
export function atRecord<F>(row: TranscriptRow, facts: F, column: string, value: string, pathway = ""): Hit<F> {
  return {
    facts,
    at: row,
    column,
    value,
    course: row.match?.course.id ?? "",
    pathway,
  };
}

/** The pathway that came closest to a record on its day; empty where none was in effect. */
export function closestTo({ asked }: RecordJudgement): string {
  return asked[0]?.pathway.id ?? "";
}

/** The title of a record's course in the policy, else its code. */
export function courseOfRecord(row: TranscriptRow): string {
  return row.match?.course.title ?? row.courseId;
}

/** What each pathway in effect on the record's day found, those that came closest first: `sba-math: evidence-not-met (...)`. */
export function saysThen({ asked }: RecordJudgement): string {
  return asked
    .map(({ pathway, reasons, gives }) => {
      // That the course is a CTE course is said by itself.
      const first = reasons.find(({ code }) => code !== "cte-excluded");
      if (first === undefined) return gives > 0 ? `${pathway.id} gives ${formatCredit(gives)}` : pathway.id;
      return `${pathway.id}: ${first.says === "" ? first.code : first.says}`;
    })
    .join("; ");
}

/** Rows by content: code, year, term and mark. */
export function saysRows(rows: readonly TranscriptRow[]): string {
  return rows.map(saysRow).join(", ");
}
