import { entryOf, itemAt } from "../at.js";
import { type IsoDate, minusMonths } from "../date.js";
import type { ScoreRow } from "../model.js";
import { parseGradeLevel } from "../normalise/gradeLevel.js";
import { byText } from "../order.js";
import type { TestDef } from "../policy/compiled.js";
import { type Evidence, SCALES, type Scale, type TestEvidence, type Thresholds } from "../policy/schema.js";
import {
  type EvidenceContext,
  type EvidenceForm,
  type EvidenceReason,
  failing,
  holding,
  type Outcome,
  saysMean,
} from "./form.js";
import { toldBy } from "./same.js";

/**
 * A result of a test, portfolio or count of hours. Only rows whose status counts; without `parts` only whole-test
 * rows, with `parts` only part rows, one sitting (same test, same date) deciding; the best sitting decides.
 */
export const testForm: EvidenceForm<TestEvidence> = {
  key: "test",
  is: (evidence: Evidence): evidence is TestEvidence => "test" in evidence,
  judge: judgeTest,
};

/** A row that passed the filters of the evidence, which ask for its day. */
type DatedRow = ScoreRow & { readonly date: IsoDate };

/** Values by scale, as `sum / of` so that an average stays exact. Levels are positions. */
type Values = Partial<Record<Scale, { readonly sum: number; readonly of: number }>>;

interface Sitting {
  readonly date: IsoDate;
  readonly rows: readonly ScoreRow[];
  readonly values: Readonly<Values>;
  readonly missing: readonly string[];
}

function judgeTest(evidence: TestEvidence, context: EvidenceContext): Outcome {
  const test = entryOf(context.policy.testByName, evidence.test);
  const all = context.scores(test.id);
  const eligible = all.filter((row): row is DatedRow => filteredBy(row, evidence, context) === null);
  if (evidence.sum) return judgeSum(evidence, context, test, all, eligible);
  const tries = tryDates(context.sittings(test.id), evidence.maxTries, test);
  const counted = sittings(
    eligible.filter((row) => tries.has(row.date)),
    evidence,
    test,
  );
  const reaching = counted.filter((sitting) => reaches(sitting, evidence, test));
  const asked = `${test.title} ${thresholdWords(evidence)}`;
  // Rows stand in order of their days. Any result that reaches the threshold is the evidence, so the latest of them
  // says how late it was shown.
  const last = reaching.at(-1);
  if (last !== undefined) {
    const best = reaching.reduce((a, b) => (compareSittings(b, a) >= 0 ? b : a));
    return holding([...best.rows, ...last.rows], `${asked}: held`, {
      spends: best.rows,
      date: last.date,
      results: [resultOf(best.values, test)],
    });
  }
  const reason = whyNot(evidence, test, counted, eligible);
  return failing([reason], all, `${asked}: ${words(reason, all, eligible, counted, evidence, context)}`);
}

/** The dates of the first `maxTries` sittings ever, and the first of each window; before any other filter. */
function tryDates(rows: readonly ScoreRow[], maxTries: number | undefined, test: TestDef): ReadonlySet<IsoDate> {
  const dates = [...new Set(rows.flatMap((row) => row.date ?? []))].sort();
  const perWindow = new Map<string, number>();
  const allowed = dates.slice(0, maxTries ?? dates.length).filter((date) => {
    const window = windowOf(date, test);
    if (window === null || test.maxTriesPerWindow === undefined) return true;
    const tried = (perWindow.get(window) ?? 0) + 1;
    perWindow.set(window, tried);
    return tried <= test.maxTriesPerWindow;
  });
  return new Set(allowed);
}

/** The window of a day, by its year; null: outside all of them. One that ends before it begins spans the new year. */
function windowOf(date: IsoDate, test: TestDef): string | null {
  const day = date.slice(5);
  for (const { from, to } of test.windows ?? []) {
    if (from <= to && day >= from && day <= to) return `${date.slice(0, 4)} ${from}`;
    if (from > to && day >= from) return `${date.slice(0, 4)} ${from}`;
    if (from > to && day <= to) return `${Number(date.slice(0, 4)) - 1} ${from}`;
  }
  return null;
}

/** The scales on which results can be added up: levels cannot. */
const ADDED = ["score", "percent", "percentile"] as const satisfies readonly Scale[];

/**
 * Results of an activity added up in the order of their days, until the threshold is reached: documented hours. One
 * that was exported twice is one result.
 */
function judgeSum(
  evidence: TestEvidence,
  context: EvidenceContext,
  test: TestDef,
  all: readonly ScoreRow[],
  eligible: readonly DatedRow[],
): Outcome {
  const values: Values = {};
  const used: ScoreRow[] = [];
  const asked = `${test.title} ${thresholdWords(evidence)} in all`;
  const seen = new Set<string>();
  for (const row of eligible) {
    const told = toldBy(row);
    if (seen.has(told)) continue;
    seen.add(told);
    used.push(row);
    for (const scale of ADDED) {
      const value = row[scale];
      if (value !== null) values[scale] = { sum: (values[scale]?.sum ?? 0) + value, of: 1 };
    }
    if (reaches({ values, missing: [] }, evidence, test)) {
      return holding(used, `${asked}: held`, { date: row.date, results: [resultOf(values, test)] });
    }
  }
  return failing(["evidence-not-met"], all, `${asked}: ${saysSum(all, eligible, values, evidence, context)}`);
}

