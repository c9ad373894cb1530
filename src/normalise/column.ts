import { wordAt } from "../at.js";
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

/** The hash of no bytes, and by what it is multiplied with each (FNV-1a). */
const NO_BYTES = -2_128_831_035;
const PRIME = 16_777_619;

/** A column of the rows of one layout. The row at hand is the one whose cell was taken last. */
export interface Column<V> {
  /** The cell of the row at hand; before the first, one that is blank. */
  readonly current: KnownCell<V>;
  readonly takeText: (cell: string) => void;
  /**
   * Takes the cell that begins here in a line, in UTF-8. All bytes of an export pass through here: what is done with
   * each stands in one function, since a call of another costs more than all of that.
   *
   * @param to where the line ends
   * @returns where the cell ends
   */
  readonly takeBytes: (bytes: Uint8Array, from: number, to: number, delimiter: number) => number;
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

  takeBytes(bytes: Uint8Array, from: number, to: number, delimiter: number): number {
    let hash = NO_BYTES;
    let end = from;
    while (end < to) {
      const byte = bytes[end];
      if (byte === delimiter || byte === undefined) break;
      hash = Math.imul(hash ^ byte, PRIME);
      end++;
    }
    this.current = end === from ? this.blank : this.cellOf(bytes, from, end, hash);
    return end;
  }

  private cellOf(bytes: Uint8Array, from: number, to: number, hash: number): KnownCell<V> {
    const { slots } = this;
    const last = slots.length - 1;
    const first = hash ^ (hash >>> 15);
    for (let next = first; next < first + TRIES; next++) {
      const slot = next & last;
      const number = slots[slot];
      if (number === 0 || number === undefined) {
        const cell = this.known(decoder.decode(bytes.subarray(from, to)));
        this.remember(cell, bytes.subarray(from, to), hash, slot);
        return cell;
      }
      const cell = this.cells[number];
      if (cell !== undefined && this.hashes[number] === hash && this.isWritten(number, bytes, from, to)) return cell;
    }
    return this.known(decoder.decode(bytes.subarray(from, to)));
  }

  private isWritten(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { written, ends } = this;
    const length = to - from;
    const begin = ends[number - 1];
    if (begin === undefined || ends[number] !== begin + length) return false;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== written[begin + i]) return false;
    return true;
  }

  /** Remembers a cell by its bytes. */
  private remember(cell: KnownCell<V>, bytes: Uint8Array, hash: number, slot: number): void {
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
    this.cells.push(cell);
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

  takeBytes(bytes: Uint8Array, from: number, to: number, delimiter: number): number {
    const { cell } = this.current;
    const same = from + cell.length;
    if ((same === to || (same < to && bytes[same] === delimiter)) && isAscii(cell, bytes, from)) return same;
    const next = bytes.subarray(0, to).indexOf(delimiter, from);
    const end = next < 0 ? to : next;
    this.takeText(decoder.decode(bytes.subarray(from, end)));
    return end;
  }
}

/** Whether a text of plain letters stands here in bytes. */
function isAscii(text: string, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== bytes[from + i] || code > 0x7f) return false;
  }
  return true;
}

function longer(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(numbers);
  return more;
}
