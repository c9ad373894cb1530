import { readSync } from "node:fs";
import { itemAt } from "../at.js";
import { AT_ONCE_BYTES, type Lying, PARTITIONS, pile, type RowStore } from "../partition/store.js";
import type { Scratch, ScratchFile } from "./scratch.js";

/** Rows of more bytes than this go to a file. */
const BUDGET_BYTES = 1 << 24;
/** Rows of one partition are written so much at a time. */
const EXTENT_BYTES = 1 << 16;

export interface RowStoreOptions {
  /** Where rows go that are too many for memory. */
  readonly scratch: Scratch;
  /** Size of all inputs; null: not known. */
  readonly inputBytes: number | null;
  readonly budget?: number;
  readonly extent?: number;
  readonly atOnce?: number;
}

/**
 * Keeps rows in memory that all threads share while they are few, and on a disk when they are not.
 *
 * @throws NotDone where the disk has no room for what the inputs will come to, or may not be written to.
 */
export function openRowStore(options: RowStoreOptions): RowStore {
  const { scratch, inputBytes, budget = BUDGET_BYTES, extent = EXTENT_BYTES, atOnce = AT_ONCE_BYTES } = options;
  // Before hours of reading, not after them.
  if (inputBytes !== null && inputBytes * PACKED_SHARE > budget) scratch.makeSure(inputBytes * PACKED_SHARE);
  let file: ScratchFile | null = null;
  const piles = Array.from({ length: PARTITIONS + 1 }, () =>
    pile((bytes) => new Uint8Array(new SharedArrayBuffer(bytes))),
  );
  const spills: Spill[] = [];
  let held = 0;

  function write(bytes: Uint8Array): number {
    file ??= scratch.open();
    const from = file.size;
    file.append(bytes);
    return from;
  }

  function spillAll(): void {
    for (const each of piles) {
      const spill = openSpill(write, extent);
      for (const piece of each.pieces()) spill.append(piece);
      each.clear();
      spills.push(spill);
    }
  }

  const lying = (partition: number): Lying => {
    if (spills.length === 0 || file === null) return { kind: "memory", pieces: itemAt(piles, partition).pieces() };
    return { kind: "file", fd: file.fd, extents: Float64Array.from(itemAt(spills, partition).extents) };
  };
  return {
    atOnce,
    append: (partition, rows) => {
      if (spills.length > 0) {
        itemAt(spills, partition).append(rows);
        return;
      }
      itemAt(piles, partition).append(rows);
      held += rows.length;
      if (held > budget) spillAll();
    },
    settle: () => {
      for (const spill of spills) spill.flush();
    },
    bytesOf: (partition) => spills[partition]?.bytes() ?? itemAt(piles, partition).bytes(),
    lying,
    pieces: (partition) => piecesOf(lying(partition)),
    close: () => {
      for (const each of piles) each.clear();
    },
  };
}

/** Rows packed weigh so much more than the text they were read from, at the most that is likely. */
const PACKED_SHARE = 1.4;

interface Spill {
  readonly append: (rows: Uint8Array) => void;
  readonly flush: () => void;
  readonly bytes: () => number;
  /** Pairs of offset and length. */
  readonly extents: readonly number[];
}

/** One partition's part of the file. */
function openSpill(write: (bytes: Uint8Array) => number, extent: number): Spill {
  const extents: number[] = [];
  let waiting: Uint8Array | null = null;
  let used = 0;
  let written = 0;
  const put = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    extents.push(write(bytes), bytes.length);
    written += bytes.length;
  };
  const flush = (): void => {
    if (waiting !== null) put(waiting.subarray(0, used));
    used = 0;
  };
  return {
    append: (rows) => {
      waiting ??= new Uint8Array(extent);
      if (used + rows.length > extent) flush();
      if (rows.length > extent) put(rows);
      else {
        waiting.set(rows, used);
        used += rows.length;
      }
    },
    flush,
    bytes: () => written + used,
    extents,
  };
}

/** The pieces of a partition wherever they lie; each is valid until the next is asked for. */
export function* piecesOf(lying: Lying): Iterable<Uint8Array> {
  if (lying.kind === "memory") {
    yield* lying.pieces;
    return;
  }
  let buffer = new Uint8Array(EXTENT_BYTES);
  const { fd, extents } = lying;
  for (let i = 0; i + 1 < extents.length; i += 2) {
    const [from, length] = [itemAt(extents, i), itemAt(extents, i + 1)];
    if (length > buffer.length) buffer = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      const got = readSync(fd, buffer, at, length - at, from + at);
      if (got === 0) throw new Error("the file of waiting rows ends too early");
      at += got;
    }
    yield buffer.subarray(0, length);
  }
}
