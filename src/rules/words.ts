import type { RowRef } from "../model.js";

/** A value as a message shows it: in quotes, or `(blank)`. */
export function shown(value: string): string {
  return value === "" ? "(blank)" : `"${value}"`;
}

/** The first place as the `at` of a hit; nothing where there is none. */
export function placeOf(places: readonly RowRef[]): { readonly at: RowRef } | Record<string, never> {
  const [at] = places;
  return at === undefined ? {} : { at };
}
