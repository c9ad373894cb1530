import { notDone } from "../errors.js";
import type { BrokenLine, FileReading, Layout, RawRow } from "../model.js";
import { type AheadReader, aheadReader, type BlockRead, type Lines, type Others } from "./ahead.js";
import { isPlainString, isPlainText, plainText, type TakeLine } from "./byteLines.js";
import { join, NOTHING } from "./bytes.js";
import { lineStarts } from "./csv.js";
import { type Decoding, decoding, type NotText } from "./decode.js";
import { type FoundHeader, findHeader } from "./header.js";
import { variantsOf } from "./map/interpret.js";
import { addBroken, type RowReader, rowReader } from "./rows.js";
import type { Hasher, Source } from "./source.js";

/** Lines are parsed in blocks of about this many characters: beyond it nothing gets faster. */
const BLOCK_CHARS = 1 << 18;
const SLICE_BYTES = 1 << 18;

const LF = 10;

const encoder = new TextEncoder();

/** No line of an export is longer; one that is comes of a file that is no table. In characters. */
const MAX_LINE_CHARS = 1 << 24;

/** Takes the rows of one file. */
export interface RowSink {
  /** Once, before the first row: `variantsOf` the file's layout. Rows carry these very objects. */
  readonly begin: (variants: readonly Layout[]) => void;
  readonly row: (row: RawRow) => void;
  /** Sound lines as the bytes they are, where they can be told; absent: all are handed on as rows. */
  readonly line?: TakeLine;
}

/**
 * Reads one file in a single pass, holding a block of it at a time, and hands on each sound row as it comes.
 *
 * What it comes to holds every physical line once: as the header, part of a row handed on, or in `broken`; but for the
 * last, where the file ends inside it (`truncatedAt`). Where the header is at fault, `layout` tells what was made of
 * it, and no rows are handed on. After bytes that are no text nothing more is read, only hashed.
 *
 * Throws `NotDone` where the source can't be read, or a line is longer than 16 million characters.
 */
export function readSource(source: Source, onRow: (row: RawRow) => void, hasher: Hasher): Promise<FileReading> {
  return readRouted(source, { begin: () => undefined, row: onRow }, hasher, null);
}

/**
 * The same, with others that read the blocks of a long file at the same time: what they read goes to them, and the
 * rest of the rows to the sink. It comes to the very same as without them.
 */
export async function readRouted<B extends BlockRead>(
  source: Source,
  sink: RowSink,
  hasher: Hasher,
  others: Others<B> | null,
): Promise<FileReading> {
  const decoder = decoding();
  const table = tableReader(source, decoder, sink, others);
  let bytes = 0;
  let notText: NotText | null = null;
  for await (const chunk of source.chunks()) {
    hasher.update(chunk);
    bytes += chunk.length;
    for (let at = 0; at < chunk.length && notText === null; at += SLICE_BYTES) {
      const slice = chunk.subarray(at, at + SLICE_BYTES);
      if (table.takesBytes() && isPlainText(slice) && decoder.pass(slice)) {
        const busy = table.pushBytes(slice);
        if (busy !== null) await busy;
        continue;
      }
      const { text, fault } = decoder.push(slice);
      const busy = table.push(text);
      if (busy !== null) await busy;
      notText = fault;
    }
  }
  const packed = source.packed?.() ?? null;
  let cutOff = packed?.cutOff ?? false;
  if (notText === null) {
    const { text, fault, cut } = decoder.end();
    await table.push(text);
    notText = fault;
    cutOff ||= cut;
  }
  const end = notText !== null ? "not text" : cutOff ? "cut off" : "whole";
  const reading = await table.end(end);
  const own = { bytes, sha256: hasher.hex() };
  return {
    kind: source.kind,
    name: source.name,
    bytes: packed?.bytes ?? own.bytes,
    sha256: packed?.sha256 ?? own.sha256,
    ...reading,
    notText,
  };
}

type TableReading = Pick<FileReading, "layout" | "rows" | "broken" | "header" | "truncatedAt">;

