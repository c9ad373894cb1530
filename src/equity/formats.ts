import { wholeText } from "../report/pieces.js";
import { spreadsheet, type Table } from "../report/tables.js";
import type { Outcome } from "./facts.js";
import { decimals, toSix } from "./measures.js";
import type { EquityReport, EquityTable, GroupRow } from "./report.js";
import { findingWords, HIDDEN, methodLines, namedGroups, outcomeWords, partWords } from "./words.js";

/*
 * What scripts and spreadsheets read. Columns, keys and their order are a contract: add at the end, change never.
 */

interface Line {
  readonly dimension: string;
  readonly table: EquityTable;
  /** Null: all students. */
  readonly row: GroupRow | null;
}

function six(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : decimals(value, 6);
}

function partOf(outcome: Outcome): string {
  return "of" in outcome ? outcome.of : "";
}

function linesTable(report: EquityReport): Table<Line> {
  return {
    columns: [
      "dimension",
      "group",
      "pool",
      "school",
      "outcome",
      "of",
      "title",
      "students",
      "counted",
      "rate",
      "risk_ratio",
      "risk_ratio_low",
      "risk_ratio_high",
      "half_added",
      "four_fifths",
      "composition_points",
      "beyond_threshold",
    ],
    cells: ({ dimension, table: { subject, total }, row }) => {
      const shown = row ?? { ...total, riskRatio: null, fourFifths: null, composition: null, beyond: null };
      return [
        dimension,
        row?.group ?? "All Students",
        subject.pool,
        subject.school,
        subject.outcome.is,
        partOf(subject.outcome),
        outcomeWords(subject.outcome, report),
        shown.pool === null ? HIDDEN : String(shown.pool),
        shown.count === null ? HIDDEN : String(shown.count),
        six(shown.rate),
        six(shown.riskRatio?.ratio),
        six(shown.riskRatio?.low),
        six(shown.riskRatio?.high),
        shown.riskRatio === null ? "" : shown.riskRatio.corrected ? "yes" : "no",
        six(shown.fourFifths),
        six(shown.composition),
        shown.beyond ?? "",
      ];
    },
  };
}

/** `equity.csv`: a line for each group of each table, and one for all students before them. */
export function equityCsv(report: EquityReport): { readonly content: string; readonly rows: number } {
  const lines: Line[] = [];
  for (const { title, tables } of report.dimensions) {
    for (const table of tables) {
      lines.push({ dimension: title, table, row: null });
      for (const row of table.rows) lines.push({ dimension: title, table, row });
    }
  }
  return { content: wholeText(spreadsheet(linesTable(report), lines)), rows: lines.length };
}

/** A finding to be looked into, with blanks for whoever does. */
interface ReviewLine {
  readonly dimension: string;
  readonly group: string;
  readonly what: string;
}

const REVIEW: Table<ReviewLine> = {
  columns: [
    "dimension",
    "group",
    "what_the_figures_say",
    "reviewed_by",
    "reviewed_on",
    "finding",
    "action",
    "responsible",
    "due",
    "outcome",
  ],
  cells: ({ dimension, group, what }) => [dimension, group, what, "", "", "", "", "", "", ""],
};

/** `equity-review.csv`: the record of the review, a line a finding and one for each way of grouping. */
export function reviewCsv(report: EquityReport): { readonly content: string; readonly rows: number } {
  const lines: ReviewLine[] = namedGroups(report).map(({ dimension, table, row }) => ({
    dimension: dimension.title,
    group: row.group,
    what: findingWords(row, table.subject, report),
  }));
  for (const { title } of report.dimensions) lines.push({ dimension: title, group: "", what: "the tables as a whole" });
  return { content: wholeText(spreadsheet(REVIEW, lines)), rows: lines.length };
}

/** `equity.json`: everything that is shown, and the blank review record. Hidden counts are null. */
export function equityJson(report: EquityReport): string {
  const { measure } = report;
  const value = {
    tool: "zcredit",
    format: 1,
    version: report.version,
    award_date: report.awardDate,
    district: report.district,
    policy: { ...report.policy, last_reviewed: report.lastReviewed },
    min_n: report.least,
    measure: measure === null ? null : { name: measure.name, threshold: measure.threshold },
    method: methodLines(report),
    notes: report.notes,
    schools: report.schools.map(({ receivedOfLost, ...school }) => ({ ...school, received_of_lost: receivedOfLost })),
    dimensions: report.dimensions.map(({ title, header, groups, tables }) => ({
      title,
      column: header,
      groups,
      tables: tables.map((table) => tableJson(table, report)),
    })),
    review: { reviewed_by: "", reviewed_on: "", finding: "", action: "", responsible: "", due: "" },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function tableJson({ subject, total, rows }: EquityTable, report: EquityReport) {
  return {
    pool: subject.pool,
    school: subject.school,
    outcome: subject.outcome.is,
    of: partOf(subject.outcome),
    title: partWords(subject.outcome, report),
    total: { students: total.pool, counted: total.count, rate: orNull(total.rate) },
    rows: rows.map((row) => ({
      group: row.group,
      students: row.pool,
      counted: row.count,
      rate: orNull(row.rate),
      risk_ratio:
        row.riskRatio === null
          ? null
          : {
              ratio: toSix(row.riskRatio.ratio),
              low: toSix(row.riskRatio.low),
              high: toSix(row.riskRatio.high),
              half_added: row.riskRatio.corrected,
            },
      four_fifths: orNull(row.fourFifths),
      composition_points: orNull(row.composition),
      beyond_threshold: row.beyond,
    })),
  };
}

function orNull(value: number | null): number | null {
  return value === null ? null : toSix(value);
}
