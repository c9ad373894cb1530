import { type AnyRow, FIELDS, type Layout, type TranscriptRow } from "../model.js";

/** Column indices of a layout in an order that does not depend on where the columns stand. */
interface Reading {
  readonly fields: readonly (number | undefined)[];
  readonly extras: readonly { readonly name: string; readonly column: number }[];
}

const readings = new WeakMap<Layout, Reading>();

function readingOf(layout: Layout): Reading {
  let reading = readings.get(layout);
  if (reading === undefined) {
    const extras = layout.extra.map((column) => ({ name: layout.columns[column] ?? "", column }));
    extras.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.column - b.column));
    reading = { fields: FIELDS[layout.kind].map((field) => layout.index[field]), extras };
    readings.set(layout, reading);
  }
  return reading;
}

/**
 * All of a row's cells as one text, the same wherever the row and its columns stand: two rows are equal in every cell
 * when their texts are. Cells are trimmed; a column that is absent is as one that is blank.
 */
export function contentOf(row: Pick<AnyRow, "layout" | "cells">): string {
  const { fields, extras } = readingOf(row.layout);
  let content = "";
  for (const column of fields) content += `${column === undefined ? "" : (row.cells[column] ?? "").trim()}\u001f`;
  for (const { name, column } of extras) {
    const cell = (row.cells[column] ?? "").trim();
    if (cell !== "") content += `${name}\u001e${cell}\u001f`;
  }
  return content;
}

/** Whether two records are equal in every cell; most differ in the first that are compared. */
export function areEqual(a: TranscriptRow, b: TranscriptRow): boolean {
  return (
    a.courseId === b.courseId && a.term === b.term && a.schoolYear === b.schoolYear && contentOf(a) === contentOf(b)
  );
}
