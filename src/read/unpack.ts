import { createHash } from "node:crypto";
import { createGunzip, type Gunzip } from "node:zlib";
import { notDone } from "../errors.js";
import type { Packed } from "./source.js";

const GZIP = [0x1f, 0x8b];

/** Packed bytes taken at a time: what comes of them is held at once, at most a thousand times as much. */
const SLICE_BYTES = 1 << 16;

/**
 * Text of people's records packs to a tenth or so. What unpacks to far more was made to fill a machine; small files
 * are let be, since they do no harm.
 */
const MAX_TIMES = 500;
const HARMLESS_BYTES = 1 << 26;

/**
 * The bytes as they are, or unpacked where they begin as gzip does; `said` is told then what they were, after the last.
 *
 * Throws `NotDone` where what is packed is damaged, or unpacks to more than 500 times its size.
 */
export async function* unpacked(
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
    `this file is packed (gzip) and unpacks to more than ${MAX_TIMES} times its size, which no export does. Unpack it yourself and look into it.`,
  );
}
