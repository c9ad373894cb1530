import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { getLanguageService, type MarkupContent, TextDocument } from "vscode-json-languageservice";
import { policyJsonSchema } from "../../src/policy/jsonSchema.js";

/*
 * What a policy owner sees in an editor. The service is the one that VS Code has; the schema is found as it is there,
 * by the file's own "$schema".
 */

const SAMPLES = new URL("../../samples/", import.meta.url);
const POLICY = readFileSync(new URL("policy.json", SAMPLES), "utf8");

/** `zcredit init` writes the schema beside the starter policy; in the repository it stands there once only. */
async function open(uri: string): Promise<string> {
  if (uri === new URL("starter/policy.schema.json", SAMPLES).href) return JSON.stringify(policyJsonSchema());
  return readFileSync(new URL(uri), "utf8");
}

const service = getLanguageService({
  schemaRequestService: open,
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  clientCapabilities: { textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } } } },
});
service.configure({ validate: true, allowComments: true });

function opened(text: string, name: string) {
  const file = TextDocument.create(new URL(name, SAMPLES).href, "jsonc", 1, text);
  return { file, parsed: service.parseJSONDocument(file) };
}

async function problems(text: string, name = "policy.json"): Promise<readonly string[]> {
  const { file, parsed } = opened(text, name);
  const found = await service.doValidation(file, parsed, { comments: "ignore", trailingCommas: "ignore" });
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

/** A policy with nothing but this in it, `§` where the cursor stands. */
function atCursor(inside: string) {
  const marked = `{ "$schema": "./policy.schema.json", ${inside} }`;
  const { file, parsed } = opened(marked.replace("§", ""), "policy.json");
  return { file, parsed, position: file.positionAt(marked.indexOf("§")) };
}

function words(content: string | MarkupContent | undefined): string {
  return (typeof content === "string" ? content : content?.value) ?? "";
}

/** What is proposed at the cursor: each label with its explanation. */
async function proposed(inside: string): Promise<ReadonlyMap<string, string>> {
  const { file, parsed, position } = atCursor(inside);
  const list = await service.doComplete(file, position, parsed);
  return new Map(list?.items.map((item) => [item.label, words(item.documentation).trim()]) ?? []);
}

async function hovered(inside: string): Promise<string> {
  const { file, parsed, position } = atCursor(inside);
  const hover = await service.doHover(file, position, parsed);
  const contents = hover?.contents ?? [];
  const parts = Array.isArray(contents) ? contents : [contents];
  return parts.map((part) => (typeof part === "string" ? part : part.value)).join("\n");
}

describe("an editor finds nothing to say of", () => {
  it.each([
    "policy.json",
    "policies/franklin-pierce.json",
    "policies/la-center.json",
    "policies/self-check.json",
    "starter/policy.jsonc",
  ])("%s", async (name) => {
    expect(await problems(readFileSync(new URL(name, SAMPLES), "utf8"), name)).toEqual([]);
  });
});

describe("an editor marks", () => {
  /** A mistake planted by replacing the first `from` behind `after`. */
  function planted(from: string, to: string, after: string): { readonly text: string; readonly line: number } {
    const at = POLICY.indexOf(from, POLICY.indexOf(after));
    if (at < 0) throw new Error(`the sample policy has no ${from} behind ${after}`);
    const text = POLICY.slice(0, at) + to + POLICY.slice(at + from.length);
    return { text, line: POLICY.slice(0, at).split("\n").length };
  }

  it.each([
    ["an unknown key of the file", '"caps"', '"cap"', "", "Property cap is not allowed"],
    ["an unknown key of a pathway", '"strength"', '"strenght"', "", "Property strenght is not allowed"],
    ["an unknown key of a course", '"courseIds"', '"courseIDs"', '"courses"', "Property courseIDs is not allowed"],
    ["an unknown key of course evidence", '"minMark"', '"minmark"', "", "Property minmark is not allowed"],
    ["an unknown key of test evidence", '"min"', '"mni"', '"evidence": { "test"', "Property mni is not allowed"],
    ["an unknown form of evidence", '"approval":', '"aproval":', "", "Property aproval is not allowed"],
    ["a way that is none of the list", '"state-test"', '"state-tests"', "", '"state-test"'],
    ["a rule over parts that is none", '"lowest"', '"least"', "", '"lowest", "average"'],
    ["a word for what is taken", '"take": "lost"', '"take": "lots"', "", '"lost", "open"'],
    ["a mark as a number", '"minMark": "C"', '"minMark": 3', "", 'Expected "string"'],
    ["credit as text", '"upTo": ', '"upTo": "1", "x": ', '"caps"', 'Expected "number"'],
    ["a list that is none", '"courses": [', '"courses": 1, "x": [', '"award"', 'Expected "array"'],
    ["a missing method", '"method": "next-course",', "", "", 'Missing property "method"'],
    ["a missing minimum mark", ', "minMark": "C"', "", "", 'Missing property "minMark"'],
    ["a missing amount", '"take": "lost"', '"split": true', "", 'Missing property "take"'],
    ["another format", '"format": 1', '"format": 2', "", "Value must be 1"],
  ])("%s", async (_, from, to, after, message) => {
    const { text } = planted(from, to, after);
    expect((await problems(text)).join("\n")).toContain(message);
  });

  it("a reason for a refusal that there is none of", async () => {
    const { text } = planted('"grade": ', '"onRefusal": { "evidence-not-mett": "x" }, "grade": ', '"pathways"');
    expect((await problems(text)).join("\n")).toContain("Property evidence-not-mett is not allowed");
  });

  it("the very line, and nothing else", async () => {
    const { text, line } = planted('"take": "lost"', '"take": "lots"', "");
    expect(await problems(text)).toEqual([`${line}: Value is not accepted. Valid values: "lost", "open".`]);
  });

  it("every key that an empty policy lacks", async () => {
    const said = await problems('{ "$schema": "./policy.schema.json" }');
    const keys = ["format", "district", "policies", "marks", "calendar", "courses", "pathways"];
    expect(said).toEqual(keys.map((key) => `1: Missing property "${key}".`));
  });
});

describe("an editor proposes, each with words,", () => {
  it.each([
    ["at the file", "§", ["format", "district", "policies", "marks", "courses", "tests", "pathways", "caps"]],
    [
      "at a pathway",
      '"pathways": [{ § }]',
      [
        "id",
        "title",
        "method",
        "clause",
        "who",
        "attempt",
        "evidence",
        "tiers",
        "award",
        "grade",
        "record",
        "approvals",
      ],
    ],
    [
      "at an evidence",
      '"pathways": [{ "evidence": { § } }]',
      ["course", "test", "subject", "approval", "all", "any", "not"],
    ],
    [
      "at course evidence",
      '"pathways": [{ "evidence": { "course": "x", § } }]',
      ["minMark", "parts", "inDistrict", "acceptMastery"],
    ],
    [
      "at test evidence",
      '"pathways": [{ "evidence": { "test": "x", § } }]',
      ["min", "above", "parts", "withinMonths", "maxTries", "sinceRecord"],
    ],
    [
      "at an evidence deep within",
      '"pathways": [{ "tiers": [{ "evidence": { "all": [{ "any": [{ § }] }] } }] }]',
      ["course", "test", "subject", "approval", "all", "any", "not"],
    ],
    [
      "at a threshold",
      '"pathways": [{ "evidence": { "test": "x", "min": { § } } }]',
      ["level", "score", "percent", "percentile"],
    ],
    ["at a tier", '"pathways": [{ "tiers": [{ § }] }]', ["evidence", "upTo", "courses", "split", "fresh"]],
    ["at a test", '"tests": [{ § }]', ["id", "title", "scope", "names", "parts", "scales", "cuts", "windows"]],
    ["at a cap", '"caps": [{ § }]', ["id", "subject", "pathways", "per", "upTo"]],
    [
      "at a record",
      '"pathways": [{ "record": { § } }]',
      ["designations", "courseId", "title", "term", "schoolCode", "columns"],
    ],
    ["at a grade", '"pathways": [{ "grade": { § } }]', ["mark", "from", "byLevel", "byScore", "gpa"]],
    ["at an approval", '"pathways": [{ "approvals": [{ § }] }]', ["role", "unless", "credits"]],
    ["at a refusal", '"pathways": [{ "onRefusal": { § } }]', ["evidence-not-met", "no-lost-credit", "attempt-too-old"]],
  ])("%s", async (_, inside, keys) => {
    const found = await proposed(inside);
    expect([...found.keys()]).toEqual(expect.arrayContaining(keys));
    expect([...found].filter(([, says]) => says === "").map(([label]) => label)).toEqual([]);
  });

  it("only the keys of the form that has been begun", async () => {
    const found = await proposed('"pathways": [{ "evidence": { "course": "x", § } }]');
    expect([...found.keys()].filter((key) => ["test", "above", "approval", "which"].includes(key))).toEqual([]);
  });

  it("the values that a key can have", async () => {
    const ways = await proposed('"pathways": [{ "method": § }]');
    expect([...ways.keys()]).toContain('"next-course"');
    const take = await proposed('"pathways": [{ "award": { "take": "§" } }]');
    expect([...take.keys()].sort()).toEqual(['"lost"', '"open"']);
  });
});

describe("an editor explains, under the pointer,", () => {
  it.each([
    ["a key of a pathway", '"pathways": [{ "met§hod": "other" }]', "The way of WAC 180"],
    ["a key of evidence", '"pathways": [{ "evidence": { "course": "x", "min§Mark": "C" } }]', "lowest mark"],
    [
      "an evidence within others",
      '"pathways": [{ "evidence": { "all": [{ "te§st": "x" }] } }]',
      "The test that is read",
    ],
    ["a key of a test", '"tests": [{ "sco§pe": "state" }]', "Where the test is used"],
    ["a key of a cap", '"caps": [{ "up§To": 1 }]', "The most credit by mastery"],
    ["a key of a record", '"pathways": [{ "record": { "course§Id": "x" } }]', "A code of its own"],
  ])("%s", async (_, inside, says) => {
    expect(await hovered(inside)).toContain(says);
  });
});
