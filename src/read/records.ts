import { itemAt } from "../at.js";
import type { BrokenLine, Field, InputKind, Layout, RawRow } from "../model.js";
import { beginsPlain, isDigit } from "../normalise/cells.js";
import { FROM, lineScanner, placesIn, plainText, QUOTED, SORT, SOUND, SPAN, type TakeLine, TO } from "./byteLines.js";
import { breaksIn, countOf, cutQuoted, fold, isBlank, lineStarts, linesOf, parsePlain, parseRecords } from "./csv.js";

/** A record may cover this much; a quote that closes further on is taken for one that was never closed. */
const MAX_RECORD_LINES = 1000;
const MAX_RECORD_CHARS = 1 << 20;

/** How the last line of a totals block or an export begins. */
const TOTAL = /^(?:grand total|sub-?total|total|count|records?|rows?|end of (?:file|report))\b/i;

/** What a row of each kind is about besides its student: a line without either is no record. */
const SUBJECT: Record<InputKind, Field | null> = {
  transcript: "course_id",
  scores: "test",
  approvals: "pathway",
  students: null,
};

export interface RecordReader {
  /**
   * Reads whole physical lines and says how many characters it is done with. What is left begins with a line whose
   * quote may be closed by a line that has not come yet: give it again with more after it. With `last` all is read.
   */
  read(text: string, last: boolean): number;
  /**
   * Reads whole lines of plain text that end with LF, as bytes. False: not each of them is a record by itself, or it
   * cannot be told, and nothing was read; give them as text.
   */
  readLines(bytes: Uint8Array): boolean;
  /** The file was cut off inside its last line, of which this is the beginning; it may be nothing. */
  cutOff(text: string): void;
  /** Rows handed on so far. */
  rows(): number;
  /** The line that comes next. */
  line(): number;
  truncatedAt(): number | null;
}

/**
 * Reads the records under a header and hands on the sound ones, each with the line it begins on. Every line that is
 * none, or can't be read, goes to `broken`, in the order of the file.
 */
