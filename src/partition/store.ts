import { itemAt } from "../at.js";
import { endOf, familyAt } from "./packed.js";

/** How many partitions rows are routed to. */
export const PARTITIONS = 128;
/** One more, after the last, takes rows that name no student of their own. */
export const UNSURE = 128;

/** The partition of a family. */
export function partitionOf(family: number): number {
  return family % PARTITIONS;
}

/** Where the bytes of one partition lie: in memory that threads share, or in pieces of a file. */
export type Lying =
  | { readonly kind: "memory"; readonly pieces: readonly Uint8Array[] }
  /** Pairs of offset and length, in an open file. */
  | { readonly kind: "file"; readonly fd: number; readonly extents: Float64Array };

/** Packed rows by partition, appended while files are read and then taken a partition at a time. */
export interface RowStore {
  /** Appends whole rows to a partition. The bytes are copied. */
  readonly append: (partition: number, rows: Uint8Array) => void;
  /** No more rows come; what is held back goes where it belongs. */
  readonly settle: () => void;
  readonly bytesOf: (partition: number) => number;
  readonly lying: (partition: number) => Lying;
  /** The pieces of a partition, each of whole rows, one after another. They are valid until the next is asked for. */
  readonly pieces: (partition: number) => Iterable<Uint8Array>;
  /** A partition of more bytes is taken in several goes. */
  readonly atOnce: number;
  /** Everything is forgotten. */
  readonly close: () => void;
}

const FIRST_PIECE = 1 << 12;
const LARGEST_PIECE = 1 << 18;

/** A list of buffers of whole rows that grows at its end. */
export interface Pile {
  readonly append: (rows: Uint8Array) => void;
  readonly bytes: () => number;
  readonly pieces: () => readonly Uint8Array[];
  /** Forgets all that it held. */
  readonly clear: () => void;
}

/** @param room makes a buffer of so many bytes */
export function pile(room: (bytes: number) => Uint8Array): Pile {
  let full: Uint8Array[] = [];
  let last: Uint8Array = new Uint8Array(0);
  let used = 0;
  let before = 0;
  const close = (): void => {
    if (used > 0) full.push(last.subarray(0, used));
    before += used;
    used = 0;
  };
  return {
    append: (rows) => {
      if (used + rows.length > last.length) {
        close();
        const usual = Math.min(LARGEST_PIECE, Math.max(FIRST_PIECE, before));
        last = room(Math.max(rows.length, usual));
      }
      last.set(rows, used);
      used += rows.length;
    },
    bytes: () => before + used,
    pieces: () => (used > 0 ? [...full, last.subarray(0, used)] : full),
    clear: () => {
      full = [];
      last = new Uint8Array(0);
      used = 0;
      before = 0;
    },
  };
}

/** More bytes of rows than this are not looked at together. */
export const AT_ONCE_BYTES = 3 << 20;

/** Keeps all rows in memory. */
export function memoryStore(atOnce: number = AT_ONCE_BYTES): RowStore {
  const piles = Array.from({ length: PARTITIONS + 1 }, () => pile((bytes) => new Uint8Array(bytes)));
  const pieces = (partition: number): readonly Uint8Array[] => itemAt(piles, partition).pieces();
  return {
    append: (partition, rows) => piles[partition]?.append(rows),
    settle: () => undefined,
    bytesOf: (partition) => itemAt(piles, partition).bytes(),
    lying: (partition) => ({ kind: "memory", pieces: pieces(partition) }),
    pieces,
    atOnce,
    close: () => {
      for (const each of piles) each.clear();
    },
  };
}

/** In how many goes a partition of so many bytes is taken. */
export function goesOf(bytes: number, atOnce: number): number {
  return Math.max(1, Math.ceil(bytes / atOnce));
}

/** Bits of a family that its partition does not use up. */
function goOf(family: number, goes: number): number {
  return Math.floor(family / PARTITIONS) % goes;
}

/** Gives the same bytes to write to again and again, once more of them where more are asked for. */
export type Room = (bytes: number, keep: number) => Uint8Array;

/** What is made and thrown away a partition at a time would fill the memory before anybody tidies up. */
export function reusedRoom(): Room {
  let room = new Uint8Array(0);
  return (bytes, keep) => {
    if (bytes > room.length) {
      const larger = new Uint8Array(Math.max(bytes, Math.ceil(room.length * GROWTH)));
      larger.set(room.subarray(0, keep));
      room = larger;
    }
    return room;
  };
}

const GROWTH = 1.25;

/** All rows of those families of a partition that are taken in this go. They are valid until the room is used again. */
export function gathered(
  pieces: Iterable<Uint8Array>,
  bytes: number,
  go: number,
  goes: number,
  room: Room,
): Uint8Array {
  let into = room(Math.ceil(bytes / goes), 0);
  let at = 0;
  const add = (rows: Uint8Array): void => {
    into = room(at + rows.length, at);
    into.set(rows, at);
    at += rows.length;
  };
  for (const piece of pieces) {
    if (goes === 1) add(piece);
    else for (const run of runsOf(piece, go, goes)) add(run);
  }
  return into.subarray(0, at);
}

function* runsOf(piece: Uint8Array, go: number, goes: number): Iterable<Uint8Array> {
  for (let at = 0; at < piece.length; ) {
    const next = endOf(piece, at);
    if (goOf(familyAt(piece, at), goes) === go) yield piece.subarray(at, next);
    at = next;
  }
}

/**
 * Rows of one go, brought together by family: the offsets of each family's rows, in the order in which they came. The
 * families come in an order that means nothing.
 */
export function familiesOf(rows: Uint8Array): readonly Uint32Array[] {
  const ends = new Uint32Array(BUCKETS);
  let count = 0;
  for (let at = 0; at < rows.length; at = endOf(rows, at)) {
    const bucket = bucketOf(familyAt(rows, at));
    ends[bucket] = itemAt(ends, bucket) + 1;
    count += 1;
  }
  for (let bucket = 1; bucket < BUCKETS; bucket++) ends[bucket] = itemAt(ends, bucket) + itemAt(ends, bucket - 1);
  const offsets = new Uint32Array(count);
  const keys = new Uint32Array(count);
  const next = new Uint32Array(BUCKETS);
  next.set(ends.subarray(0, BUCKETS - 1), 1);
  for (let at = 0; at < rows.length; at = endOf(rows, at)) {
    const family = familyAt(rows, at);
    const bucket = bucketOf(family);
    const place = itemAt(next, bucket);
    offsets[place] = at;
    keys[place] = family;
    next[bucket] = place + 1;
  }
  const families: Uint32Array[] = [];
  let begin = 0;
  for (const end of ends) {
    if (end > begin) split(offsets.subarray(begin, end), keys.subarray(begin, end), families);
    begin = end;
  }
  return families;
}

const BUCKET_BITS = 10;
/** More than a go has families, as a rule: most buckets hold one of them. */
const BUCKETS = 1 << BUCKET_BITS;

/** By the highest bits of a family: those of one go have their lowest alike. */
function bucketOf(family: number): number {
  return family >>> (32 - BUCKET_BITS);
}

/** Adds each family of a bucket. */
function split(offsets: Uint32Array, keys: Uint32Array, families: Uint32Array[]): void {
  const [first] = keys;
  if (keys.every((key) => key === first)) {
    families.push(offsets);
    return;
  }
  const found = new Map<number, number[]>();
  keys.forEach((family, row) => {
    const at = itemAt(offsets, row);
    const its = found.get(family);
    if (its === undefined) found.set(family, [at]);
    else its.push(at);
  });
  for (const its of found.values()) families.push(new Uint32Array(its));
}
