import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Layout } from "../../src/model.js";
import {
  FROM,
  isPlainText,
  lineEndsIn,
  lineScanner,
  ODD,
  QUOTED,
  SORT,
  SOUND,
  SPAN,
  STATE_FROM,
  STATE_TO,
  STUDENT_FROM,
  STUDENT_TO,
  TO,
} from "../../src/read/byteLines.js";
import { lineEnds } from "../../src/read/csv.js";
import { nobleHasher } from "../../src/read/memory.js";
import { readRouted } from "../../src/read/read.js";
import "../support/seed.js";
import { inPieces, readText } from "./support.js";

const HEADER =
  "student_id,state_student_id,school_year,course_id,mark,course_title,credits_attempted,credits_earned".split(",");
const COLUMNS = HEADER.map((column) => column.toUpperCase());

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("isPlainText", () => {
  test.each([
    ["", true],
    ["a", true],
    ["abc\r\n\t~\u007f", true],
    ["abcd\u0000fgh", false],
    ["abcdefgh\u0000", false],
    ["abcdé", false],
    ["\u0080", false],
    ["abcdefg\u0001", true],
  ])("%j: %j", (text, is) => {
    expect(isPlainText(bytesOf(text))).toBe(is);
  });

  test("finds a byte wherever it stands", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, max: 127, maxLength: 40 }), fc.nat(3), fc.nat(39), (all, skip, at) => {
        const bytes = all.subarray(Math.min(skip, all.length));
        expect(isPlainText(bytes)).toBe(true);
        if (bytes.length === 0) return;
        for (const bad of [0, 0x80, 0xff]) {
          const other = bytes.slice();
          other[at % bytes.length] = bad;
          expect(isPlainText(other)).toBe(false);
        }
      }),
    );
  });
});

test("line ends are counted as in text", () => {
  const marks = fc.array(fc.constantFrom("\n", "\r", "\r\n", "a", ","), { maxLength: 30 });
  fc.assert(
    fc.property(marks, (all) => {
      const text = `${all.join("")}\n`;
      expect(lineEndsIn(bytesOf(text))).toBe(lineEnds(text));
    }),
  );
});

/** What the scanner says of lines: their sort, and both ids of a sound one. */
function scanned(text: string, layout: Partial<Layout> = {}): readonly string[] | null {
  const places = { student: 0, state: 1, subject: 3 };
  const scan = lineScanner({ delimiter: ",", columns: COLUMNS, ...layout } as Layout, places);
  const bytes = bytesOf(text);
  const found = scan?.(bytes) ?? null;
  if (found === null) return null;
  const { count, spans } = found;
  const textAt = (from = 0, to = 0) => new TextDecoder().decode(bytes.subarray(from, to));
  return Array.from({ length: count }, (_, i) => {
    const at = i * SPAN;
    const line = textAt(spans[at + FROM], spans[at + TO]);
    if (spans[at + SORT] === QUOTED) return `quoted ${line}`;
    if (spans[at + SORT] === ODD) return `odd ${line}`;
    expect(spans[at + SORT]).toBe(SOUND);
    const student = textAt(spans[at + STUDENT_FROM], spans[at + STUDENT_TO]);
    return `sound ${student} ${textAt(spans[at + STATE_FROM], spans[at + STATE_TO])}`;
  });
}

describe("a line is told at a glance", () => {
  test.each([
    ["1001,9,2023-24,MTH1,A,Math,1,1\n", ["sound 1001 9"]],
    ["1001,,2023-24,MTH1,A,Math,1,1\r\n", ["sound 1001 "]],
    ["S01001,,2023-24,1,A,,1,\n7,8,2023-24,1,A,,1,\n", ["sound S01001 ", "sound 7 8"]],
    // What is not sure is left to those who look closely.
    ["1001,9,2023-24,MTH1,A,Math,1\n", ["odd 1001,9,2023-24,MTH1,A,Math,1"]],
    ["1001,9,2023-24,MTH1,A,Math,1,1,\n", ["odd 1001,9,2023-24,MTH1,A,Math,1,1,"]],
    [" 1001,9,2023-24,MTH1,A,Math,1,1\n", ["odd  1001,9,2023-24,MTH1,A,Math,1,1"]],
    ["1E5,9,2023-24,MTH1,A,Math,1,1\n", ["odd 1E5,9,2023-24,MTH1,A,Math,1,1"]],
    ["null,9,2023-24,MTH1,A,Math,1,1\n", ["odd null,9,2023-24,MTH1,A,Math,1,1"]],
    [",9,2023-24,MTH1,A,Math,1,1\n", ["odd ,9,2023-24,MTH1,A,Math,1,1"]],
    ["1001,9 ,2023-24,MTH1,A,Math,1,1\n", ["odd 1001,9 ,2023-24,MTH1,A,Math,1,1"]],
    ["1001,9,2023-24,,A,Math,1,1\n", ["odd 1001,9,2023-24,,A,Math,1,1"]],
    ["1001,9,2023-24, M,A,Math,1,1\n", ["odd 1001,9,2023-24, M,A,Math,1,1"]],
    ["\n\r\n", ["odd ", "odd "]],
    ['1001,9,2023-24,MTH1,A,"Math",1,1\n', ['quoted 1001,9,2023-24,MTH1,A,"Math",1,1']],
    ['x"\n1,9,2023-24,MTH1,A,Math,1,1\n', ['quoted x"', "sound 1 9"]],
  ])("%j", (text, told) => {
    expect(scanned(text)).toEqual(told);
  });

  test("a repeated header is odd, also where its first name reads like an id", () => {
    const columns = ["S1", ...COLUMNS.slice(1)];
    expect(scanned("S1,9,2023-24,MTH1,A,Math,1,1\nS2,9,2023-24,MTH1,A,Math,1,1\n", { columns })).toEqual([
      "odd S1,9,2023-24,MTH1,A,Math,1,1",
      "sound S2 9",
    ]);
  });

  test("a lone CR tells nothing", () => {
    expect(scanned("1001,9,2023-24,MTH1,A,Math,1,1\r1002,9,2023-24,MTH1,A,Math,1,1\n")).toBeNull();
    expect(scanned("1001,9,2023-24,MTH1,A,Math,1,1\r\r\n")).toBeNull();
  });

  test("a quote is a mark like any other where a system quotes nothing", () => {
    expect(scanned('1001,9,2023-24,MTH1,A,5" nails,1,1\n', { quoting: "none" })).toEqual(["sound 1001 9"]);
  });

  test.each([";", "\t", "|"])("with %j between cells", (delimiter) => {
    const line = "1001,9,2023-24,MTH1,A,Math (a, b),1,1".replace("(a, b)", "x").replaceAll(",", delimiter);
    expect(scanned(`${line}\n`, { delimiter })).toEqual(["sound 1001 9"]);
  });

  test("not where the layout has no student, no subject, or a mark between cells that is no ASCII", () => {
    const layout = { delimiter: ",", columns: COLUMNS } as unknown as Layout;
    expect(lineScanner(layout, { student: undefined, state: 1, subject: 3 })).toBeNull();
    expect(lineScanner(layout, { student: 0, state: 1, subject: undefined })).toBeNull();
    expect(lineScanner({ ...layout, delimiter: "§" }, { student: 0, state: 1, subject: 3 })).toBeNull();
  });
});

