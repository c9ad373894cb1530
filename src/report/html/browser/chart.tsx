import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Bar, Chart } from "../payload.js";
import { count, creditText } from "./data.js";

/** Measures of a plot in pixels, and how many letters of a label fit before its bars. */
interface Size {
  readonly width: number;
  readonly label: number;
  readonly right: number;
  readonly letters: number;
}

const WIDE: Size = { width: 600, label: 236, right: 110, letters: 30 };
/** On a phone, where a wide plot would shrink its words below what can be read. */
const NARROW: Size = { width: 340, label: 134, right: 78, letters: 15 };
const ROW = 26;
const TOP = 4;
const AXIS = 22;

/** The whole label is in the table of figures, and on hovering. */
function short(label: string, letters: number): string {
  return label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;
}

function useSize(): Size {
  const narrow = useMemo(() => matchMedia("screen and (max-width: 40rem)"), []);
  const [isNarrow, setNarrow] = useState(narrow.matches);
  useEffect(() => {
    const changed = (): void => setNarrow(narrow.matches);
    narrow.addEventListener("change", changed);
    return () => narrow.removeEventListener("change", changed);
  }, [narrow]);
  return isNarrow ? NARROW : WIDE;
}

function total({ values }: Bar): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Stacked bars, drawn from the figures in the table below them. Colours and hatching come from the style sheet. */
export function BarChart({ chart }: { readonly chart: Chart }) {
  const { bars, series, unit } = chart;
  const { width, label: left, right, letters } = useSize();
  const amount = (value: number): string => (unit === "credits" ? creditText(value) : count(value));
  const height = TOP + bars.length * ROW + AXIS;
  const scale = unit === "credits" ? 1000 : 1;
  const x = scaleLinear()
    .domain([0, Math.max(1, ...bars.map((bar) => total(bar) / scale))])
    .nice(4)
    .range([left, width - right]);
  const y = scaleBand<number>()
    .domain(bars.map((_, at) => at))
    .range([TOP, TOP + bars.length * ROW])
    .padding(0.25);
  const layers = stack<Bar, number>()
    .keys(series.map((_, at) => at))
    .value((bar, at) => (bar.values[at] ?? 0) / scale)(bars);
  const ticks = x.ticks(4).filter((tick) => unit === "credits" || Number.isInteger(tick));
  const used = series.filter((_, at) => bars.some((bar) => (bar.values[at] ?? 0) > 0));
  const words = bars.map((bar) => `${bar.label}: ${amount(total(bar))}${unit === "credits" ? " credits" : ""}`);
  return (
    <>
      {series.length > 1 && (
        <ul class="legend">
          {used.map(({ key, label }) => (
            <li key={key}>
              <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
                <Fill chart={`${chart.id}-legend`} of={key} />
                <rect class={`bar ${key}`} width="14" height="14" />
                <rect width="14" height="14" fill={`url(#${chart.id}-legend-${key})`} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${chart.title}. ${words.join("; ")}.`}>
        {series.map(({ key }) => (
          <Fill key={key} chart={chart.id} of={key} />
        ))}
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={x(tick)} x2={x(tick)} y1={TOP} y2={height - AXIS} />
            <text class="tick" x={x(tick)} y={height - 6} text-anchor="middle">
              {count(tick)}
            </text>
          </g>
        ))}
        {layers.map((layer, at) => {
          const key = series[at]?.key ?? "";
          return layer.map(([from, to], row) => {
            if (to <= from) return null;
            const box = { x: x(from), y: y(row) ?? 0, width: Math.max(1, x(to) - x(from)), height: y.bandwidth() };
            return (
              <g key={`${key} ${bars[row]?.label ?? ""}`}>
                <rect class={`bar ${key}`} {...box} />
                <rect {...box} fill={`url(#${chart.id}-${key})`} />
              </g>
            );
          });
        })}
        {bars.map((bar, row) => {
          const middle = (y(row) ?? 0) + y.bandwidth() / 2 + 4;
          const records = bar.records === null ? "" : ` in ${count(bar.records)}`;
          return (
            <g key={bar.label}>
              <text x={left - 8} y={middle} text-anchor="end">
                <title>{bar.label}</title>
                {short(bar.label, letters)}
              </text>
              <text class="amount" x={x(total(bar) / scale) + 6} y={middle}>
                {`${amount(total(bar))}${records}`}
              </text>
            </g>
          );
        })}
      </svg>
      {unit === "credits" && <p class="also">Credits, and in how many records.</p>}
    </>
  );
}

/** Hatching by series, so that nothing is told by colour alone. */
function Fill({ chart, of }: { readonly chart: string; readonly of: string }) {
  const lines: Readonly<Record<string, string>> = {
    held: "M0 6L6 0",
    warning: "M0 6L6 0",
    waived: "M0 3H6",
    info: "M0 3H6",
    accepted: "M3 0V6",
  };
  const line = lines[of];
  return (
    <defs>
      <pattern id={`${chart}-${of}`} width="6" height="6" patternUnits="userSpaceOnUse">
        {line !== undefined && <path class="hatch" d={line} />}
      </pattern>
    </defs>
  );
}
