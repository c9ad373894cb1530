import { itemAt } from "../at.js";
import { notDone } from "../errors.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import type { EquityMeasure } from "../policy/schema.js";
import { counted } from "../report/words.js";
import { type Facts, NOT_REPORTED, type StudentFacts } from "./facts.js";
import { type RiskRatio, riskRatio } from "./measures.js";
import { kindOf } from "./ospi.js";
import { type SchoolTotal, schoolTotals, tablesBySchool } from "./schools.js";
import type { ShownCount, ShownTable, Subject } from "./tables.js";

/** One group of one table, with how it stands to all others; null: hidden, or there is nothing to compare. */
export interface GroupRow extends ShownCount {
  readonly rate: number | null;
  readonly riskRatio: RiskRatio | null;
  /** Its rate over the highest rate of a group that is shown. */
  readonly fourFifths: number | null;
  /** Its share of those counted less its share of the pool, in percentage points. */
  readonly composition: number | null;
  /** Beyond the policy's threshold. */
  readonly beyond: "less" | "more" | null;
}

export interface EquityTable {
  readonly subject: Subject;
  readonly total: { readonly pool: number; readonly count: number; readonly rate: number | null };
  readonly rows: readonly GroupRow[];
}

/** One way of grouping, by a column of the students file. */
export interface Dimension {
  readonly title: string;
  /** Header of the column. */
  readonly header: string;
  readonly groups: readonly string[];
  readonly tables: readonly EquityTable[];
}

/** Everything that is shown: nothing in here is more than may leave the office. */
export interface EquityReport {
  readonly version: string;
  readonly awardDate: string;
  readonly district: string;
  readonly policy: { readonly name: string; readonly sha256: string; readonly provision: string };
  readonly lastReviewed: string;
  readonly pathways: Readonly<Record<string, string>>;
  /** Groups of fewer students are hidden. */
  readonly least: number;
  readonly measure: { readonly name: EquityMeasure; readonly threshold: number } | null;
  readonly dimensions: readonly Dimension[];
  /** All students of each school; empty where there are no two to compare. */
  readonly schools: readonly SchoolTotal[];
  readonly notes: readonly string[];
}

export interface EquityInputs {
  readonly facts: Facts;
  readonly policy: CompiledPolicy;
  readonly policyName: string;
  readonly version: string;
  readonly awardDate: string;
  readonly least: number;
}

/** @throws NotDone where the students file has fewer students than a group must have, or no column that groups them. */
export function equityReport({ facts, policy, policyName, version, awardDate, least }: EquityInputs): EquityReport {
  const { students, headers, leftOut, notEnrolled } = facts;
  if (students.length < least) {
    const message = `holds ${counted(students.length, "student")}, and groups of fewer than ${least} are not shown, so nothing can be. Name the whole district's file, or a smaller --min-n.`;
    throw notDone("--students", message);
  }
  if (headers.length === 0) {
    const columns = leftOut.length === 0 ? "" : ` Not used: ${leftOut.join("; ")}.`;
    const message = `has no column that groups students, so there is nothing to compare. Add one for each group that the district reports, such as race_ethnicity, gender, ell or low_income.${columns}`;
    throw notDone("--students", message);
  }
  const { equity } = policy.source;
  const measure =
    equity?.measure === undefined || equity.threshold === undefined
      ? null
      : { name: equity.measure, threshold: equity.threshold };
  return {
    version,
    awardDate,
    district: policy.source.district.name,
    policy: { name: policyName, sha256: policy.digest, provision: equity?.provision ?? "" },
    lastReviewed: equity?.lastReviewed ?? "",
    pathways: Object.fromEntries(policy.source.pathways.map(({ id, title }) => [id, title])),
    least,
    measure,
    dimensions: headers.map((header) => dimensionOf(header, headers, students, least, measure)),
    schools: schoolTotals(students, least),
    notes: notesOf(leftOut, notEnrolled, measure !== null),
  };
}

