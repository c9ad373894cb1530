import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { InputKind } from "../model.js";
import type { Hasher, Source } from "./source.js";

/** An input held in memory. Text is taken as UTF-8. */
export function fromBytes(kind: InputKind, name: string, content: Uint8Array | string): Source {
  const bytes = typeof content === "string" ? utf8ToBytes(content) : content;
  return { kind, name, chunks: () => [bytes] };
}

/** A SHA-256 that needs nothing of Node; some ten times slower than Node's own. */
export function nobleHasher(): Hasher {
  const hash = sha256.create();
  return {
    update: (bytes) => void hash.update(bytes),
    hex: () => bytesToHex(hash.digest()),
  };
}
