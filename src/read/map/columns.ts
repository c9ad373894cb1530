import { itemAt } from "../../at.js";
import { foldName } from "./names.js";
import type { MapColumn } from "./schema.js";

/** Finds columns of one header by what a map calls them. */
export interface Columns {
  readonly names: readonly string[];
  /** Place from 0; null: the file has none of them. */
  readonly find: (column: MapColumn) => number | null;
  /** Headers that a map's one name fits equally well, by that name; filled as columns are looked for. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Whether every one of these headers is there. */
  readonly hasAll: (names: readonly string[]) => boolean;
}

export function columnsOf(names: readonly string[]): Columns {
  const places = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    const folded = foldName(name);
    if (folded === "") continue;
    const same = places.get(folded);
    if (same === undefined) places.set(folded, [at]);
    else same.push(at);
  }
  const ambiguous = new Map<string, readonly string[]>();

  function findNamed(name: string): number | null {
    const found = places.get(foldName(name));
    if (found === undefined) return null;
    const [first = 0] = found;
    if (found.length === 1) return first;
    // Two tables may have a column of one name each: the one that is called exactly so is meant.
    const [exact, ...others] = found.filter(
      (at) => itemAt(names, at).trim().toLowerCase() === name.trim().toLowerCase(),
    );
    if (exact !== undefined && others.length === 0) return exact;
    ambiguous.set(
      name,
      found.map((at) => itemAt(names, at)),
    );
    return first;
  }

  function find(column: MapColumn): number | null {
    if (typeof column === "number") return column <= names.length ? column - 1 : null;
    for (const name of typeof column === "string" ? [column] : column) {
      const at = findNamed(name);
      if (at !== null) return at;
    }
    return null;
  }

  return { names, find, ambiguous, hasAll: (wanted) => wanted.every((name) => places.has(foldName(name))) };
}
