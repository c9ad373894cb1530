import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { NotDone } from "../../src/errors.js";
import { displayNames, nodeHasher, openFile, readWhole } from "../../src/read/disk.js";
import { nobleHasher } from "../../src/read/memory.js";
import { readSource } from "../../src/read/read.js";
import { HEADER, lines, readText } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "zcredit-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(NotDone);
  return error instanceof NotDone ? error.message : "";
}

function read(path: string) {
  return readSource(openFile("transcript", path, "x.csv"), () => undefined, nodeHasher());
}

describe("files", () => {
  const path = join(folder, "transcripts.csv");
  const text = lines(HEADER, "101,2024,MAT101,F,Algebra 1,0.5,0");
  writeFileSync(path, text);

  test("are read as the same bytes in memory are, and left as they were", async () => {
    const reading = await read(path);
    expect({ ...reading, name: "" }).toEqual({ ...(await readText(text)).reading, name: "", layout: reading.layout });
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(new TextDecoder().decode(await readWhole(path))).toBe(text);
  });

  test("that are not there suggest one that is", async () => {
    const message = await failure(read(join(folder, "transcript.csv")));
    expect(message).toContain(`there is no such file. Did you mean ${path}?`);
    expect(await failure(readWhole(join(folder, "zzz.json")))).toMatch(/there is no such file\.$/);
    expect(await failure(readWhole(join(folder, "no", "zzz.json")))).toContain("There is no folder");
    expect(await failure(readWhole("-"))).toContain("Save it as a file");
  });

  test("that are folders", async () => {
    expect(await failure(read(folder))).toContain("this is a folder");
    expect(await failure(readWhole(folder))).toContain("this is a folder");
  });

  test("whose name no disk can hold", async () => {
    expect(await failure(readWhole(join(folder, "x".repeat(300))))).toContain("this name is too long for the disk");
  });
});

describe("packed files", () => {
  const path = join(folder, "packed.csv.gz");
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `${i},2024,MAT101,F,${createHash("md5").update(`${i}`).digest("hex")},0.5,0`,
  );
  const text = lines(HEADER, ...rows);
  const packed = gzipSync(text);

  async function unpack(bytes: Uint8Array) {
    writeFileSync(path, bytes);
    const cells: string[] = [];
    const reading = await readSource(
      openFile("transcript", path, "x.csv.gz"),
      (row) => cells.push(row.cells.join(",")),
      nodeHasher(),
    );
    return { cells, reading };
  }

  test("are read as what is in them; size and digest are those of the file", async () => {
    const { cells, reading } = await unpack(packed);
    expect(cells).toEqual(rows);
    expect(reading).toMatchObject({ rows: 20_000, bytes: packed.length, truncatedAt: null, notText: null, broken: [] });
    expect(reading.sha256).toBe(createHash("sha256").update(packed).digest("hex"));
  });

  test("of several members, one after the other, as tools that append make them", async () => {
    const half = text.length >> 1;
    const { cells } = await unpack(Buffer.concat([gzipSync(text.slice(0, half)), gzipSync(text.slice(half))]));
    expect(cells).toEqual(rows);
  });

  test("that are cut off give every whole line before the cut, and say so", async () => {
    for (const keep of [0.001, 0.3, 0.7, 0.999]) {
      const { cells, reading } = await unpack(packed.subarray(0, Math.max(20, packed.length * keep)));
      expect(reading.truncatedAt).not.toBeNull();
      expect(cells).toEqual(rows.slice(0, cells.length));
      if (keep > 0.01) expect(cells.length).toBeGreaterThan(20_000 * keep * 0.9);
    }
    // Cut behind the very last letter, in the check sum: what is there is all there is, and still it is not sure.
    const tail = await unpack(packed.subarray(0, packed.length - 4));
    expect(tail.cells).toEqual(rows);
    expect(tail.reading).toMatchObject({ truncatedAt: 20_002, broken: [] });
  });

  test("that are damaged, or not gzip behind their first bytes", async () => {
    const wrong = Buffer.from(packed);
    wrong[packed.length >> 1] = (wrong[packed.length >> 1] ?? 0) ^ 0xff;
    expect(await failure(unpack(wrong))).toContain("damaged");
    expect(await failure(unpack(Buffer.from([0x1f, 0x8b, 1, 2, 3])))).toContain("damaged");
    expect(await failure(unpack(Buffer.concat([packed, Buffer.from("more")])))).toContain("damaged");
    const twice = await unpack(gzipSync(packed));
    expect(twice.reading.notText?.why).toBe("archive");
  });

  test("that would fill the machine are refused, and so is a line without end", async () => {
    const long = `${"x".repeat(9999)}\n`;
    expect(await failure(unpack(gzipSync(long.repeat(2000))))).toContain("more than 100 times");
    const varied = rows.slice(0, 400).join("");
    expect(await failure(unpack(gzipSync(varied.repeat(900))))).toContain("16 million characters");
  });

  test("whose name says so but are not, and the other way about", async () => {
    expect((await unpack(Buffer.from(text))).cells).toEqual(rows);
    expect((await unpack(Buffer.from([0x1f]))).reading.bytes).toBe(1);
    expect((await unpack(Buffer.alloc(0))).reading.bytes).toBe(0);
  });

  test("let go after the first bytes leave nothing open", async () => {
    writeFileSync(path, packed);
    for await (const piece of openFile("transcript", path, "x").chunks()) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  });
});

test("both hashers agree", () => {
  for (const text of ["", "abc"]) {
    const [node, noble] = [nodeHasher(), nobleHasher()];
    for (const hasher of [node, noble]) hasher.update(new TextEncoder().encode(text));
    expect(noble.hex()).toBe(node.hex());
  }
});

test("display names have no folder and are each there once", () => {
  expect(displayNames(["a/x.csv", "x.csv", "b/y.csv", "c/x.csv", "x.csv (2)"])).toEqual([
    "x.csv",
    "x.csv (2)",
    "y.csv",
    "x.csv (3)",
    "x.csv (2) (2)",
  ]);
});