/** `not reached, with score 79.5`. */
function saysSum(
  all: readonly ScoreRow[],
  eligible: readonly ScoreRow[],
  values: Values,
  evidence: TestEvidence,
  context: EvidenceContext,
): string {
  if (eligible.length === 0) return noneCounts(all, evidence, context);
  const sums = scalesAsked(evidence).map((scale) => `${scale} ${(values[scale]?.sum ?? 0) / 1e6}`);
  return `not reached, with ${sums.join(" and ")}`;
}

/** `no result on file counts here: of 2024-05-01 not taken in grade 8`. */
function noneCounts(all: readonly ScoreRow[], evidence: TestEvidence, context: EvidenceContext): string {
  if (all.length === 0) return "no result on file";
  const whys = all.map(
    (row) => `${row.date === null ? "one" : `that of ${row.date}`} is ${filteredBy(row, evidence, context)}`,
  );
  return `no result on file counts here: ${[...new Set(whys)].join(", ")}`;
}

/** What keeps a row from counting, in words; null: nothing does. */
function filteredBy(row: ScoreRow, evidence: TestEvidence, context: EvidenceContext): string | null {
  const { date } = row;
  if (!row.counts) return `not one that counts (status ${row.status})`;
  if (date === null) return "without a date";
  if ((evidence.parts === undefined) !== (row.part === ""))
    return row.part === "" ? "of the whole test" : "of one part";
  if (evidence.from !== undefined && date < evidence.from) return `before ${evidence.from}`;
  if (evidence.to !== undefined && date > evidence.to) return `after ${evidence.to}`;
  if (evidence.gradeLevels !== undefined) {
    const level = parseGradeLevel(row.gradeLevel);
    const listed = evidence.gradeLevels.join(" or ");
    if (level === null || !evidence.gradeLevels.includes(level)) return `not known to be taken in grade ${listed}`;
  }
  if (row.testDef?.windows !== undefined && windowOf(date, row.testDef) === null) return "outside the test's windows";
  if (evidence.sinceRecord && context.lastRecord !== null && date <= context.lastRecord)
    return `not later than the record of ${context.lastRecord}`;
  if (evidence.edition !== undefined && row.edition !== evidence.edition) return `not of edition ${evidence.edition}`;
  if (evidence.withinMonths !== undefined && date < minusMonths(context.awardDate, evidence.withinMonths))
    return `older than ${evidence.withinMonths} months`;
  if (evidence.beforeCourse && context.courseStart !== null && date >= context.courseStart)
    return "not before the course began";
  return null;
}

/** Whole-test rows are a sitting each; part rows of one date are one sitting together. */
function sittings(rows: readonly DatedRow[], evidence: TestEvidence, test: TestDef): Sitting[] {
  const { parts } = evidence;
  if (parts === undefined) return rows.map((row) => wholeSitting(row, test));
  const asked = scalesAsked(evidence);
  const dates = [...new Set(rows.map(({ date }) => date))];
  return dates.map((date) =>
    partsSitting(
      date,
      rows.filter((row) => row.date === date),
      parts,
      asked,
    ),
  );
}

function valueOn(row: ScoreRow, scale: Scale): number | null {
  return scale === "level" ? row.levelIndex : row[scale];
}

function wholeSitting(row: DatedRow, test: TestDef): Sitting {
  const values: Values = {};
  for (const scale of SCALES) {
    const value = test.scales[scale] === undefined ? null : valueOn(row, scale);
    if (value !== null) values[scale] = { sum: value, of: 1 };
  }
  return { date: row.date, rows: [row], values, missing: [] };
}

function partsSitting(
  date: IsoDate,
  rows: readonly DatedRow[],
  { required, rule }: NonNullable<TestEvidence["parts"]>,
  asked: readonly Scale[],
): Sitting {
  const parts = [...new Set(rows.map((row) => row.part))];
  // A part's result may stand in several rows, one a scale; the same result twice enters once.
  const partValues = (part: string, scale: Scale): readonly number[] =>
    rows.flatMap((row) => (row.part === part ? (valueOn(row, scale) ?? []) : [])).slice(0, 1);
  const missing = required.filter((part) => asked.some((scale) => partValues(part, scale).length === 0));
  const values: Values = {};
  for (const scale of SCALES) {
    const found = parts.flatMap((part) => partValues(part, scale));
    if (found.length === 0) continue;
    values[scale] =
      rule === "average"
        ? { sum: found.reduce((a, b) => a + b, 0), of: found.length }
        : { sum: Math.min(...found), of: 1 };
  }
  return { date, rows, values, missing };
}

