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
