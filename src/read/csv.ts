import { CsvError, parse } from "csv-parse/sync";

/**
 * Parses whole physical lines, each record from its beginning. A quote inside an unquoted cell (`5'11"`) is a mark
 * like any other; with `strict` it is not allowed.
 *
 * Null: a quote is still open at the end, or with `strict` stands where none may.
 */
export function parseRecords(text: string, delimiter: string, strict = false): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: !strict,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (error instanceof CsvError && (strict || error.code === "CSV_QUOTE_NOT_CLOSED")) return null;
    throw error;
  }
}

/** The same for text without any quote, where each line is a record and nothing can be wrong with it. */
export function parsePlain(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: false,
    quote: false,
  });
}

/** Where each physical line begins (LF, CRLF or lone CR end one), and last the length of the text. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  const lineEnd = /\r\n|\n|\r/g;
  while (lineEnd.test(text)) starts.push(lineEnd.lastIndex);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
}

/** How many physical lines end in a text. */
export function lineEnds(text: string): number {
  let count = countOf("\n", text);
  // A CR counts where no LF follows it.
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) if (text[at + 1] !== "\n") count++;
  return count;
}

/** Line breaks inside the cells of one record: the physical lines it covers, less one. */
export function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return count;
}

export function countOf(mark: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** Header names are compared without regard to case, spaces, `_` and `-`. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}
