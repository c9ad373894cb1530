import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { zlibSync } from "fflate";

/** Pieces of a string that `fromCharCode` takes at once. */
const PIECE = 0x8000;

/** Text, compressed, in letters that can stand inside a page. The same text gives the same letters. */
export function packed(text: string): string {
  return base64(zlibSync(utf8ToBytes(text), { level: 6 }));
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
