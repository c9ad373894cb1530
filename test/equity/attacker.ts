import type { CountTable, Hidden } from "../../src/equity/suppress.js";

/*
 * A reader who wants to work a hidden count back, made without a line of what hides it: bounds of every count are
 * narrowed by what is known until nothing moves, and what is still open is tried out value by value.
 */

/** A sum of counts that must come out at a value, or at no less. */
interface Fact {
  readonly terms: readonly { readonly at: number; readonly times: number }[];
  readonly least: number;
  readonly most: number;
}

interface Bounds {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Everything that a reader of the shown counts, the totals and the meaning of the columns knows. */
function factsOf(table: CountTable, hidden: Hidden): { readonly facts: readonly Fact[]; readonly start: Bounds } {
  const { groups, columns, relations } = table;
  const size = columns.length * groups;
  const start = { low: new Int32Array(size), high: new Int32Array(size) };
  const facts: Fact[] = [];
  for (const [column, { counts }] of columns.entries()) {
    const total = counts.reduce((sum, n) => sum + n, 0);
    for (let group = 0; group < groups; group++) {
      const at = column * groups + group;
      const shown = hidden[column]?.[group] === false;
      start.low[at] = shown ? (counts[group] ?? 0) : 0;
      start.high[at] = shown ? (counts[group] ?? 0) : total;
    }
    const terms = counts.map((_, group) => ({ at: column * groups + group, times: 1 }));
    facts.push({ terms, least: total, most: total });
  }
  for (const { terms, is } of relations) {
    for (let group = 0; group < groups; group++) {
      const placed = terms.map(({ column, times }) => ({ at: column * groups + group, times }));
      facts.push({ terms: placed, least: 0, most: is === "zero" ? 0 : Number.POSITIVE_INFINITY });
    }
  }
  return { facts, start };
}

/** Narrows the bounds until nothing moves; false where a fact cannot hold. */
function narrow(facts: readonly Fact[], { low, high }: Bounds): boolean {
  for (let moved = true; moved; ) {
    moved = false;
    for (const { terms, least, most } of facts) {
      let min = 0;
      let max = 0;
      for (const { at, times } of terms) {
        min += times * ((times > 0 ? low[at] : high[at]) ?? 0);
        max += times * ((times > 0 ? high[at] : low[at]) ?? 0);
      }
      if (max < least || min > most) return false;
      for (const { at, times } of terms) {
        const [lo, hi] = [low[at] ?? 0, high[at] ?? 0];
        const restMin = min - times * (times > 0 ? lo : hi);
        const restMax = max - times * (times > 0 ? hi : lo);
        // times * x lies between least - restMax and most - restMin.
        const from = times > 0 ? (least - restMax) / times : (most - restMin) / times;
        const to = times > 0 ? (most - restMin) / times : (least - restMax) / times;
        const newLow = Math.max(lo, Math.ceil(from));
        const newHigh = Math.min(hi, Math.floor(to));
        if (newLow > newHigh) return false;
        if (newLow === lo && newHigh === hi) continue;
        low[at] = newLow;
        high[at] = newHigh;
        moved = true;
        min += times * (times > 0 ? newLow - lo : newHigh - hi);
        max += times * (times > 0 ? newHigh - hi : newLow - lo);
      }
    }
  }
  return true;
}

function copy({ low, high }: Bounds): Bounds {
  return { low: low.slice(), high: high.slice() };
}

/** Values between the bounds, those near the truth first: they are the likeliest to fit, and none is left out. */
function nearFirst(low: number, high: number, truth: number): readonly number[] {
  const values: number[] = [];
  for (let value = low; value <= high; value++) values.push(value);
  return values.sort((a, b) => Math.abs(a - truth) - Math.abs(b - truth));
}

/** The count with the fewest values left, more than one; null: all are known. */
function mostNarrow({ low, high }: Bounds): number | null {
  let best: number | null = null;
  let width = Number.POSITIVE_INFINITY;
  for (let at = 0; at < low.length; at++) {
    const own = (high[at] ?? 0) - (low[at] ?? 0);
    if (own > 0 && own < width) [best, width] = [at, own];
  }
  return best;
}

/** Whether any whole counts within the bounds fit all facts. */
function fits(facts: readonly Fact[], bounds: Bounds, truth: readonly number[], steps: { left: number }): boolean {
  steps.left -= 1;
  if (steps.left < 0 || !narrow(facts, bounds)) return false;
  const open = mostNarrow(bounds);
  if (open === null) return true;
  for (const value of nearFirst(bounds.low[open] ?? 0, bounds.high[open] ?? 0, truth[open] ?? 0)) {
    const next = copy(bounds);
    next.low[open] = value;
    next.high[open] = value;
    if (fits(facts, next, truth, steps)) return true;
  }
  return false;
}

/** Steps for each value that is tried. A value that takes more is taken for one that does not fit. */
const STEPS = 2000;

/** Whether a hidden count could be another than it is: a reader who knows all this cannot work it back. */
export function couldBeOther(table: CountTable, hidden: Hidden, column: number, group: number): boolean {
  const { facts, start } = factsOf(table, hidden);
  const truth = table.columns.flatMap(({ counts }) => counts);
  const bounds = copy(start);
  if (!narrow(facts, bounds)) throw new Error("the true table does not fit what is shown of it");
  const at = column * table.groups + group;
  for (const value of nearFirst(bounds.low[at] ?? 0, bounds.high[at] ?? 0, truth[at] ?? 0)) {
    if (value === truth[at]) continue;
    const next = copy(bounds);
    next.low[at] = value;
    next.high[at] = value;
    if (fits(facts, next, truth, { left: STEPS })) return true;
  }
  return false;
}
