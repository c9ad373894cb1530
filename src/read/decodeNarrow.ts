import { itemAt } from "../at.js";
import { unitOf } from "../windows1252.js";
import { join, NOTHING } from "./bytes.js";
import type { Decoded, Decoder, Ended, NotText } from "./decode.js";
import { characterAt, firstBad, lengthOf, secondByte, unfinished } from "./utf8.js";

/** So many letters beyond ASCII side by side are no word of a Western language: another code page is likelier. */
const MAX_RUN = 6;
const NO_BREAK_SPACE = 0xa0;

/** So much of the first letters beyond ASCII tells the two encodings apart. */
const TELLING_BYTES = 64;

/**
 * UTF-8, or Windows-1252 where the first letters beyond ASCII are none of UTF-8. The two never read the same bytes as
 * the same letters, so a file that holds both is refused: which was meant is not known.
 *
 * @param marked the file begins with UTF-8's byte order mark, so it is meant to be UTF-8 whatever follows
 */
export function narrowBytes(marked: boolean): Decoder {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const western = westernText();
  let found: "ascii" | "utf-8" | "windows-1252" = marked ? "utf-8" : "ascii";
  /** The beginning of a character that the last bytes cut; before the encoding is known, of letters beyond ASCII. */
  let tail: Uint8Array = NOTHING;
  /** Offset in the file of the first byte that is not decoded yet. */
  let offset = 0;

  function plain(bytes: Uint8Array): string {
    const decoded = utf8.decode(bytes);
    const begins = marked && offset === 0 && bytes.length > 0;
    offset += bytes.length;
    return begins ? decoded.slice(1) : decoded;
  }

  function asUtf8(bytes: Uint8Array): Decoded {
    try {
      return { text: plain(bytes), fault: null };
    } catch {
      const text = plain(bytes.subarray(0, firstBad(bytes)));
      return { text, fault: { offset, why: "mixed" } };
    }
  }

  function asWestern(bytes: Uint8Array): Decoded {
    const decoded = western.decode(bytes, offset);
    offset += bytes.length;
    return decoded;
  }

  /** Bytes without a 0. `final`: a character that is cut at their end goes on nowhere. */
  function take(bytes: Uint8Array, final: boolean): Decoded {
    if (found === "windows-1252") return asWestern(bytes);
    if (found === "utf-8") {
      const whole = final ? bytes.length : bytes.length - unfinished(bytes);
      tail = bytes.slice(whole);
      return asUtf8(bytes.subarray(0, whole));
    }
    const at = firstBeyondAscii(bytes);
    const text = plain(bytes.subarray(0, at));
    const rest = bytes.subarray(at);
    if (rest.length === 0) return { text, fault: null };
    const letters = rest.subarray(0, Math.min(TELLING_BYTES, firstAscii(rest)));
    if (letters.length === rest.length && letters.length < TELLING_BYTES && !final) {
      tail = rest.slice();
      return { text, fault: null };
    }
    found = isUtf8(letters, letters.length === TELLING_BYTES) ? "utf-8" : "windows-1252";
    const after = take(rest, final);
    return { text: text + after.text, fault: after.fault };
  }

  function push(bytes: Uint8Array): Decoded {
    const block = join(tail, bytes);
    tail = NOTHING;
    const nul = block.indexOf(0);
    if (nul < 0) return take(block, false);
    const from = offset;
    const before = take(block.subarray(0, nul), true);
    const mixed = before.fault ?? western.end();
    return { text: before.text, fault: mixed ?? { offset: from + nul, why: "nul" } };
  }

  function pass(bytes: Uint8Array): boolean {
    if (tail.length > 0 || offset === 0 || found === "windows-1252") return false;
    offset += bytes.length;
    return true;
  }

  function end(): Ended {
    if (tail.length === 0) return { text: "", fault: western.end(), cut: false };
    if (found === "utf-8") return { text: "", fault: null, cut: true };
    // One byte alone is a letter of Windows-1252 at the very end; more than that may be UTF-8 that was cut.
    found = isUtf8(tail, tail.length > 1) ? "utf-8" : "windows-1252";
    const cut = found === "utf-8" ? unfinished(tail) : 0;
    const { text, fault } = take(tail, cut === 0);
    return { text, fault: fault ?? western.end(), cut: cut > 0 };
  }

  return { push, pass, end, encoding: () => (found === "windows-1252" ? found : "utf-8") };
}

function firstBeyondAscii(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if (itemAt(bytes, i) > 0x7f) return i;
  return bytes.length;
}

function firstAscii(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if (itemAt(bytes, i) < 0x80) return i;
  return bytes.length;
}

/** `mayGoOn`: the last character may lack its end. */
function isUtf8(bytes: Uint8Array, mayGoOn: boolean): boolean {
  const bad = firstBad(bytes);
  return bad === bytes.length || (mayGoOn && characterAt(bytes, bad) === "more");
}

interface WesternText {
  /** `offset`: that of the first byte in the file. */
  decode(bytes: Uint8Array, offset: number): Decoded;
  /** What is wrong with the last letters, now that no more follow. */
  end(): NotText | null;
}

/** Windows-1252, watched for what it can't be: each run of letters beyond ASCII is looked at as a whole. */
function westernText(): WesternText {
  let run = 0;
  let letters = 0;
  let runOffset = 0;
  /** The run so far as UTF-8: whether it is, the first byte of its last character, and how many bytes that lacks. */
  let isUtf8 = true;
  let lead = 0;
  let lacks = 0;
  let second = false;

  function see(byte: number, offset: number): void {
    if (run === 0) runOffset = offset;
    run++;
    if (byte !== NO_BREAK_SPACE) letters++;
    if (lacks === 0) {
      const length = lengthOf(byte);
      if (length < 2) isUtf8 = false;
      lead = byte;
      lacks = length - 1;
      second = true;
      return;
    }
    const [low, high] = second ? secondByte(lead) : [0x80, 0xbf];
    if (byte < low || byte > high) isUtf8 = false;
    second = false;
    lacks--;
  }

  function end(): NotText | null {
    const wasUtf8 = run > 1 && isUtf8 && lacks === 0;
    run = 0;
    letters = 0;
    isUtf8 = true;
    lacks = 0;
    return wasUtf8 ? { offset: runOffset, why: "mixed" } : null;
  }

  function decode(bytes: Uint8Array, offset: number): Decoded {
    const units = new Uint16Array(bytes.length);
    for (let i = 0; i < bytes.length; i++) {
      const byte = itemAt(bytes, i);
      const unit = unitOf(byte);
      const fault = unit === null ? { offset: offset + i, why: "unexplained" as const } : watch(byte, offset + i);
      if (fault !== null) return { text: textOf(units.subarray(0, Math.max(0, fault.offset - offset))), fault };
      units[i] = unit ?? 0;
    }
    return { text: textOf(units), fault: null };
  }

  function watch(byte: number, offset: number): NotText | null {
    if (byte < 0x80) return run === 0 ? null : end();
    see(byte, offset);
    return letters > MAX_RUN ? { offset: runOffset, why: "unexplained" } : null;
  }

  return { decode, end };
}

function textOf(units: Uint16Array): string {
  let text = "";
  // A function takes only so many arguments.
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}
