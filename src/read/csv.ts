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

/**
 * The records of text in which no quote means anything: each line is one, and its delimiters part its cells. There is
 * nothing to parse in it, and nearly every line of an export is so: cut like this it takes a tenth of the time.
 */
export function parsePlain(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  for (const line of linesOf(text)) records.push(line.split(delimiter));
  return records;
}

/**
 * The cells of one line where no quote stands in it but at both ends of a cell, as in by far most lines with quotes:
 * nothing in it need be parsed. Null: it must be.
 */
export function cutQuoted(line: string, delimiter: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; ; at += delimiter.length) {
    const isQuoted = line[at] === '"';
    const from = isQuoted ? at + 1 : at;
    const found = line.indexOf(isQuoted ? '"' : delimiter, from);
    if (isQuoted && found < 0) return null;
    const to = found < 0 ? line.length : found;
    const cell = line.slice(from, to);
    if (!isQuoted && cell.includes('"')) return null;
    cells.push(cell);
    at = isQuoted ? to + 1 : to;
    if (at === line.length) return cells;
    if (!line.startsWith(delimiter, at)) return null;
  }
}

const LINE_END = /\r\n|\n|\r/;

/** Physical lines without their ends (LF, CRLF or a lone CR). */
export function linesOf(text: string): string[] {
  const lines = text.includes("\r") ? withReturns(text) : text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function withReturns(text: string): string[] {
  const lines = text.split("\r\n");
  for (const line of lines) if (line.includes("\n") || line.includes("\r")) return text.split(LINE_END);
  return lines;
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
