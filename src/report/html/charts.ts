import type { Proposal } from "../../model.js";
import type { RunResult } from "../result.js";
import { byText } from "../words.js";
import type { Bar, Chart, SeriesKey } from "./payload.js";

/** Bars of one plot; what is left over becomes one bar more, so that nothing is left out. */
const BARS = 12;

type Series = Chart["series"];

const CREDIT_SERIES: Series = [
  { key: "ready", label: "Ready" },
  { key: "held", label: "Held" },
  { key: "waived", label: "Waived" },
];
const SEVERITY_SERIES: Series = [
  { key: "error", label: "Errors" },
  { key: "warning", label: "Warnings" },
  { key: "info", label: "For information" },
  { key: "accepted", label: "Accepted" },
];

interface Counted {
  readonly label: string;
  readonly series: SeriesKey;
  readonly value: number;
}

/** Every plot that has something to show, of the whole run: plots are never cut as lists are. */
export function chartsOf(result: RunResult): readonly Chart[] {
  const { courses, pathways } = result.policy;
  const credits = (id: string, title: string, by: string, labelOf: (proposal: Proposal) => string): Chart => ({
    id,
    title,
    by,
    unit: "credits",
    series: CREDIT_SERIES,
    bars: barsOf(
      CREDIT_SERIES,
      result.proposals.map((proposal) => ({ label: labelOf(proposal), ...amountOf(proposal) })),
      true,
    ),
  });
  const charts: readonly Chart[] = [
    credits("by-pathway", "Credit by pathway", "Pathway", ({ pathway }) => titleOf(pathways, pathway)),
    credits("by-course", "Credit by course", "Course", ({ course }) => titleOf(courses, course)),
    credits("by-school", "Credit by school", "School", ({ schoolCode }) => schoolName(schoolCode)),
    {
      id: "refusals-by-reason",
      title: "Not proposed, by reason",
      by: "Reason",
      unit: "count",
      series: [{ key: "refused", label: "Refused" }],
      bars: barsOf(
        [{ key: "refused", label: "Refused" }],
        result.refusals.map(({ reason }) => ({ label: reason, series: "refused", value: 1 })),
        false,
      ),
    },
    {
      id: "violations-by-code",
      title: "Violations by code and severity",
      by: "Code",
      unit: "count",
      series: SEVERITY_SERIES,
      bars: barsOf(
        SEVERITY_SERIES,
        result.violations.map(({ code, severity, status }) => ({
          label: code,
          series: status === "accepted" ? "accepted" : severity,
          value: 1,
        })),
        false,
      ),
    },
  ];
  return charts.filter((chart) => chart.bars.length > 0);
}

/** A title by its id; the id where there is none. */
export function titleOf(titles: Readonly<Record<string, string>>, id: string): string {
  return (Object.hasOwn(titles, id) ? titles[id] : undefined) ?? id;
}

/** A school as people read it; the code is all that the files hold. */
export function schoolName(code: string): string {
  return code === "" ? "No school given" : code;
}

function amountOf(proposal: Proposal): Omit<Counted, "label"> {
  if (proposal.status === "waiver") return { series: "waived", value: proposal.waived };
  // A held waiver has no credits; what it would excuse is what waits.
  return { series: proposal.status, value: proposal.credits + proposal.waived };
}

function barsOf(series: Series, items: readonly Counted[], withRecords: boolean): readonly Bar[] {
  const bars = new Map<string, { readonly values: number[]; records: number }>();
  for (const item of items) {
    let bar = bars.get(item.label);
    if (bar === undefined) {
      bar = { values: series.map(() => 0), records: 0 };
      bars.set(item.label, bar);
    }
    const at = series.findIndex(({ key }) => key === item.series);
    bar.values[at] = (bar.values[at] ?? 0) + item.value;
    bar.records += 1;
  }
  const sorted = [...bars]
    .map(([label, { values, records }]): Bar => ({ label, values, records: withRecords ? records : null }))
    .sort((a, b) => sum(b.values) - sum(a.values) || byText(a.label, b.label));
  // One bar too many takes no more room than the bar that would stand for it.
  if (sorted.length <= BARS + 1) return sorted;
  return [...sorted.slice(0, BARS), together(sorted.slice(BARS))];
}

function together(bars: readonly Bar[]): Bar {
  const values = (bars[0]?.values ?? []).map((_, at) => bars.reduce((total, bar) => total + (bar.values[at] ?? 0), 0));
  const records = bars.some((bar) => bar.records === null)
    ? null
    : bars.reduce((total, bar) => total + (bar.records ?? 0), 0);
  return { label: `${bars.length} others`, values, records };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
