import { join, NOTHING } from "./bytes.js";
import type { Decoded, Decoder, Ended } from "./decode.js";

const MARK = 0xfeff;

/** UTF-16: two bytes a unit, and some characters two units, which only stand together. */
export function wideBytes(encoding: "utf-16le" | "utf-16be"): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  /** Half a unit or half a character that the last bytes cut. */
  let tail: Uint8Array = NOTHING;
  /** Offset in the file of the first byte that is not decoded yet. */
  let offset = 0;

  function unitAt(bytes: Uint8Array, at: number): number {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2);
    return encoding === "utf-16le" ? (second << 8) | first : (first << 8) | second;
  }

  /** Offset of the first unit that can't stand where it stands: 0, or half a character; the length where all can. */
  function firstFault(bytes: Uint8Array): number {
    for (let at = 0; at < bytes.length; at += 2) {
      const unit = unitAt(bytes, at);
      if (unit === 0 || isSecond(unit)) return at;
      if (!isFirst(unit)) continue;
      if (at + 2 >= bytes.length || !isSecond(unitAt(bytes, at + 2))) return at;
      at += 2;
    }
    return bytes.length;
  }

  function push(bytes: Uint8Array): Decoded {
    const block = join(tail, bytes);
    let whole = block.length - (block.length % 2);
    if (whole > 0 && isFirst(unitAt(block, whole - 2))) whole -= 2;
    const end = firstFault(block.subarray(0, whole));
    const begins = offset === 0 && end > 0 && unitAt(block, 0) === MARK;
    const text = decoder.decode(block.subarray(begins ? 2 : 0, end));
    tail = block.slice(whole);
    const from = offset;
    offset += whole;
    if (end === whole) return { text, fault: null };
    return { text, fault: { offset: from + end, why: unitAt(block, end) === 0 ? "nul" : "unexplained" } };
  }

  function end(): Ended {
    return { text: "", fault: null, cut: tail.length > 0 };
  }

  return { push, pass: () => false, end, encoding: () => encoding };
}

function isFirst(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isSecond(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
