import { encodeText } from "../encode.js";
import type { Encoding, FileReading, RawRow } from "../model.js";
import { csvLines } from "../report/records.js";

/** The landed rows as a file, and what a person should know of it; null: nothing. */
export interface LandedFile {
  readonly bytes: Uint8Array;
  readonly note: string | null;
}

/**
 * Rows as they stand in the later export, under its own header and in its own delimiter, quotes and encoding; no cell
 * is altered, and what a map worked out is left out. Rows of a second file with other columns come under a header of
 * their own. Where they come from files of several encodings the whole is UTF-8, and the note says so.
 *
 * @param readings the files that the rows come from, read to their end: only then is an encoding known for sure
 */
export function landedFile(rows: readonly RawRow[], readings: readonly FileReading[]): LandedFile {
  const from = new Set(rows.map(({ file }) => file));
  const forms = new Map<string, { readonly encoding: Encoding; readonly bom: boolean }>();
  for (const { name, layout } of readings) {
    if (layout === null || !(from.has(name) || from.size === 0)) continue;
    const { encoding, bom } = layout;
    forms.set(`${encoding} ${bom}`, { encoding, bom });
  }
  const [first = UTF8, ...others] = forms.values();
  const several = others.some(({ encoding }) => encoding !== first.encoding);
  const form = several ? UTF8 : { encoding: first.encoding, bom: first.bom };
  let text = form.bom ? "\uFEFF" : "";
  for (const layout of new Set(rows.map((row) => row.layout))) {
    const own = rows.filter((row) => row.layout === layout).map((row) => row.cells.slice(0, layout.columns.length));
    text += csvLines(layout.headless ? own : [layout.columns, ...own], layout);
  }
  const names = [...new Set([...forms.values()].map(({ encoding }) => encoding))].sort().join(", ");
  return {
    bytes: encodeText(text, form.encoding),
    note: several
      ? `The landed rows come from files in several encodings (${names}), so they were written in UTF-8.`
      : null,
  };
}

const UTF8: { readonly encoding: Encoding; readonly bom: boolean } = { encoding: "utf-8", bom: true };