function notesOf(leftOut: readonly string[], notEnrolled: number, hasMeasure: boolean): readonly string[] {
  const notes = leftOut.map((text) => `Column not taken for a group. ${text}.`);
  if (notEnrolled > 0) {
    notes.push(
      `Students with transcript rows who are not in the students file, and so are counted nowhere: ${notEnrolled}.`,
    );
  }
  if (!hasMeasure) {
    notes.push(
      'The policy names no measure and no threshold ("equity": { "measure", "threshold" }), so no group is named for review. State law names none either.',
    );
  }
  return notes;
}

function dimensionOf(
  header: string,
  headers: readonly string[],
  students: readonly StudentFacts[],
  least: number,
  measure: EquityReport["measure"],
): Dimension {
  const kind = kindOf(header);
  const isOnly = headers.filter((other) => kindOf(other) === kind).length === 1;
  const title = kind === null ? header : isOnly ? kind.title : `${kind.title} (${header})`;
  const groupOf = students.map(({ groups }) => groups.get(header) ?? NOT_REPORTED);
  const { groups, tables } = tablesBySchool(students, groupOf, least);
  return { title, header, groups, tables: tables.flatMap(withNever).map((table) => measured(table, measure)) };
}

/** Of those who lost credit, who was never considered: what the table of those considered leaves, and no more than it. */
function withNever(table: ShownTable): readonly ShownTable[] {
  const { subject, total, rows } = table;
  if (subject.outcome.is !== "considered" || subject.pool !== "lost") return [table];
  const never: ShownTable = {
    subject: { ...subject, outcome: { is: "never considered" } },
    total: { pool: total.pool, count: total.pool - total.count },
    rows: rows.map(({ group, pool, count }) => ({
      group,
      pool,
      count: pool === null || count === null ? null : pool - count,
    })),
  };
  return [table, never];
}

function measured({ subject, total, rows }: ShownTable, measure: EquityReport["measure"]): EquityTable {
  const rates = rows.map(({ pool, count }) => rateOf(count, pool));
  const shownRates = rates.filter((rate) => rate !== null);
  const highest = shownRates.length < 2 ? 0 : Math.max(...shownRates);
  return {
    subject,
    total: { ...total, rate: rateOf(total.count, total.pool) },
    rows: rows.map((row, at) => {
      const rate = itemAt(rates, at);
      const { pool, count } = row;
      const known = rate !== null && pool !== null && count !== null;
      const compared = known ? riskRatio(count, pool, total.count - count, total.pool - pool) : null;
      const fourFifths = rate === null || highest === 0 ? null : rate / highest;
      const composition = known && total.count > 0 ? 100 * (count / total.count - pool / total.pool) : null;
      const figures = { rate, riskRatio: compared, fourFifths, composition };
      // A single school has too few students for its ratios to name anyone.
      const isAsked = measure !== null && subject.outcome.is === "received" && subject.school === "";
      return { ...row, ...figures, beyond: isAsked ? beyondOf(figures, measure) : null };
    }),
  };
}

function rateOf(count: number | null, pool: number | null): number | null {
  return count === null || pool === null || pool === 0 ? null : count / pool;
}

type Figures = Pick<GroupRow, "riskRatio" | "fourFifths" | "composition">;

function beyondOf(figures: Figures, { name, threshold }: NonNullable<EquityReport["measure"]>): GroupRow["beyond"] {
  if (name === "composition-difference") {
    const { composition } = figures;
    if (composition === null || Math.abs(composition) < threshold) return null;
    return composition < 0 ? "less" : "more";
  }
  if (name === "four-fifths") return (figures.fourFifths ?? 1) < threshold ? "less" : null;
  const ratio = figures.riskRatio?.ratio ?? 1;
  if (ratio < threshold) return "less";
  return ratio > 1 / threshold ? "more" : null;
}
