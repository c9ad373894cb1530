import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { byText } from "../order.js";
import type { Sequence } from "../report/sequence.js";

/** How a sample is drawn, in words that an auditor can repeat with any tool. */
export const METHOD =
  "Random sample without replacement, of equal chance within a stratum: units are ranked by the SHA-256 (hex) of the seed, a line feed and the unit's key, in UTF-8, and those that rank first are drawn.";

/** Something that can be drawn. */
export interface Unit {
  /** Unique within the population; the rank depends on it and the seed alone, never on the other units. */
  readonly key: string;
  /** Units are spread over these in proportion; empty where the sample is not stratified. */
  readonly stratum: string;
}

/** One stratum: the chance of each of its units to be drawn is `drawn` in `size`. */
export interface Stratum {
  readonly name: string;
  readonly size: number;
  readonly drawn: number;
}

export interface Sample<U extends Unit> {
  /** In text order of their keys. */
  readonly drawn: readonly U[];
  /** In text order of their names. */
  readonly strata: readonly Stratum[];
}

/**
 * Draws `wanted` units: the same seed and population give the same units on every machine, whatever order they come in.
 * Strata get their share by the largest remainder (ties: the larger stratum, then its name), and at least one each as
 * long as there are as many to draw as strata.
 */
export function drawSample<U extends Unit>(population: readonly U[], wanted: number, seed: string): Sample<U> {
  const byStratum = new Map<string, U[]>();
  for (const unit of [...population].sort((a, b) => byText(a.key, b.key))) {
    const units = byStratum.get(unit.stratum);
    if (units === undefined) byStratum.set(unit.stratum, [unit]);
    else units.push(unit);
  }
  const names = [...byStratum.keys()].sort();
  const sizes = names.map((name) => byStratum.get(name)?.length ?? 0);
  const shares = allocate(sizes, Math.min(wanted, population.length));
  const drawn: U[] = [];
  const strata: Stratum[] = [];
  names.forEach((name, index) => {
    const share = shares[index] ?? 0;
    drawn.push(...ranked(byStratum.get(name) ?? [], seed).slice(0, share));
    strata.push({ name, size: sizes[index] ?? 0, drawn: share });
  });
  return { drawn: drawn.sort((a, b) => byText(a.key, b.key)), strata };
}

/** As `drawSample` without strata, for a population of any length: holds a few times as many units as it draws. */
export function drawFrom<U extends Unit>(population: Sequence<U>, wanted: number, seed: string): Sample<U> {
  let first: readonly Ranked<U>[] = [];
  let more: Ranked<U>[] = [];
  const keepFirst = (): void => {
    first = [...first, ...more].sort(byRank).slice(0, wanted);
    more = [];
  };
  for (const unit of population) {
    more.push(withRank(unit, seed));
    if (more.length > wanted + MORE) keepFirst();
  }
  keepFirst();
  const drawn = first.map(({ unit }) => unit).sort((a, b) => byText(a.key, b.key));
  const strata = population.length === 0 ? [] : [{ name: "", size: population.length, drawn: drawn.length }];
  return { drawn, strata };
}

const MORE = 1000;

interface Ranked<U> {
  readonly unit: U;
  readonly rank: string;
}

function withRank<U extends Unit>(unit: U, seed: string): Ranked<U> {
  return { unit, rank: bytesToHex(sha256(utf8ToBytes(`${seed}\n${unit.key}`))) };
}

function byRank(a: Ranked<Unit>, b: Ranked<Unit>): number {
  return byText(a.rank, b.rank) || byText(a.unit.key, b.unit.key);
}

function ranked<U extends Unit>(units: readonly U[], seed: string): readonly U[] {
  return units
    .map((unit) => withRank(unit, seed))
    .sort(byRank)
    .map(({ unit }) => unit);
}

/** How many of each stratum; the sum is `wanted`, which is no more than all of them. Whole numbers throughout. */
function allocate(sizes: readonly number[], wanted: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all === 0) return sizes.map(() => 0);
  const atLeast = wanted >= sizes.length ? 1 : 0;
  const shares = sizes.map((size) => Math.max(atLeast, Math.floor((size * wanted) / all)));
  const remainder = (index: number): number => ((sizes[index] ?? 0) * wanted) % all;
  const order = sizes
    .map((_, index) => index)
    .sort((a, b) => remainder(b) - remainder(a) || (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  let left = wanted - shares.reduce((sum, share) => sum + share, 0);
  while (left !== 0) {
    const step = left > 0 ? 1 : -1;
    // What the smallest strata were given above their share is taken from the largest.
    for (const index of step > 0 ? order : order.toReversed()) {
      const share = (shares[index] ?? 0) + step;
      if (left === 0 || share < atLeast || share > (sizes[index] ?? 0)) continue;
      shares[index] = share;
      left -= step;
    }
  }
  return shares;
}
