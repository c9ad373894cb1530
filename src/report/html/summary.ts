import { formatCredit } from "../../credit.js";
import { reasonWords } from "../reasons.js";
import type { Cause, RunResult, SinceResult } from "../result.js";
import { credits } from "../summary.js";
import { totalsOf } from "../totals.js";
import { count, counted } from "../words.js";
import type { Chart } from "./payload.js";
import { escaped, tableHtml } from "./words.js";

const CAUSES_SHOWN = 8;

/** What was read and decided, at a glance; what to mend first; and the figures behind every plot. */
export function summaryHtml(result: RunResult, charts: readonly Chart[]): string {
  const { causes } = totalsOf(result).violations;
  return [
    `<p class="verdict">${escaped(verdict(result, causes))}</p>`,
    `<dl class="glance">\n${facts(result).map(factHtml).join("\n")}\n</dl>`,
    causesHtml(causes),
    `<div class="charts">\n${charts.map(chartHtml).join("\n")}\n</div>`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function verdict(result: RunResult, causes: readonly Cause[]): string {
  const totals = totalsOf(result);
  const { proposals, credits: sums } = totals.proposals;
  const { error } = totals.violations.counts;
  const parts: string[] = [];
  if (result.output === null) parts.push("No transcript was given, so nothing goes to import.");
  else if (proposals.ready === 0) parts.push("No record is ready to import.");
  else {
    const are = proposals.ready === 1 ? "is" : "are";
    parts.push(`${counted(proposals.ready, "record")} ${are} ready to import, ${credits(sums.ready)}.`);
  }
  if (proposals.held > 0) parts.push(`${count(proposals.held)} more ${proposals.held === 1 ? "is" : "are"} held.`);
  const [first] = causes;
  if (first !== undefined && first.withholds > 0) {
    parts.push(`Up to ${credits(first.withholds)} wait for one fault: mend ${first.code} (${first.cause}) first.`);
  } else if (error > 0) parts.push(`${counted(error, "error")} to mend.`);
  return parts.join(" ");
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly also: string;
}

function facts(result: RunResult): readonly Fact[] {
  const { counts, refusals } = result;
  const totals = totalsOf(result);
  const { proposals, credits: sums, students } = totals.proposals;
  const { error, warning, info, accepted } = totals.violations.counts;
  const some: Fact[] = [
    {
      label: "Students read",
      value: count(counts.students),
      also: counts.studentsOut === counts.students ? "all shown" : `${count(counts.studentsOut)} shown`,
    },
    {
      label: "Transcript rows",
      value: count(counts.transcriptRows),
      also: counts.doubtfulRows === 0 ? "none in doubt" : `${count(counts.doubtfulRows)} in doubt, and never used`,
    },
    { label: "Students with a proposal", value: count(students), also: "" },
    { label: "Ready to import", value: counted(proposals.ready, "record"), also: credits(sums.ready) },
    { label: "Held", value: counted(proposals.held, "record"), also: credits(sums.held) },
    { label: "Not proposed", value: counted(refusals.length, "pathway"), also: "looked at and refused" },
    {
      label: "Violations",
      value: counted(error, "error"),
      also: `${counted(warning, "warning")}, ${count(info)} for information, ${count(accepted)} accepted`,
    },
  ];
  if (result.since !== undefined) some.push(sinceFact(result, result.since));
  if (proposals.waiver > 0) {
    some.push({ label: "Waivers", value: count(proposals.waiver), also: `${credits(sums.waived)} excused` });
  }
  return some;
}

function sinceFact(result: RunResult, earlier: SinceResult): Fact {
  const { proposals, violations } = totalsOf(result);
  return {
    label: earlier.awardDate === "" ? "New" : `New since ${earlier.awardDate}`,
    value: `${counted(violations.fresh, "violation")}, ${counted(proposals.fresh, "proposal")}`,
    also: `${count(earlier.violations.length)} violations gone, ${counted(earlier.landed, "record")} landed`,
  };
}

function factHtml({ label, value, also }: Fact): string {
  const more = also === "" ? "" : `<dd class="also">${escaped(also)}</dd>`;
  return `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>${more}</div>`;
}

function causesHtml(causes: readonly Cause[]): string {
  if (causes.length === 0) return "";
  const rows = causes
    .slice(0, CAUSES_SHOWN)
    .map((cause) => [
      `${cause.code}: ${cause.cause}`,
      cause.severity,
      count(cause.rows),
      count(cause.students),
      formatCredit(cause.withholds),
      cause.places.join(", "),
      cause.remedy,
    ]);
  const columns = ["Cause", "Severity", "Rows", "Students", "Credits that wait", "First places", "What to do"];
  const left = causes.length - CAUSES_SHOWN;
  const more = left <= 0 ? "" : `\n<p>${counted(left, "more cause")}: see Violations.</p>`;
  return `<h3>What to mend first</h3>
<p class="lead">Each line is one fix. Credits that wait are given once the rows are sound.</p>
${tableHtml("What to mend first", columns, rows, [2, 3, 4], true)}${more}`;
}

/** The figures of a plot. The script draws the plot above them, from the same data. */
function chartHtml(chart: Chart): string {
  const value = (amount: number): string => (chart.unit === "credits" ? formatCredit(amount) : count(amount));
  const withRecords = chart.bars.some(({ records }) => records !== null);
  const columns = [
    chart.by,
    ...chart.series.map(({ label }) => (chart.unit === "credits" ? `${label}, credits` : label)),
    ...(withRecords ? ["Records"] : []),
  ];
  const rows = chart.bars.map((bar) => [
    bar.label,
    ...bar.values.map(value),
    ...(withRecords ? [count(bar.records ?? 0)] : []),
  ]);
  const key =
    chart.id === "refusals-by-reason"
      ? `<dl class="key">${chart.bars.map(({ label }) => keyHtml(label)).join("")}</dl>`
      : "";
  const numbers = columns.map((_, at) => at).slice(1);
  return `<figure id="${chart.id}" aria-labelledby="${chart.id}-title">
<figcaption id="${chart.id}-title">${escaped(chart.title)}</figcaption>
<div data-chart="${chart.id}"></div>
<details><summary>${escaped(`${chart.title}: the figures`)}</summary>
${tableHtml(`${chart.title}, figures`, columns, rows, numbers)}
${key}</details>
</figure>`;
}

/** A bar for what is left over has no reason to put in words. */
function keyHtml(reason: string): string {
  if (/^\d+ others$/.test(reason)) return "";
  return `<dt>${escaped(reason)}</dt><dd>${escaped(reasonWords(reason).title)}</dd>`;
}
