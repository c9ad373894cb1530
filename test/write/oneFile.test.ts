import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeOneFile } from "../../src/commands/oneFile.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-one-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a run of this machine that was killed leaves beside `page.html`. */
function leftOver(pid: number): string {
  const path = join(folder, `.page.html.new-${hostname().replace(/[^A-Za-z0-9]/g, "-")}.${pid}.Ab12Cd`);
  mkdirSync(path);
  writeFileSync(join(path, "new"), "half");
  return path;
}

it("writes a file for its owner alone, and leaves nothing beside it", async () => {
  await writeOneFile(join(folder, "page.html"), "<p>whole");
  expect(readFileSync(join(folder, "page.html"), "utf8")).toBe("<p>whole");
  expect(statSync(join(folder, "page.html")).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["page.html"]);
});

it("takes away what a killed run left there, and nothing of one that is under way", async () => {
  const dead = Number(execFileSync("sh", ["-c", "echo $$"], { encoding: "utf8" }));
  const left = leftOver(dead);
  const underWay = leftOver(process.ppid);
  await writeOneFile(join(folder, "page.html"), "<p>whole");
  expect(existsSync(left)).toBe(false);
  expect(existsSync(underWay)).toBe(true);
});

it("writes over nothing, and makes no folder where it writes no file", async () => {
  writeFileSync(join(folder, "page.html"), "theirs");
  await expect(writeOneFile(join(folder, "page.html"), "ours")).rejects.toThrow(/is there already/);
  expect(readFileSync(join(folder, "page.html"), "utf8")).toBe("theirs");
  await expect(writeOneFile(join(folder, "page.html", "below", "page.html"), "ours")).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(["page.html"]);
});
