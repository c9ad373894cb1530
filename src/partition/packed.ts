import { byteAt, wordAt } from "../at.js";
import type { Layout, RawRow } from "../model.js";
import { FROM, STATE_FROM, STATE_TO, STUDENT_FROM, STUDENT_TO, TO } from "../read/byteLines.js";

/**
 * The form that rows wait in between reading and deciding: bytes, of which a million weigh little more than the file
 * they came from, and which can lie outside the memory that is searched for garbage, or on a disk.
 *
 * A row is a head of fixed length, then three texts in UTF-8 one after another: student id, state id, cells.
 */

/** Text to bytes and back. A machine's own is faster than the one that is everywhere. */
export interface TextCodec {
  /** Writes a text and returns how many bytes it came to; there is room for three bytes a character. */
  readonly write: (text: string, into: Uint8Array, at: number) => number;
  readonly read: (bytes: Uint8Array, from: number, to: number) => string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Needs nothing but the language. */
export const PLAIN_CODEC: TextCodec = {
  write: (text, into, at) => encoder.encodeInto(text, into.subarray(at)).written,
  read: (bytes, from, to) => decoder.decode(bytes.subarray(from, to)),
};

/** What a row is, so far as that is known before it is read as one. */
export interface PackedHead {
  /** Rows of one family stand together; see `familyOf`. */
  readonly family: number;
  /** Position of the source it came from. */
  readonly source: number;
  /** Which of the source's layouts: a wide one has several. */
  readonly variant: number;
  readonly line: number;
  readonly flags: number;
  readonly studentId: string;
  readonly stateId: string;
}

/** Its kind of file makes someone a student: transcript, students. */
export const MAKES_STUDENT = 1;
export const IN_TRANSCRIPT = 2;
/** Nobody can be told by its own id: it waits for the state's, or it is nobody's. */
export const UNNAMED = 4;
/** Only who is who can be told by it: it belongs to another shard. */
export const SLIM = 8;
/** Its cells are written as JSON, since one of them holds the mark that parts cells. */
const AS_JSON = 16;
/** Its cells are written as the line they stood in, parted by its layout's delimiter. */
const AS_LINE = 32;

/** Offsets in a head: size of the whole, family, line, source, variant and flags, lengths of both ids. */
const FAMILY = 4;
const LINE = 8;
const SOURCE = 12;
const VARIANT = 14;
const FLAGS = 15;
const STUDENT = 16;
const STATE = 20;
const HEAD = 24;

const MAX_VARIANTS = 256;
const MAX_SOURCES = 65536;

/** Parts cells; hardly any export holds it. */
const CELL_END = "\u001f";

/** The most bytes that a row can come to. */
export function roomFor(head: PackedHead, cells: string): number {
  return HEAD + 3 * (head.studentId.length + head.stateId.length + cells.length);
}

/** The cells of a row as one text. */
export function cellsText({ cells, plain }: Pick<RawRow, "cells" | "plain">): {
  readonly text: string;
  readonly flags: number;
} {
  if (plain !== undefined) return { text: plain, flags: AS_LINE };
  for (const cell of cells) if (cell.includes(CELL_END)) return { text: JSON.stringify(cells), flags: AS_JSON };
  return { text: cells.join(CELL_END), flags: 0 };
}

function put32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}

function get32(bytes: Uint8Array, at: number): number {
  const high = byteAt(bytes, at + 3) * 0x1000000;
  return high + ((byteAt(bytes, at + 2) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at));
}

/** Writes one row and returns where it ends. There must be `roomFor` it. */
export function pack(head: PackedHead, cells: string, into: Uint8Array, at: number, codec: TextCodec): number {
  if (head.variant >= MAX_VARIANTS || head.source >= MAX_SOURCES)
    throw new Error("too many files or layouts in one run");
  const from = at + HEAD;
  const studentBytes = head.studentId === "" ? 0 : codec.write(head.studentId, into, from);
  const stateBytes = head.stateId === "" ? 0 : codec.write(head.stateId, into, from + studentBytes);
  const cellsAt = from + studentBytes + stateBytes;
  const end = cells === "" ? cellsAt : cellsAt + codec.write(cells, into, cellsAt);
  putHead(into, at, head, end, studentBytes, stateBytes);
  return end;
}

function putHead(
  into: Uint8Array,
  at: number,
  head: Omit<PackedHead, "studentId" | "stateId">,
  end: number,
  studentBytes: number,
  stateBytes: number,
): void {
  put32(into, at, end - at);
  put32(into, at + FAMILY, head.family);
  put32(into, at + LINE, head.line);
  into[at + SOURCE] = head.source;
  into[at + SOURCE + 1] = head.source >>> 8;
  into[at + VARIANT] = head.variant;
  into[at + FLAGS] = head.flags;
  put32(into, at + STUDENT, studentBytes);
  put32(into, at + STATE, stateBytes);
}

