import type { BrokenLine, Layout, RawRow } from "../model.js";
import type { TakeLine } from "./byteLines.js";
import { interpreter, isStraight } from "./map/interpret.js";
import { type RecordReader, recordReader } from "./records.js";

/** Reads the records of one file to rows, through the map of its layout where it has one. */
export interface RowReader extends RecordReader {
  /** Records that the map leaves out; they are listed as broken lines. */
  filtered(): number;
}

/**
 * @param variants `variantsOf` the layout: rows carry these very objects
 * @param firstLine the line that the text given first begins with
 * @param onLine takes sound lines as they are, where bytes are given; absent: all go to `onRow`
 * @param broken takes every line that is no sound record, in the order of the file
 */
export function rowReader(
  name: string,
  layout: Layout,
  variants: readonly Layout[],
  firstLine: number,
  broken: BrokenLine[],
  onRow: (row: RawRow) => void,
  onLine: TakeLine | null = null,
): RowReader {
  if (isStraight(layout)) {
    return { ...recordReader(name, layout, firstLine, broken, onRow, onLine), filtered: () => 0 };
  }
  const interpret = interpreter(layout, variants);
  let filtered = 0;
  const records = recordReader(name, layout, firstLine, broken, (raw) => {
    const made = interpret(raw);
    if ("why" in made) {
      filtered += 1;
      addBroken(broken, {
        file: name,
        line: raw.line,
        kind: layout.kind,
        fault: "not-a-record",
        what: "filtered",
        why: made.why,
        found: raw.cells.length,
        expected: layout.columns.length,
        studentId: "",
        count: 1,
      });
    } else for (const row of made) onRow(row);
  });
  return { ...records, filtered: () => filtered };
}

/** Adds a line; blank lines, and those left out for one reason, are counted together where they follow one another. */
export function addBroken(broken: BrokenLine[], line: BrokenLine): void {
  const before = broken.at(-1);
  if (before !== undefined && goesOn(before, line)) {
    broken[broken.length - 1] = { ...before, count: before.count + line.count };
  } else broken.push(line);
}

function goesOn(before: BrokenLine, line: BrokenLine): boolean {
  if (line.what !== "blank" && line.what !== "filtered") return false;
  return before.what === line.what && before.why === line.why && before.line + before.count === line.line;
}
