import { byteAt, wordAt } from "../at.js";
import type { Field, Layout } from "../model.js";

/**
 * Lines of an export as bytes, so far as they can be told apart without making text of them. Nearly every line of
 * nearly every export is a sound record at a glance: it goes on as the bytes it is.
 */

/** What was found of each line, in numbers: so many a line, named below. */
export const SPAN = 7;
/** Offsets of its first byte, and of its line end. */
export const FROM = 0;
export const TO = 1;
export const SORT = 2;
/** Offsets of the student id's first byte and of the one after its last; then of the state's id. */
export const STUDENT_FROM = 3;
export const STUDENT_TO = 4;
export const STATE_FROM = 5;
export const STATE_TO = 6;

/** A sound record: as many cells as the header has, a plain student id, and a subject. No mark in it is a quote. */
export const SOUND = 0;
/** Quotes are in it. */
export const QUOTED = 1;
/** To be looked at closely, though no mark in it is a quote. */
export const ODD = 2;

/** Lines by their numbers; valid until the next are looked for. */
export interface LineSpans {
  readonly count: number;
  readonly spans: Int32Array;
}

/** Takes one sound line; `at` is where its numbers begin. */
export type TakeLine = (bytes: Uint8Array, spans: Int32Array, at: number, line: number) => void;

const LF = 10;
const CR = 13;
const QUOTE = 34;

const decoder = new TextDecoder();

/** The text of bytes that are all plain letters. */
export function plainText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/*
 * Bytes are looked at four at a time, as one number, the first of them lowest, where the same is asked of each. In plain
 * text no byte has its highest bit, so that x plus 128 less n sets it in those bytes that are n or more, and in no other.
 */
const HIGHS = 0x80808080 | 0;
const ONES = 0x01010101;
const NOT_ZERO = 0x7f7f7f7f;
/** Sets the highest bit of those above CR, none of which ends a line. */
const NO_LINE_END = 0x72727272;
/** Sets the highest bit of those above a quote, none of which ends a line. */
const NOT_MEANT = 0x5d5d5d5d;
/** Whether the first byte of a number of four is its lowest, as it is on nearly every machine. */
const IS_LOWEST_FIRST = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;
/** More cells than a line has. */
const NONE = 0x7fffffff;

/** The bytes as numbers of four; those at the end that come to none are left out. */
function foursOf(bytes: Uint8Array): Int32Array {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Int32Array(whole.buffer, whole.byteOffset, whole.length >> 2);
}

/** Whether bytes are ASCII without a 0: the same text in every encoding but the wide ones. */
export function isPlainText(bytes: Uint8Array): boolean {
  const fours = foursOf(bytes);
  const { length } = fours;
  let bits = 0;
  for (let i = (length & ~3) * 4; i < bytes.length; i++) {
    const byte = byteAt(bytes, i);
    bits |= byte | (byte - 1);
  }
  // Several at once: to go round costs more than to look.
  for (let i = 0; i + 4 <= length; i += 4) {
    const a = wordAt(fours, i);
    const b = wordAt(fours, i + 1);
    const c = wordAt(fours, i + 2);
    const d = wordAt(fours, i + 3);
    bits |= a | b | c | d | ((a - ONES) & ~a) | ((b - ONES) & ~b) | ((c - ONES) & ~c) | ((d - ONES) & ~d);
  }
  return (bits & HIGHS) === 0;
}

/** The same of a text. */
export function isPlainString(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f || text.charCodeAt(i) === 0) return false;
  return true;
}

/** How many lines end in bytes, which are plain text and end with LF. */
export function lineEndsIn(bytes: Uint8Array): number {
  const fours = foursOf(bytes);
  const { length } = fours;
  let count = lineEndsBetween(bytes, (length & ~3) * 4, bytes.length);
  for (let i = 0; i + 4 <= length; i += 4) {
    const a = wordAt(fours, i) + NO_LINE_END;
    const b = wordAt(fours, i + 1) + NO_LINE_END;
    const c = wordAt(fours, i + 2) + NO_LINE_END;
    const d = wordAt(fours, i + 3) + NO_LINE_END;
    if ((a & b & c & d & HIGHS) !== HIGHS) count += lineEndsBetween(bytes, i * 4, i * 4 + 16);
  }
  return count;
}

function lineEndsBetween(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  // A CR counts where no LF follows it.
  for (let i = from; i < to; i++) if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) count++;
  return count;
}

/** Where a layout has what makes a line a record; undefined where it has no such column. */
export interface Places {
  readonly student: number | undefined;
  readonly state: number | undefined;
  readonly subject: number | undefined;
}

export function placesIn(index: Layout["index"], subject: Field | null): Places {
  return {
    student: index.student_id,
    state: index.state_student_id,
    subject: subject === null ? undefined : index[subject],
  };
}

/**
 * Makes what finds the lines in bytes: plain text that ends with LF. Null: one of them ends with a lone CR, so nothing
 * is told. Absent: no line of the layout can be told at a glance.
 */
