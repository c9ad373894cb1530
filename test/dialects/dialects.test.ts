import { describe, expect, it } from "vitest";
import type { InputKind, RawRow } from "../../src/model.js";
import { DIALECTS } from "../../src/read/dialects/index.js";
import { recogniseAny } from "../../src/read/map/choose.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { readSource } from "../../src/read/read.js";
import { recordCount } from "../../src/report/records.js";
import { checked, found, layoutNamed, mapOf, mergedText, proposed, recordsFile, sample } from "./support.js";

/** Samples of transcripts: dialect, file, and the map that adds a column for letters where the dialect has none. */
const TRANSCRIPTS = [
  ["cedars-h", "cedars-h-names.csv", null],
  ["cedars-h", "cedars-h-numbers.txt", null],
  ["cedars-extract", "cedars-extract.txt", null],
  ["powerschool", "powerschool-quick-export.txt", "powerschool-designations"],
  ["powerschool", "powerschool-data-export.csv", "powerschool-designations"],
  ["powerschool", "powerschool-database.csv", "powerschool-designations"],
  ["edfi", "edfi.csv", "edfi-designations"],
  ["ceds", "ceds.csv", "ceds-designations"],
] as const;

const GEOMETRY = ["ready 900102 geometry S1 500 BZ", "ready 900102 geometry S2 500 BZ"];
const BOTH = (course: string) => [`ready 900101 ${course} S1 500 N`, `ready 900101 ${course} S2 500 N`];
const SCORES = [
  ["sbac-export", "sbac-export.csv", null, GEOMETRY],
  ["cers-screen", "cers-screen.csv", "cers-levels", GEOMETRY],
  ["sbac-hs", "sbac-hs.csv", null, GEOMETRY],
  ["sbac-landing", "sbac-landing.csv", null, GEOMETRY],
  ["wa-state", "wa-state.csv", null, GEOMETRY],
  ["wa-state-wide", "wa-state-wide.csv", "wa-state-wide-2017", GEOMETRY],
  ["ors", "ors.csv", "ors-2016", GEOMETRY],
  ["stamp", "stamp.csv", null, BOTH("spanish-1")],
  ["aappl", "aappl.csv", null, BOTH("french-1")],
  ["aappl-ratings", "aappl-ratings.csv", null, BOTH("french-1")],
  ["ap", "ap.csv", null, BOTH("calculus")],
] as const;

async function read(kind: InputKind, content: Uint8Array) {
  const rows: RawRow[] = [];
  const reading = await readSource(fromBytes(kind, "x.csv", content), (row) => void rows.push(row), nobleHasher());
  return { reading, rows };
}

describe("recognising a dialect from its header", () => {
  it.each(TRANSCRIPTS)("picks %s for %s, among all the others", async (name, file) => {
    const { reading } = await read("transcript", sample(`dialects/${file}`));
    expect(reading.layout?.through?.def.name).toBe(name);
    expect(recogniseAny(reading.header?.found ?? []).map((def) => def.name)).toEqual([name]);
  });
  it.each(SCORES)("picks %s for %s, among all the others", async (name, file) => {
    const { reading } = await read("scores", sample(`dialects/${file}`));
    expect(reading.layout?.through?.def.name).toBe(name);
    expect(recogniseAny(reading.header?.found ?? []).map((def) => def.name)).toEqual([name]);
  });
  it("has a sample of every dialect that is recognised", () => {
    const sampled = new Set<string>([...TRANSCRIPTS, ...SCORES].map(([name]) => name));
    const known = DIALECTS.filter((def) => def.recognise !== undefined && def.refuse === undefined);
    expect(known.map((def) => def.name).filter((name) => !sampled.has(name))).toEqual([]);
  });
  it("leaves zcredit's own layout alone, as it was", async () => {
    const { reading, rows } = await read("transcript", sample("transcripts.csv"));
    expect(reading.layout?.through).toBeUndefined();
    expect(rows[0]?.cells).toHaveLength(reading.layout?.columns.length ?? 0);
  });
  it("finds a header below a banner, and says which rows it left out and why", async () => {
    const text = `Export of today\n\n${new TextDecoder().decode(sample("dialects/powerschool-database.csv"))}`;
    const { reading } = await read("transcript", new TextEncoder().encode(text));
    expect(reading.broken.map(({ line, what, count }) => `${line} ${what} ${count}`)).toEqual([
      "1 banner 1",
      "2 blank 1",
      "6 filtered 3",
      "20 filtered 1",
    ]);
    expect(reading.broken.at(-1)?.why).toContain("ExcludeFromTranscripts");
  });
});

