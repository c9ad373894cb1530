import { byteAt } from "../at.js";
import { withoutZeros } from "../normalise/studentId.js";

/** Spreads the bits of a number over all 32 (the finish of MurmurHash3, by Austin Appleby, public domain). */
export function mixed(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 32 bits of a text: where it is put, never what it is taken for. Equal texts have equal hashes, on every machine. */
export function hashOf(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** The family of a student id: ids that are equal but for leading zeros have the same, so that they meet. */
export function familyOf(studentId: string): number {
  return hashOf(studentId.charCodeAt(0) === 48 ? withoutZeros(studentId) : studentId);
}

/** `familyOf` the id that stands in these bytes, which are ASCII. */
export function familyIn(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to - 1 && bytes[at] === 48) at++;
  let hash = 0x811c9dc5;
  for (; at < to; at++) hash = Math.imul(hash ^ byteAt(bytes, at), 0x01000193);
  return mixed(hash);
}

const SHARD_SEED = 0x5bd1e995;

/** Which of so many shards a family falls to, from 0: by other bits than those that choose its partition. */
export function shardOf(family: number, shards: number): number {
  return mixed(family ^ SHARD_SEED) % shards;
}

const OTHER_SEED = 0x2545f491;

/** The other half of 64 bits. */
export function otherHashOf(text: string): number {
  return hashOf(text, OTHER_SEED);
}
