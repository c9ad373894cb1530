import type { Sureness } from "../data/sureness.js";
import { type IsoDate, schoolYearOf } from "../date.js";
import type { ScoreRow } from "../model.js";
import { parseGradeLevel } from "../normalise/gradeLevel.js";
import { formatMeasure } from "../normalise/measure.js";
import type { CutDef } from "../policy/compiled.js";
import { isReadPart } from "./results.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly level: string;
  readonly score: string;
  readonly by: string;
  readonly sure: Sureness;
  readonly listed: boolean;
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
    const { testDef } = row;
    const levels = testDef?.scales.level?.ordered;
    if (testDef === null || levels === undefined || row.levelIndex === null || !isReadPart(row)) return;
    for (const cut of testDef.cuts) {
      const value = row[cut.from];
      if (value === null || !appliesTo(cut, row) || agrees(row.levelIndex, value, cut.at, levels)) continue;
      hit({
        facts: {
          level: row.level,
          score: formatMeasure(value),
          by: cut.from,
          sure: cut.sure ?? "confirmed",
          listed: cut.sure !== undefined,
        },
        column: "level",
        value: row.level,
        cause: `${row.test} level ${row.level} against its ${cut.from}`,
      });
      return;
    }
  },
  say(facts) {
    const whose = facts.listed ? "that zcredit ships for that grade and year" : "of the policy";
    const said = `Level ${facts.level} does not go with ${facts.by} ${facts.score} by the cut scores ${whose}`;
    return `${said}${DOUBTED[facts.sure]}.`;
  },
});

const DOUBTED: Readonly<Record<Sureness, string>> = {
  confirmed: "",
  "second-hand": ", which were read second-hand: compare them with the state’s own page",
  unconfirmed: ", which are unconfirmed: compare them with the state’s own page",
};

/** Cuts for an edition, for grade levels or for school years say nothing of a row that does not name its own. */
function appliesTo(cut: CutDef, row: ScoreRow): boolean {
  if (cut.edition !== undefined && cut.edition !== row.edition) return false;
  if (cut.years !== undefined && !isWithin(cut.years, row.date)) return false;
  if (cut.gradeLevels === undefined) return true;
  const grade = parseGradeLevel(row.gradeLevel);
  return grade !== null && cut.gradeLevels.includes(grade);
}

function isWithin({ from, to }: NonNullable<CutDef["years"]>, date: IsoDate | null): boolean {
  if (date === null) return false;
  const year = schoolYearOf(date);
  return from <= year && (to === null || year <= to);
}

/** A level is reached exactly when its cut is: both ways, for each level that has one. */
function agrees(reached: number, value: number, cuts: CutDef["at"], levels: readonly string[]): boolean {
  for (const [level, cut] of Object.entries(cuts)) {
    if (reached >= levels.indexOf(level) !== value >= cut) return false;
  }
  return true;
}