describe.each(TRANSCRIPTS)("%s, %s", (_, file, map) => {
  const content = sample(`dialects/${file}`);
  const as = map === null ? [] : [mapOf(map)];
  const id = file.startsWith("cedars-extract") ? "R900101" : "900101";

  it("gives what the same rows would give in any layout", async () => {
    const result = await checked({ transcript: content, as });
    expect(proposed(result)).toEqual([`ready ${id} algebra-1 S2 500 BZ`]);
    expect(result.counts).toMatchObject({ students: 3, doubtfulRows: 0, transcriptRows: 13 });
    expect(found(result).filter((line) => !line.startsWith("row-not-a-record"))).toEqual([]);
  });

  it("goes out in its own layout, and read back means the same: nothing more is proposed", async () => {
    const before = await checked({ transcript: content, as });
    const merged = mergedText(before, [content]);
    const after = await checked({ transcript: merged, as });
    expect(proposed(after)).toEqual([]);
    expect(found(after).filter((line) => !line.startsWith("row-not-a-record"))).toEqual([]);
    expect(after.counts).toMatchObject({ transcriptRows: 14, doubtfulRows: 0, masteryRecords: 1 });
    const alone = await checked({ transcript: recordsFile(before), as });
    expect(alone.counts).toMatchObject({ students: 1, transcriptRows: 1, doubtfulRows: 0, masteryRecords: 1 });
  });

  it("keeps each column where it was: the new records have the header of the file", async () => {
    const result = await checked({ transcript: content, as });
    const lines = recordsFile(result).split(/\r?\n/);
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(content).split(/\r?\n/)[0]).toBe(lines[0]);
    expect(recordCount(result)).toBe(1);
  });
});

describe.each(SCORES)("%s, %s", (name, file, map, expected) => {
  const as = map === null ? [] : [layoutNamed(map)];
  const transcript = sample("dialects/cedars-h-names.csv");
  const scores = sample(`dialects/${file}`);

  it("gives what its results prove, and no more", async () => {
    const result = await checked({ transcript, scores, as });
    const gifts = proposed(result).filter((line) => !line.includes("algebra-1"));
    expect(gifts).toEqual(expected);
    const faults = found(result).filter((line) => !/^(?:row-not-a-record|score-not-valid)/.test(line));
    // A result of an exam that the policy does not name is said to be so.
    expect(faults).toEqual(name === "ap" ? ["score-test-unknown 2"] : []);
  });

  it("leaves nothing more to propose once its records are on the transcript", async () => {
    const before = await checked({ transcript, scores, as });
    const after = await checked({ transcript: mergedText(before, [transcript]), scores, as });
    expect(recordCount(before)).toBeGreaterThan(0);
    expect(proposed(after)).toEqual([]);
    expect(after.counts).toMatchObject({ doubtfulRows: 0, masteryRecords: recordCount(before) });
  });

  it("does not hang on the order of rows", async () => {
    const [head = "", ...rows] = new TextDecoder("utf-8", { ignoreBOM: true }).decode(scores).split(/(?<=\n)/);
    const turned = await checked({ transcript, scores: [head, ...rows.reverse()].join(""), as });
    expect(proposed(turned)).toEqual(proposed(await checked({ transcript, scores, as })));
  });
});
