import { createHash } from "node:crypto";
import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createGunzip, type Gunzip } from "node:zlib";
import { distance } from "fastest-levenshtein";
import { NotDone, notDone } from "../errors.js";
import type { InputKind } from "../model.js";
import type { Hasher, Packed, Source } from "./source.js";

const CHUNK_BYTES = 1 << 20;

const GZIP = [0x1f, 0x8b];

/** Packed bytes taken at a time: what comes of them is held at once, at most a thousand times as much. */
const SLICE_BYTES = 1 << 16;

/**
 * Text of people's records packs to a tenth or so, to a sixtieth where each cell is filled up with blanks. What unpacks
 * to far more was made to fill a machine; small files are let be, since they do no harm.
 */
const MAX_TIMES = 100;
const HARMLESS_BYTES = 1 << 24;

/**
 * A file as an input, opened for reading only and not before its chunks are asked for. One that gzip packed, whatever
 * its name, is unpacked on the way.
 *
 * Its chunks throw `NotDone` in plain words where there is no such file, it is a folder, it may not be read, or it is
 * packed and damaged.
 */
export function openFile(kind: InputKind, path: string, name: string): Source {
  return sourceOf(kind, name, () => chunksOf(path));
}

/** Standard input as an input; packed or not, as `openFile`. */
export function openStandardInput(kind: InputKind, name: string): Source {
  return sourceOf(kind, name, () => process.stdin);
}

function sourceOf(kind: InputKind, name: string, open: () => AsyncIterable<Uint8Array>): Source {
  let packed: Packed | null = null;
  const chunks = () => {
    packed = null;
    return unpacked(name, open(), (was) => {
      packed = was;
    });
  };
  return { kind, name, chunks, packed: () => packed };
}

/**
 * The bytes of a file as they lie there, each chunk valid until the next is asked for. Throws `NotDone` as `openFile`
 * does, and where it changes meanwhile.
 */
export async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, "r");
    const before = await file.stat({ bigint: true });
    // The same room each time: what is thrown away with every chunk has all memory searched for rubbish again and again.
    const room = new Uint8Array(CHUNK_BYTES);
    for (let got = await file.read(room); got.bytesRead > 0; got = await file.read(room)) {
      yield room.subarray(0, got.bytesRead);
    }
    const after = await file.stat({ bigint: true });
    // What half a program reads while another writes it is neither the old file nor the new one.
    if (before.isFile() && (after.size !== before.size || after.mtimeNs !== before.mtimeNs)) throw changed(path);
  } catch (error) {
    throw error instanceof NotDone ? error : await plainly(path, error);
  } finally {
    await file?.close();
  }
}

/** The words for a file that something else wrote to between the first byte that was read and the last. */
function changed(where: string): NotDone {
  return notDone(where, "this file changed while it was read. Run again when nothing writes to it.");
}

/**
 * The bytes as they are, or unpacked where they begin as gzip does; `said` is told then what they were, after the last.
 *
 * Throws `NotDone` where what is packed is damaged, or unpacks to more than 100 times its size.
 */
async function* unpacked(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  said: (packed: Packed) => void,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  let gunzip: Gunzip | null = null;
  const hash = createHash("sha256");
  const count = { packed: 0, unpacked: 0 };
  const checked = (piece: Uint8Array): Uint8Array => {
    count.unpacked += piece.length;
    if (count.unpacked > HARMLESS_BYTES && count.unpacked > count.packed * MAX_TIMES) throw tooMuch(name);
    return piece;
  };
  try {
    for await (const chunk of chunks) {
      let bytes: Uint8Array = chunk;
      if (head !== null) {
        bytes = Buffer.concat([head, chunk]);
        head = bytes.length < GZIP.length ? bytes : null;
        if (head !== null) continue;
        if (GZIP.every((byte, i) => bytes[i] === byte)) gunzip = createGunzip();
      }
      if (gunzip === null) {
        yield bytes;
        continue;
      }
      hash.update(bytes);
      for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
        const slice = bytes.subarray(at, at + SLICE_BYTES);
        count.packed += slice.length;
        for (const piece of await piecesOf(gunzip, slice, name)) yield checked(piece);
      }
    }
    if (head !== null && head.length > 0) yield head;
    if (gunzip === null) return;
    const last = await endOf(gunzip, name);
    for (const piece of last.pieces) yield checked(piece);
    said({ bytes: count.packed, sha256: hash.digest("hex"), cutOff: last.cutOff });
  } finally {
    gunzip?.destroy();
  }
}

/** What one slice unpacks to. Everything up to it is handed out before more is given, so that a cut loses nothing. */
function piecesOf(gunzip: Gunzip, slice: Uint8Array, name: string): Promise<readonly Uint8Array[]> {
  return collected(gunzip, name, (done) => gunzip.write(slice, () => done(false))).then(({ pieces }) => pieces);
}

function endOf(gunzip: Gunzip, name: string) {
  return collected(gunzip, name, () => gunzip.end());
}

interface Collected {
  readonly pieces: readonly Uint8Array[];
  readonly cutOff: boolean;
}

