import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { distance } from "fastest-levenshtein";
import { type NotDone, notDone } from "../errors.js";
import type { InputKind } from "../model.js";
import type { Hasher, Packed, Source } from "./source.js";
import { unpacked } from "./unpack.js";

const CHUNK_BYTES = 1 << 20;

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

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { flags: "r", highWaterMark: CHUNK_BYTES });
  try {
    for await (const chunk of stream) yield chunk;
  } catch (error) {
    throw await plainly(path, error);
  }
}

/** The whole of a small file (a policy, a configuration). Throws `NotDone` as `openFile` does. */
export async function readWhole(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw await plainly(path, error);
  }
}

export function nodeHasher(): Hasher {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
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
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return notDone(path, `there is no such file.${await nearName(path)}`);
    case "EISDIR":
      return notDone(path, "this is a folder. Name a file in it.");
    case "EACCES":
    case "EPERM":
      return notDone(
        path,
        "this file may not be read. Ask whoever owns it for permission, or copy it to your own folder.",
      );
    case "EMFILE":
    case "ENFILE":
      return notDone(path, "too many files are open on this machine. Close some programs and try again.");
    case "":
      throw error;
    default:
      return notDone(path, `this file could not be read (the system says ${codeOf(error)}). Try to open it yourself.`);
  }
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
