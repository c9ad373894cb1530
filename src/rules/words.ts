import type { RowRef } from "../model.js";

/** A value as a message shows it: in quotes, or `(blank)`. */
export function shown(value: string): string {
  return value === "" ? "(blank)" : `"${value}"`;
}

/** Where another row stands, seen from one: `line 12`, and of which file where that is another. */
export function seenFrom(row: RowRef, other: RowRef): string {
  return other.file === row.file ? `line ${other.line}` : `line ${other.line} of ${other.file}`;
}

const SHOWN_PLACES = 10;

/** Where other rows stand, seen from one: the first ten, and how many there are besides. */
export function allSeenFrom(row: RowRef, others: readonly RowRef[]): string {
  const places = others.slice(0, SHOWN_PLACES).map((other) => seenFrom(row, other));
  const more = others.length - places.length;
  return `${places.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The first place as the `at` of a hit; nothing where there is none. */
export function placeOf(places: readonly RowRef[]): { readonly at: RowRef } | Record<string, never> {
  const [at] = places;
  return at === undefined ? {} : { at };
}

/** Longer names than this are of no column that a person made; more of them than this nobody reads. */
const SHOWN_NAME = 60;
const SHOWN_NAMES = 100;

/** The name of a column as a message shows it: a longer one breaks off, and says how long it is. */
export function shownName(name: string): string {
  return name.length <= SHOWN_NAME ? name : `${name.slice(0, SHOWN_NAME)}… (${name.length} characters)`;
}

/** The names of columns as a message lists them: a hundred, and how many there are besides. */
export function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).map(shownName).join(", ");
  const more = names.length - SHOWN_NAMES;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
