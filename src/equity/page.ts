import { escapeHtml } from "../policy/show/escape.js";
import { headHtml } from "../report/html/head.js";
import { count } from "../report/words.js";
import type { Outcome } from "./facts.js";
import { decimals, type RiskRatio } from "./measures.js";
import type { Dimension, EquityReport, EquityTable, GroupRow } from "./report.js";
import { STYLE } from "./style.js";
import type { Pool } from "./tables.js";
import {
  BEYOND_WORDS,
  countWords,
  findingWords,
  HIDDEN,
  methodLines,
  namedGroups,
  POOL_WORDS,
  partWords,
  percent,
  ratioWords,
} from "./words.js";

const BAR = 120;

/** A bar of a rate, with the bounds of all students as a line. Its meaning stands in the cells beside it. */
function barSvg(rate: number | null, all: number | null, highest: number): string {
  if (rate === null || highest <= 0) return "";
  const at = (value: number): string => decimals((BAR * value) / highest, 1);
  const line = all === null ? "" : `<path d="M${at(all)} 0V14"/>`;
  return `<svg width="${BAR}" height="14" aria-hidden="true"><rect width="${at(rate)}" height="14"/>${line}</svg>`;
}

/** The ratio as a point on its interval, on a logarithmic scale; the line says where the rates are the same. */
function ratioSvg(risk: RiskRatio | null): string {
  if (risk === null) return "";
  const at = (value: number): string => decimals((BAR * (Math.log10(Math.min(10, Math.max(0.1, value))) + 1)) / 2, 1);
  const same = decimals(BAR / 2, 1);
  return `<svg width="${BAR}" height="14" aria-hidden="true"><path class="soft" d="M${same} 0V14"/><path d="M${at(risk.low)} 7H${at(risk.high)}"/><circle cx="${at(risk.ratio)}" cy="7" r="4"/></svg>`;
}

function numberCell(text: string): string {
  return text === HIDDEN ? `<td class="n hidden">${HIDDEN}</td>` : `<td class="n">${escapeHtml(text)}</td>`;
}

/** @param within the chapter, so that no two tables are called the same where they are listed without it */
function tableHtml(caption: string, head: readonly string[], body: readonly string[], within = ""): string {
  const cells = head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const label = escapeHtml(within === "" ? caption : `${within}: ${caption}`);
  return `<figure><figcaption>${escapeHtml(caption)}</figcaption><div class="wide" tabindex="0" role="region" aria-label="${label}"><table aria-label="${label}"><thead><tr>${cells}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table></div></figure>`;
}

function receivedHtml(table: EquityTable, within: string): string {
  const { subject, total, rows } = table;
  const highest = Math.max(0, ...rows.map(({ rate }) => rate ?? 0), total.rate ?? 0);
  const head = [
    "Group",
    "Students",
    "Received",
    "Rate",
    "Rate as a bar",
    "Risk ratio (95 %)",
    "Ratio from 0.1 to 10",
    "Four-fifths",
    "Composition",
    "Review",
  ];
  const all = `<tr class="all"><th scope="row">All Students</th>${numberCell(count(total.pool))}${numberCell(count(total.count))}${numberCell(percent(total.rate))}<td>${barSvg(total.rate, null, highest)}</td><td></td><td></td><td></td><td></td><td></td></tr>`;
  const body = [all, ...rows.map((row) => receivedRow(row, total.rate, highest))];
  return tableHtml(`Received mastery credit, of ${POOL_WORDS[subject.pool]}`, head, body, within);
}

function receivedRow(row: GroupRow, all: number | null, highest: number): string {
  const cells = [
    numberCell(countWords(row.pool)),
    numberCell(countWords(row.count)),
    numberCell(percent(row.rate)),
    `<td>${barSvg(row.rate, all, highest)}</td>`,
    numberCell(ratioWords(row.riskRatio)),
    `<td>${ratioSvg(row.riskRatio)}</td>`,
    numberCell(row.fourFifths === null ? "" : decimals(row.fourFifths, 2)),
    numberCell(row.composition === null ? "" : `${decimals(row.composition, 1)} points`),
    row.beyond === null ? "<td></td>" : `<td class="mark">${BEYOND_WORDS[row.beyond]}</td>`,
  ];
  return `<tr><th scope="row">${escapeHtml(row.group)}</th>${cells.join("")}</tr>`;
}

/** Several tables of one pool below one another: a row a table, a column a group, since groups are few and short. */
function gridHtml(
  within: string,
  caption: string,
  tables: readonly EquityTable[],
  titleOf: (table: EquityTable) => string,
): string {
  const [first] = tables;
  if (first === undefined) return "";
  const head = ["Counted", "All Students", ...first.rows.map(({ group }) => group)];
  const body = tables.map((table) => {
    const { total, rows } = table;
    const all = numberCell(`${count(total.count)} of ${count(total.pool)}`);
    return `<tr><th scope="row">${escapeHtml(titleOf(table))}</th>${all}${rows.map(gridCell).join("")}</tr>`;
  });
  return tableHtml(caption, head, body, within);
}

function gridCell(row: GroupRow): string {
  if (row.count === null) return numberCell(HIDDEN);
  if (row.pool === null) return numberCell(count(row.count));
  return numberCell(`${count(row.count)} of ${count(row.pool)}${row.rate === null ? "" : ` (${percent(row.rate)})`}`);
}

