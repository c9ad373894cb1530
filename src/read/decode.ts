import type { FileReading } from "../model.js";

export type NotText = NonNullable<FileReading["notText"]>;

/** Text, and the fault that ended it: after a fault nothing more is decoded. */
interface Decoded {
  readonly text: string;
  readonly fault: NotText | null;
}

/** Turns the bytes of one file to text, however they are cut. */
export interface Decoding {
  push(bytes: Uint8Array): Decoded;
  /** No more bytes: what was held back, or why it is no text. */
  end(): Decoded;
  /** Whether the file began with a byte order mark, which is no part of the text. */
  bom(): boolean;
}

/** As many bytes as are needed to tell a workbook from another archive. */
const HEAD_BYTES = 4096;

const NOTHING = new Uint8Array(0);

/** Decodes UTF-8, with or without a byte order mark. What surely is another kind of file is said to be so. */
export function decoding(): Decoding {
  const utf8 = utf8Blocks();
  let head: Uint8Array | null = NOTHING;
  let bom = false;

  function begin(bytes: Uint8Array): Decoded {
    head = null;
    const why = otherKind(bytes);
    if (why !== null) return { text: "", fault: { offset: 0, why } };
    bom = startsWith(bytes, [0xef, 0xbb, 0xbf]);
    return utf8.push(bytes);
  }

  function push(bytes: Uint8Array): Decoded {
    if (head === null) return utf8.push(bytes);
    const soFar = join(head, bytes);
    head = soFar;
    return soFar.length < HEAD_BYTES ? { text: "", fault: null } : begin(soFar);
  }

  function end(): Decoded {
    const first: Decoded = head === null ? { text: "", fault: null } : begin(head);
    if (first.fault !== null) return first;
    const last = utf8.end();
    return { text: first.text + last.text, fault: last.fault };
  }

  return { push, end, bom: () => bom };
}

/** What a file is by its first bytes, where it is surely no text. */
function otherKind(head: Uint8Array): NotText["why"] | null {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return isWorkbook(head) ? "spreadsheet" : "archive";
  // The container of the older Office files, .xls among them.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return "spreadsheet";
  if (startsWith(head, [0x1f, 0x8b])) return "archive";
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return "not-utf-8";
  return null;
}

function isWorkbook(head: Uint8Array): boolean {
  const names = new TextDecoder("latin1").decode(head);
  return names.includes("[Content_Types].xml") || names.includes("xl/") || names.includes("opendocument.spreadsheet");
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte);
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function utf8Blocks(): Pick<Decoding, "push" | "end"> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** The beginning of a character that the last bytes cut. */
  let tail: Uint8Array = NOTHING;
  /** Offset in the file of the first byte that is not decoded yet. */
  let offset = 0;
  let beyondAscii = false;

  function text(bytes: Uint8Array): string {
    const decoded = decoder.decode(bytes);
    const begins = offset === 0 && decoded.startsWith("\uFEFF");
    offset += bytes.length;
    if (decoded.length < bytes.length - (begins ? 2 : 0)) beyondAscii = true;
    return begins ? decoded.slice(1) : decoded;
  }

  function upTo(bytes: Uint8Array, end: number): Decoded {
    const sound = text(bytes.subarray(0, end));
    // Where some characters are UTF-8 and others are not, two encodings were pasted together.
    return { text: sound, fault: { offset, why: beyondAscii ? "mixed" : "not-utf-8" } };
  }

  function push(bytes: Uint8Array): Decoded {
    const block = join(tail, bytes);
    const nul = block.indexOf(0);
    const plain = nul < 0 ? block.subarray(0, block.length - unfinished(block)) : block.subarray(0, nul);
    tail = block.slice(plain.length);
    try {
      const sound = text(plain);
      return nul < 0 ? { text: sound, fault: null } : { text: sound, fault: { offset, why: "nul" } };
    } catch {
      return upTo(plain, firstBad(plain));
    }
  }

  function end(): Decoded {
    return tail.length === 0 ? { text: "", fault: null } : upTo(tail, 0);
  }

  return { push, end };
}

/** How many bytes at the end may begin a character that goes on in the next bytes: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** Offset of the first byte that begins no well-formed character (Unicode, table 3-7); the length where all do. */
function firstBad(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lengthOf(lead);
    if (length === 0) return at;
    for (let i = 1; i < length; i++) {
      const [low, high] = i === 1 ? secondByte(lead) : [0x80, 0xbf];
      const byte = bytes[at + i] ?? 0;
      if (byte < low || byte > high) return at;
    }
    at += length;
  }
  return at;
}

function secondByte(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
