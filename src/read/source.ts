import type { InputKind } from "../model.js";
import type { Given } from "./map/choose.js";

/** Where the bytes of one input come from. Only reads, and can be read once. */
export interface Source {
  readonly kind: InputKind;
  /** Display name: no folder, unique within the run. */
  readonly name: string;
  /** Layouts that were named for its kind of file; absent or none of that kind: it is recognised from the header. */
  readonly as?: readonly Given[];
  /**
   * The bytes in order, cut anywhere; those of a chunk are valid until the next is asked for. Throws `NotDone` where
   * they cannot be had.
   */
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /**
   * What the chunks were unpacked from, asked after the last of them; null or absent where they are the very bytes of
   * the file.
   */
  readonly packed?: () => Packed | null;
}

/** A file that was unpacked on the way. */
export interface Packed {
  readonly bytes: number;
  /** Of the file as it lies there, lower case hex. */
  readonly sha256: string;
  /** It ends before what is in it ends. */
  readonly cutOff: boolean;
}

/** A running SHA-256. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** The digest of all bytes so far, lower case hex. Call once, last. */
  hex(): string;
}