/** The most bytes that a line can come to. */
export function roomForLine(spans: Int32Array, of: number): number {
  const span = (from: number, to: number) => wordAt(spans, of + to) - wordAt(spans, of + from);
  return HEAD + span(STUDENT_FROM, STUDENT_TO) + span(STATE_FROM, STATE_TO) + span(FROM, TO);
}

/** As `pack`, for a line that is written as it is; the ids, of which the head says nothing, stand in it. */
export function packLine(
  { family, source, line: number, flags }: Pick<PackedHead, "family" | "source" | "line" | "flags">,
  bytes: Uint8Array,
  spans: Int32Array,
  of: number,
  into: Uint8Array,
  at: number,
): number {
  const student = copied(bytes, wordAt(spans, of + STUDENT_FROM), wordAt(spans, of + STUDENT_TO), into, at + HEAD);
  const state = copied(bytes, wordAt(spans, of + STATE_FROM), wordAt(spans, of + STATE_TO), into, student);
  const line = bytes.subarray(spans[of + FROM], spans[of + TO]);
  into.set(line, state);
  const end = state + line.length;
  putHead(
    into,
    at,
    { family, source, variant: 0, line: number, flags: flags | AS_LINE },
    end,
    student - at - HEAD,
    state - student,
  );
  return end;
}

/** Bytes one by one: for so few it is quicker than to ask for it. Returns where they end. */
function copied(bytes: Uint8Array, from: number, to: number, into: Uint8Array, at: number): number {
  let end = at;
  for (let i = from; i < to; i++) into[end++] = byteAt(bytes, i);
  return end;
}

/** Where the next row begins. */
export function endOf(bytes: Uint8Array, at: number): number {
  return at + get32(bytes, at);
}

export function familyAt(bytes: Uint8Array, at: number): number {
  return get32(bytes, at + FAMILY);
}

/** The row is found to be of another family. */
export function setFamily(bytes: Uint8Array, at: number, family: number): void {
  put32(bytes, at + FAMILY, family);
}

export function lineAt(bytes: Uint8Array, at: number): number {
  return get32(bytes, at + LINE);
}

export function sourceAt(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at + SOURCE) | (byteAt(bytes, at + SOURCE + 1) << 8);
}

export function variantAt(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at + VARIANT);
}

export function flagsAt(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at + FLAGS);
}

export function studentIdAt(bytes: Uint8Array, at: number, codec: TextCodec): string {
  const length = get32(bytes, at + STUDENT);
  return length === 0 ? "" : codec.read(bytes, at + HEAD, at + HEAD + length);
}

export function stateIdAt(bytes: Uint8Array, at: number, codec: TextCodec): string {
  const length = get32(bytes, at + STATE);
  const from = at + HEAD + get32(bytes, at + STUDENT);
  return length === 0 ? "" : codec.read(bytes, from, from + length);
}

/** Whether two rows carry the very same ids and make a student alike, byte for byte. */
export function sameIds(bytes: Uint8Array, a: number, b: number): boolean {
  if (bytes[a + FLAGS] !== bytes[b + FLAGS]) return false;
  for (let i = STUDENT; i < HEAD; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  const length = get32(bytes, a + STUDENT) + get32(bytes, a + STATE);
  for (let i = HEAD; i < HEAD + length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

/** Whether a row is written as the line it stood in, and what parts its cells is one byte. */
export function isLineAt(bytes: Uint8Array, at: number, { delimiter }: Layout): boolean {
  return (flagsAt(bytes, at) & AS_LINE) !== 0 && delimiter.length === 1 && delimiter.charCodeAt(0) < 0x80;
}

/** Where a row's cells begin; they end where the row does. */
export function cellsFrom(bytes: Uint8Array, at: number): number {
  return at + HEAD + get32(bytes, at + STUDENT) + get32(bytes, at + STATE);
}

/** @param layout the row's own */
export function cellsAt(bytes: Uint8Array, at: number, { delimiter }: Layout, codec: TextCodec): readonly string[] {
  const text = codec.read(bytes, cellsFrom(bytes, at), endOf(bytes, at));
  const flags = flagsAt(bytes, at);
  if ((flags & AS_LINE) !== 0) return text.split(delimiter);
  if ((flags & AS_JSON) === 0) return text.split(CELL_END);
  const cells: string[] = JSON.parse(text);
  return cells;
}
