import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { DIALECT_NAMES, DIALECTS } from "../../src/read/dialects/index.js";
import { mapJsonSchema } from "../../src/read/map/jsonSchema.js";
import { loadMap } from "../../src/read/map/load.js";
import { mapSchema } from "../../src/read/map/schema.js";

const maps = new URL("../../samples/maps/", import.meta.url);
const schemaFile = new URL("../../samples/map.schema.json", import.meta.url);
const validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(mapJsonSchema());

const MAP = {
  format: 1,
  name: "mine",
  title: "Mine",
  kind: "transcript",
  fields: { student_id: "Id", course_id: ["Code", "Course"] },
};

function problems(map: object): readonly string[] {
  const text = JSON.stringify(map);
  return loadMap("map.json", text, "").problems.map(({ where, message }) => `${where} ${message}`);
}

describe("the JSON Schema of a map", () => {
  it("is the one that is shipped (UPDATE=1 writes it anew)", () => {
    const text = `${JSON.stringify(mapJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE === "1") writeFileSync(schemaFile, text);
    expect(readFileSync(schemaFile, "utf8")).toBe(text);
  });
  it("accepts a sound map, and rejects a key that it does not know", () => {
    expect(validate(MAP), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...MAP, feilds: {} })).toBe(false);
    expect(validate({ ...MAP, fields: { student_id: { colum: "Id" } } })).toBe(false);
  });
});

describe("the maps that are shipped", () => {
  it.each(readdirSync(maps).filter((file) => file.endsWith(".json")))("%s is sound, and named as its file", (file) => {
    const text = readFileSync(new URL(file, maps), "utf8");
    const { def, problems: found } = loadMap(file, text, "");
    expect(found).toEqual([]);
    expect(`${def?.name}.json`).toBe(file);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe("the dialects", () => {
  it.each(DIALECTS.map((def) => [def.name, def] as const))("%s is a map like any other", (_, def) => {
    expect(mapSchema.safeParse(def).error?.issues ?? []).toEqual([]);
  });
  it("are one file each, all of them in the index, under names of their own", () => {
    const files = readdirSync(new URL("../../src/read/dialects/", import.meta.url)).filter(
      (file) => file !== "index.ts",
    );
    expect(files).toHaveLength(DIALECTS.length);
    expect(new Set(DIALECTS.map((def) => def.name)).size).toBe(DIALECTS.length);
    expect(DIALECT_NAMES).not.toContain("oneroster");
  });
});

describe("loading a map", () => {
  it("takes comments and trailing commas", () => {
    const text = `// ours\n${JSON.stringify(MAP).slice(0, -1)},}`;
    expect(loadMap("map.json", text, "").problems).toEqual([]);
  });
  it.each([
    ["no JSON", "{", "map.json:1:2 "],
    ["nothing in it", "", "map.json:1:1 a value is expected here."],
  ])("says where a file is no map: %s", (_, text, start) => {
    const [first] = loadMap("map.json", text, "").problems;
    expect(`${first?.where} ${first?.message}`.startsWith(start), JSON.stringify(first)).toBe(true);
  });
  it.each([
    ["a key", { ...MAP, feilds: {} }, '"feilds" means nothing here. Did you mean "fields"?'],
    ["a key of a field", { ...MAP, fields: { mark: { column: "M", vaules: {} } } }, 'Did you mean "values"?'],
    ["a field", { ...MAP, fields: { marks: "M" } }, 'Did you mean "mark"?'],
    ["a field of another kind", { ...MAP, fields: { score: "M" } }, 'transcript have no field "score"'],
    [
      "a reader",
      { ...MAP, fields: { mark: { column: "M", read: "x" } } },
      '"fields.mark.read" must be one of: year-of-date',
    ],
    ["a dialect", { ...MAP, extends: "powerscool" }, 'Did you mean "powerschool"?'],
    ["the kind of a dialect", { ...MAP, extends: "stamp" }, "stamp holds scores"],
    ["results side by side", { ...MAP, unpivot: [{ mark: "M" }] }, "only a score file"],
    ["a missing key", { ...MAP, kind: undefined }, '"kind" must be one of'],
    ["a missing title", { ...MAP, title: undefined }, '"title" is missing.'],
    ["a title that is no text", { ...MAP, title: 5 }, '"title" must be text.'],
    ["a map that is none", [], "the map must be { ... }."],
    ["an entry of a list", { ...MAP, kind: "scores", unpivot: [5] }, '"unpivot.0" must be { ... }.'],
    ["a list that is none", { ...MAP, studentColumns: "Name" }, '"studentColumns" must be a list.'],
    ["a field without a name", { ...MAP, fields: { "": "M" } }, '"" means nothing here.'],
    [
      "a list of values",
      { ...MAP, fields: { mark: { column: "M", values: 5 } } },
      '"fields.mark.values" must be { ... }.',
    ],
    [
      "one of the values",
      { ...MAP, fields: { mark: { column: "M", values: { A: 5 } } } },
      '"fields.mark.values.A" must be text.',
    ],
    [
      "an empty list",
      { ...MAP, fields: { mark: { column: "M", dates: [] } } },
      '"fields.mark.dates" must not be empty.',
    ],
    [
      "numbers that no column has",
      { ...MAP, kind: "scores", numbered: { from: 0, to: 1000, digits: 0, fields: {} } },
      '"numbered.to" must be at most 999.\nmap.json:1:157 "numbered.digits" must be at least 1.',
    ],
    [
      "numbered results",
      { ...MAP, numbered: { from: 1, to: 2, digits: 1, fields: { mark: "M#" } } },
      "only a score file can hold several results",
    ],
    [
      "a field of numbered results",
      { ...MAP, numbered: { from: 1, to: 2, digits: 1, fields: { date: "D#" } } },
      '"date"',
    ],
    ["a value of a field", { ...MAP, fields: { mark: 1.5 } }, '"fields.mark" must be a column'],
  ])("says what is wrong with %s", (_, map, message) => {
    expect(problems(map).join("\n")).toContain(message);
  });
});