export function recordReader(
  name: string,
  layout: Layout,
  firstLine: number,
  broken: BrokenLine[],
  onRow: (row: RawRow) => void,
  onLine: TakeLine | null = null,
): RecordReader {
  const { kind, delimiter, columns } = layout;
  const width = columns.length;
  const folded = columns.map(fold);
  // What a map works out stands in no cell of the file: the column it comes from does.
  const places = layout.through?.physical ?? layout.index;
  const studentAt = places.student_id;
  const stateAt = places.state_student_id;
  const idAt = studentAt ?? stateAt;
  const subject = SUBJECT[kind];
  const subjectAt = subject === null ? undefined : places[subject];
  const scan = onLine === null ? null : lineScanner(layout, placesIn(places, subject));
  let line = firstLine;
  let rows = 0;
  let truncatedAt: number | null = null;

  function fits(cells: readonly string[]): boolean {
    return cells.length >= width && cells.slice(width).every(isBlank);
  }

  function isTotal(cells: readonly string[], first: number): boolean {
    if (!TOTAL.test(itemAt(cells, first).trim())) return false;
    const speaks = (at: number | undefined) => at !== undefined && at !== first && !isBlank(cells[at] ?? "");
    return !speaks(idAt) && !speaks(subjectAt);
  }

  function report(fault: BrokenLine["fault"], found: number, extra: Partial<BrokenLine> = {}): void {
    broken.push({ file: name, line, kind, fault, found, expected: width, studentId: "", count: 1, ...extra });
  }

  function blank(found: number, lines: number): void {
    const before = broken.at(-1);
    if (before?.what === "blank" && before.line + before.count === line) {
      broken[broken.length - 1] = { ...before, count: before.count + lines };
    } else report("not-a-record", found, { what: "blank", count: lines });
  }

  function handOn(cells: string[], plain: string | undefined): void {
    rows++;
    onRow({ file: name, line, layout, cells, plain });
  }

  /** Takes the current line, of which no mark is a quote: nearly every one is a sound record, and told at a glance. */
  function takePlain(text: string, ended: boolean): void {
    const cells = text.split(delimiter);
    if (cells.length === width && isSound(cells)) {
      handOn(cells, text);
      line++;
    } else take(cells, 1, ended);
  }

  /** Whether a cell is the first column's name; nearly always it begins with a digit and is not. */
  function isFirstName(cell: string): boolean {
    return !isDigit(cell.charCodeAt(0)) && fold(cell) === folded[0];
  }

  /** Whether a record is one beyond doubt: it names a student and a subject, so it is no total, and it is no header. */
  function isSound(cells: readonly string[]): boolean {
    if (idAt === undefined || subjectAt === undefined || idAt === subjectAt || isFirstName(cells[0] ?? ""))
      return false;
    return beginsPlain(itemAt(cells, idAt)) && beginsPlain(itemAt(cells, subjectAt));
  }

  /** Takes one record that begins on the current line. `ended`: a line end stands after it. */
  function take(cells: string[], lines: number, ended: boolean): void {
    const first = cells.findIndex((cell) => cell !== "" && !isBlank(cell));
    if (first < 0) blank(cells.length, lines);
    else if (isHeader(cells, folded)) report("not-a-record", cells.length, { what: "repeated header", count: lines });
    else if (isTotal(cells, first)) report("not-a-record", cells.length, { what: "total", count: lines });
    else if (cells.length === width || fits(cells)) {
      if (cells.length > width) cells.length = width;
      handOn(cells, undefined);
    } else if (!ended && cells.length < width) truncated(cells);
    else report("wrong-width", cells.length, whose(cells, cells.length));
    line += lines;
  }

  /** Takes the current line alone, whose quote stays open: what stands before that quote can still be trusted. */
  function takeUnclosed(text: string, ended: boolean): void {
    const cells = upToOpenQuote(text);
    if (ended) report("unclosed-quote", cells.length, whose(cells, cells.length - 1));
    else truncated(cells);
    line++;
  }

  function upToOpenQuote(text: string): string[] {
    return parseRecords(`${withoutLineEnd(text)}"`, delimiter)?.[0] ?? [];
  }

  /** Takes the last line of a file that ends inside it: its last cell may lack its end, those before it are whole. */
  function truncated(cells: readonly string[]): void {
    truncatedAt = line;
    report("truncated", cells.length, whose(cells, cells.length - 1));
  }

  function cutOff(text: string): void {
    if (text === "") truncatedAt ??= line;
    else {
      truncated(parseRecords(withoutLineEnd(text), delimiter)?.[0] ?? upToOpenQuote(text));
      line++;
    }
  }

  /**
   * A line whose quote stays open, read with quotes as marks like any other; null where that is not sure. Systems that
   * write `|` between cells quote nothing.
   */
  function withoutQuoting(text: string): string[] | null {
    const cells = delimiter === "|" ? parsePlain(text, delimiter)[0] : undefined;
    return cells?.length === width ? cells : null;
  }

  /** The student that the first `sure` cells of a broken line name: by the state's id where there is no other. */
  function whose(cells: readonly string[], sure: number): Partial<BrokenLine> {
    const cellAt = (at: number | undefined) => (at !== undefined && at < sure ? itemAt(cells, at) : "");
    const own = cellAt(studentAt);
    if (!isBlank(own)) return { studentId: idIn(own) };
    const stateId = idIn(cellAt(stateAt));
    return stateId === "" ? {} : { stateStudentId: stateId };
  }

  function read(text: string, last: boolean): number {
    const ended = !last || text.endsWith("\n") || text.endsWith("\r");
    if (layout.quoting !== "none" && text.includes('"')) {
      const isRead = readEachAlone(text, ended);
      if (isRead) return text.length;
      return readQuoted(layout.quoting === "backslash" ? withDoubledQuotes(text) : text, last, ended);
    }
    const lines = linesOf(text);
    const final = lines.length - 1;
    for (const [i, one] of lines.entries()) takePlain(one, ended || i < final);
    return text.length;
  }

  /** Reads text in which each line is a record by itself, as nearly always. False: it is not, and nothing was read. */
  function readEachAlone(text: string, ended: boolean): boolean {
    const lines = linesOf(text);
    const records = parseTogether(lines.filter(hasQuote));
    if (records === null) return false;
    const final = lines.length - 1;
    let next = 0;
    for (const [i, one] of lines.entries()) {
      if (hasQuote(one)) take(itemAt(records, next++), 1, ended || i < final);
      else takePlain(one, ended || i < final);
    }
    return true;
  }

  function readLines(bytes: Uint8Array): boolean {
    const found = onLine === null || scan === null ? null : scan(bytes);
    if (found === null || onLine === null) return false;
    const { count, spans } = found;
    const textAt = (at: number): string => plainText(bytes.subarray(spans[at + FROM], spans[at + TO]));
    const quoted: string[] = [];
    for (let at = 0; at < count * SPAN; at += SPAN) if (spans[at + SORT] === QUOTED) quoted.push(textAt(at));
    const records = parseTogether(quoted);
    if (records === null) return false;
    let next = 0;
    for (let at = 0; at < count * SPAN; at += SPAN) {
      if (spans[at + SORT] === SOUND) {
        onLine(bytes, spans, at, line);
        rows++;
        line++;
      } else if (spans[at + SORT] === QUOTED) take(itemAt(records, next++), 1, true);
      else take(textAt(at).split(delimiter), 1, true);
    }
    return true;
  }

  /** The records of lines with quotes, one each; null: one of them is none by itself. */
  function parseTogether(lines: readonly string[]): string[][] | null {
    const escapes = layout.quoting === "backslash";
    const cut = lines.map((one) => (escapes && one.includes("\\") ? null : cutQuoted(one, delimiter)));
    const others = lines.filter((_, i) => cut[i] === null);
    if (others.length === 0) return cut.filter((cells) => cells !== null);
    const text = others.join("\n");
    const records = parseRecords(escapes ? withDoubledQuotes(text) : text, delimiter);
    if (records?.length !== others.length) return null;
    let next = 0;
    return cut.map((cells) => cells ?? itemAt(records, next++));
  }

  function readQuoted(text: string, last: boolean, ended: boolean): number {
    const starts = lineStarts(text);
    const count = starts.length - 1;
    const quotes: number[] = [];
    for (let i = 0; i < count; i++) quotes.push(countOf('"', lines(i, i + 1)));

    function lines(from: number, to: number): string {
      return text.slice(starts[from], starts[to]);
    }

    const endedBefore = (to: number) => ended || to < count;

    function takeAll(records: readonly string[][], from: number): number {
      for (const [i, cells] of records.entries()) take(cells, 1, endedBefore(from + i + 1));
      return from + records.length;
    }

    /** End of the lines from here on that are best parsed in one go: up to one without quotes, outside any pair. */
    function endOfRun(from: number): number {
      let open = false;
      for (let i = from; i < count; i++) {
        const n = itemAt(quotes, i);
        if (n === 0 && !open) return i;
        if (n % 2 === 1) open = !open;
      }
      return count;
    }

    function endOfPlain(from: number): number {
      let i = from;
      while (i < count && quotes[i] === 0) i++;
      return i;
    }

    /** Whether a record over several lines is one, rather than lines that a stray quote ran together. */
    function isOneRecord(from: number, to: number): boolean {
      if (to - from > MAX_RECORD_LINES || itemAt(starts, to) - itemAt(starts, from) > MAX_RECORD_CHARS) return false;
      const records = parseRecords(lines(from, to), delimiter, true);
      if (records?.length !== 1 || !fits(itemAt(records, 0))) return false;
      for (let i = from + 1; i < to; i++) if (standsAlone(lines(i, i + 1))) return false;
      return true;
    }

    function standsAlone(one: string): boolean {
      if (countOf(delimiter, one) < width - 1) return false;
      const cells = parseRecords(one, delimiter)?.[0];
      return cells !== undefined && fits(cells);
    }

    /**
     * Takes the records of these lines as far as they are beyond doubt: up to the line returned. Null: a quote stays
     * open, somewhere.
     */
    function takeRun(from: number, to: number): number | null {
      const records = parseRecords(lines(from, to), delimiter);
      if (records === null) return null;
      if (records.length === to - from) return takeAll(records, from);
      let at = from;
      for (const cells of records) {
        const next = at + 1 + breaksIn(cells);
        if (next > at + 1 && !isOneRecord(at, next)) return at;
        take(cells, next - at, endedBefore(next));
        at = next;
      }
      return to;
    }

    /** The line that closes what this one opens: the next with an odd number of quotes. */
    function closing(from: number): number | "none" | "more" {
      for (let i = from + 1; i - from < MAX_RECORD_LINES; i++) {
        if (itemAt(starts, Math.min(i + 1, count)) - itemAt(starts, from) > MAX_RECORD_CHARS) return "none";
        if (i >= count) return last ? "none" : "more";
        if (itemAt(quotes, i) % 2 === 1) return i;
      }
      return "none";
    }

    let at = 0;
    let size = count;
    while (at < count) {
      if (quotes[at] === 0) {
        const to = endOfPlain(at);
        at = takeAll(parsePlain(lines(at, to), delimiter), at);
        continue;
      }
      const to = Math.min(at + size, endOfRun(at));
      const reached = takeRun(at, to);
      if (reached === to) {
        at = to;
        size = Math.min(size * 2, count);
      } else if (reached !== null && reached > at) {
        at = reached;
        size = 1;
      } else if (to - at > 1) {
        // Somewhere in these lines a quote stays open: halve them until it is found.
        size = reached === at ? 1 : (to - at) >> 1;
      } else {
        const close = closing(at);
        if (close === "more") return itemAt(starts, at);
        if (close !== "none" && isOneRecord(at, close + 1)) {
          const cells = parseRecords(lines(at, close + 1), delimiter, true)?.[0] ?? [];
          take(cells, close + 1 - at, endedBefore(close + 1));
          at = close + 1;
        } else {
          const cells = withoutQuoting(lines(at, at + 1));
          if (cells === null) takeUnclosed(lines(at, at + 1), endedBefore(at + 1));
          else take(cells, 1, endedBefore(at + 1));
          at++;
        }
      }
    }
    return text.length;
  }

  return { read, readLines, cutOff, rows: () => rows, line: () => line, truncatedAt: () => truncatedAt };
}

function hasQuote(text: string): boolean {
  return text.includes('"');
}

/** Whether a row is the header again, as files that were glued together have it: perhaps spelt a little otherwise. */
function isHeader(cells: readonly string[], folded: readonly string[]): boolean {
  return cells.length === folded.length && cells.every((cell, i) => fold(cell) === folded[i]);
}

/** A broken line may have shifted, so that its student cell holds a name: only what looks like an id is taken for one. */
function idIn(cell: string): string {
  const id = cell.trim();
  return /^[^\s"]*\d[^\s"]*$/.test(id) ? id : "";
}

/** Every quote that a backslash keeps becomes a doubled one; the text stays as long as it was. */
function withDoubledQuotes(text: string): string {
  return text.replace(/\\(["\\])/g, (both, mark: string) => (mark === '"' ? '""' : both));
}

function withoutLineEnd(text: string): string {
  return text.replace(/(?:\r\n|\n|\r)$/, "");
}
