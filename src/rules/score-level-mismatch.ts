import type { ScoreRow } from "../model.js";
import { parseGradeLevel } from "../normalise/gradeLevel.js";
import { formatMeasure } from "../normalise/measure.js";
import type { TestDef } from "../policy/compiled.js";
import { isReadPart } from "./results.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly level: string;
  readonly score: string;
  readonly by: string;
}

export const scoreLevelMismatch = defineRule<"scores", Facts>({
  code: "score-level-mismatch",
  scope: "scores",
  severity: "error",
  doubt: true,
  title: "A level and a score do not agree.",
  why: "One of the two is wrong, or the cut scores are those of another year or grade.",
  remedy: "Correct the level or the score, or the cut scores of the test in the policy.",
  cites: ["POLICY"],
  needs: ["scores"],
  check(row, _context, hit) {
    const levels = row.testDef?.scales.level?.ordered;
    if (levels === undefined || row.levelIndex === null || !isReadPart(row)) return;
    for (const cut of row.testDef?.cuts ?? []) {
      const value = row[cut.from];
      if (value === null || !appliesTo(cut, row) || agrees(row.levelIndex, value, cut.at, levels)) continue;
      hit({
        facts: { level: row.level, score: formatMeasure(value), by: cut.from },
        column: "level",
        value: row.level,
        cause: `${row.test} level ${row.level} against its ${cut.from}`,
      });
      return;
    }
  },
  say(facts) {
    return `Level ${facts.level} does not go with ${facts.by} ${facts.score} by the cut scores of the policy.`;
  },
});

type Cut = NonNullable<TestDef["cuts"]>[number];

/** Cuts for an edition or for grade levels say nothing of a row that does not name its own. */
function appliesTo(cut: Cut, row: ScoreRow): boolean {
  if (cut.edition !== undefined && cut.edition !== row.edition) return false;
  if (cut.gradeLevels === undefined) return true;
  const grade = parseGradeLevel(row.gradeLevel);
  return grade !== null && cut.gradeLevels.includes(grade);
}

/** A level is reached exactly when its cut is: both ways, for each level that has one. */
function agrees(reached: number, value: number, cuts: Cut["at"], levels: readonly string[]): boolean {
  for (const [level, cut] of Object.entries(cuts)) {
    if (reached >= levels.indexOf(level) !== value >= cut) return false;
  }
  return true;
}
