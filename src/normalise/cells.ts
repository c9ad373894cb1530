import type { Field, Layout } from "../model.js";

/**
 * Remembers what each text was read as: exports repeat a few years, credits, dates and marks millions of times.
 * One memory lives as long as one run.
 */
export function remembered<V>(read: (text: string) => V): (text: string) => V {
  const seen = new Map<string, V>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    seen.set(text, value);
    return value;
  };
}

/** The trimmed text of a field's cell; empty where the layout has no such column. */
export function cellOf(layout: Layout, cells: readonly string[], field: Field): string {
  const column = layout.index[field];
  return column === undefined ? "" : (cells[column] ?? "").trim();
}