function collected(gunzip: Gunzip, name: string, start: (done: (cutOff: boolean) => void) => void): Promise<Collected> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    const onData = (piece: Uint8Array): void => void pieces.push(piece);
    const onEnd = (): void => done(false);
    const onError = (error: Error & { readonly code?: string }): void => {
      // Zlib's word for "the bytes ended, and what is packed in them did not".
      if (error.code === "Z_BUF_ERROR") done(true);
      else {
        stop();
        reject(damaged(name));
      }
    };
    function stop(): void {
      gunzip.off("data", onData).off("end", onEnd).off("error", onError);
    }
    function done(cutOff: boolean): void {
      // What is ready and not handed on yet comes as data while it is read.
      while (gunzip.read() !== null);
      stop();
      resolve({ pieces, cutOff });
    }
    gunzip.on("data", onData).on("end", onEnd).on("error", onError);
    start(done);
  });
}

function damaged(name: string) {
  return notDone(name, "this file is packed (gzip) and damaged, so it cannot be unpacked. Copy or export it again.");
}

function tooMuch(name: string) {
  return notDone(
    name,
    `this file is packed (gzip) and unpacks to more than ${MAX_TIMES} times its size, which no export of records does. Unpack it yourself and look into it; if it is sound, give the unpacked file.`,
  );
}

/** What a policy, a configuration or a map may hold at most, in bytes: a hundred times as much as any seen. */
const MOST_OF_JSON = 1 << 22;
/** The same of a table that people keep: decisions, logs, accepted violations. */
export const MOST_OF_TABLE = 1 << 26;
/** The same of earlier results: beyond it no text can be held in one piece. */
export const MOST_OF_RESULTS = 500_000_000;

/**
 * The whole of a file that is small, but for a mistake: at most so many bytes, and no more than these are ever held.
 * Throws `NotDone` where it is larger, and as `openFile` does.
 */
export async function readWhole(path: string, most: number = MOST_OF_JSON): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(path)) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLarge(path, most);
    pieces.push(chunk.slice());
  }
  return Buffer.concat(pieces, bytes);
}

function tooLarge(path: string, most: number): NotDone {
  const limit = Math.floor(most / 1_000_000);
  return notDone(
    path,
    `this file is larger than ${limit} MB, and no file of its kind is. Look whether another one was meant.`,
  );
}

export function nodeHasher(): Hasher {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
}

/** SHA-256 of a whole, lower case hex. */
export function sha256Of(whole: Uint8Array | string): string {
  return createHash("sha256").update(whole).digest("hex");
}

/** Names without folders, in the order given; one that was there before gets ` (2)`, ` (3)`. */
export function displayNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  const names: string[] = [];
  for (const path of paths) {
    const base = basename(path);
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} (${n})`;
    taken.add(name);
    names.push(name);
  }
  return names;
}

async function plainly(path: string, error: unknown): Promise<NotDone> {
  const code = codeOf(error);
  if (code === "") throw error;
  if (code === "ENOENT" || code === "ENOTDIR") {
    if (path === "-") return notDone(path, ONLY_EXPORTS);
    return notDone(path, `there is no such file.${await nearName(path)}`);
  }
  const says = SAYS.get(code) ?? `this file could not be read (the system says ${code}). Try to open it yourself.`;
  return notDone(path, says);
}

const ONLY_EXPORTS =
  "standard input is read for an export of a run alone (-t, -s, --approvals, --students). Save it as a file and name that.";
const MAY_NOT = "this file may not be read. Ask whoever owns it for permission, or copy it to your own folder.";
const IN_USE = "another program holds this file open for itself. Close it there, and run again.";
const TOO_MANY = "too many files are open on this machine. Close some programs and try again.";

/** What is told of a failure by the system's code for it. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ["EISDIR", "this is a folder. Name a file in it."],
  ["EACCES", MAY_NOT],
  ["EPERM", MAY_NOT],
  ["ELOOP", "the links in this path lead round in a circle. Name the file itself."],
  ["ENAMETOOLONG", "this name is too long for the disk, so there is no such file. Check the spelling."],
  ["EBUSY", IN_USE],
  ["ETXTBSY", IN_USE],
  ["EIO", "the disk could not read this file to its end. Copy it from a sound disk and run again."],
  ["EMFILE", TOO_MANY],
  ["ENFILE", TOO_MANY],
]);

/** The names in a folder, sorted. Throws `NotDone` where there is none, or it may not be read. */
export async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    throw await plainly(path, error);
  }
}

/**
 * Whether a path is something that gives its bytes once, such as a pipe; false where nothing stands there. Whoever
 * reads such a file twice, or only looks into it, has lost what it held.
 */
export async function givesOnce(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats !== null && !stats.isFile() && !stats.isDirectory();
}

/** Throws `NotDone` where a file that has to be read more than once can't be. */
export async function refuseGivenOnce(path: string): Promise<void> {
  if (!(await givesOnce(path))) return;
  throw notDone(path, "this is no file but a pipe, and it has to be read more than once. Save it as a file first.");
}

/** The system's code for a failure of its own; empty for a defect of ours. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

async function nearName(path: string): Promise<string> {
  const wanted = basename(path);
  let entries: string[];
  try {
    entries = await readdir(dirname(path));
  } catch {
    return ` There is no folder ${dirname(path)} either.`;
  }
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  let nearest = "";
  let least = limit + 1;
  // Sorted, since the system lists a folder in any order, and ties would follow it.
  for (const entry of entries.sort()) {
    const far = distance(wanted.toLowerCase(), entry.toLowerCase());
    if (far < least) {
      least = far;
      nearest = entry;
    }
  }
  return nearest === "" ? "" : ` Did you mean ${join(dirname(path), nearest)}?`;
}
