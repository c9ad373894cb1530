import { describe, expect, test } from "vitest";
import { encodeText, notIn } from "../../src/encode.js";
import type { Encoding } from "../../src/model.js";
import { HEADER, inPieces, lines, readAll, readText, shown } from "./support.js";

const ANN = "101,2024,MAT101,F,Español – “1” é,0.5,0";
const ROW = `2: ${ANN.replaceAll(",", "|")}`;
const ENCODINGS: readonly (readonly [Encoding, boolean])[] = [
  ["utf-8", false],
  ["utf-8", true],
  ["utf-16le", false],
  ["utf-16le", true],
  ["utf-16be", false],
  ["utf-16be", true],
  ["windows-1252", false],
];

describe.each(ENCODINGS)("%s, byte order mark: %s", (encoding, bom) => {
  const bytes = encodeText(`${bom ? "\uFEFF" : ""}${lines(HEADER, ANN)}`, encoding);

  test("is recognised and read, however it is cut", async () => {
    const outcome = await readText(bytes);
    expect(shown(outcome)).toEqual([ROW]);
    expect(outcome.reading).toMatchObject({ broken: [], notText: null, truncatedAt: null, layout: { encoding, bom } });
    expect(await readAll(inPieces(bytes, [...bytes.keys()]))).toEqual(outcome);
  });

  test("a file of more than one block", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},2024,MAT101,F,é${"x".repeat(i % 7)},0.5,0`);
    const big = await readText(encodeText(`${bom ? "\uFEFF" : ""}${lines(HEADER, ...rows)}`, encoding));
    expect(big.rows.length).toBe(20_000);
    expect(big.rows.every((row, i) => row.cells[0] === String(i) && row.cells[4]?.startsWith("é"))).toBe(true);
  });

  test("cut inside a letter or inside the last line", async () => {
    const whole = encodeText(lines(HEADER, ANN, ANN.replace("101", "102")), encoding);
    // The last letter beyond ASCII is the é, eight letters and the line end before the end of the file.
    const unit = encoding.startsWith("utf-16") ? 2 : 1;
    const cut = await readText(whole.subarray(0, whole.length - 7 * unit - 1));
    expect(shown(cut)).toEqual([ROW]);
    expect(cut.reading).toMatchObject({ truncatedAt: 3, notText: null });
    expect(cut.reading.broken).toMatchObject([{ fault: "truncated", line: 3, studentId: "102" }]);
  });
});

describe("which encoding", () => {
  test("plain letters alone are UTF-8", async () => {
    expect((await readText(lines(HEADER, "101,2024,MAT101,F,x,0.5,0"))).reading.layout?.encoding).toBe("utf-8");
  });

  test("every byte of Windows-1252 that means a letter is that letter, and goes back out as that byte", async () => {
    let text = "";
    for (let byte = 0xa0; byte <= 0xff; byte++) text += `${String.fromCharCode(byte)} `;
    text += "€ ‚ ƒ „ … † ‡ ˆ ‰ Š ‹ Œ Ž ‘ ’ “ ” • – — ˜ ™ š › œ ž Ÿ";
    const bytes = encodeText(lines(HEADER, `101,2024,MAT101,F,${text},0.5,0`), "windows-1252");
    expect(bytes.length).toBe(lines(HEADER, `101,2024,MAT101,F,${text},0.5,0`).length);
    const { rows, reading } = await readText(bytes);
    expect(rows[0]?.cells[4]).toBe(text);
    expect(reading.layout?.encoding).toBe("windows-1252");
  });

  test("a letter of Windows-1252 at the very end", async () => {
    const header = HEADER.replace("course_title,", "").concat(",course_title");
    const bytes = encodeText(`${header}\n101,2024,MAT101,F,0.5,0,Café`, "windows-1252");
    const outcome = await readText(bytes);
    expect(outcome.rows[0]?.cells[6]).toBe("Café");
    expect(outcome.reading.truncatedAt).toBeNull();
  });

  test("no-break spaces pad cells as plain ones do", async () => {
    const pad = "\u00a0".repeat(40);
    const outcome = await readText(encodeText(lines(HEADER, `101,2024,MAT101,F,É${pad},0.5,0`), "windows-1252"));
    expect(outcome.rows[0]?.cells[4]).toBe(`É${pad}`);
  });

  test("half a character pair in UTF-16 is no text", async () => {
    for (const encoding of ["utf-16le", "utf-16be"] as const) {
      for (const half of ["\ud83d", "\ude00", "\ude00\ud83d"]) {
        const bytes = encodeText(lines(HEADER, `101,2024,MAT101,F,${half}x,0.5,0`), encoding);
        const offset = (HEADER.length + 1 + "101,2024,MAT101,F,".length) * 2;
        expect((await readText(bytes)).reading.notText).toEqual({ offset, why: "unexplained" });
        expect((await readAll(inPieces(bytes, [...bytes.keys()]))).reading.notText).toEqual({
          offset,
          why: "unexplained",
        });
      }
      const nul = encodeText(lines(HEADER, "101,2024,MAT101,F,\0,0.5,0"), encoding);
      expect((await readText(nul)).reading.notText?.why).toBe("nul");
      const pair = await readText(encodeText(lines(HEADER, "101,2024,MAT101,F,😀,0.5,0"), encoding));
      expect(pair.rows[0]?.cells[4]).toBe("😀");
    }
  });
});

describe("writing", () => {
  test("names the first character that an encoding does not have", () => {
    expect(notIn("Español “1”", "windows-1252")).toBeNull();
    expect(notIn("kōrero", "windows-1252")).toBe("ō");
    expect(notIn("a😀", "windows-1252")).toBe("😀");
    expect(notIn("\u0081", "windows-1252")).toBe("\u0081");
    for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) expect(notIn("ō😀", encoding)).toBeNull();
    expect(() => encodeText("ō", "windows-1252")).toThrow();
  });
});
