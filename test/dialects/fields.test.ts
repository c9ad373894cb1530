import { describe, expect, it } from "vitest";
import type { Field, Layout } from "../../src/model.js";
import { columnsOf } from "../../src/read/map/columns.js";
import { conditionOf, readingOf } from "../../src/read/map/field.js";
import { fitMap, throughLayout } from "../../src/read/map/resolve.js";
import type { MapDef, MapField } from "../../src/read/map/schema.js";
import { columnWriters } from "../../src/read/map/write.js";
import { layoutOf } from "../support/result.js";

/* How one field is read from the cells of a record, and what a new record puts back there. */

const HEADER = ["Year", "Term", "Mark", "Held", "Note", "Honors", "AP"];

function mapOf(fields: Partial<Record<Field, MapField>>, more: Partial<MapDef> = {}): MapDef {
  return { format: 1, name: "mine", title: "Mine", kind: "transcript", fields, ...more };
}

/** Reads a mark. */
function read(field: MapField, ...cells: readonly string[]): string | null {
  const reading = readingOf(mapOf({ mark: field }), "mark", field, columnsOf(HEADER));
  return reading === null ? null : reading.get(HEADER.map((_, at) => cells[at] ?? ""));
}

describe("a field is read", () => {
  it.each<readonly [what: string, field: MapField, cells: readonly string[], value: string | null]>([
    ["by its column", "Mark", ["", "", " B "], "B"],
    ["by the first of several columns that is there", ["Grade", "Mark"], ["", "", "B"], "B"],
    ["by no column", "Grade", [], null],
    ["as a constant", { constant: "P" }, [], "P"],
    ["from pieces", { template: "{Year}-{Term}" }, ["2024", "S1"], "2024-S1"],
    ["from no pieces, where one is blank", { template: "{Year}-{Term}" }, ["2024", ""], ""],
    ["from no pieces, where a column is not there", { template: "{Year}-{Semester}" }, ["2024"], null],
    [
      "as something else where another column says so",
      { template: "{Year}-{Term}", unless: { column: "Held", in: ["Y"], value: "held" } },
      ["2024", "S1", "", "Y"],
      "held",
    ],
    [
      "from its pieces where that column says nothing",
      { template: "{Year}-{Term}", unless: { column: "Held", in: ["Y"], value: "held" } },
      ["2024", "S1", "", ""],
      "2024-S1",
    ],
    ["by what a text means", { column: "Mark", values: { "4": "A" } }, ["", "", "4"], "A"],
    ["as it stands where nothing says what a text means", { column: "Mark", values: { "4": "A" } }, ["", "", "3"], "3"],
    ["from flags", { flags: { Honors: "B", AP: "A" } }, ["", "", "", "", "", "yes", "1"], "BA"],
    ["from no flags", { flags: { IB: "I" } }, [], null],
    [
      "by the first case that holds",
      { cases: [{ when: [{ column: "Held", in: ["y"] }], value: "held" }], otherwise: "free" },
      ["", "", "", "Y"],
      "held",
    ],
    [
      "as said of all other cases",
      { cases: [{ when: [{ column: "Held", in: ["y"] }], value: "held" }], otherwise: "free" },
      [],
      "free",
    ],
  ])("%s", (_, field, cells, value) => {
    expect(read(field, ...cells)).toBe(value);
  });

  it("alike however many texts a column has", () => {
    const field: MapField = { column: "Mark", values: { "4": "A" } };
    const reading = readingOf(mapOf({ mark: field }), "mark", field, columnsOf(["Mark"]));
    for (let n = 0; n < 5000; n++) expect(reading?.get([`text ${n}`])).toBe(`text ${n}`);
    expect(reading?.get(["4"])).toBe("A");
    expect(reading?.get(["text 4999"])).toBe("text 4999");
  });

  it("with a column that the file does not have taken as blank", () => {
    const columns = columnsOf(HEADER);
    expect(conditionOf({ column: "Kept", in: [""] }, columns)([])).toBe(true);
    expect(conditionOf({ column: "Kept", in: ["Y"] }, columns)([])).toBe(false);
    expect(conditionOf({ column: "Kept", notIn: ["Y"] }, columns)([])).toBe(true);
  });
});

/** What a new record puts into each column; columns that get nothing are left out. */
function written(def: MapDef, record: Partial<Record<Field, string>>): Readonly<Record<string, string>> {
  const plain: Layout = { ...layoutOf(HEADER), index: {}, columns: HEADER };
  const layout = throughLayout(plain, def, fitMap(def, HEADER));
  const say = (field: Field): string => record[field] ?? "";
  const writers = [...columnWriters(layout, null)].map(([at, write]) => [HEADER[at] ?? "", write(say, say)]);
  return Object.fromEntries(writers);
}

describe("a new record is written", () => {
  it.each<readonly [what: string, def: MapDef, record: Partial<Record<Field, string>>, cells: object]>([
    [
      "into the column of each field",
      mapOf({ mark: "Mark", term: "Term" }),
      { mark: "B", term: "S1" },
      { Mark: "B", Term: "S1" },
    ],
    [
      "into the second column where the first is not there",
      mapOf({ mark: { column: "Grade", else: "Mark" } }),
      { mark: "B" },
      { Mark: "B" },
    ],
    ["into no column where neither is there", mapOf({ mark: { column: "Grade", else: "Result" } }), { mark: "B" }, {}],
    [
      "as the first text that means it",
      mapOf({ mark: { column: "Mark", values: { four: "A", "4.0": "A" } } }),
      { mark: "A" },
      { Mark: "four" },
    ],
    [
      "as flags",
      mapOf({ designations: { flags: { Honors: "B", AP: "A", IB: "I" }, yes: ["Y"], no: "N" } }),
      { designations: "A" },
      { Honors: "N", AP: "Y" },
    ],
    [
      "with its date as the map writes dates",
      mapOf({ date_completed: { column: "Note", dates: ["M/D/YYYY", "YYYY-MM-DD"] } }),
      { date_completed: "2024-01-05" },
      { Note: "1/5/2024" },
    ],
    [
      "with its date as it stands where the map says nothing of dates",
      mapOf({ date_completed: { column: "Note" } }),
      { date_completed: "2024-01-05" },
      { Note: "2024-01-05" },
    ],
    [
      "as flags of which nothing says how no is written",
      mapOf({ designations: { flags: { AP: "A" } } }),
      {},
      { AP: "" },
    ],
    [
      "with what is the same for all",
      mapOf({ mark: "Mark" }, { output: { imports: true, fill: { Note: "mastery", Place: "x" } } }),
      { mark: "B" },
      { Mark: "B", Note: "mastery" },
    ],
    [
      "so that it is kept when it is read",
      mapOf(
        { mark: "Mark" },
        {
          keep: [
            { column: "Held", in: ["Y"], why: "not held" },
            { column: "Kept", in: ["Y"], why: "not kept" },
          ],
        },
      ),
      { mark: "B" },
      { Mark: "B", Held: "Y" },
    ],
  ])("%s", (_, def, record, cells) => {
    expect(written(def, record)).toEqual(cells);
  });
});
