import { readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { policyJsonSchema } from "../../src/policy/jsonSchema.js";
import { edited, POLICY_TEXT } from "./fixture.js";

const file = new URL("../../samples/policy.schema.json", import.meta.url);
const schema = policyJsonSchema();

const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

describe("the JSON Schema of a policy", () => {
  it("is the one that is shipped (UPDATE=1 writes it anew)", () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
  it("is draft-07, whole in itself, and has its own name", () => {
    expect(schema).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: "urn:zcredit:policy:1",
      type: "object",
      additionalProperties: false,
    });
  });
  it("lets no object have keys that it does not know", () => {
    const loose: string[] = [];
    walk(schema, "", (node, at) => {
      if (node.type === "object" && node.additionalProperties === undefined) loose.push(at);
    });
    expect(loose).toEqual([]);
  });
  it("describes evidence once, and refers to it", () => {
    expect(JSON.stringify(schema)).toContain('"$ref":"#/definitions/evidence"');
  });
  it("accepts a sound policy", () => {
    expect(validate(parse(POLICY_TEXT, [], { allowTrailingComma: true })), JSON.stringify(validate.errors)).toBe(true);
  });
  it.each([
    ["an unknown key", '"strength": "may"', '"strenght": "may"'],
    ["an unknown key of evidence", '"minMark": "C" }', '"minMark": "C", "minmark": "C" }'],
    ["a missing key", '"method": "next-course",', ""],
    ["a value of the wrong kind", '"code": "31999"', '"code": 31999'],
    ["a word that is none of the list", '"method": "state-test"', '"method": "state-tests"'],
    ["a state code of four digits", '"02062"', '"2062"'],
    ["no credit at all", '"subject": "world-language", "upTo": 4.0', '"subject": "world-language", "upTo": 0'],
    ["a mistake deep within evidence", '"rule": "lowest"', '"rule": "least"'],
    ["a test without a threshold", '"min": { "level": "mid" }, ', ""],
    [
      "evidence beside tiers",
      '"evidence": { "course"',
      '"tiers": [{ "evidence": { "approval": "x" }, "upTo": 1 }], "evidence": { "course"',
    ],
    ["neither evidence nor tiers", '"evidence": { "course": "algebra-2", "minMark": "C" },', ""],
    ["a day that does not exist", '"on": "2023-04-03"', '"on": "2023-04-31"'],
    ["another format", '"format": 1', '"format": 2'],
  ])("rejects %s", (_, from, to) => {
    expect(validate(parse(edited([from, to]), [], { allowTrailingComma: true }))).toBe(false);
  });
});

function walk(node: unknown, at: string, visit: (node: Record<string, unknown>, at: string) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>, at);
  for (const [key, child] of Object.entries(node)) walk(child, `${at}/${key}`, visit);
}
