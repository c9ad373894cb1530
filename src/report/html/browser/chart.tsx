import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { Bar, Chart } from "../payload.js";
import { count, creditText } from "./data.js";

const WIDTH = 560;
const LABEL = 200;
const RIGHT = 132;
const ROW = 26;
const TOP = 4;
const AXIS = 22;
/** Letters of a label that fit before the bars; the whole is in the table of figures, and on hovering. */
const LETTERS = 26;

function short(label: string): string {
  return label.length <= LETTERS ? label : `${label.slice(0, LETTERS - 1)}…`;
}

function total({ values }: Bar): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Stacked bars, drawn from the figures in the table below them. Colours and hatching come from the style sheet. */
export function BarChart({ chart }: { readonly chart: Chart }) {
  const { bars, series, unit } = chart;
  const amount = (value: number): string => (unit === "credits" ? creditText(value) : count(value));
  const height = TOP + bars.length * ROW + AXIS;
  const scale = unit === "credits" ? 1000 : 1;
  const x = scaleLinear()
    .domain([0, Math.max(1, ...bars.map((bar) => total(bar) / scale))])
    .nice(4)
    .range([LABEL, WIDTH - RIGHT]);
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
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${chart.title}. ${words.join("; ")}.`}>
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
              <text x={LABEL - 8} y={middle} text-anchor="end">
                <title>{bar.label}</title>
                {short(bar.label)}
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
