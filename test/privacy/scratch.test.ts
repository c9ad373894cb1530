import { fstatSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { scratchIn } from "../../src/write/scratch.js";
import { temporaryFolder } from "../../src/write/temporary.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-privacy-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("rows that wait on the disk are their owner's alone, under no name that another could open", () => {
  const scratch = scratchIn(folder);
  const file = scratch.open();
  file.append(new TextEncoder().encode("9000000001"));
  expect(fstatSync(file.fd).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual([]);
  scratch.close();
});

it("a folder on its way to its place is its owner's alone", async () => {
  const made = temporaryFolder(folder, join(folder, "out"), "new");
  expect(statSync(made.path).mode & 0o777).toBe(0o700);
  await made.remove();
  expect(readdirSync(folder)).toEqual([]);
});
