import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Field, RawRow } from "../../src/model.js";
import type { MapDef } from "../../src/read/map/schema.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { readSource } from "../../src/read/read.js";
import { recordCount } from "../../src/report/records.js";
import { checked, found, mapOf, mergedText, proposed, recordsFile, sample } from "./support.js";

const maps = new URL("../../samples/maps/", import.meta.url);

const TERM = ["student_id", "school_year", "term", "course_id", "mark", "credits_earned", "designations"] as const;
const SCORE = ["student_id", "state_student_id", "test", "part", "date", "level", "score", "status"] as const;

/** The failed semester of Algebra 1 as each layout has it; `record`: its new record, null where no column holds the letters. */
const TRANSCRIPTS: readonly (readonly [map: string, file: string, failed: string, record: string | null])[] = [
  ["aeries", "aeries.csv", "900101 2022-2023 S2 MAT102 F 0 -", null],
  ["ceds-designations", "../../dialects/ceds.csv", "900101 2022-2023 S2 MAT102 F 0 B", "ready"],
  ["edfi-designations", "../../dialects/edfi.csv", "900101 2023 Spring Semester MAT102 F 0 B", "ready"],
  ["eschoolplus", "eschoolplus.csv", "900101 2023 S2 MAT102 F 0.0000 B", "ready"],
  ["focus", "focus.csv", "900101 2022-2023 S2 MAT102 F 0 -", null],
  ["heronix", "heronix.csv", "900101 2022-2023 S2 MAT102 F 0 -", null],
  ["infinite-campus", "infinite-campus.csv", "900101 2023 S2 MAT102 F 0 -", null],
  ["infinite-campus-district", "infinite-campus-district.csv", "7700000101 2022-23 S2 MAT102 F 0 -", null],
  ["no-header", "no-header.txt", "900101 2022-23 S2 MAT102 F 0 B", "ready"],
  ["pcr", "pcr.csv", "900101 2022-2023 - MAT102 F 0 -", null],
  ["powerschool-designations", "../../dialects/powerschool-database.csv", "900101 2022-23 S2 MAT102 F 0 B", "ready"],
  ["powerschool-flags", "powerschool-flags.txt", "900101 2022-23 S2 MAT102 F 0 B", "ready"],
  ["powerschool-import-designations", "powerschool-import-designations.txt", "900101 2022-23 S2 MAT102 F 0 B", "ready"],
  ["skyward", "skyward.csv", "900101 2023 S2 MAT102 F 0 -", null],
  ["synergy", "synergy.csv", "900101 2022-2023 S2 MAT102 F 0 -", null],
  ["synergy-table", "synergy-table.csv", "900101 2023 S2 MAT102 F 0 -", null],
];

/** What the first result of each score file comes to, and how many there are. */
const SCORES: readonly (readonly [map: string, file: string, results: number, first: string])[] = [
  ["accuplacer", "accuplacer.csv", 3, "900101 - ACCUPLACER QAS - 2025-04-22 - 258 -"],
  ["act", "act.csv", 10, "900101 7700000101 ACT English - 2024-09-30 - 21 -"],
  ["asvab", "asvab.csv", 8, "900101 - ASVAB AFQT - 2024-11-21 - 61 -"],
  ["cambridge", "cambridge.csv", 2, "- 7700000101 Cambridge AS Level 9709 - 2024-08-13 a - -"],
  ["cers-levels", "../../dialects/cers-screen.csv", 4, ""],
  ["ged", "ged.csv", 2, "900101 - GED Mathematical Reasoning - 2025-03-04 Pass 152 -"],
  ["ib", "ib.csv", 2, "900101 - IB MATH ANALYSIS SL - 2024-07-05 - 4 -"],
  ["map-growth", "map-growth.csv", 2, "900101 7700000101 MAP Mathematics - 2024-09-12 - 241 -"],
  ["ors-2016", "../../dialects/ors.csv", 5, ""],
  ["powerschool-tests", "powerschool-tests.txt", 3, "900101 - STAMP Spanish reading 2025-03-04 Novice High - -"],
  ["sat", "sat.csv", 6, "900101 7700000101 SAT - 2024-10-12 - 1180 -"],
  ["stamp-older", "stamp-older.csv", 8, "900101 - STAMP Spanish reading 2021-04-07 Intermediate Low - valid"],
  ["wa-district-cut", "wa-district-cut.csv", 2, "900101 - SBA Math - 2025-04-29 3 2640 -"],
  ["wa-state-wide-2017", "../../dialects/wa-state-wide.csv", 5, ""],
  ["win", "win.csv", 2, "900101 7700000101 WIN Math - 2024-11-05 - 209 -"],
];

/** The map as it is given, and as its own hint says to change it for a file without a student column. */
function given(name: string): MapDef {
  const def = mapOf(name);
  if (name !== "heronix") return def;
  return { ...def, fields: { ...def.fields, student_id: { constant: "900101" } } };
}

async function rowsOf(name: string, file: string, fields: readonly Field[]) {
  const def = given(name);
  const rows: RawRow[] = [];
  const source = { ...fromBytes(def.kind, "x", sample(`maps/exports/${file}`)), as: [def] };
  const reading = await readSource(source, (row) => void rows.push(row), nobleHasher());
  const shown = rows.map(({ layout, cells }) =>
    fields.map((field) => (cells[layout.index[field] ?? -1] ?? "").trim() || "-").join(" "),
  );
  return { reading, shown };
}

