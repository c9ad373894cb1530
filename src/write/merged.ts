import { itemAt } from "../at.js";
import { encodeText } from "../encode.js";
import { NotDone, notDone, type Problem } from "../errors.js";
import type { Encoding, FileReading, Layout } from "../model.js";
import type { Hasher, Source } from "../read/source.js";
import { recordLines } from "../report/records.js";
import type { RunResult } from "../report/result.js";
import { counted } from "../report/words.js";
import type { Content } from "./out.js";

/*
 * The merged transcript begins with the input's own bytes: no past row is read into cells and written again. This file
 * has nothing of Node in it, so that a library caller can merge without a disk.
 */

const LF = 0x0a;
const CR = 0x0d;

/** What is to be put together: the transcripts as they were read, and the lines that follow them. */
interface Plan {
  readonly readings: readonly FileReading[];
  readonly encoding: Encoding;
  readonly newline: Uint8Array;
  /** Lines to come after, piece by piece. */
  readonly records: Iterable<string>;
}

/** What keeps one transcript from following the first in one file. */
function differenceOf(first: Layout, other: Layout): string | null {
  if (other.delimiter !== first.delimiter) return "separates its cells in another way";
  if (other.bom !== first.bom || other.encoding !== first.encoding) return "is encoded in another way";
  if (other.columns.length !== first.columns.length) {
    return `has ${counted(other.columns.length, "column")}, not ${first.columns.length}`;
  }
  const at = first.columns.findIndex((column, index) => column !== other.columns[index]);
  return at < 0 ? null : `has the column "${other.columns[at]}" where the other has "${first.columns[at]}"`;
}

const WAY_OUT = "Export them in one layout, or run without --merged and import proposed-records.csv instead.";

function planOf(result: RunResult): Plan {
  const readings = result.files.filter((file) => file.kind === "transcript");
  const layout = result.output?.layout;
  const [first] = readings;
  if (first === undefined || layout === undefined) {
    throw notDone("--merged", "there is no transcript to merge with. Give one with --transcript.");
  }
  const problems: Problem[] = [];
  for (const reading of readings) {
    if (reading.truncatedAt !== null) {
      const message = `this file ends inside the record that begins on line ${reading.truncatedAt}, so nothing can be added to it. Export it again.`;
      problems.push({ code: "file-truncated", where: reading.name, message });
    }
    const difference = reading.layout === null ? "has no header" : differenceOf(layout, reading.layout);
    if (difference !== null) {
      const message = `this file cannot follow ${first.name} in one merged transcript: it ${difference}. ${WAY_OUT}`;
      problems.push({ code: "", where: reading.name, message });
    }
  }
  if (problems.length > 0) throw new NotDone(problems);
  const { encoding } = layout;
  return { readings, encoding, newline: encodeText(layout.newline, encoding), records: recordLines(result) };
}

/** How many physical lines come before the first row: banners and blank lines, and the header with its line breaks. */
function linesBeforeRows(reading: FileReading): number {
  let header = 1;
  for (const broken of reading.broken.toSorted((a, b) => a.line - b.line)) {
    if (broken.fault !== "not-a-record" || broken.line !== header) break;
    header += broken.count;
  }
  let breaks = 0;
  for (const column of reading.layout?.columns ?? []) breaks += column.match(/\r\n|\n|\r/g)?.length ?? 0;
  return (reading.header?.line ?? header) + breaks;
}

/** Bytes of a unit, and where the one that counts stands: line ends are plain letters, whose other byte is 0. */
function unitOf(encoding: Encoding): { readonly size: number; readonly at: number } {
  return { size: encoding.startsWith("utf-16") ? 2 : 1, at: encoding === "utf-16be" ? 1 : 0 };
}

/** The letter at a place if it is a line end, else 0. */
function lineEndAt(bytes: Uint8Array, at: number, unit: ReturnType<typeof unitOf>): number {
  const byte = bytes[at + unit.at] as number;
  const other = unit.size === 2 ? bytes[at + 1 - unit.at] : 0;
  return other === 0 && (byte === LF || byte === CR) ? byte : 0;
}