/** Puts text together to whole lines, and these to a header and records. */
function tableReader<B extends BlockRead>(source: Source, decoder: Decoding, sink: RowSink, others: Others<B> | null) {
  const { kind, name } = source;
  const broken: BrokenLine[] = [];
  let found: FoundHeader | null = null;
  let variants: readonly Layout[] = [];
  let records: RowReader | null = null;
  /** Takes the records' place where others read ahead. */
  let ahead: AheadReader | null = null;
  /** Rows that others read, or that were read before they began. */
  let rowsBefore = 0;
  /** The line, above the header, that comes next. */
  let nextLine = 1;
  /** Bytes not read yet: the beginning of a line, after all text. */
  let waiting: Uint8Array = NOTHING;
  /** Text not read yet, the length it must reach before it is looked at, and that of its unfinished last line. */
  let held = "";
  const size = Math.min(BLOCK_CHARS, others?.size ?? BLOCK_CHARS);
  let enough = size;
  let unfinished = 0;
  let seen = 0;

  /** Whether the records have begun, and lines can be told from bytes. */
  function takesBytes(): boolean {
    return records !== null && sink.line !== undefined;
  }

  /** As `push`, for plain text as bytes. */
  function pushBytes(bytes: Uint8Array): Promise<void> | null {
    if (!isPlainString(held)) return push(plainText(bytes));
    const before = join(encoder.encode(held), waiting);
    const end = bytes.lastIndexOf(LF) + 1;
    held = "";
    unfinished = 0;
    enough = size;
    if (end === 0) {
      waiting = NOTHING;
      return push(plainText(join(before, bytes)));
    }
    waiting = bytes.slice(end);
    seen += bytes.length;
    const own = bytes.subarray(0, end);
    if (others !== null && seen > others.after) {
      const lines = others.room(before.length + end);
      lines.set(before);
      lines.set(own, before.length);
      return readAhead(lines, others);
    }
    const lines = join(before, own);
    if (records?.readLines(lines) === true) return null;
    held = plainText(lines);
    consume(held, false);
    return null;
  }

  /** Null: done with it. */
  function push(more: string): Promise<void> | null {
    let text = more;
    if (waiting.length > 0) {
      text = plainText(waiting) + more;
      waiting = NOTHING;
    }
    checkLine(text);
    held += text;
    seen += more.length;
    if (held.length < enough || unfinished === held.length) return null;
    const lines = held.slice(0, wholeLines(held));
    if (others !== null && records !== null && seen > others.after) {
      held = held.slice(lines.length);
      enough = held.length + others.size;
      return readAhead(lines, others);
    }
    consume(lines, false);
    return null;
  }

  function readAhead(lines: Lines, them: Others<B>): Promise<void> | null {
    if (ahead === null) {
      if (found === null || records === null) return null;
      rowsBefore += rowsOf(records);
      ahead = aheadReader(found.layout, records.line(), {
        ...them,
        accept: (read) => {
          rowsBefore += read.rows;
          for (const line of read.broken) addBroken(broken, line);
          them.accept(read);
        },
      });
    }
    return ahead.push(lines);
  }

  function checkLine(text: string): void {
    const first = text.search(/[\r\n]/);
    if (unfinished + (first < 0 ? text.length : first) > MAX_LINE_CHARS) {
      throw notDone(
        name,
        "this file has a line of more than 16 million characters, so it is not a table of records. " +
          "Export it again as CSV, one record a line.",
      );
    }
    const after = text.length - 1 - Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
    unfinished = first < 0 ? unfinished + text.length : after;
  }

  function consume(lines: string, last: boolean): void {
    let done = 0;
    if (found === null) done = readHeader(lines, last);
    if (records !== null) done += records.read(lines.slice(done), last);
    else if (found !== null) done = lines.length;
    held = held.slice(done);
    enough = held.length + size;
  }

  /** Looks for the header; returns where the text after it begins, 0 while there is too little to tell. */
  function readHeader(lines: string, last: boolean): number {
    const looked = findHeader(kind, lines, nextLine, last, decoder.bom(), source.as);
    if (looked === "more") return 0;
    if (looked === "blank") {
      const count = lineStarts(lines).length - 1;
      if (count > 0) addBlank(count);
      return lines.length;
    }
    if (looked.refused !== null) throw notDone(name, looked.refused);
    found = looked;
    for (const above of found.above) {
      if (above.blank) addBlank(1);
      else addAbove("banner", above.cells, found.layout.columns.length, 1);
    }
    if (found.sound) {
      variants = variantsOf(found.layout);
      sink.begin(variants);
      records = rowReader(name, found.layout, variants, found.nextLine, broken, sink.row, sink.line ?? null);
    }
    return found.end;
  }

  function addBlank(count: number): void {
    const before = broken.at(-1);
    if (before?.what === "blank") {
      broken[broken.length - 1] = { ...before, count: before.count + count };
      nextLine += count;
    } else addAbove("blank", 0, 0, count);
  }

  function addAbove(what: "blank" | "banner", cells: number, expected: number, count: number): void {
    const fault = "not-a-record";
    broken.push({ file: name, line: nextLine, kind, fault, what, found: cells, expected, studentId: "", count });
    nextLine += count;
  }

  /** How the file ended. What stands in its last line is trusted only where it was read whole. */
  async function end(how: "whole" | "cut off" | "not text"): Promise<TableReading> {
    held += plainText(waiting);
    if (ahead !== null && found !== null) {
      const { line, text } = await ahead.end();
      held = text + held;
      records = rowReader(name, found.layout, variants, line, broken, sink.row);
    }
    const lines = how === "whole" ? held.length : wholeLines(held);
    const rest = held.slice(lines);
    consume(held.slice(0, lines), true);
    let truncatedAt: number | null = null;
    if (how === "cut off") {
      // Without a header yet, what there is of one says more than nothing.
      if (found === null) consume(rest, true);
      else records?.cutOff(rest);
      truncatedAt = (records === null ? found?.header.line : null) ?? nextLine;
    }
    const layout = found?.layout ?? null;
    return {
      layout: layout === null ? null : { ...layout, encoding: decoder.encoding() },
      rows: rowsBefore + (records === null ? 0 : rowsOf(records)),
      broken,
      header: found?.header ?? null,
      truncatedAt: records?.truncatedAt() ?? truncatedAt,
    };
  }

  return { takesBytes, pushBytes, push, end };
}

function rowsOf(records: RowReader): number {
  return records.rows() - records.filtered();
}

/** Length of the whole physical lines that a text begins with. A CR at its very end may be half of a CRLF. */
function wholeLines(text: string): number {
  const from = text.endsWith("\r") ? text.length - 2 : text.length - 1;
  return from < 0 ? 0 : Math.max(text.lastIndexOf("\n", from), text.lastIndexOf("\r", from)) + 1;
}
