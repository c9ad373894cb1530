import type { Field, Layout } from "../model.js";

/** How many texts of one column are remembered: marks and years are few, titles and dates need not be. */
const REMEMBERED = 1 << 14;

/**
 * Remembers what each text was read as: exports repeat a few years, credits, dates and marks millions of times. What
 * is remembered is bounded; when it is full it begins anew, so that a file whose texts change on the way loses little.
 */
export function remembered<K, V>(read: (text: K) => V): (text: K) => V {
  const seen = new Map<K, V>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(text, value);
    return value;
  };
}

/** What a row begins with: shared, since nearly no row is ever in doubt. */
export const NO_DOUBTS: readonly string[] = [];

/** The trimmed text of a field's cell; empty where the layout has no such column. */
export function cellOf(layout: Layout, cells: readonly string[], field: Field): string {
  return trimmedAt(cells, layout.index[field]);
}

/** The trimmed text of a cell; empty where there is none. */
export function trimmedAt(cells: readonly string[], at: number | undefined): string {
  if (at === undefined) return "";
  const cell = cells[at] ?? "";
  return beginsPlain(cell) && isPlain(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();
}

/** Whether a cell begins with a plain letter or digit, as nearly every one does: such need no closer look. */
export function beginsPlain(cell: string): boolean {
  return cell !== "" && isPlain(cell.charCodeAt(0));
}

function isPlain(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Two cells of one row that have stood together in a row in which no rule found anything. */
export interface QuietPairs {
  has(a: string, b: string): boolean;
  add(a: string, b: string): void;
}

export function quietPairs(): QuietPairs {
  const known = new Map<string, Set<string>>();
  let size = 0;
  return {
    has: (a, b) => known.get(a)?.has(b) === true,
    add: (a, b) => {
      size += 1;
      if (size > REMEMBERED) {
        known.clear();
        size = 1;
      }
      const others = known.get(a);
      if (others === undefined) known.set(a, new Set([b]));
      else others.add(b);
    },
  };
}
