import fc from "fast-check";
import { expect, it } from "vitest";
import { type Column, OwnColumn, UsualColumn } from "../../src/normalise/column.js";

const encoder = new TextEncoder();

/** What a column finds a cell by (FNV-1a). */
function hashOf(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 16_777_619), -2_128_831_035);
}

/** Takes each cell as bytes of a line, amid others or at its end, and returns what each was taken for. */
function takenBy(column: Column<string>, cells: readonly string[]): readonly string[] {
  return cells.map((cell, i) => {
    const own = encoder.encode(cell);
    const line = encoder.encode(`before\t${cell}${i % 2 === 0 ? "\tafter" : ""}`);
    // Beyond the line stands the next one.
    const room = new Uint8Array(line.length + 1);
    room.set(line);
    const end = column.takeBytes(room, 7, line.length, 9);
    return end === 7 + own.length ? column.current.cell : `a cell that ends at ${end}`;
  });
}

it("takes a cell for what it is, by its bytes or its text", () => {
  const column = new UsualColumn((text, cell) => `${text}|${cell}`);
  expect(column.current).toEqual({ cell: "", text: "", value: "|", isQuiet: false });
  expect(takenBy(column, [" Ütö ", "a", "", "a"])).toEqual([" Ütö ", "a", "", "a"]);
  column.takeText(" Ütö ");
  expect(column.current).toEqual({ cell: " Ütö ", text: "Ütö", value: "Ütö| Ütö ", isQuiet: false });
});

it("takes a cell of each student's own for what it is", () => {
  const column = new OwnColumn((text, cell) => `${text}|${cell}`);
  const cells = ["", " Ütö ", " Ütö ", "1001", "1002", "10021", "", "1001", "Ãt", "1001", "Ã©", "é"];
  expect(takenBy(column, cells)).toEqual(cells);
  column.takeText(" 7");
  expect(column.current).toEqual({ cell: " 7", text: "7", value: "7| 7", isQuiet: false });
});

it("remembers one thing of a cell, however it was given", () => {
  const column = new UsualColumn((text) => text);
  column.takeText("S1");
  const { current } = column;
  current.isQuiet = true;
  takenBy(column, ["S2", "S1"]);
  expect(column.current).toBe(current);
  takenBy(column, [""]);
  column.takeText("S1");
  expect(column.current).toBe(current);
});

it("tells any cells apart, whatever stood before them", () => {
  const column = new UsualColumn((text) => text);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 6 }), { maxLength: 40 }), (cells) => {
      expect(takenBy(column, cells)).toEqual(cells);
    }),
    { numRuns: 300 },
  );
});

it("forgets cells where there are too many, and reads them again", () => {
  const column = new UsualColumn((text) => text);
  const cells = Array.from({ length: 40_000 }, (_, at) => `cell ${at}`);
  for (const again of [cells, cells.slice(0, 20_000), cells.slice(0, 20_000).toReversed(), cells]) {
    expect(takenBy(column, again)).toEqual(again);
  }
});

it("takes cells that all belong in one place for what they are", () => {
  const [first, ...rest] = sameHash(40);
  if (first === undefined) throw new Error("there are none");
  const cells = [first, ...rest, first, ...rest.toReversed()];
  expect(new Set(cells).size).toBe(40);
  expect(takenBy(new UsualColumn((text) => text), cells)).toEqual(cells);
});

/** So many cells that belong in one of 256 places. */
function sameHash(count: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; found.length < count; at++) {
    const hash = hashOf(encoder.encode(`x${at}`));
    if (((hash ^ (hash >>> 15)) & 255) === 7) found.push(`x${at}`);
  }
  return found;
}

it("tells cells apart whose hashes are the same", () => {
  const cells = ["O653226Y431", "Y228093G181", "O653226Y431", "Y228093G181"];
  expect(new Set(cells.map((cell) => hashOf(encoder.encode(cell)))).size).toBe(1);
  expect(takenBy(new UsualColumn((text) => text), cells)).toEqual(cells);
});
