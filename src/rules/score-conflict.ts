import type { ScoreRow } from "../model.js";
import { formatMeasure } from "../normalise/measure.js";
import { sittingsOf } from "./results.js";
import { defineRule } from "./rule.js";
import { allSeenFrom } from "./words.js";

interface Facts {
  readonly test: string;
  readonly part: string;
  readonly date: string;
  readonly values: readonly string[];
  /** Where the other rows of the sitting stand. */
  readonly others: string;
}

export const scoreConflict = defineRule<"student", Facts>({
  code: "score-conflict",
  scope: "student",
  severity: "error",
  doubt: true,
  title: "One sitting has two results on one scale.",
  why: "Which of them is right cannot be told, so neither counts and what hangs on the test waits.",
  remedy: "Look up which result is right, correct or remove the other one and run again.",
  cites: ["LAYOUT"],
  needs: ["scores"],
  check(student, _context, hit) {
    for (const { date, rows } of sittingsOf(student)) {
      const clash = clashIn(rows);
      const [row] = rows;
      if (clash === null || row === undefined) continue;
      const facts = {
        test: row.test,
        part: row.part,
        date,
        values: clash.values,
        others: allSeenFrom(row, rows.slice(1)),
      };
      hit({
        facts,
        at: row,
        rows,
        column: clash.column,
        value: clash.values.join(";"),
        cause: `${row.test} with two results`,
      });
    }
  },
  say(facts) {
    return `The sitting of ${facts.test}${facts.part === "" ? "" : `, ${facts.part},`} on ${facts.date} has ${facts.values.join(" and ")}: see also ${facts.others}.`;
  },
});

interface Clash {
  readonly column: "level" | "score" | "percent" | "percentile";
  readonly values: readonly string[];
}

function clashIn(rows: readonly ScoreRow[]): Clash | null {
  const levels = rows.filter((row) => row.levelIndex !== null).map((row) => row.level);
  if (new Set(levels).size > 1) return { column: "level", values: [...new Set(levels)].sort() };
  for (const column of ["score", "percent", "percentile"] as const) {
    const values = new Set<number>();
    for (const row of rows) if (row[column] !== null) values.add(row[column]);
    if (values.size > 1) return { column, values: [...values].sort((a, b) => a - b).map(formatMeasure) };
  }
  return null;
}