function scalesAsked(evidence: TestEvidence): Scale[] {
  return SCALES.filter((scale) => evidence.min?.[scale] !== undefined || evidence.above?.[scale] !== undefined);
}

function reaches(sitting: Pick<Sitting, "values" | "missing">, evidence: TestEvidence, test: TestDef): boolean {
  if (sitting.missing.length > 0) return false;
  for (const scale of SCALES) {
    const value = sitting.values[scale];
    const least = thresholdOn(evidence.min, scale, test);
    if (least !== null && (value === undefined || value.sum < least * value.of)) return false;
    const above = thresholdOn(evidence.above, scale, test);
    if (above !== null && (value === undefined || value.sum <= above * value.of)) return false;
  }
  return true;
}

function thresholdOn(thresholds: Thresholds | undefined, scale: Scale, test: TestDef): number | null {
  if (thresholds === undefined) return null;
  if (scale !== "level") return thresholds[scale] ?? null;
  return thresholds.level === undefined ? null : (test.scales.level?.ordered.indexOf(thresholds.level) ?? -1);
}

/** Orders by value on the scales in their fixed order, then by date: the later of two equal results is the better. */
function compareSittings(a: Sitting, b: Sitting): number {
  for (const scale of SCALES) {
    const x = a.values[scale];
    const y = b.values[scale];
    if (x === undefined && y === undefined) continue;
    // No value is below any value.
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const order = x.sum * y.of - y.sum * x.of;
    if (order !== 0) return order;
  }
  return byText(a.date, b.date);
}

function resultOf(values: Values, test: TestDef): Outcome["results"][number] {
  const levels = test.scales.level?.ordered ?? [];
  const { level } = values;
  // A test is graded on its first scale that is no level: what it measures on another stands for nothing else.
  const scale = SCALES.find((each) => each !== "level" && test.scales[each] !== undefined);
  const score = scale === undefined ? undefined : values[scale];
  return {
    levels,
    // An average between two levels has reached the lower one.
    level: level === undefined ? null : itemAt(levels, Math.floor(level.sum / level.of)),
    score: score === undefined ? null : Math.floor(score.sum / score.of),
  };
}

function whyNot(
  evidence: TestEvidence,
  test: TestDef,
  counted: readonly Sitting[],
  eligible: readonly DatedRow[],
): EvidenceReason {
  if (counted.length > 0 && counted.every((sitting) => sitting.missing.length > 0)) return "evidence-missing-part";
  const withAllTries = sittings(eligible, evidence, test);
  if (withAllTries.some((sitting) => reaches(sitting, evidence, test))) return "tries-exhausted";
  return "evidence-not-met";
}

function thresholdWords(evidence: TestEvidence): string {
  const words: string[] = [];
  for (const scale of SCALES) {
    const least = evidence.min?.[scale];
    if (least !== undefined) words.push(`at ${scale} ${show(least)} or higher`);
    const above = evidence.above?.[scale];
    if (above !== undefined) words.push(`above ${scale} ${show(above)}`);
  }
  return words.join(" and ");
}

function show(value: string | number): string {
  return typeof value === "string" ? value : String(value / 1e6);
}

function words(
  reason: EvidenceReason,
  all: readonly ScoreRow[],
  eligible: readonly ScoreRow[],
  counted: readonly Sitting[],
  evidence: TestEvidence,
  context: EvidenceContext,
): string {
  if (reason === "tries-exhausted") return "reached only on a try beyond the number allowed";
  if (reason === "evidence-missing-part") {
    const missing = [...new Set(counted.flatMap((sitting) => sitting.missing))];
    return `insufficient evidence, no sitting has ${missing.join(" and ")}`;
  }
  if (eligible.length === 0) return noneCounts(all, evidence, context);
  const whole = counted.filter(({ missing }) => missing.length === 0);
  const [first] = whole;
  if (first === undefined || evidence.parts === undefined) return "no result reaches it";
  const best = whole.reduce((a, b) => (compareSittings(b, a) >= 0 ? b : a), first);
  const on = evidence.parts.rule === "average" ? " on average" : "";
  return `no sitting reaches it${on}; the best, of ${best.date}, has ${saysParts(best, evidence, on)}`;
}

/** `reading score 2, writing score 3: 2.5 on average`; levels have no average that could be named. */
function saysParts(sitting: Sitting, evidence: TestEvidence, on: string): string {
  const words: string[] = [];
  for (const scale of scalesAsked(evidence)) {
    const parts = sitting.rows.flatMap((row) => {
      const value = valueOn(row, scale);
      return value === null ? [] : [`${row.part} ${scale} ${scale === "level" ? row.level : value / 1e6}`];
    });
    const value = sitting.values[scale];
    const isNamed = on !== "" && scale !== "level" && value !== undefined;
    words.push(`${[...new Set(parts)].join(", ")}${isNamed ? `: ${saysMean(value.sum, value.of)}${on}` : ""}`);
  }
  return words.join("; ");
}