const sound = fc
  .tuple(fc.nat(9999), fc.constantFrom("A", "F", "B+"))
  .map(([id, mark]) => `${id},${id},2023-24,M1,${mark},Math,1,1`);
const strange = fc.constantFrom(
  "",
  HEADER.join(","),
  "Total,,,,,,1,1",
  ",,,,,,,",
  "1,2,3",
  "1,,2023-24,M1,A,Math,1,1,,",
  '7,,2023-24,M1,A,"Math, 1",1,1',
  '7,,2023-24,M1,A,5" nails,1,1',
  '7,,2023-24,M1,A,"two',
  'lines",1,1',
  '8,,2023-24,M1,A,"open,1,1',
  "9,,2023-24,M1,A,Café,1,1",
  " 10,,2023-24,M1,A,Math,1,1",
  "11\r,,2023-24,M1,A,Math,1,1",
);
const fewStrange = fc.oneof({ weight: 30, arbitrary: sound }, { weight: 1, arbitrary: strange });
const manyStrange = fc.oneof({ weight: 3, arbitrary: sound }, { weight: 1, arbitrary: strange });
const someLines = fc.oneof(
  fc.array(fewStrange, { minLength: 40, maxLength: 120 }),
  fc.array(manyStrange, { maxLength: 40 }),
);

test("lines that go on as bytes come to what they come to as text", async () => {
  // Nothing is decoded before so much is there that it can be told what it is.
  const first = Array.from({ length: 120 }, (_, i) => `${i},,2023-24,M1,A,Mathematics,1,1`);
  let asBytes = 0;
  let asRows = 0;
  await fc.assert(
    fc.asyncProperty(
      someLines,
      fc.constantFrom("\n", "\n", "\r\n", "\r"),
      fc.array(fc.integer({ min: 4100, max: 8000 }), { maxLength: 25 }),
      fc.integer({ min: 1, max: 400 }),
      fc.boolean(),
      async (some, lineEnd, cuts, size, ended) => {
        const text = [HEADER.join(","), ...first, ...some].join(lineEnd) + (ended ? lineEnd : "");
        const whole = await readText(text);
        const rows: string[] = [];
        const bytes = bytesOf(text);
        const others = {
          after: Number.POSITIVE_INFINITY,
          size,
          atOnce: 1,
          room: () => new Uint8Array(0),
          read: () => Promise.reject(),
          doneWith: () => {},
          accept: () => {},
        };
        const sink = {
          begin: () => undefined,
          row: ({ line, cells }: { readonly line: number; readonly cells: readonly string[] }) => {
            asRows += 1;
            rows.push(`${line}: ${cells.join("|")}`);
          },
          line: (from: Uint8Array, spans: Int32Array, at: number, line: number) => {
            asBytes += 1;
            const cells = new TextDecoder().decode(from.subarray(spans[at + FROM], spans[at + TO])).split(",");
            rows.push(`${line}: ${cells.join("|")}`);
          },
        };
        const reading = await readRouted(inPieces(bytes, cuts), sink, nobleHasher(), others);
        expect(rows).toEqual(whole.rows.map(({ line, cells }) => `${line}: ${cells.join("|")}`));
        expect(reading).toEqual(whole.reading);
      },
    ),
    { numRuns: 400 },
  );
  // They would prove nothing if every line went one way.
  expect(asBytes).toBeGreaterThan(1000);
  expect(asRows).toBeGreaterThan(1000);
});
