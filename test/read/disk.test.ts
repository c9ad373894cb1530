import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  });

  test("that are folders", async () => {
    expect(await failure(read(folder))).toContain("this is a folder");
    expect(await failure(readWhole(folder))).toContain("this is a folder");
  });

  test("that the system will not read for another reason", async () => {
    expect(await failure(readWhole(join(folder, "x".repeat(300))))).toContain("ENAMETOOLONG");
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
