import type { Encoding } from "./model.js";
import { byteOf } from "./windows1252.js";

const encoder = new TextEncoder();

/**
 * Text as bytes, nothing added: a byte order mark is written where the text begins with one.
 *
 * @throws Error where the encoding has no such character; ask `notIn` before.
 */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return encoder.encode(text);
    case "windows-1252":
      return narrow(text);
    case "utf-16le":
    case "utf-16be":
      return wide(text, encoding === "utf-16le");
  }
}

/** The first character that the encoding does not have; null where it has all of them. */
export function notIn(text: string, encoding: Encoding): string | null {
  if (encoding !== "windows-1252") return null;
  for (const char of text) if (char.length > 1 || byteOf(char.charCodeAt(0)) === null) return char;
  return null;
}

function narrow(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charCodeAt(i));
    if (byte === null) throw new Error("a character that Windows-1252 does not have was to be written in it");
    bytes[i] = byte;
  }
  return bytes;
}

function wide(text: string, littleEnd: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEnd);
  return new Uint8Array(view.buffer);
}
