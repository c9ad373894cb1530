import { formatSchoolYear } from "../date.js";
import { reasonWords } from "../report/reasons.js";
import { count, plain } from "../report/words.js";
import type { Outcome } from "./facts.js";
import { decimals, type RiskRatio } from "./measures.js";
import type { Dimension, EquityReport, EquityTable, GroupRow } from "./report.js";
import type { Pool, Subject } from "./tables.js";

/** How a hidden count reads: the same for a small group and for what it could be worked back from. */
export const HIDDEN = "hidden";

const TITLES: Readonly<Record<Outcome["is"], string>> = {
  received: "received mastery credit",
  considered: "considered",
  "never considered": "never considered under any pathway",
  held: "held: an approval or a request is missing",
  "not asked": "held because nobody asked for it",
  declined: "declined by the family",
  refused: "refused under at least one pathway",
  waived: "excused by a waiver",
  "refused because": "refused",
  "by pathway": "received",
  "in year": "received",
};

/** What a table counts, in words: `refused: The evidence does not reach ...`. */
export function outcomeWords(outcome: Outcome, report: Pick<EquityReport, "pathways">): string {
  if (!("of" in outcome)) return TITLES[outcome.is];
  return `${TITLES[outcome.is]}: ${partWords(outcome, report)}`;
}

/** The part alone: the reason's, the pathway's or the year's own words. */
export function partWords(outcome: Outcome, { pathways }: Pick<EquityReport, "pathways">): string {
  if (!("of" in outcome)) return TITLES[outcome.is];
  const { is, of } = outcome;
  if (is === "refused because") return reasonWords(of).title.replace(/\.$/, "");
  if (is === "in year") return of === "" ? "year not known" : formatSchoolYear(Number(of), "short");
  if (of === "") return "pathway not known";
  return Object.hasOwn(pathways, of) ? `${pathways[of]} (${of})` : of;
}

export const POOL_WORDS: Readonly<Record<Pool, string>> = {
  enrolled: "enrolled students",
  lost: "students who had lost credit",
};

export function countWords(n: number | null): string {
  return n === null ? HIDDEN : count(n);
}

/** `12.3 %`; empty where there is none. */
export function percent(rate: number | null): string {
  return rate === null ? "" : `${decimals(rate * 100, 1)} %`;
}

/** `0.62 (0.41 to 0.94)`; a star where a half was added to each cell. */
export function ratioWords(ratio: RiskRatio | null): string {
  if (ratio === null) return "";
  const [middle, low, high] = [ratio.ratio, ratio.low, ratio.high].map((value) => decimals(value, 2));
  return `${middle}${ratio.corrected ? "*" : ""} (${low} to ${high})`;
}

export const BEYOND_WORDS = { less: "receives less", more: "receives more" } as const;

/** A finding for the review: `Race/ethnicity, Asian: receives less (4 of 120, ...)`. */
export function findingWords(row: GroupRow, subject: Subject, report: EquityReport): string {
  const where = subject.school === "" ? "" : ` at ${subject.school}`;
  const beyond = row.beyond === null ? "" : BEYOND_WORDS[row.beyond];
  const figures = [`${countWords(row.count)} of ${countWords(row.pool)} ${POOL_WORDS[subject.pool]}${where}`];
  if (row.rate !== null) figures.push(percent(row.rate));
  if (row.riskRatio !== null) figures.push(`risk ratio ${ratioWords(row.riskRatio)}`);
  if (row.fourFifths !== null) figures.push(`${decimals(row.fourFifths, 2)} of the highest rate`);
  if (row.composition !== null) figures.push(`${decimals(row.composition, 1)} points of composition`);
  return `${beyond}, ${outcomeWords(subject.outcome, report)}: ${figures.join(", ")}`;
}

/** A group that the policy's threshold names for review. */
export interface Named {
  readonly dimension: Dimension;
  readonly table: EquityTable;
  readonly row: GroupRow;
}

export function namedGroups(report: EquityReport): readonly Named[] {
  return report.dimensions.flatMap((dimension) =>
    dimension.tables.flatMap((table) =>
      table.rows.filter(({ beyond }) => beyond !== null).map((row) => ({ dimension, table, row })),
    ),
  );
}

/** What a reader must know to read the figures. The same words stand in every format. */
export function methodLines(report: EquityReport): readonly string[] {
  const { measure, least } = report;
  return [
    `Enrolled are the students of the students file. Received counts students with mastery credit on their transcript, of any year, or ready to be recorded as of ${report.awardDate}.`,
    "Lost credit: a mark that earns none, in a course that some pathway can give, and no class has made it good since.",
    `Groups of fewer than ${least} students are hidden, and so is the breakdown of any total below ${least}, and whatever a hidden count could be worked back from. A 0 that a total says already is shown.`,
    "Risk ratio: the group's rate over that of all other students, with its 95 % interval by the log method. * one of the four cells is empty, so a half was added to each (Haldane-Anscombe). Blank: nobody was counted, or there is no other group.",
    "Four-fifths: the group's rate over the highest rate of a group that is shown. Composition: the group's share of those counted less its share of the pool, in percentage points.",
    "With small groups a ratio says little: read the interval and the counts beside it.",
    // Where it names none, the notes say so and what to do.
    ...(measure === null
      ? []
      : [
          `The policy compares groups by ${measure.name} with the threshold ${measure.threshold}; groups beyond it are named for review.`,
        ]),
  ];
}

/** What the terminal shows after a run. */
export function equityText(report: EquityReport, out: string | null, colour: (style: string, text: string) => string) {
  const lines = [colour("bold", `Who receives mastery credit in ${plain(report.district)}, as of ${report.awardDate}`)];
  for (const { title, tables } of report.dimensions) {
    lines.push("", colour("bold", plain(title)));
    for (const table of tables) {
      const { subject, total, rows } = table;
      if (subject.outcome.is !== "received" || subject.school !== "") continue;
      lines.push(
        `  of ${count(total.pool)} ${POOL_WORDS[subject.pool]}, ${count(total.count)} (${percent(total.rate)})`,
      );
      for (const row of rows) lines.push(`    ${rowText(row, colour)}`);
    }
  }
  const named = namedGroups(report);
  lines.push("");
  if (report.measure !== null) {
    const tables = named.length === 1 ? "1 finding" : `${count(named.length)} findings`;
    lines.push(`Beyond the policy's threshold (${report.measure.name} ${report.measure.threshold}): ${tables}.`);
  }
  for (const note of report.notes) lines.push(plain(note));
  if (out !== null) {
    lines.push(`Written to ${plain(out)}: equity.html to read, equity-review.csv to fill in at the review.`);
  }
  return `${lines.join("\n")}\n`;
}

function rowText(row: GroupRow, colour: (style: string, text: string) => string): string {
  const group = plain(row.group);
  if (row.pool === null || row.count === null) return `${group}: ${colour("dim", HIDDEN)}`;
  const ratio = row.riskRatio === null ? "" : `, risk ratio ${ratioWords(row.riskRatio)}`;
  const flag = row.beyond === null ? "" : `, ${colour("yellow", BEYOND_WORDS[row.beyond])}`;
  return `${group}: ${count(row.count)} of ${count(row.pool)} (${percent(row.rate)})${ratio}${flag}`;
}
