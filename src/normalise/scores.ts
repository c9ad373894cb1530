import { parseDate } from "../date.js";
import type { Field, Layout, RawRow, ScoreRow } from "../model.js";
import type { CompiledPolicy, TestDef } from "../policy/compiled.js";
import { cellOf, NO_DOUBTS, remembered } from "./cells.js";
import { mayHaveCommas, measureWithPoint } from "./decimals.js";
import { parseMeasure } from "./measure.js";

/** Makes the reader of score rows for one run. Measures are whole millionths. */
export function scoreReader(policy: CompiledPolicy): (raw: RawRow) => ScoreRow {
  const dates = remembered(parseDate);
  const measures = remembered(parseMeasure);

  return (raw) => {
    const { layout, cells } = raw;
    const test = cellOf(layout, cells, "test");
    const dateText = cellOf(layout, cells, "date");
    const level = cellOf(layout, cells, "level");
    const scoreText = measureOf(layout, cells, "score");
    const percentText = measureOf(layout, cells, "percent");
    const percentileText = measureOf(layout, cells, "percentile");
    const status = cellOf(layout, cells, "status");
    const testDef = policy.testByName.get(test) ?? null;
    const levelIndex = testDef?.scales.level?.ordered.indexOf(level) ?? -1;
    return {
      kind: "scores",
      file: raw.file,
      line: raw.line,
      layout,
      cells,
      studentId: cellOf(layout, cells, "student_id"),
      stateStudentId: cellOf(layout, cells, "state_student_id"),
      doubts: NO_DOUBTS,
      test,
      part: cellOf(layout, cells, "part"),
      dateText,
      level,
      scoreText,
      percentText,
      percentileText,
      status,
      edition: cellOf(layout, cells, "edition"),
      gradeLevel: cellOf(layout, cells, "grade_level"),
      testDef,
      date: dateText === "" ? null : dates(dateText),
      levelIndex: levelIndex < 0 ? null : levelIndex,
      score: scoreText === "" ? null : measures(scoreText),
      percent: percentText === "" ? null : measures(percentText),
      percentile: percentileText === "" ? null : measures(percentileText),
      counts: countsAs(status, testDef),
    };
  };
}

function measureOf(layout: Layout, cells: readonly string[], field: Field): string {
  const text = cellOf(layout, cells, field);
  return mayHaveCommas(layout) ? measureWithPoint(text) : text;
}

/** Whether a result counts: `valid` in any letter case, or what the test lists instead; a blank status is `valid`. */
function countsAs(status: string, test: TestDef | null): boolean {
  const word = status === "" ? "valid" : status.toLowerCase();
  const listed = test?.statuses;
  return listed === undefined ? word === "valid" : listed.some((each) => each.toLowerCase() === word);
}
