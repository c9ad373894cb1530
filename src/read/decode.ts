import type { Encoding, FileReading } from "../model.js";
import { join, NOTHING, startsWith } from "./bytes.js";
import { narrowBytes } from "./decodeNarrow.js";
import { wideBytes } from "./decodeWide.js";

export type NotText = NonNullable<FileReading["notText"]>;

/** Text, and the fault that ended it: after a fault nothing more is decoded. */
export interface Decoded {
  readonly text: string;
  readonly fault: NotText | null;
}

/** What came of the last bytes. `cut`: they end inside a character, so the file was cut off there. */
export interface Ended extends Decoded {
  readonly cut: boolean;
}

/** Turns bytes of one encoding to text, however they are cut. A byte order mark at the beginning is no part of it. */
export interface Decoder {
  push(bytes: Uint8Array): Decoded;
  /**
   * Bytes that are plain text (`isPlainText`) are passed by, since whoever asks reads them as they are. False: they
   * have to be pushed, since what they are hangs on those before them.
   */
  pass(bytes: Uint8Array): boolean;
  /** No more bytes: what was held back, or why it is no text. */
  end(): Ended;
  /** As far as the bytes so far tell. */
  encoding(): Encoding;
}

export interface Decoding extends Decoder {
  /** Whether the file began with a byte order mark. */
  bom(): boolean;
}

/** As many bytes as are looked at to tell what a file is. */
const HEAD_BYTES = 4096;

const BOM_8 = [0xef, 0xbb, 0xbf];
const BOM_16_LITTLE = [0xff, 0xfe];
const BOM_16_BIG = [0xfe, 0xff];

/**
 * Decodes UTF-8 and UTF-16 of either byte order, with or without a byte order mark, and Windows-1252. What surely is
 * another kind of file is said to be so; a file that two encodings were pasted together in is refused.
 */
export function decoding(): Decoding {
  let head: Uint8Array | null = NOTHING;
  let decoder: Decoder = narrowBytes(false);
  let bom = false;

  function begin(bytes: Uint8Array): Decoded {
    head = null;
    const first = bytes.subarray(0, HEAD_BYTES);
    const why = otherKind(first);
    if (why !== null) return { text: "", fault: { offset: 0, why } };
    bom = [BOM_8, BOM_16_LITTLE, BOM_16_BIG].some((mark) => startsWith(first, mark));
    const wide = widthOf(first);
    decoder = wide === null ? narrowBytes(bom) : wideBytes(wide);
    return decoder.push(bytes);
  }

  function push(bytes: Uint8Array): Decoded {
    if (head === null) return decoder.push(bytes);
    const soFar = join(head, bytes);
    if (soFar.length >= HEAD_BYTES) return begin(soFar);
    head = soFar.slice();
    return { text: "", fault: null };
  }

  function end(): Ended {
    const first: Decoded = head === null ? { text: "", fault: null } : begin(head);
    if (first.fault !== null) return { ...first, cut: false };
    const last = decoder.end();
    return { ...last, text: first.text + last.text };
  }

  const pass = (bytes: Uint8Array): boolean => head === null && decoder.pass(bytes);

  return { push, pass, end, bom: () => bom, encoding: () => decoder.encoding() };
}

/** What a file is by its first bytes, where it is surely none that is read. */
function otherKind(head: Uint8Array): NotText["why"] | null {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return isWorkbook(head) ? "spreadsheet" : "archive";
  // The container of the older Office files, .xls among them.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return "spreadsheet";
  if (startsWith(head, [0x1f, 0x8b])) return "archive";
  // UTF-32, which no system was seen to export.
  if (startsWith(head, [...BOM_16_LITTLE, 0, 0])) return "unexplained";
  return null;
}

function isWorkbook(head: Uint8Array): boolean {
  const names = new TextDecoder("latin1").decode(head);
  return names.includes("[Content_Types].xml") || names.includes("xl/") || names.includes("opendocument.spreadsheet");
}

/**
 * The byte order of UTF-16; null where it is none. Without a byte order mark it is told by its zeros: the header of a
 * table is plain letters, of which every other byte is 0, on the same side but for very few.
 */
function widthOf(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (startsWith(head, BOM_16_LITTLE)) return "utf-16le";
  if (startsWith(head, BOM_16_BIG)) return "utf-16be";
  const pairs = head.length >> 1;
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) zerosFirst++;
    if (head[i + 1] === 0) zerosSecond++;
  }
  if (zerosFirst * 10 < zerosSecond && zerosSecond * 2 >= pairs) return "utf-16le";
  if (zerosSecond * 10 < zerosFirst && zerosFirst * 2 >= pairs) return "utf-16be";
  return null;
}
