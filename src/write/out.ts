import { createHash } from "node:crypto";
import { lstat, mkdir, open, rename, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { IsoDate } from "../date.js";
import { encodeText } from "../encode.js";
import type { Encoding } from "../model.js";
import type { ResultFile } from "../report/formats/format.js";
import { codeOf, inPlainWords } from "./faults.js";
import { heedingSignals } from "./interrupt.js";
import { lookAt, MANIFEST, type Place } from "./place.js";
import { type Temporary, temporaryFolder } from "./temporary.js";

/** Takes the next piece of a file; resolves when there is room for more. */
type Write = (chunk: string | Uint8Array) => Promise<void>;

/** What goes into a file: held whole, or written piece by piece so that it need not be. */
export type Content = string | Uint8Array | ((write: Write) => Promise<void>);

export interface OutFile {
  readonly name: string;
  readonly content: Content;
  /** How text is written as bytes; UTF-8 unless given. */
  readonly encoding?: Encoding;
  /** Data rows, for the manifest; null or absent where the file is no table. */
  readonly rows?: number | null;
}

/** A file as it was written. */
export interface Written {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number | null;
}

export interface WriteOptions {
  /** Replace earlier results of zcredit. */
  readonly force: boolean;
  /** Paths of every file that was read, so that none is written over. */
  readonly inputs: readonly string[];
  /** Makes `manifest.json` from the files written; by it zcredit knows the folder as its own later. */
  readonly manifest?: (written: readonly Written[]) => string;
}

/** A file whose text comes in pieces, and so is never held whole. */
export function inPieces(pieces: () => Iterable<string>): Content {
  return async (write) => {
    for (const piece of pieces()) await write(piece);
  };
}

/** A file of a format, as it is written. */
export function outFile({ name, pieces, encoding, rows }: ResultFile): OutFile {
  return { name, content: inPieces(pieces), rows, ...(encoding === undefined ? {} : { encoding }) };
}

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Makes sure that a name survives a loss of power. Some systems can't do that for a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "EPERM", "EISDIR", "ENOTSUP"].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

async function writeFile(folder: string, file: OutFile, heed: () => void): Promise<Written> {
  if (file.name !== basename(file.name)) throw new Error(`a result file has a folder in its name: ${file.name}`);
  const handle = await open(join(folder, file.name), "wx", FILE_MODE);
  const hash = createHash("sha256");
  let bytes = 0;
  const write: Write = async (chunk) => {
    heed();
    const piece = typeof chunk === "string" ? encodeText(chunk, file.encoding ?? "utf-8") : chunk;
    hash.update(piece);
    bytes += piece.byteLength;
    await handle.appendFile(piece);
  };
  try {
    if (typeof file.content === "function") await file.content(write);
    else await write(file.content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name: file.name, sha256: hash.digest("hex"), bytes, rows: file.rows ?? null };
}

async function fill(
  folder: string,
  files: readonly OutFile[],
  manifest: WriteOptions["manifest"],
  heed: () => void,
): Promise<void> {
  const written: Written[] = [];
  for (const file of files) written.push(await writeFile(folder, file, heed));
  if (manifest !== undefined) await writeFile(folder, { name: MANIFEST, content: manifest(written) }, heed);
  await syncFolder(folder);
}

/** Puts the finished folder in its place. Where something stands there, it is put back if that fails. */
async function swap(finished: string, place: Place): Promise<void> {
  if (place.state === "absent") {
    await rename(finished, place.path);
    return;
  }
  if (place.state === "empty") {
    await rmdir(place.path);
    try {
      await rename(finished, place.path);
    } catch (error) {
      await mkdir(place.path, { mode: FOLDER_MODE });
      throw error;
    }
    return;
  }
  const aside = temporaryFolder(dirname(place.path), place.path, "old");
  const old = join(aside.path, "old");
  try {
    await rename(place.path, old);
    try {
      await rename(finished, place.path);
    } catch (error) {
      await rename(old, place.path);
      throw error;
    }
  } catch (error) {
    // Never more than the empty folder: what stands in it is someone's earlier results.
    await rmdir(aside.path).catch(() => undefined);
    throw error;
  }
  await aside.remove();
}

/**
 * Makes a folder and those above it; the topmost that was made, undefined where all were there. One by one, since the
 * system's own way of making several tells a disk that can only be read as a folder that is not there. Where one of them
 * can't be made, those made on the way are taken away again.
 */
export async function makeFolders(path: string, mode: number): Promise<string | undefined> {
  try {
    await mkdir(path, { mode });
    return path;
  } catch (error) {
    if (codeOf(error) === "EEXIST" && (await stat(path).catch(() => null))?.isDirectory()) return undefined;
    if (codeOf(error) !== "ENOENT") throw error;
  }
  const parent = dirname(path);
  const made = await makeFolders(parent, mode);
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if (made !== undefined) await removeEmpty(parent, made);
    throw error;
  }
  return made ?? path;
}

/** Removes the folders made on the way, innermost first, as far as they are empty. */
export async function removeEmpty(from: string, upTo: string): Promise<void> {
  for (let at = from; at.length >= upTo.length; at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
}

/**
 * Writes all files into `dir`, whole or not at all: into a temporary folder beside it, flushed, then renamed. On any
 * failure nothing is left behind and what stood there stands there still.
 * @throws NotDone in plain words: no room, no permission, a folder that is not ours or that holds an input or decisions.
 */
export async function writeResults(dir: string, files: readonly OutFile[], options: WriteOptions): Promise<void> {
  await heedingSignals((heed) => writeHeeding(dir, files, options, heed));
}

async function writeHeeding(
  dir: string,
  files: readonly OutFile[],
  options: WriteOptions,
  heed: () => void,
): Promise<void> {
  try {
    const place = await lookAt(dir, options.force, options.inputs);
    const parent = dirname(place.path);
    const made = await makeFolders(parent, FOLDER_MODE);
    let temporary: Temporary | null = null;
    let done = false;
    try {
      temporary = temporaryFolder(parent, place.path, "new");
      await fill(temporary.path, files, options.manifest, heed);
      heed();
      await swap(temporary.path, place);
      done = true;
      // The results stand there whole: that their name may not outlast a loss of power makes them no failure.
      await syncFolder(parent).catch(() => undefined);
    } finally {
      if (!done) {
        await temporary?.remove();
        if (made !== undefined) await removeEmpty(parent, made);
      }
    }
  } catch (error) {
    throw inPlainWords(dir, error);
  }
}

/** Fills `{award-date}` in a place that was asked for. */
export function fillOut(out: string, awardDate: IsoDate): string {
  return out.replaceAll("{award-date}", awardDate);
}

/** `zcredit-results/2025-06-20-1`, or the next number that nothing stands under, so that running twice works. */
export async function defaultOut(awardDate: IsoDate): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join("zcredit-results", `${awardDate}-${n}`);
    try {
      await lstat(path);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return path;
      throw inPlainWords(path, error);
    }
  }
}
