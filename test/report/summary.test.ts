import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { summaryText } from "../../src/report/summary.js";
import { count, wrap } from "../../src/report/words.js";
import { expectGolden } from "../support/golden.js";
import { proposalOf, readingOf, refusalOf, sampleResult, violationOf } from "../support/result.js";

const plainColour = (_style: string, text: string): string => text;

function summary(result = sampleResult(), out: string | null = "zcredit-results/2025-06-20-1"): string {
  return summaryText(result, { out, colour: plainColour });
}

describe("summaryText", () => {
  it("is as it was", () => expectGolden("summary.txt", summary()));

  it("says so where there is nothing to do", () => {
    const quiet = sampleResult({ proposals: [], refusals: [], violations: [], notes: [] });
    expectGolden("summary-nothing.txt", summary(quiet, null));
  });

  it("fits one screen whatever the run came to, and counts what it leaves out", () => {
    const many = sampleResult({
      notes: [],
      files: Array.from({ length: 40 }, (_, n) => readingOf({ name: `transcripts-${n}.csv` })),
      proposals: Array.from({ length: 5000 }, (_, n) => proposalOf({ pathway: `pathway-${n % 30}` })),
      refusals: Array.from({ length: 5000 }, (_, n) => refusalOf({ reason: `reason-${n % 20}` })),
      violations: Array.from({ length: 3000 }, (_, n) =>
        violationOf({ code: `code-${n % 25}`, cause: `cause ${n % 50}`, line: n + 1, studentId: String(n) }),
      ),
    });
    const lines = summary(many).trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(23);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    const text = lines.join(" ").replace(/ +/g, " ");
    for (const words of ["38 more files", "27 more", "18 more", "21 more kinds of violation"]) {
      expect(text).toContain(words);
    }
  });

  it("fits the smallest terminal, 24 lines of 80 with the prompt below, for the samples", () => {
    const lines = readFileSync(new URL("../../samples/expected/summary.txt", import.meta.url), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(23);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("lets nothing in a cell steer the terminal", () => {
    const odd = sampleResult({ violations: [violationOf({ cause: "mark \u001b[31mred\r\nX\u202e" })] });
    expect(summary(odd)).not.toMatch(/[\u001b\r\u202e]/);
  });

  it("says what goes nowhere without a transcript, what was switched off, and how marks count", () => {
    const { rules } = sampleResult();
    const text = summary(
      sampleResult({
        output: null,
        notes: [],
        violations: [violationOf({ cause: " ", code: "mark-unknown" })],
        proposals: [proposalOf({ gpa: "counts" }), proposalOf({ gpa: "excluded" }), proposalOf({ gpa: "excluded" })],
        rules: { ...rules, off: ["mark-unknown", "term-unknown"] },
      }),
    ).replace(/\s+/g, " ");
    expect(text).toContain("Without a transcript nothing goes to import");
    expect(text).toContain("1 counted");
    expect(text).toContain("2 left out");
    expect(text).toContain("switched off: mark-unknown, term-unknown");
    expect(text).toContain("error mark-unknown: mark-unknown: 1 row");
  });

  it("paints only what it is asked to", () => {
    const painted = summaryText(sampleResult(), { out: null, colour: (style, text) => `<${style}>${text}</>` });
    expect(painted).toContain("<red>error</> mark-unknown");
    expect(painted.replace(/<[a-z/]*>/g, "")).toBe(summary(sampleResult(), null));
  });
});

describe("words", () => {
  it("separates thousands", () => {
    expect([0, 7, 999, 1000, 12_345, 1_234_567].map(count)).toEqual(["0", "7", "999", "1,000", "12,345", "1,234,567"]);
  });

  it("wraps at spaces and keeps long words whole", () => {
    expect(wrap("aa bb cc", " ", "  ", 6)).toEqual([" aa bb", "  cc"]);
    expect(wrap("abcdefghij", "", "", 4)).toEqual(["abcdefghij"]);
  });
});
