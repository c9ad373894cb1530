import { describe, expect, it } from "vitest";
import { NotDone } from "../../src/errors.js";
import type { FileReading } from "../../src/model.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import type { Source } from "../../src/read/source.js";
import type { RunResult } from "../../src/report/result.js";
import { mergedContent, mergedText } from "../../src/write/merged.js";
import { layoutOf, proposalOf, readingOf, sampleResult } from "../support/result.js";

const encoder = new TextEncoder();
const LAYOUT = layoutOf(["student_id", "course_id", "mark"]);
const RECORD = "1000000042,MAT101,P\n";

function sha256(text: string): string {
  const hasher = nobleHasher();
  hasher.update(encoder.encode(text));
  return hasher.hex();
}

function resultOf(texts: readonly string[], changes: readonly Partial<FileReading>[] = []): RunResult {
  const files = texts.map((text, index) =>
    readingOf({ name: `t${index}.csv`, sha256: sha256(text), layout: LAYOUT, ...changes[index] }),
  );
  const scores = readingOf({ kind: "scores", name: "scores.csv", layout: null });
  const layout = files[0]?.layout ?? LAYOUT;
  return sampleResult({
    files: [scores, ...files],
    output: { layout, schoolYearForm: "short", dateForm: "iso" },
    proposals: [proposalOf(), proposalOf({ status: "held" }), proposalOf({ status: "waiver" })],
  });
}

/** A source that hands its bytes out in pieces of one size. */
function inPieces(text: string, size: number): Source {
  const bytes = encoder.encode(text);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return { kind: "transcript", name: "t.csv", chunks: () => pieces };
}

async function streamed(result: RunResult, sources: readonly Source[]): Promise<string> {
  const content = mergedContent(result, sources, nobleHasher);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  if (typeof content !== "function") throw new Error("not streamed");
  await content(async (chunk) => {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  });
  return text;
}

/** Both ways must agree, however the bytes are cut. */
async function merged(texts: readonly string[], changes: readonly Partial<FileReading>[] = []): Promise<string> {
  const result = resultOf(texts, changes);
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    mergedText(
      result,
      texts.map((text) => encoder.encode(text)),
    ),
  );
  for (const size of [1, 2, 3, 7, 1000]) {
    expect(
      await streamed(
        result,
        texts.map((text) => inPieces(text, size)),
      ),
    ).toBe(whole);
  }
  return whole;
}

const HEADER = "student_id,course_id,mark\n";

describe("the merged transcript", () => {
  it("begins with the input's own bytes, oddities and all, and ends with the ready records", async () => {
    const input = `${HEADER} 7 ,"x""y",F  \r\n\n,,\n`;
    expect(await merged([input])).toBe(input + RECORD);
  });

  it("adds a line end only where the last one is missing", async () => {
    expect(await merged([`${HEADER}7,x,F`])).toBe(`${HEADER}7,x,F\n${RECORD}`);
    expect(await merged([""])).toBe(RECORD);
  });

  it("adds the rows of further transcripts without their headers", async () => {
    expect(await merged([`${HEADER}1,a,F`, `${HEADER}2,b,F`, HEADER.trimEnd(), `${HEADER}3,c,F\n`])).toBe(
      `${HEADER}1,a,F\n2,b,F\n3,c,F\n${RECORD}`,
    );
  });

  it("knows every line end, and a first row that begins with one", async () => {
    const crlf = HEADER.replace("\n", "\r\n");
    expect(await merged([HEADER, `${crlf}\r\n2,b,F\r\n`])).toBe(`${HEADER}\r\n2,b,F\r\n${RECORD}`);
    const cr = HEADER.replace("\n", "\r");
    expect(await merged([HEADER, `${cr}2,b,F\r`])).toBe(`${HEADER}2,b,F\r${RECORD}`);
    expect(await merged([HEADER, `${cr}\r2,b,F\r`])).toBe(`${HEADER}\r2,b,F\r${RECORD}`);
  });

  it("skips what stands above a further header, and a header of several lines", async () => {
    const layout = layoutOf(["student_id", "course\nid", "mark"]);
    const header = 'student_id,"course\nid",mark\n';
    const banner = {
      kind: "transcript",
      file: "t1.csv",
      fault: "not-a-record",
      found: 1,
      expected: 3,
      studentId: "",
    } as const;
    const text = await merged(
      [`${header}1,a,F\n`, `Export\n\n\n${header}2,b,F\n`],
      [
        { layout },
        {
          layout,
          broken: [
            { ...banner, line: 1, what: "banner", count: 1 },
            { ...banner, line: 2, what: "blank", count: 2 },
            { ...banner, line: 9, what: "total", count: 1 },
          ],
        },
      ],
    );
    expect(text.startsWith(`${header}1,a,F\n2,b,F\n1000000042,`)).toBe(true);
  });

  it("keeps a byte order mark once", async () => {
    const layout = { ...LAYOUT, bom: true };
    expect(await merged([`\uFEFF${HEADER}`, `\uFEFF${HEADER}2,b,F\n`], [{ layout }, { layout }])).toBe(
      `\uFEFF${HEADER}2,b,F\n${RECORD}`,
    );
  });

  it.each([
    [{ layout: { ...LAYOUT, delimiter: ";" } }, /separates its cells in another way/],
    [{ layout: { ...LAYOUT, bom: true } }, /encoded in another way/],
    [{ layout: layoutOf(["student_id", "mark", "course_id"]) }, /has the column "mark" where the other/],
    [{ layout: layoutOf(["student_id"]) }, /has 1 column, not 3/],
    [{ truncatedAt: 9 }, /begins on line 9/],
  ] as const)("refuses transcripts that can't stand in one file (%#)", (change, words) => {
    const result = resultOf([HEADER, HEADER], [{}, change]);
    const bytes = encoder.encode(HEADER);
    expect(() => mergedText(result, [bytes, bytes])).toThrow(words);
    expect(() => mergedContent(result, [inPieces(HEADER, 9), inPieces(HEADER, 9)], nobleHasher)).toThrow(NotDone);
  });

  it("refuses to merge with nothing", () => {
    expect(() => mergedText(sampleResult({ output: null }), [])).toThrow(/no transcript to merge with/);
  });

  it("sees that an input changed after it was read", async () => {
    const result = resultOf([`${HEADER}1,a,F\n`]);
    await expect(streamed(result, [fromBytes("transcript", "t0.csv", `${HEADER}1,a,A\n`)])).rejects.toThrow(
      /changed while zcredit was reading it/,
    );
  });
});
