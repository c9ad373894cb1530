import { itemAt } from "../../at.js";
import { byText } from "../../order.js";
import type { RunResult } from "../result.js";
import { type Amount, totalsOf } from "../totals.js";
import type { Bar, Chart } from "./payload.js";

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

/** Every plot that has something to show, of the whole run: plots are never cut as lists are. */
export function chartsOf(result: RunResult): readonly Chart[] {
  const { courses, pathways } = result.policy;
  const { proposals, reasons, violations } = totalsOf(result);
  const credits = (
    id: string,
    title: string,
    by: string,
    amounts: ReadonlyMap<string, Amount>,
    labelOf: (key: string) => string,
  ): Chart => ({ id, title, by, unit: "credits", series: CREDIT_SERIES, bars: creditBars(amounts, labelOf) });
  const charts: readonly Chart[] = [
    credits("by-pathway", "Credit by pathway", "Pathway", proposals.byPathway, (id) => titleOf(pathways, id)),
    credits("by-course", "Credit by course", "Course", proposals.byCourse, (id) => titleOf(courses, id)),
    credits("by-school", "Credit by school", "School", proposals.bySchool, schoolName),
    {
      id: "refusals-by-reason",
      title: "Not proposed, by reason",
      by: "Reason",
      unit: "count",
      series: [{ key: "refused", label: "Refused" }],
      bars: sortedBars([...reasons].map(([label, n]) => ({ label, values: [n], records: null }))),
    },
    {
      id: "violations-by-code",
      title: "Violations by code and severity",
      by: "Code",
      unit: "count",
      series: SEVERITY_SERIES,
      bars: sortedBars(
        [...violations.byCode].map(([label, { error, warning, info, accepted }]) => ({
          label,
          values: [error, warning, info, accepted],
          records: null,
        })),
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

/** What has the same title is one bar. */
function creditBars(amounts: ReadonlyMap<string, Amount>, labelOf: (key: string) => string): readonly Bar[] {
  const bars = new Map<string, Bar>();
  for (const [key, { ready, held, waived, records }] of amounts) {
    const label = labelOf(key);
    const [r = 0, h = 0, w = 0] = bars.get(label)?.values ?? [];
    bars.set(label, {
      label,
      values: [r + ready, h + held, w + waived],
      records: (bars.get(label)?.records ?? 0) + records,
    });
  }
  return sortedBars([...bars.values()]);
}

function sortedBars(bars: readonly Bar[]): readonly Bar[] {
  const sorted = bars.toSorted((a, b) => sum(b.values) - sum(a.values) || byText(a.label, b.label));
  // One bar too many takes no more room than the bar that would stand for it.
  if (sorted.length <= BARS + 1) return sorted;
  return [...sorted.slice(0, BARS), together(sorted.slice(BARS))];
}

function together(bars: readonly Bar[]): Bar {
  const values = itemAt(bars, 0).values.map((_, at) => bars.reduce((total, bar) => total + itemAt(bar.values, at), 0));
  const counted = bars.map((bar) => bar.records).filter((records) => records !== null);
  const records = counted.length < bars.length ? null : counted.reduce((total, each) => total + each, 0);
  return { label: `${bars.length} others`, values, records };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
