import type { AnyRow, ScoreRow } from "../model.js";
import { contentOf } from "../normalise/content.js";

/** What was measured, by which two rows of one test, part and day are the same result. */
export function measured({ levelIndex, score, percent, percentile, edition }: ScoreRow): string {
  return [levelIndex, score, percent, percentile, edition].join("|");
}

/** What rows that speak of one thing have alike: a result or a record is one, however often it was exported. */
export function toldBy(row: AnyRow): string {
  if (row.kind !== "scores") return `${row.kind}\n${contentOf(row)}`;
  return [row.testDef?.id ?? row.test, row.part, row.date, measured(row)].join("\n");
}
