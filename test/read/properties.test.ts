import fc from "fast-check";
import { expect, test } from "vitest";
import { breaksIn, cutQuoted, lineStarts, parsePlain, parseRecords } from "../../src/read/csv.js";
import { HEADER, inPieces, type Outcome, readAll, readText } from "./support.js";
import "../support/seed.js";

const lineEnd = fc.constantFrom("\n", "\r\n", "\r");

/** Any mix of the marks that matter to a table: many of these files are broken in several ways at once. */
const mess = fc
  .array(fc.constantFrom('"', '"', ",", ",", "\n", "\r\n", "\r", "a", "7", " ", "é", '""', "Total", '5"'), {
    maxLength: 80,
  })
  .map((marks) => marks.join(""));

const cell = fc.constantFrom(
  "101",
  "",
  "F",
  "Algebra 1",
  '"a, b"',
  '"two\nlines"',
  '"x""y"',
  '5"',
  '"open',
  '"shut" then',
  "é",
);
const record = fc.array(cell, { minLength: 5, maxLength: 9 }).map((cells) => cells.join(","));
const sevenCells = fc.array(cell, { minLength: 7, maxLength: 7 }).map((cells) => cells.join(","));
const line = fc.oneof(sevenCells, sevenCells, record, fc.constantFrom("", HEADER, "Total,,,,,1,1", ",,,"));
const table = fc
  .tuple(fc.array(fc.tuple(line, lineEnd), { maxLength: 25 }), fc.boolean(), fc.boolean())
  .map(([all, bom, ended]) => {
    const text = `${HEADER}\n${all.map((pair) => pair.join("")).join("")}`;
    return `${bom ? "\uFEFF" : ""}${ended ? text : text.slice(0, -1)}`;
  });
const anyText = fc.oneof(
  table,
  mess.map((text) => `${HEADER}\n${text}`),
  mess,
);

/** Physical lines of a file, each once: the header, rows handed on, and what is broken. */
function linesAccountedFor({ rows, reading }: Outcome): number {
  let count = breaksIn(reading.header?.found ?? []) + (reading.header === null ? 0 : 1);
  for (const row of rows) count += 1 + breaksIn(row.cells);
  for (const broken of reading.broken) count += broken.count;
  return count;
}

function isSoundHeader({ reading }: Outcome): boolean {
  const { header } = reading;
  return header !== null && header.missing.length + header.duplicated.length + header.ambiguous.length === 0;
}

test("however the bytes are cut, the outcome is the same", async () => {
  const cuts = fc.array(fc.nat(600), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(anyText, cuts, fc.option(fc.nat(300)), async (text, at, bad) => {
      const bytes = new TextEncoder().encode(text);
      if (bad !== null && bytes.length > 0) bytes[bad % bytes.length] = 0xe9;
      const whole = await readAll(inPieces(bytes, []));
      expect(
        await readAll(
          inPieces(
            bytes,
            at.map((n) => Math.min(n, bytes.length)),
          ),
        ),
      ).toEqual(whole);
    }),
    { numRuns: 400 },
  );
});

test("every physical line is the header, part of a row, or reported", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const outcome = await readText(text);
      expect(outcome.reading.rows).toBe(outcome.rows.length);
      if (outcome.reading.header !== null && !isSoundHeader(outcome)) return;
      expect(linesAccountedFor(outcome)).toBe(lineStarts(text.replace(/^\uFEFF/, "")).length - 1);
    }),
    { numRuns: 1000 },
  );
});

test("a row begins on its line, and places never overlap", async () => {
  await fc.assert(
    fc.asyncProperty(table, async (text) => {
      const plain = text.replace(/^\uFEFF/, "");
      const starts = lineStarts(plain);
      const { rows, reading } = await readText(text);
      for (const row of rows) {
        const from = starts[row.line - 1];
        const own = plain.slice(from, starts[row.line + breaksIn(row.cells)]);
        const cells = parseRecords(own, reading.layout?.delimiter ?? ",")?.[0] ?? [];
        expect(cells.slice(0, row.cells.length)).toEqual(row.cells);
        expect(row.cells.length).toBe(7);
      }
      const places = [...rows, ...reading.broken].map((place) => place.line);
      expect(new Set(places).size).toBe(places.length);
    }),
    { numRuns: 500 },
  );
});

test("a line that is sound alone is never lost to a quote elsewhere", async () => {
  const sound = '777,2024,MAT101,F,"Algebra, 1",0.5,0';
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), async (before, after) => {
      const text = `${[HEADER, ...before, sound, ...after].join("\n")}\n`;
      const { rows } = await readText(text);
      expect(rows.filter((row) => row.cells[0] === "777")).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});

test("text without quotes splits into what the parser makes of it", () => {
  const plain = fc
    .array(fc.constantFrom(",", "\n", "\r", "\r\n", "a", " ", "é"), { maxLength: 60 })
    .map((m) => m.join(""));
  fc.assert(
    fc.property(plain, (text) => {
      expect(parsePlain(text, ",")).toEqual(parseRecords(text, ","));
    }),
    { numRuns: 1000 },
  );
});

test("a line with quotes that is cut comes to what the parser makes of it", () => {
  const marks = fc.array(fc.constantFrom(",", '"', '"', '""', '","', "a", " ", "é", "\\"), {
    minLength: 1,
    maxLength: 12,
  });
  let cut = 0;
  fc.assert(
    fc.property(marks, (all) => {
      const line = all.join("");
      const cells = cutQuoted(line, ",");
      if (cells === null) return;
      cut += 1;
      expect([cells]).toEqual(parseRecords(line, ","));
    }),
    { numRuns: 4000 },
  );
  expect(cut).toBeGreaterThan(500);
});

test.each([
  ['1001,"Nguyen, Jr.",F', ["1001", "Nguyen, Jr.", "F"]],
  ['"1001","",""', ["1001", "", ""]],
  ['"a",', ["a", ""]],
  ['1001,5" nails,F', null],
  ['1001,"the ""best""",F', null],
  ['1001,"Math" ,F', null],
  ['1001,"open,F', null],
])("%j is cut into %j", (line, cells) => {
  expect(cutQuoted(line, ",")).toEqual(cells);
});
