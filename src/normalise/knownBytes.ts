import { wordAt } from "../at.js";

/** Bytes, and the same to be looked at four at a time. */
export interface Fours {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function foursOf(bytes: Uint8Array): Fours {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** So many bytes beyond a line are looked at with it. */
export const BEYOND = 3;

/*
 * Four bytes at a time, as one number, the first of them lowest: 2 ** 31 and more is below 0. A byte that is 0 has its
 * highest bit set by `~(((x & LOWS) + LOWS) | x)`, and no other has.
 */
const LOWS = 0x7f7f7f7f;
const HIGHS = 0x80808080;
const ONES = 0x01010101;

/** Odd numbers without a pattern: each spreads what differs in a four to the bits above it. */
const SPREAD = -1_640_531_535;
const SPREAD_AGAIN = -2_048_144_789;

const FIRST_SLOTS = 1 << 8;
/** As many texts are remembered by their bytes as fill half of these. */
const MOST_SLOTS = 1 << 15;
/** After so many others in the place where a text belongs, it is read anew. */
const TRIES = 16;
/** Texts of which there are too many before they were asked for so often, each, are hardly worth remembering. */
const WORTH = 2;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * What texts were read as, by their bytes in UTF-8. All bytes of an export pass through here: what is done with each
 * four stands in one function, since a call of another costs more than all of that.
 */
export class KnownBytes<V> {
  /** Where the text that was taken last ends. */
  end = 0;
  /** False: there were too many texts that hardly came back. */
  isWorthIt = true;
  private readonly read: (text: string) => V;
  private asked = 0;
  /** Numbers of texts from 1, each near where its hash says; 0: free. */
  private slots = new Int32Array(FIRST_SLOTS);
  /** By number: its hash and length, where its fours end in `written` (where those before it end, they begin), its value. */
  private hashes = new Int32Array(FIRST_SLOTS / 2 + 1);
  private lengths = new Int32Array(FIRST_SLOTS / 2 + 1);
  private ends = new Int32Array(FIRST_SLOTS / 2 + 1);
  private values: (V | undefined)[] = [undefined];
  private written = new Int32Array(FIRST_SLOTS);

  /** @param read is asked for a text that isn't known (any more) */
  constructor(read: (text: string) => V) {
    this.read = read;
  }

  /**
   * Takes the text that begins here in a line: so many cells, and the delimiters between them. `BEYOND` the line must
   * be bytes to look at.
   *
   * @param to where the line ends
   * @returns undefined: it has no more cells
   */
  take({ bytes, view }: Fours, from: number, to: number, delimiter: number, cells: number): V | undefined {
    const delimiters = Math.imul(delimiter, ONES);
    let hash = 0;
    let left = cells;
    for (let at = from; at <= to; at += 4) {
      const room = to - at;
      let four = delimiters;
      if (room >= 4) four = view.getInt32(at, true);
      else if (room > 0) {
        // A delimiter more ends the line.
        const inside = (1 << (room << 3)) - 1;
        four = (view.getInt32(at, true) & inside) | (delimiters & ~inside);
      }
      const unlike = four ^ delimiters;
      for (let hits = ~(((unlike & LOWS) + LOWS) | unlike) & HIGHS; hits !== 0; hits &= hits - 1) {
        left--;
        if (left > 0) continue;
        const bits = (31 - Math.clz32(hits & -hits)) & ~7;
        this.end = at + (bits >> 3);
        if (this.end > to) return undefined;
        if (bits > 0) hash = Math.imul(hash ^ (four & ((1 << bits) - 1)), SPREAD);
        hash = Math.imul(hash ^ (hash >>> 16), SPREAD_AGAIN);
        return this.valueOf(bytes, view, from, hash ^ (hash >>> 13));
      }
      hash = Math.imul(hash ^ four, SPREAD);
      hash ^= hash >>> 15;
    }
    return undefined;
  }

  private valueOf(bytes: Uint8Array, view: DataView, from: number, hash: number): V {
    const { slots, end } = this;
    this.asked += 1;
    const last = slots.length - 1;
    for (let next = hash; next < hash + TRIES; next++) {
      const slot = next & last;
      const number = slots[slot];
      if (number === 0 || number === undefined) {
        const value = this.read(decoder.decode(bytes.subarray(from, end)));
        this.remember(value, view, from, hash, slot);
        return value;
      }
      if (this.hashes[number] === hash && this.isWritten(number, view, from)) {
        const value = this.values[number];
        if (value !== undefined) return value;
      }
    }
    return this.read(decoder.decode(bytes.subarray(from, end)));
  }

  private isWritten(number: number, view: DataView, from: number): boolean {
    const { written, end } = this;
    if (this.lengths[number] !== end - from) return false;
    let begin = wordAt(this.ends, number - 1);
    let at = from;
    for (; at + 4 <= end; at += 4) if (view.getInt32(at, true) !== written[begin++]) return false;
    return at === end || (view.getInt32(at, true) & ((1 << ((end - at) << 3)) - 1)) === written[begin];
  }

  private remember(value: V, view: DataView, from: number, hash: number, slot: number): void {
    const number = this.values.length;
    if (number * 2 > this.slots.length) {
      this.makeRoom();
      return;
    }
    const length = this.end - from;
    let end = wordAt(this.ends, number - 1);
    if (end + length > this.written.length) this.written = longer(this.written, (end + length) * 2);
    for (let at = from; at < this.end; at += 4) {
      const left = this.end - at;
      const four = view.getInt32(at, true);
      this.written[end++] = left < 4 ? four & ((1 << (left << 3)) - 1) : four;
    }
    this.hashes[number] = hash;
    this.lengths[number] = length;
    this.ends[number] = end;
    this.values.push(value);
    this.slots[slot] = number;
  }

  /** Twice the room; where that would be too much, what is known is forgotten, for it will be seen again. */
  private makeRoom(): void {
    const count = this.slots.length * 2;
    if (count > MOST_SLOTS) {
      this.isWorthIt = this.asked >= WORTH * this.values.length;
      this.asked = 0;
      this.slots.fill(0);
      this.values = [undefined];
      return;
    }
    this.slots = new Int32Array(count);
    this.hashes = longer(this.hashes, count / 2 + 1);
    this.lengths = longer(this.lengths, count / 2 + 1);
    this.ends = longer(this.ends, count / 2 + 1);
    for (let number = 1; number < this.values.length; number++) {
      let next = wordAt(this.hashes, number);
      while (this.slots[next & (count - 1)] !== 0) next++;
      this.slots[next & (count - 1)] = number;
    }
  }
}

function longer(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(numbers);
  return more;
}