export function lineScanner(layout: Layout, places: Places): ((bytes: Uint8Array) => LineSpans | null) | null {
  const { student, state = -1, subject } = places;
  const { delimiter, columns } = layout;
  if (student === undefined || subject === undefined || student === subject || state === student) return null;
  if (delimiter.length !== 1 || delimiter.charCodeAt(0) > 0x7f || !IS_LOWEST_FIRST) return null;
  const width = columns.length;
  const studentAt: number = student;
  const subjectAt: number = subject;
  const parts = delimiter.charCodeAt(0);
  const heading = new TextEncoder().encode(columns[0] ?? "");
  const hasQuotes = layout.quoting !== "none";
  /** Where those cells of the line at hand begin that are looked at, and where one after the last would. */
  const from = new Int32Array(width + 1);
  /** By cell, the next one whose beginning is wanted; beyond the last there is none. */
  const wanted = new Int32Array(width + 1).fill(NONE);
  for (const cell of [studentAt + 1, studentAt, state + 1, state, subjectAt + 1, subjectAt, 1].sort((a, b) => b - a)) {
    if (cell > 0 && cell < width) wanted.fill(cell, 0, cell);
  }
  let spans = new Int32Array(1 << 14);

  function endLine(bytes: Uint8Array, at: number, i: number, sort: number): void {
    const begin = wordAt(from, 0);
    const end = bytes[i - 1] === CR && i > begin ? i - 1 : i;
    spans[at + FROM] = begin;
    spans[at + TO] = end;
    spans[at + SORT] = sort;
    if (sort !== SOUND) return;
    from[width] = end + 1;
    look(bytes, at);
  }

  return (bytes) => {
    let count = 0;
    let column = 0;
    let next = wordAt(wanted, 0);
    let isQuoted = false;
    from[0] = 0;
    const fours = foursOf(bytes);
    const delimiters = Math.imul(parts, ONES);
    const { length } = bytes;
    const last = lastFour(bytes, length & ~3);
    // What is done with each four stands here, since a call costs more than all of that.
    for (let begin = 0; begin < length; begin += 4) {
      const four = begin + 4 <= length ? wordAt(fours, begin >> 2) : last;
      const ends = (((four ^ delimiters) + NOT_ZERO) & HIGHS) ^ HIGHS;
      // What may be a quote or end a line.
      const others = ((four + NOT_MEANT) & HIGHS) ^ HIGHS;
      const after = column + (Math.imul(ends >>> 7, ONES) >>> 24);
      if (others === 0 && after < next) {
        column = after;
        continue;
      }
      for (let hits = ends | others; hits !== 0; hits &= hits - 1) {
        const bits = (31 - Math.clz32(hits & -hits)) & ~7;
        const i = begin + (bits >> 3);
        const byte = (four >> bits) & 0x7f;
        if (byte === parts) {
          column++;
          if (column === next) {
            from[column] = i + 1;
            next = wordAt(wanted, column);
          }
        } else if (byte === LF) {
          if ((count + 1) * SPAN > spans.length) spans = larger(spans);
          endLine(bytes, count * SPAN, i, isQuoted ? QUOTED : column + 1 === width ? SOUND : ODD);
          count++;
          column = 0;
          next = wordAt(wanted, 0);
          isQuoted = false;
          from[0] = i + 1;
        } else if (byte === CR) {
          if (bytes[i + 1] !== LF) return null;
        } else if (byte === QUOTE) isQuoted = hasQuotes;
      }
    }
    return { count, spans };
  };

  /** Notes the ids of a line of the right width, or that it is odd. */
  function look(bytes: Uint8Array, at: number): void {
    const studentFrom = wordAt(from, studentAt);
    const studentTo = wordAt(from, studentAt + 1) - 1;
    const stateFrom = state < 0 ? 0 : wordAt(from, state);
    const stateTo = state < 0 ? 0 : wordAt(from, state + 1) - 1;
    const subjectFrom = wordAt(from, subjectAt);
    const subjectTo = wordAt(from, subjectAt + 1) - 1;
    spans[at + STUDENT_FROM] = studentFrom;
    spans[at + STUDENT_TO] = studentTo;
    spans[at + STATE_FROM] = stateFrom;
    spans[at + STATE_TO] = stateTo;
    const isSound =
      isPlainId(bytes, studentFrom, studentTo) &&
      (stateFrom === stateTo || isPlainId(bytes, stateFrom, stateTo)) &&
      subjectFrom < subjectTo &&
      (isDigit(bytes[subjectFrom]) || isLetter(bytes[subjectFrom])) &&
      !isHeading(bytes, wordAt(from, 0), wordAt(from, 1) - 1);
    if (!isSound) spans[at + SORT] = ODD;
  }

  function isHeading(bytes: Uint8Array, begin: number, end: number): boolean {
    if (end - begin !== heading.length) return false;
    for (let i = 0; i < heading.length; i++) if (bytes[begin + i] !== heading[i]) return false;
    return true;
  }
}

/** The bytes that are left, which are less than four; above them stand letters that mean nothing. */
function lastFour(bytes: Uint8Array, from: number): number {
  let four = NOT_ZERO;
  for (let i = bytes.length - 1; i >= from; i--) four = (four << 8) | byteAt(bytes, i);
  return four;
}

function larger(spans: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(spans.length * 2);
  more.set(spans);
  return more;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
}

/** Digits, or letters and digits after them: an id that stands for nothing else, and needs no trimming. */
function isPlainId(bytes: Uint8Array, from: number, to: number): boolean {
  if (from >= to || !isDigit(bytes[to - 1])) return false;
  let at = from;
  while (at < to && isLetter(bytes[at])) at++;
  while (at < to && isDigit(bytes[at])) at++;
  return at === to;
}