/** Hands on whole units, whatever way the bytes are cut. A file that was read has no half unit at its end. */
function wholeUnits(encoding: Encoding): (chunk: Uint8Array) => Uint8Array {
  const { size } = unitOf(encoding);
  let half: Uint8Array = new Uint8Array();
  return (chunk) => {
    if (size === 1) return chunk;
    const block = joined([half, chunk]);
    const end = block.length - (block.length % size);
    half = block.slice(end);
    return block.subarray(0, end);
  };
}

/** Drops the first so many lines, whatever way the whole units are cut. Lines end in LF, CRLF or a lone CR. */
function afterLines(lines: number, encoding: Encoding): (chunk: Uint8Array) => Uint8Array {
  const unit = unitOf(encoding);
  let left = lines;
  let afterCr = false;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length && (left > 0 || afterCr)) {
      const end = lineEndAt(chunk, at, unit);
      if (afterCr && end === LF) {
        // The second half of a line end whose first half is counted already, maybe in the piece before.
        afterCr = false;
        at += unit.size;
        continue;
      }
      afterCr = end === CR && left > 0;
      if (left === 0) break;
      if (end !== 0) left--;
      at += unit.size;
    }
    return chunk.subarray(at);
  };
}

function changed(reading: FileReading): NotDone {
  return notDone(reading.name, "this file changed while zcredit was reading it. Run again when nothing writes to it.");
}

/** Whether a piece is nothing or ends a line. */
function endsLine(piece: Uint8Array, encoding: Encoding): boolean {
  const unit = unitOf(encoding);
  return piece.length === 0 || lineEndAt(piece, piece.length - unit.size, unit) !== 0;
}

/**
 * `merged-transcript.csv`, streamed: the first transcript byte for byte, the rows of the others, then the ready records.
 *
 * `sources` are the transcripts once more, in the order they were read; each is hashed again, so that a file that
 * changed in between is seen.
 * @throws NotDone at once where the transcripts can't stand in one file; while streaming where one has changed.
 */
export function mergedContent(result: RunResult, sources: readonly Source[], hasher: () => Hasher): Content {
  const plan = planOf(result);
  if (sources.length !== plan.readings.length) throw new Error("a merge needs exactly the transcripts that were read");
  return async (write) => {
    for (const [index, reading] of plan.readings.entries()) {
      const digest = hasher();
      const whole = wholeUnits(plan.encoding);
      const rest = index === 0 ? (chunk: Uint8Array) => chunk : afterLines(linesBeforeRows(reading), plan.encoding);
      let isEnded = true;
      const source = sources[index];
      for await (const chunk of source?.chunks() ?? []) {
        digest.update(chunk);
        const piece = rest(whole(chunk));
        if (piece.length === 0) continue;
        isEnded = endsLine(piece, plan.encoding);
        await write(piece);
      }
      if ((source?.packed?.()?.sha256 ?? digest.hex()) !== reading.sha256) throw changed(reading);
      if (!isEnded) await write(plan.newline);
    }
    for (const piece of plan.records) await write(encodeText(piece, plan.encoding));
  };
}

/**
 * The same in memory, for a caller without a disk. `inputs` are the transcripts' bytes in the order they were given.
 * @throws NotDone where the transcripts can't stand in one file.
 */
export function mergedText(result: RunResult, inputs: readonly Uint8Array[]): Uint8Array {
  const plan = planOf(result);
  if (inputs.length !== plan.readings.length) throw new Error("a merge needs exactly the transcripts that were read");
  const pieces: Uint8Array[] = [];
  for (const [index, reading] of plan.readings.entries()) {
    const bytes = itemAt(inputs, index);
    const piece = index === 0 ? bytes : afterLines(linesBeforeRows(reading), plan.encoding)(bytes);
    pieces.push(piece);
    if (!endsLine(piece, plan.encoding)) pieces.push(plan.newline);
  }
  for (const piece of plan.records) pieces.push(encodeText(piece, plan.encoding));
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
