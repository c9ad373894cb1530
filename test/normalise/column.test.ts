import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Column, OwnColumn, Phrase, UsualColumn } from "../../src/normalise/column.js";
import { BEYOND, foursOf, KnownBytes } from "../../src/normalise/knownBytes.js";
import "../support/seed.js";

const encoder = new TextEncoder();
const TAB = 9;

/** What a text is found by: each four of its bytes, and those that are left. */
function hashOf(text: string): number {
  const bytes = encoder.encode(text);
  let hash = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const four = bytes.subarray(at, at + 4).reduceRight((sum, byte) => (sum << 8) | byte, 0);
    hash = Math.imul(hash ^ four, -1_640_531_535);
    if (at + 4 <= bytes.length) hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), -2_048_144_789);
  return hash ^ (hash >>> 13);
}

/** Takes each cell as bytes of a line, amid others or at its end, and returns what each was taken for. */
function takenBy(column: Column<string>, cells: readonly string[]): readonly string[] {
  return cells.map((cell, i) => {
    const own = encoder.encode(cell);
    const line = encoder.encode(`before\t${cell}${i % 2 === 0 ? "\tafter" : ""}`);
    const end = column.takeBytes(inRoom(line), 7, line.length, TAB);
    return end === 7 + own.length ? column.current.cell : `a cell that ends at ${end}`;
  });
}

/** A line beyond which the next one stands. */
function inRoom(line: Uint8Array) {
  const room = new Uint8Array(line.length + BEYOND).fill(TAB);
  room.set(line);
  return foursOf(room);
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
    if ((hashOf(`x${at}`) & 255) === 7) found.push(`x${at}`);
  }
  return found;
}

it("tells cells apart whose hashes are the same", () => {
  const cells = ["O1316456842Y55978", "O3497113411Y84275", "O1316456842Y55978", "O3497113411Y84275"];
  expect(new Set(cells.map(hashOf)).size).toBe(1);
  expect(takenBy(new UsualColumn((text) => text), cells)).toEqual(cells);
});

describe("columns side by side", () => {
  /** Takes three cells of each line at once, of those that stand before and after it. */
  function takenTogether(lines: readonly (readonly string[])[]) {
    const columns = [0, 1, 2].map(() => new UsualColumn((text) => text));
    const phrase = new Phrase(columns, "\t");
    return lines.map((cells, i) => {
      const line = encoder.encode(`before\t${cells.join("\t")}${i % 2 === 0 ? "\tafter" : ""}`);
      const end = phrase.takeBytes(inRoom(line), 7, line.length, TAB);
      return [...columns.map(({ current }) => current.cell), end - 7 - encoder.encode(cells.join("\t")).length];
    });
  }

  it("are taken for what they are, wherever their cells end", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "a", "-", "A-", "2023-24"),
      fc.string({ unit: "grapheme", maxLength: 9 }),
    );
    const plain = cell.map((text) => text.replaceAll("\t", " "));
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, plain, plain), { maxLength: 30 }), (lines) => {
        expect(takenTogether(lines)).toEqual(lines.map((cells) => [...cells, 0]));
      }),
      { numRuns: 500 },
    );
  });

  it("are taken one by one where the line ends before the last of them", () => {
    const columns = [0, 1, 2].map(() => new UsualColumn((text) => text));
    const line = encoder.encode("MTH1\tMath");
    expect(new Phrase(columns, "\t").takeBytes(inRoom(line), 0, line.length, TAB)).toBeGreaterThanOrEqual(line.length);
    expect(columns.map(({ current }) => current.cell)).toEqual(["MTH1", "Math", ""]);
  });

  it("are taken one by one once they hardly come back together", () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => [`${at}`, `${at % 7}`, `${at % 11}`]);
    expect(takenTogether(lines)).toEqual(lines.map((cells) => [...cells, 0]));
  });
});

it.each([
  ["short numbers", (at: number) => `${at}`],
  ["long ones", (at: number) => `${1_000_000_000 + at}`],
  ["dates", (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10)],
])("reads hardly any text again that it knows: %s", (_, textOf) => {
  let read = 0;
  const known = new KnownBytes((text) => {
    read += 1;
    return text;
  });
  for (let again = 0; again < 3; again++) {
    for (let at = 0; at < 10_000; at++) {
      const line = encoder.encode(textOf(at));
      known.take(inRoom(line), 0, line.length, TAB, 1);
    }
  }
  expect(read).toBeLessThan(10_100);
});

it("says when texts hardly come back", () => {
  const known = new KnownBytes((text) => text);
  const ask = (text: string) => {
    const line = encoder.encode(text);
    expect(known.take(inRoom(line), 0, line.length, TAB, 1)).toBe(text);
  };
  const texts = Array.from({ length: 17_000 }, (_, at) => `text ${at}`);
  for (const text of texts) for (let again = 0; again < 2; again++) ask(text);
  expect(known.isWorthIt).toBe(true);
  for (const text of texts) ask(`other ${text}`);
  expect(known.isWorthIt).toBe(false);
});
