import { stringify } from "csv-stringify/sync";
import type { RawRow } from "../model.js";

/**
 * Rows as they stand in the later export, under its own header; no cell is altered, and what a map worked out is left out. Rows of a second file with other
 * columns come under a header of their own. Always UTF-8.
 */
export function landedText(rows: readonly RawRow[]): string {
  let text = "";
  const layouts = new Set(rows.map((row) => row.layout));
  for (const layout of layouts) {
    const own = rows.filter((row) => row.layout === layout).map((row) => row.cells.slice(0, layout.columns.length));
    text += stringify([[...layout.columns], ...own], {
      delimiter: layout.delimiter,
      record_delimiter: layout.newline,
      quoted_match: /[\r\n]/,
    });
  }
  return text;
}
