import { readFileSync } from "node:fs";
import SARIF from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Violation } from "../../src/model.js";
import { junit } from "../../src/report/formats/junit.js";
import { sarif } from "../../src/report/formats/sarif.js";
import { wholeText } from "../../src/report/pieces.js";
import type { RunResult } from "../../src/report/result.js";
import { sarifLog } from "../../src/report/sarifLog.js";
import { sampleResult } from "../support/result.js";
import "../support/seed.js";

// The published schema of SARIF 2.1.0, as its makers ship it, is written in an older form of JSON Schema.
// One of its patterns is none by the rules of Unicode mode.
const ajv = new Ajv.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(SARIF);

const JUNIT = readFileSync(new URL("junit.xsd", import.meta.url), "utf8");

/** What xmllint says against the texts; empty where all of them hold to the schema. */
async function faultsOfJunit(texts: readonly string[]): Promise<readonly string[]> {
  const xml = texts.map((contents, i) => ({ fileName: `${i}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: JUNIT });
  return errors.map(({ rawMessage }) => rawMessage);
}

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

const contentOf = (format: typeof sarif, result: RunResult): string =>
  wholeText(format.files(result)[0]?.pieces() ?? []);

describe("sarif", () => {
  it("holds to the published schema, whatever the cells hold", () => {
    fc.assert(
      fc.property(wildResult, (result) => {
        const log: unknown = JSON.parse(contentOf(sarif, result));
        expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
        expect(JSON.stringify(log)).not.toMatch(/\\ud[89a-f]/);
      }),
      { numRuns: 60 },
    );
  });

  it("holds to it for findings in a policy, which have a column and no student", () => {
    const [first] = sampleResult().violations;
    const finding = {
      code: "policy-x",
      severity: "warning",
      message: "m",
      remedy: "r",
      citation: "",
      file: "p.json",
    } as const;
    const log = sarifLog([{ ...finding, line: 3, column: 7, member: "/a/0", fingerprint: first?.fingerprint ?? "" }]);
    expect(isSarif(JSON.parse(log)), JSON.stringify(isSarif.errors)).toBe(true);
    expect(log).toContain('"startColumn": 7');
  });

  it("writes a rule with very many findings by itself, and all its findings alone", async () => {
    const [one] = sampleResult().violations;
    if (one === undefined) throw new Error("a violation");
    const many = Array.from({ length: 10_001 }, (_, n): Violation => ({ ...one, code: "mark-unknown", line: n + 2 }));
    const rules = { ...sampleResult().rules, run: ["zero-found"], notChecked: [] };
    const result = sampleResult({ rules, violations: [{ ...one, code: "course-unknown" }, ...many] });
    const xml = contentOf(junit, result);
    expect(xml).toContain('<testsuite name="mark-unknown" tests="10001"');
    expect(xml).toContain('<testsuite name="course-unknown" tests="1"');
    expect(xml).toContain('<testsuite name="zero-found" tests="1"');
    const suite = /<testsuite name="mark-unknown"[\s\S]*?<\/testsuite>/.exec(xml)?.[0] ?? "";
    expect(suite.match(/<testcase /g)).toHaveLength(10_001);
    expect(await faultsOfJunit([xml])).toEqual([]);
  });

  it("is judged by a schema that finds what is wrong", () => {
    const log = contentOf(sarif, sampleResult());
    for (const [from, to] of [
      ['"level": "error"', '"level": "fault"'],
      ['"ruleId"', '"rule_id"'],
      ['"startLine": ', '"startLine": -'],
      ['"message"', '"messages"'],
    ] as const) {
      expect(isSarif(JSON.parse(log.replace(from, to))), to).toBe(false);
    }
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
  it("holds to the schema, whatever the cells hold", async () => {
    const texts = fc.sample(wildResult, 60).map((result) => contentOf(junit, result));
    expect(await faultsOfJunit([contentOf(junit, sampleResult()), ...texts])).toEqual([]);
  });

  it("writes a rule with very many findings by itself, and all its findings alone", async () => {
    const [one] = sampleResult().violations;
    if (one === undefined) throw new Error("a violation");
    const many = Array.from({ length: 10_001 }, (_, n): Violation => ({ ...one, code: "mark-unknown", line: n + 2 }));
    const rules = { ...sampleResult().rules, run: ["zero-found"], notChecked: [] };
    const result = sampleResult({ rules, violations: [{ ...one, code: "course-unknown" }, ...many] });
    const xml = contentOf(junit, result);
    expect(xml).toContain('<testsuite name="mark-unknown" tests="10001"');
    expect(xml).toContain('<testsuite name="course-unknown" tests="1"');
    expect(xml).toContain('<testsuite name="zero-found" tests="1"');
    const suite = /<testsuite name="mark-unknown"[\s\S]*?<\/testsuite>/.exec(xml)?.[0] ?? "";
    expect(suite.match(/<testcase /g)).toHaveLength(10_001);
    expect(await faultsOfJunit([xml])).toEqual([]);
  });

  it("is judged by a schema that finds what is wrong", async () => {
    const sound = contentOf(junit, sampleResult());
    for (const [from, to] of [
      ["<skipped>", '<skipped message="x">'],
      [' tests="', ' test="'],
      ["</testsuites>", "</testsuite>"],
      ["<failure ", "<failed "],
    ] as const) {
      expect(await faultsOfJunit([sound.replace(from, to)]), to).not.toEqual([]);
    }
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