function dimensionHtml(dimension: Dimension, report: EquityReport, at: number): string {
  const { title, tables } = dimension;
  const of = (pool: Pool, school: boolean, ...kinds: readonly Outcome["is"][]): readonly EquityTable[] =>
    tables.filter(
      ({ subject }) =>
        subject.pool === pool && (subject.school !== "") === school && kinds.includes(subject.outcome.is),
    );
  const parts = [`<section id="group-${at}" aria-labelledby="group-${at}-title">`];
  parts.push(`<h2 id="group-${at}-title">${escapeHtml(title)}</h2>`);
  for (const table of [...of("enrolled", false, "received"), ...of("lost", false, "received")])
    parts.push(receivedHtml(table, title));
  for (const pool of ["enrolled", "lost"] as const) {
    const among = `, of ${POOL_WORDS[pool]}`;
    parts.push(`<h3>Opportunity, reasons, pathways, years and schools${escapeHtml(among)}</h3>`);
    const chances = of(
      pool,
      false,
      "considered",
      "never considered",
      "held",
      "not asked",
      "declined",
      "refused",
      "waived",
    );
    const words = ({ subject }: EquityTable): string => partWords(subject.outcome, report);
    parts.push(gridHtml(title, `Who was considered, and what became of it${among}`, chances, words));
    parts.push(gridHtml(title, `Why refused${among}`, of(pool, false, "refused because"), words));
    parts.push(gridHtml(title, `Received by pathway${among}`, of(pool, false, "by pathway"), words));
    parts.push(gridHtml(title, `Received in school year${among}`, of(pool, false, "in year"), words));
    parts.push(
      gridHtml(title, `Received by school${among}`, of(pool, true, "received"), ({ subject }) => subject.school),
    );
  }
  parts.push("</section>");
  return parts.filter((part) => part !== "").join("\n");
}

function schoolsHtml({ schools }: EquityReport): string {
  if (schools.length === 0) return "";
  const head = ["School", "Students", "Received", "Rate", "Had lost credit", "Of those received", "Rate"];
  const body = schools.map(({ school, enrolled, lost, received, receivedOfLost }) => {
    const cells = [
      count(enrolled),
      count(received),
      percent(enrolled === 0 ? null : received / enrolled),
      count(lost),
      count(receivedOfLost),
      percent(lost === 0 ? null : receivedOfLost / lost),
    ];
    return `<tr><th scope="row">${escapeHtml(school)}</th>${cells.map(numberCell).join("")}</tr>`;
  });
  return `<section id="schools"><h2>Schools</h2>\n${tableHtml("All students of each school", head, body)}</section>`;
}

const BLANKS = ["Reviewed by", "On", "Finding", "Action", "Responsible", "Due"];

/** What was found beyond the threshold, with room to write beside each, and room for the whole. */
function reviewHtml(report: EquityReport): string {
  const head = ["What the figures say", ...BLANKS].map((text) => `<th scope="col">${text}</th>`).join("");
  const blanks = "<td></td>".repeat(BLANKS.length);
  const rows = namedGroups(report).map(({ dimension, table, row }) => {
    const what = `${dimension.title}, ${row.group}: ${findingWords(row, table.subject, report)}`;
    return `<tr><th scope="row">${escapeHtml(what)}</th>${blanks}</tr>`;
  });
  for (const { title } of report.dimensions) rows.push(`<tr><th scope="row">${escapeHtml(title)}</th>${blanks}</tr>`);
  return `<section id="review"><h2>Record of the review</h2>
<p class="soft">WAC 180-51-051(3)(a) asks for a review of which groups of students receive mastery-based credit, and for action where it is out of proportion. Last review on record: ${escapeHtml(report.lastReviewed || "none")}.</p>
<div class="wide" tabindex="0" role="region" aria-label="Record of the review"><table class="form"><thead><tr>${head}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div></section>`;
}

/** `equity.html`: one file, no network, no script; light, dark and print. Ends with a line end. */
export function equityPage(report: EquityReport): string {
  const title = `Who receives mastery credit in ${report.district}`;
  const links = report.dimensions.map((dimension, at) => ({ to: `group-${at}`, words: dimension.title }));
  if (report.schools.length > 0) links.push({ to: "schools", words: "Schools" });
  links.push({ to: "review", words: "Record of the review" });
  const nav = links.map(({ to, words }) => `<li><a href="#${to}">${escapeHtml(words)}</a></li>`).join("\n");
  const { provision } = report.policy;
  return `${headHtml(escapeHtml(title), STYLE)}
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="soft">As of ${escapeHtml(report.awardDate)}, by the policy ${escapeHtml(report.policy.name)} (digest ${escapeHtml(report.policy.sha256.slice(0, 12))}).</p>
${provision === "" ? "" : `<p>The policy on equity: ${escapeHtml(provision)}</p>`}
<nav aria-label="Chapters"><ul>
${nav}
</ul></nav>
</header>
<main>
<section><h2>How to read this</h2><ul>
${[...methodLines(report), ...report.notes].map((line) => `<li>${escapeHtml(line)}</li>`).join("\n")}
</ul></section>
${report.dimensions.map((dimension, at) => dimensionHtml(dimension, report, at)).join("\n")}
${schoolsHtml(report)}
${reviewHtml(report)}
</main>
</body>
</html>
`;
}
