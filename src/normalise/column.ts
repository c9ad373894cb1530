import { itemAt } from "../at.js";
import { remembered } from "./cells.js";
import { type Fours, KnownBytes } from "./knownBytes.js";

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

/** A column of the rows of one layout. The row at hand is the one whose cell was taken last. */
export interface Column<V> {
  /** The cell of the row at hand; before the first, one that is blank. */
  readonly current: KnownCell<V>;
  readonly takeText: (cell: string) => void;
  /**
   * Takes the cell that begins here in a line. `BEYOND` the line must be bytes to look at.
   *
   * @param to where the line ends
   * @returns where the cell ends
   */
  readonly takeBytes: (fours: Fours, from: number, to: number, delimiter: number) => number;
}

/** Reads a cell: its trimmed text, and the cell as it stands. */
export type ReadCell<V> = (text: string, cell: string) => V;

function knownCell<V>(cell: string, read: ReadCell<V>): KnownCell<V> {
  const text = cell.trim();
  return { cell, text, value: read(text, cell), isQuiet: false };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A column whose texts repeat. What each was read as is remembered: so most cells of a line need never be made into text.
 */
export class UsualColumn<V> implements Column<V> {
  current: KnownCell<V>;
  private readonly blank: KnownCell<V>;
  private readonly known: (cell: string) => KnownCell<V>;
  private readonly byBytes: KnownBytes<KnownCell<V>>;

  constructor(read: ReadCell<V>) {
    this.known = remembered((cell: string) => knownCell(cell, read));
    this.byBytes = new KnownBytes(this.known);
    this.blank = this.known("");
    this.current = this.blank;
  }

  takeText(cell: string): void {
    // What stands in the row before often stands here too, and need not be looked up.
    if (cell !== this.current.cell) this.current = this.known(cell);
  }

  takeBytes(fours: Fours, from: number, to: number, delimiter: number): number {
    const { byBytes } = this;
    const cell = byBytes.take(fours, from, to, delimiter, 1);
    this.current = cell ?? this.blank;
    return cell === undefined ? from : byBytes.end;
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

  takeBytes({ bytes }: Fours, from: number, to: number, delimiter: number): number {
    let end = from;
    while (end < to && bytes[end] !== delimiter) end++;
    this.takeText(decoder.decode(bytes.subarray(from, end)));
    return end;
  }
}

/**
 * Columns that stand side by side and whose texts repeat together, such as a course's code, title and area: the cells
 * of all of them are told at once.
 */
export class Phrase {
  private readonly columns: readonly UsualColumn<unknown>[];
  private readonly byBytes: KnownBytes<readonly KnownCell<unknown>[]>;

  constructor(columns: readonly UsualColumn<unknown>[], delimiter: string) {
    this.columns = columns;
    this.byBytes = new KnownBytes((text) =>
      text.split(delimiter).map((cell, i) => {
        const column = itemAt(columns, i);
        column.takeText(cell);
        return column.current;
      }),
    );
  }

  /** As a column does, for the cells of all columns of the phrase. */
  takeBytes(fours: Fours, from: number, to: number, delimiter: number): number {
    const { columns, byBytes } = this;
    const cells = byBytes.isWorthIt ? byBytes.take(fours, from, to, delimiter, columns.length) : undefined;
    if (cells === undefined) return this.takeEach(fours, from, to, delimiter);
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      const column = columns[i];
      if (cell !== undefined && column !== undefined) column.current = cell;
    }
    return byBytes.end;
  }

  private takeEach(fours: Fours, from: number, to: number, delimiter: number): number {
    let at = from;
    for (const column of this.columns) at = column.takeBytes(fours, at, to, delimiter) + 1;
    return at - 1;
  }
}
