import { NotDone, notDone, type Problem } from "../errors.js";
import type { FileReading, Layout } from "../model.js";
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

const encoder = new TextEncoder();

/** What is to be put together: the transcripts as they were read, and the lines that follow them. */
interface Plan {
  readonly readings: readonly FileReading[];
  readonly newline: Uint8Array;
  readonly records: Uint8Array;
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
  return { readings, newline: encoder.encode(layout.newline), records: encoder.encode(recordLines(result)) };
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

/** Drops the first so many lines, whatever way the bytes are cut. Lines end in LF, CRLF or a lone CR. */
function afterLines(lines: number): (chunk: Uint8Array) => Uint8Array {
  let left = lines;
  let afterCr = false;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length && (left > 0 || afterCr)) {
      const byte = chunk[at];
      if (afterCr && byte === LF) {
        // The second half of a line end whose first half is counted already, maybe in the piece before.
        afterCr = false;
        at++;
        continue;
      }
      afterCr = byte === CR && left > 0;
      if (left === 0) break;
      if (byte === LF || byte === CR) left--;
      at++;
    }
    return chunk.subarray(at);
  };
}

function changed(reading: FileReading): NotDone {
  return notDone(reading.name, "this file changed while zcredit was reading it. Run again when nothing writes to it.");
}

function endsLine(last: number | undefined): boolean {
  return last === undefined || last === LF || last === CR;
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
      const rest = index === 0 ? (chunk: Uint8Array) => chunk : afterLines(linesBeforeRows(reading));
      let last: number | undefined;
      for await (const chunk of sources[index]?.chunks() ?? []) {
        digest.update(chunk);
        const piece = rest(chunk);
        if (piece.length === 0) continue;
        last = piece[piece.length - 1];
        await write(piece);
      }
      if (digest.hex() !== reading.sha256) throw changed(reading);
      if (!endsLine(last)) await write(plan.newline);
    }
    await write(plan.records);
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
    const bytes = inputs[index] ?? new Uint8Array();
    const piece = index === 0 ? bytes : afterLines(linesBeforeRows(reading))(bytes);
    pieces.push(piece);
    if (!endsLine(piece[piece.length - 1])) pieces.push(plan.newline);
  }
  pieces.push(plan.records);
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
