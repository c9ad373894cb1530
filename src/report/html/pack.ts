import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { Zlib } from "fflate";

/** Pieces of a string that `fromCharCode` takes at once. */
const PIECE = 0x8000;

/** Text, compressed, in letters that can stand inside a page. The same pieces give the same letters. */
export function* packed(texts: Iterable<string>): Iterable<string> {
  let ready: Uint8Array[] = [];
  const zlib = new Zlib({ level: 6 }, (bytes) => void ready.push(bytes));
  let rest = new Uint8Array();
  for (const text of texts) {
    zlib.push(utf8ToBytes(text));
    const bytes = joined([rest, ...ready]);
    ready = [];
    // Three bytes are four letters: what is over waits for the next piece.
    const whole = bytes.length - (bytes.length % 3);
    rest = bytes.slice(whole);
    if (whole > 0) yield base64(bytes.subarray(0, whole));
  }
  zlib.push(new Uint8Array(), true);
  yield base64(joined([rest, ...ready]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What a content security policy calls this script or style: nothing but this very text may run then. */
export function cspHash(text: string): string {
  return `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(""));
}
