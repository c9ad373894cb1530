import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Violation } from "../../src/model.js";
import { junit } from "../../src/report/formats/junit.js";
import { sarif } from "../../src/report/formats/sarif.js";
import { wholeText } from "../../src/report/pieces.js";
import type { RunResult } from "../../src/report/result.js";
import { sampleResult } from "../support/result.js";

const text = { type: "string" };
const level = { enum: ["none", "note", "warning", "error"] };
const strict = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const message = strict({ text }, ["text"]);

/** What the standard asks of the parts of SARIF 2.1.0 that are written; nothing else may stand there. */
const SARIF = strict(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      items: strict(
        {
          tool: strict(
            {
              driver: strict(
                {
                  name: text,
                  version: text,
                  rules: {
                    type: "array",
                    uniqueItems: true,
                    items: strict({ id: text, help: message, defaultConfiguration: strict({ level }) }, ["id"]),
                  },
                },
                ["name"],
              ),
            },
            ["driver"],
          ),
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          results: {
            type: "array",
            items: strict(
              {
                ruleId: text,
                ruleIndex: { type: "integer", minimum: -1 },
                level,
                message,
                locations: {
                  type: "array",
                  items: strict({
                    physicalLocation: strict({
                      artifactLocation: strict({ uri: { type: "string", format: "uri-reference" } }),
                      region: strict({
                        startLine: { type: "integer", minimum: 1 },
                        startColumn: { type: "integer", minimum: 1 },
                      }),
                    }),
                    logicalLocations: { type: "array", items: strict({ fullyQualifiedName: text, kind: text }) },
                  }),
                },
                partialFingerprints: { type: "object", additionalProperties: text },
                baselineState: { enum: ["new", "unchanged", "updated", "absent"] },
                suppressions: {
                  type: "array",
                  items: strict(
                    {
                      kind: { enum: ["inSource", "external"] },
                      status: { enum: ["accepted", "underReview", "rejected"] },
                    },
                    ["kind"],
                  ),
                },
              },
              ["message"],
            ),
          },
        },
        ["tool"],
      ),
    },
  },
  ["version", "runs"],
);

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const isSarif = ajv.compile(SARIF);

/** Anything a cell can hold: control characters, halves of characters, signs of every format. */
const wild = fc.string({
  unit: fc.oneof(
    fc.constantFrom("\u0000", "\u001b", "\ufffe", "\ud800", "\udc00", "]]>", "&", "<", '"', "%", "\\", "#", "\n", "é"),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 12,
});

const wildResult = fc
  .array(
    fc.record({
      message: wild,
      remedy: wild,
      file: wild,
      column: wild,
      studentId: wild,
      fingerprint: wild,
      line: fc.integer({ min: 0, max: 9 }),
      status: fc.constantFrom<Violation["status"]>("open", "accepted"),
    }),
    { maxLength: 4 },
  )
  .map((changes): RunResult => {
    const result = sampleResult();
    const [first] = result.violations;
    return first === undefined ? result : { ...result, violations: changes.map((change) => ({ ...first, ...change })) };
  });

/** Walks an XML text tag by tag: every character allowed, every tag closed in its order, attributes well quoted. */
function expectWellFormed(xml: string): void {
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(Buffer.from(xml, "utf8").toString("utf8")).toBe(xml);
  const open: string[] = [];
  let rest = xml.replace(/^<\?xml[^>]*\?>\n/, "");
  while (rest !== "") {
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/.exec(rest);
    if (tag === null) {
      const words = /^[^<]+/.exec(rest)?.[0] ?? "";
      expect(words, rest.slice(0, 80)).not.toBe("");
      expect(words).not.toMatch(/&(?!(?:amp|lt|gt|quot|#\d+);)/);
      rest = rest.slice(words.length);
      continue;
    }
    const [whole, close, name = "", , empty] = tag;
    if (close === "/") expect(open.pop()).toBe(name);
    else if (empty !== "/") open.push(name);
    rest = rest.slice(whole.length);
  }
  expect(open).toEqual([]);
}

const contentOf = (format: typeof sarif, result: RunResult): string =>
  wholeText(format.files(result)[0]?.pieces() ?? []);

describe("sarif", () => {
  it("holds to the standard, whatever the cells hold", () => {
    fc.assert(
      fc.property(wildResult, (result) => {
        const log: unknown = JSON.parse(contentOf(sarif, result));
        expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
        expect(JSON.stringify(log)).not.toMatch(/\\ud[89a-f]/);
      }),
      { numRuns: 60 },
    );
  });

  it("shows what is accepted as suppressed, and what is known as unchanged", () => {
    const result = sampleResult();
    const violations = result.violations.map((each) => ({
      ...each,
      status: "accepted" as const,
      since: "known" as const,
    }));
    const log = contentOf(sarif, { ...result, violations });
    expect(log).toContain('"baselineState": "unchanged"');
    expect(log).toContain('"status": "accepted"');
  });
});

describe("junit", () => {
  it("is well-formed, whatever the cells hold", () => {
    fc.assert(
      fc.property(wildResult, (result) => expectWellFormed(contentOf(junit, result))),
      { numRuns: 60 },
    );
  });

  it("fails what reaches --fail-on, skips what is accepted or was not checked, and counts rightly", () => {
    const result = sampleResult();
    const xml = contentOf(junit, result);
    const errors = result.violations.filter(({ severity, status }) => severity === "error" && status === "open").length;
    expect(xml.match(/<failure /g) ?? []).toHaveLength(errors);
    expect(xml).toContain(`failures="${errors}"`);
    for (const { code } of result.rules.notChecked)
      expect(xml).toContain(`<testsuite name="${code}" tests="1" failures="0" errors="0" skipped="1">`);
    const never = contentOf(junit, { ...result, options: { ...result.options, failOn: "never" } });
    expect(never).not.toContain("<failure");
  });
});
