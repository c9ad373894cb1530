import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { notDone } from "../errors.js";
import { AT_ONCE_BYTES, type Lying, PARTITIONS, type Pile, pile, type RowStore } from "../partition/store.js";
import { inPlainWords } from "./faults.js";
import { nearestFolder, temporaryFolder } from "./temporary.js";

/** Rows of more bytes than this go to a file. */
const BUDGET_BYTES = 1 << 26;
/** Rows of one partition are written so much at a time. */
const EXTENT_BYTES = 1 << 17;

export interface RowStoreOptions {
  /** Where results go: the file lies beside it, on the same disk. */
  readonly out: string;
  /** Size of all inputs; null: not known. */
  readonly inputBytes: number | null;
  readonly budget?: number;
  readonly extent?: number;
  readonly atOnce?: number;
}

/**
 * Keeps rows in memory that all threads share while they are few, and in a private file when they are not. The file
 * loses its name as soon as it is open, so that nothing of it is left when the program ends, however it ends.
 *
 * @throws NotDone where the disk has no room for what the inputs will come to, or may not be written.
 */
export async function openRowStore(options: RowStoreOptions): Promise<RowStore> {
  const { out, budget = BUDGET_BYTES, extent = EXTENT_BYTES, atOnce = AT_ONCE_BYTES } = options;
  const mayGrow = options.inputBytes === null || options.inputBytes * PACKED_SHARE > budget;
  let fd: number | null = null;
  if (mayGrow) fd = await openNameless(out, options.inputBytes);
  const piles = Array.from({ length: PARTITIONS + 1 }, () =>
    pile((bytes) => new Uint8Array(new SharedArrayBuffer(bytes))),
  );
  const spills: Spill[] = [];
  let end = 0;
  let held = 0;

  function write(bytes: Uint8Array): number {
    if (fd === null) throw new Error("rows have no file to go to");
    const from = end;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, end + at);
    } catch (error) {
      throw inPlainWords(out, error);
    }
    end += bytes.length;
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
    if (spills.length === 0 || fd === null) return { kind: "memory", pieces: piles[partition]?.pieces() ?? [] };
    return { kind: "file", fd, extents: Float64Array.from(spills[partition]?.extents ?? []) };
  };
  return {
    atOnce,
    append: (partition, rows) => {
      if (spills.length > 0) {
        spills[partition]?.append(rows);
        return;
      }
      piles[partition]?.append(rows);
      held += rows.length;
      if (held > budget && fd !== null) spillAll();
    },
    settle: () => {
      for (const spill of spills) spill.flush();
    },
    bytesOf: (partition) => spills[partition]?.bytes() ?? (piles[partition] as Pile).bytes(),
    lying,
    pieces: (partition) => piecesOf(lying(partition)),
    close: () => {
      for (const each of piles) each.clear();
      if (fd !== null) closeSync(fd);
      fd = null;
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

/** Opens a file in a private folder and takes its name and the folder away at once. */
async function openNameless(out: string, inputBytes: number | null): Promise<number> {
  const place = resolve(out);
  const parent = await nearestFolder(dirname(place));
  try {
    if (inputBytes !== null) await refuseNoRoom(out, parent, inputBytes * PACKED_SHARE);
    const folder = await temporaryFolder(parent, place, "rows");
    try {
      const path = join(folder.path, "rows");
      const fd = openSync(path, "wx+", 0o600);
      unlinkSync(path);
      return fd;
    } finally {
      await folder.remove();
    }
  } catch (error) {
    throw inPlainWords(out, error);
  }
}

async function refuseNoRoom(out: string, parent: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(parent);
  if (bavail * bsize >= needed) return;
  const mb = (bytes: number): string => String(Math.ceil(bytes / 1_000_000));
  throw notDone(
    out,
    `there is too little room on this disk: the run needs about ${mb(needed)} MB while it goes, and ${mb(bavail * bsize)} MB are free. Make room, or name a folder on another disk with --out.`,
  );
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
    const [from = 0, length = 0] = [extents[i], extents[i + 1]];
    if (length > buffer.length) buffer = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      const got = readSync(fd, buffer, at, length - at, from + at);
      if (got === 0) throw new Error("the file of waiting rows ends too early");
      at += got;
    }
    yield buffer.subarray(0, length);
  }
}
