import { itemAt, wordAt } from "../at.js";
import { remembered } from "./cells.js";

/** One text of one column, and what it was read as. */
export interface KnownCell<V> {
  /** As it stands. */
  readonly cell: string;
  /** Trimmed. */
  readonly text: string;
  readonly value: V;
  /** It has stood in a row in which no rule found anything. */
  isQuiet: boolean;
}

/** What the hash of a cell's bytes begins with, before the first of them. */
export const NO_BYTES = -2_128_831_035;
const PRIME = 16_777_619;

/** The hash of a cell's bytes, one byte further. */
export function hashOn(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/** A column of the rows of one layout. The row at hand is the one whose cell was taken last. */
export interface Column<V> {
  /** The cell of the row at hand; before the first, one that is blank. */
  readonly current: KnownCell<V>;
  readonly takeText: (cell: string) => void;
  /**
   * Takes a cell as it lies in a line, in UTF-8.
   *
   * @param hash `hashOn` of each of its bytes, from `NO_BYTES` on
   */
  readonly takeBytes: (bytes: Uint8Array, from: number, to: number, hash: number) => void;
}

/** Reads a cell: its trimmed text, and the cell as it stands. */
export type ReadCell<V> = (text: string, cell: string) => V;

function knownCell<V>(cell: string, read: ReadCell<V>): KnownCell<V> {
  const text = cell.trim();
  return { cell, text, value: read(text, cell), isQuiet: false };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const FIRST_SLOTS = 1 << 8;
/** As many cells are remembered by their bytes as fill half of these. */
const MOST_SLOTS = 1 << 15;
/** After so many others in the place where a cell belongs, it is looked up by its text. */
const TRIES = 16;

/**
 * A column whose texts repeat. What each was read as is remembered: so most cells of a line need never be made into text.
 */
export class UsualColumn<V> implements Column<V> {
  current: KnownCell<V>;
  private readonly blank: KnownCell<V>;
  private readonly known: (cell: string) => KnownCell<V>;
  /** Numbers of cells from 1, each near where its hash says; 0: free. */
  private slots = new Int32Array(FIRST_SLOTS);
  /** By number: its hash, where its bytes end in `written` (they begin where those before it end), and what it is. */
  private hashes = new Int32Array(FIRST_SLOTS / 2 + 1);
  private ends = new Int32Array(FIRST_SLOTS / 2 + 1);
  private cells: KnownCell<V>[];
  private written = new Uint8Array(FIRST_SLOTS * 4);

  constructor(read: ReadCell<V>) {
    this.known = remembered((cell: string) => knownCell(cell, read));
    this.blank = this.known("");
    this.current = this.blank;
    this.cells = [this.blank];
  }

  takeText(cell: string): void {
    // What stands in the row before often stands here too, and need not be looked up.
    if (cell !== this.current.cell) this.current = this.known(cell);
  }

  takeBytes(bytes: Uint8Array, from: number, to: number, hash: number): void {
    if (from === to) {
      this.current = this.blank;
      return;
    }
    const { slots } = this;
    const last = slots.length - 1;
    const first = hash ^ (hash >>> 15);
    for (let next = first; next < first + TRIES; next++) {
      const slot = next & last;
      const number = wordAt(slots, slot);
      if (number === 0) {
        this.current = this.known(decoder.decode(bytes.subarray(from, to)));
        this.remember(bytes.subarray(from, to), hash, slot);
        return;
      }
      if (this.hashes[number] === hash && this.isWritten(number, bytes, from, to)) {
        this.current = itemAt(this.cells, number);
        return;
      }
    }
    this.current = this.known(decoder.decode(bytes.subarray(from, to)));
  }

  private isWritten(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { written, ends } = this;
    let at = wordAt(ends, number - 1);
    if (wordAt(ends, number) - at !== to - from) return false;
    for (let i = from; i < to; i++) if (bytes[i] !== written[at++]) return false;
    return true;
  }

  /** Remembers the cell at hand by its bytes. */
  private remember(bytes: Uint8Array, hash: number, slot: number): void {
    const number = this.cells.length;
    if (number * 2 > this.slots.length) {
      this.makeRoom();
      return;
    }
    const begin = wordAt(this.ends, number - 1);
    const end = begin + bytes.length;
    if (end > this.written.length) {
      const more = new Uint8Array(end * 2);
      more.set(this.written);
      this.written = more;
    }
    this.written.set(bytes, begin);
    this.hashes[number] = hash;
    this.ends[number] = end;
    this.cells.push(this.current);
    this.slots[slot] = number;
  }

  /** Twice the room; where that would be too much, what is known is forgotten, for it will be seen again. */
  private makeRoom(): void {
    const count = this.slots.length * 2;
    if (count > MOST_SLOTS) {
      this.slots.fill(0);
      this.cells = [this.blank];
      return;
    }
    this.slots = new Int32Array(count);
    this.hashes = longer(this.hashes, count / 2 + 1);
    this.ends = longer(this.ends, count / 2 + 1);
    for (let number = 1; number < this.cells.length; number++) {
      const hash = wordAt(this.hashes, number);
      let next = hash ^ (hash >>> 15);
      while (this.slots[next & (count - 1)] !== 0) next++;
      this.slots[next & (count - 1)] = number;
    }
  }
}

/** A column whose texts are each student's own, and come back only from row to row: no more is remembered. */
export class OwnColumn<V> implements Column<V> {
  current: KnownCell<V>;
  private readonly read: ReadCell<V>;

  constructor(read: ReadCell<V>) {
    this.read = read;
    this.current = knownCell("", read);
  }

  takeText(cell: string): void {
    if (cell !== this.current.cell) this.current = knownCell(cell, this.read);
  }

  takeBytes(bytes: Uint8Array, from: number, to: number): void {
    if (!isAscii(this.current.cell, bytes, from, to)) this.takeText(decoder.decode(bytes.subarray(from, to)));
  }
}

/** Whether bytes are a text of plain letters. */
function isAscii(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[from + i]) return false;
  return true;
}

function longer(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(numbers);
  return more;
}