it("every map that is shipped has a sample here, and every sample is read", () => {
  const shipped = readdirSync(maps).filter((file) => file.endsWith(".json"));
  const named = [...TRANSCRIPTS, ...SCORES].map(([name]) => `${name}.json`);
  expect(named.toSorted()).toEqual(shipped.toSorted());
  const files = [...TRANSCRIPTS, ...SCORES].map(([, file]) => file).filter((file) => !file.startsWith(".."));
  expect(files.toSorted()).toEqual(readdirSync(new URL("exports/", maps)).toSorted());
});

describe.each(TRANSCRIPTS)("the map %s", (name, file, failed, record) => {
  const content = sample(`maps/exports/${file}`);
  const as = [given(name)];

  it("reads its sample by the map alone, each field where it stands", async () => {
    const { reading, shown } = await rowsOf(name, file, TERM);
    expect(reading.layout?.through?.def.name).toBe(name);
    expect(reading.header?.missing).toEqual([]);
    expect(shown.find((line) => line.includes("MAT102"))).toBe(failed);
  });

  it("leads to the right proposal; without a column for letters it is held, as it could not be known again", async () => {
    const result = await checked({ transcript: content, as });
    expect(result.counts.doubtfulRows).toBe(0);
    expect(found(result).filter((line) => !line.startsWith("row-not-a-record"))).toEqual([]);
    const student = failed.split(" ")[0] ?? "";
    // B is kept from the attempt, where the layout has it.
    const part = `${record ?? "held"} ${student} algebra-1 S2 500 ${record === null ? "Z" : "BZ"}`;
    expect(proposed(result)).toEqual([part]);
    expect(result.proposals[0]?.missing).toEqual(record === null ? ["designation-column"] : []);
  });

  it("writes new records that it reads back as mastery: nothing more is proposed", async () => {
    // A code of its own makes a record known again where no column holds the letters.
    const policy =
      record === null
        ? (text: string) => text.replaceAll('"record": {', '"record": { "courseId": "{courseId}Z",')
        : undefined;
    const how = policy === undefined ? { as } : { as, policy };
    const before = await checked({ transcript: content, ...how });
    expect(recordCount(before)).toBe(1);
    const after = await checked({ transcript: mergedText(before, [content]), ...how });
    expect(proposed(after)).toEqual([]);
    expect(after.counts).toMatchObject({ doubtfulRows: 0, masteryRecords: 1 });
    const alone = await checked({ transcript: recordsFile(before), ...how });
    expect(alone.counts).toMatchObject({ students: 1, transcriptRows: 1, doubtfulRows: 0, masteryRecords: 1 });
  });
});

describe.each(SCORES)("the map %s", (name, file, results, first) => {
  it("reads every result of its sample, each field where it stands", async () => {
    const { reading, shown } = await rowsOf(name, file, SCORE);
    expect(reading.layout?.through?.def.name).toBe(name);
    expect(reading.header?.missing).toEqual([]);
    expect(shown).toHaveLength(results);
    if (first !== "") expect(shown[0]).toBe(first);
  });

  it("leaves no fault in them but that the policy names other tests", async () => {
    const transcript = sample("dialects/cedars-h-names.csv");
    const result = await checked({ transcript, scores: sample(`maps/exports/${file}`), as: [given(name)] });
    const faults = found(result).filter(
      (line) => !/^(?:row-not-a-record|score-not-valid|score-test-unknown)/.test(line),
    );
    expect(faults).toEqual([]);
  });
});

describe("templates of files that leave something out", () => {
  it("a Heronix file of one student is refused without the student, and says what to write", async () => {
    await expect(checked({ transcript: sample("maps/exports/heronix.csv"), as: [mapOf("heronix")] })).rejects.toThrow(
      /"student_id": \{ "constant": "900101" \}/,
    );
  });

  it("a Focus file of one student's screen says to export the column", async () => {
    const text = new TextDecoder().decode(sample("maps/exports/focus.csv")).replace("Student ID", "Nr");
    await expect(checked({ transcript: text, as: [mapOf("focus")] })).rejects.toThrow("has no student column");
  });

  it("several marks in one PCR row are never read as one: the student waits", async () => {
    const text = new TextDecoder().decode(sample("maps/exports/pcr.csv")).replace(",1,0.5,Y,F,", ",2,0.5,Y,F,A");
    const result = await checked({ transcript: text, as: [mapOf("pcr")] });
    expect(found(result)).toEqual(["mark-unknown 3"]);
    expect(proposed(result)).toEqual([]);
  });

  it("records of two students do not run together where the layout names none", async () => {
    const def = given("no-header");
    const nameless = { ...def, fields: { ...def.fields, student_id: { constant: "900101" } } };
    const result = await checked({ transcript: sample("maps/exports/no-header.txt"), as: [nameless] });
    const [one] = result.proposals;
    if (one === undefined) throw new Error("nothing proposed");
    expect(recordsFile(result)).toContain("MAT102");
    const two = { ...result, proposals: [one, { ...one, studentId: "900102" }] };
    expect(() => recordsFile(two)).toThrow("no column for the student");
  });
});
