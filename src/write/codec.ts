import type { TextCodec } from "../partition/packed.js";

/** Node's own way from text to bytes and back: about twice as fast for texts of a row's length. */
export function nodeCodec(): TextCodec {
  let seen: Uint8Array = new Uint8Array(0);
  let view: Buffer = Buffer.alloc(0);
  // Thousands of rows lie in one run of bytes: the view of it is made once.
  const viewOf = (bytes: Uint8Array): Buffer => {
    if (bytes !== seen) {
      seen = bytes;
      view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return view;
  };
  return {
    write: (text, into, at) => viewOf(into).write(text, at),
    read: (bytes, from, to) => viewOf(bytes).toString("utf8", from, to),
  };
}
