import type { RowRef } from "./model.js";

/** Orders texts by their code units, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders pairs by the text they begin with. */
export function byFirst(a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number {
  return byText(a[0], b[0]);
}

/** Orders places by file, then line. */
export function byPlace(a: RowRef, b: RowRef): number {
  return byText(a.file, b.file) || a.line - b.line;
}
