import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeText } from "../../src/encode.js";
import { NotDone } from "../../src/errors.js";
import type { Encoding } from "../../src/model.js";
import { breaksIn, lineStarts } from "../../src/read/csv.js";
import { decoding } from "../../src/read/decode.js";
import { HEADER, inPieces, type Outcome, readAll, readText } from "../read/support.js";
import "../support/seed.js";

/** Files tried by all properties together; `FUZZ_RUNS` sets another number. */
const RUNS = Number(process.env.FUZZ_RUNS ?? "2000");

const encoding = fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be", "windows-1252");
const delimiter = fc.constantFrom(",", ";", "\t", "|");
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");

const cell = fc.oneof(
  fc.constantFrom("101", "2024", "MAT101", "F", "Algebra 1", "0.5", "", "  ", "Total", "#REF!", "45828", "1-Jun"),
  fc.constantFrom('"a, b"', '"two\nlines"', '"x""y"', '5"', '"open', '"shut" then', '"', '""', "'1"),
  fc.constantFrom("é", "Español", "“so”", "–", "\u00a0", "Ã©", "\uFEFF", "\u0085", "\u2028"),
  fc.string({ maxLength: 6 }),
);
const record = fc.array(cell, { minLength: 1, maxLength: 10 });
const sound = fc.constantFrom(["101", "2024", "MAT101", "F", "Algebra 1", "0.5", "0"]);
const line = fc.oneof({ weight: 3, arbitrary: sound }, { weight: 3, arbitrary: record });

/** A table whose records are broken in any way, in any encoding that has its letters. */
const table = fc
  .record({
    lines: fc.array(line, { maxLength: 25 }),
    delimiter,
    lineEnd,
    encoding,
    bom: fc.boolean(),
    ended: fc.boolean(),
  })
  .map((one) => {
    const all = [HEADER.split(","), ...one.lines].map((cells) => cells.join(one.delimiter)).join(one.lineEnd);
    const text = one.ended ? all + one.lineEnd : all;
    return encodeIn(one.bom ? `\uFEFF${text}` : text, one.encoding);
  });

/** The text in an encoding; a letter that it does not have becomes a question mark, as a careless system writes it. */
function encodeIn(text: string, into: Encoding): Uint8Array {
  if (into !== "windows-1252") return encodeText(text, into);
  return encodeText(text.replace(/[^\0-\x7f\xa0-\xff“”–]/g, "?"), into);
}

/** Damage to bytes: some are turned, cut out, put in, or the file ends early. */
const damage = fc.array(
  fc.record({
    how: fc.constantFrom("turn", "cut", "put", "end"),
    at: fc.nat(2000),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(0, 0x0a, 0x0d, 0x22, 0x2c, 0x80, 0xc3, 0xe9, 0xff)),
    length: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 4 },
);

const damaged = fc.tuple(table, damage).map(([whole, changes]) => {
  let bytes = [...whole];
  for (const { how, at, byte, length } of changes) {
    const place = bytes.length === 0 ? 0 : at % bytes.length;
    if (how === "turn") bytes[place] = byte;
    else if (how === "cut") bytes.splice(place, length);
    else if (how === "put") bytes.splice(place, 0, ...Array<number>(length).fill(byte));
    else bytes = bytes.slice(0, place);
  }
  return Uint8Array.from(bytes);
});

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .uint8Array({ maxLength: 400 })
    .map((bytes) => Uint8Array.from([...new TextEncoder().encode(`${HEADER}\n`), ...bytes])),
);

/** How the reader takes it; null where it says in plain words that it is no table. */
async function outcomeOf(bytes: Uint8Array): Promise<Outcome | null> {
  try {
    return await readText(bytes);
  } catch (error) {
    if (error instanceof NotDone) return null;
    throw error;
  }
}

function textOf(bytes: Uint8Array): string {
  const decoder = decoding();
  return decoder.push(bytes).text + decoder.end().text;
}

/** Physical lines by where they went: the header, rows handed on, and lines reported. */
function linesAccountedFor({ rows, reading }: Outcome): number {
  let count = reading.header === null ? 0 : 1 + breaksIn(reading.header.found);
  for (const row of rows) count += 1 + breaksIn(row.cells);
  for (const broken of reading.broken) count += broken.count;
  return count;
}

function isSound({ reading }: Outcome): boolean {
  const { header } = reading;
  return header === null || header.missing.length + header.duplicated.length + header.ambiguous.length === 0;
}

async function losesNothing(bytes: Uint8Array): Promise<void> {
  const outcome = await outcomeOf(bytes);
  if (outcome === null) return;
  const { reading, rows } = outcome;
  expect(reading.rows).toBe(rows.length);
  expect(reading.bytes).toBe(bytes.length);
  for (const row of rows) expect(row.cells.length).toBe(reading.layout?.columns.length);
  const places = [...rows, ...reading.broken].map((place) => place.line);
  expect(new Set(places).size).toBe(places.length);
  if (reading.notText !== null) expect(reading.notText.offset).toBeLessThan(bytes.length);
  // A fault of the header or of the encoding stops the run as a whole, so there is no line to account for.
  else if (isSound(outcome)) expect(linesAccountedFor(outcome)).toBe(lineStarts(textOf(bytes)).length - 1);
}

const share = { numRuns: Math.ceil(RUNS / 4) };

test("tables broken in any way: rows in are rows read and rows reported", { timeout: 3_600_000 }, async () => {
  await fc.assert(fc.asyncProperty(table, losesNothing), share);
});

test("and with bytes turned, cut out, put in, or missing at the end", { timeout: 3_600_000 }, async () => {
  await fc.assert(fc.asyncProperty(damaged, losesNothing), share);
});

test("any bytes at all", { timeout: 3_600_000 }, async () => {
  await fc.assert(fc.asyncProperty(noise, losesNothing), share);
});

test("however damaged bytes are cut, the outcome is the same", { timeout: 3_600_000 }, async () => {
  const cuts = fc.array(fc.nat(1500), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(damaged, cuts, async (bytes, at) => {
      const whole = await outcomeOf(bytes);
      const inBounds = at.map((n) => Math.min(n, bytes.length));
      if (whole !== null) expect(await readAll(inPieces(bytes, inBounds))).toEqual(whole);
    }),
    share,
  );
});
