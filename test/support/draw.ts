import fc from "fast-check";

/** Draws values one after another, each depending on those before it; fast-check still shrinks them. */
export type Draw = fc.GeneratorValue;

/** Every number as likely as another: fast-check would else prefer the ends, and rare faults would be everywhere. */
function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min, max }));
}

/** True in so many of a hundred cases; shrinks to false. */
export function chance(draw: Draw, percent: number): boolean {
  return draw(between, 0, 99) >= 100 - percent;
}

export function pick<T>(draw: Draw, list: readonly T[]): T {
  const value = list[draw(between, 0, list.length - 1)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

/** One to `most` different members of the list, in an order of their own. */
export function some<T>(draw: Draw, list: readonly T[], most: number): T[] {
  const left = [...list];
  const count = draw(between, 1, Math.min(most, list.length));
  const chosen: T[] = [];
  while (chosen.length < count) {
    const [taken] = left.splice(draw(between, 0, left.length - 1), 1);
    if (taken !== undefined) chosen.push(taken);
  }
  return chosen;
}

export function number(draw: Draw, min: number, max: number): number {
  return draw(between, min, max);
}
