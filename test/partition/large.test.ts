import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../support/cli.js";

/** One large district, by the command itself: alone, with threads, and in slices that are joined. */

const ROWS = 24_000;
const FILES = 7;
/** Threads begin early, and rows go to a disk. */
const ENV = { ZCREDIT_SMALL_LIMITS: "1" };

type Order = "sorted" | "shuffled";

let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "zcredit-large-"));
  const maker = (await import(new URL("../bench/generate.mjs", import.meta.url).href)) as {
    generate(folder: string, rows: number, seed: number, order: Order): Promise<void>;
  };
  for (const order of ["sorted", "shuffled"] as const) {
    mkdirSync(join(root, order));
    await maker.generate(join(root, order), ROWS, 11, order);
    const path = join(root, order, "transcripts.csv");
    writeFileSync(path, withPlaceholder(readFileSync(path, "utf8")));
  }
  const [header = "", ...lines] = readFileSync(join(root, "shuffled/transcripts.csv"), "utf8").trimEnd().split("\n");
  mkdirSync(join(root, "split"));
  for (let i = 0; i < FILES; i += 1) {
    const its = lines.filter((_, at) => at % FILES === i);
    writeFileSync(join(root, "split", `part${i + 1}.csv`), `${[header, ...its].join("\n")}\n`);
  }
  for (const name of ["scores.csv", "policy.json"]) {
    writeFileSync(join(root, "split", name), readFileSync(join(root, "shuffled", name)));
  }
}, 300_000);

/** The file with one state id for every tenth student, as where their own is not known yet. */
function withPlaceholder(text: string): string {
  return text.replace(/^(\d*7),\d+,/gm, "$1,9999999999,");
}

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function check(folder: string, out: string, more: readonly string[]): Promise<void> {
  const transcripts = readdirSync(join(root, folder)).filter((name) => /^(transcripts|part\d)\.csv$/.test(name));
  const inputs = [...transcripts.flatMap((name) => ["-t", name]), "-s", "scores.csv", "-p", "policy.json"];
  const args = ["check", "--no-config", ...inputs, "--award-date", "2025-06-20", "-o", out, "--quiet", ...more];
  const { code, stderr } = await runCli(args, { cwd: join(root, folder), env: ENV });
  expect([code, stderr]).toEqual([1, ""]);
}

/** Every file of some results but the manifest, which says how they were made. */
function results(folder: string, out: string): ReadonlyMap<string, string> {
  const at = join(root, folder, out);
  const names = readdirSync(at).filter((name) => name !== "manifest.json");
  return new Map(names.sort().map((name) => [name, readFileSync(join(at, name), "latin1")]));
}

function expectSame(folder: string, out: string): void {
  const [alone, other] = [results(folder, "alone"), results(folder, out)];
  expect([...other.keys()]).toEqual([...alone.keys()]);
  for (const [name, text] of alone) expect(other.get(name) === text, `${folder}/${out}/${name}`).toBe(true);
}

describe.each(["sorted", "shuffled", "split"])("a large district, %s", (folder) => {
  test("gives the same bytes with 1, 2 and 4 threads, and in three slices joined", { timeout: 300_000 }, async () => {
    await check(folder, "alone", ["--jobs", "1"]);
    expect(results(folder, "alone").get("report.json")?.length).toBeGreaterThan(100_000);
    expect(results(folder, "alone").get("violations.csv")).toMatch(/The state id 9999999999 is .* and \d+ others\./);
    for (const jobs of ["2", "4"]) {
      await check(folder, `jobs${jobs}`, ["--jobs", jobs]);
      expectSame(folder, `jobs${jobs}`);
    }
    const slices = ["1/3", "2/3", "3/3"];
    for (const [i, slice] of slices.entries()) await check(folder, `slice${i}`, ["--jobs", "2", "--shard", slice]);
    const { code, stderr } = await runCli(["merge", "slice2", "slice0", "slice1", "-o", "merged", "--quiet"], {
      cwd: join(root, folder),
      env: ENV,
    });
    expect([code, stderr]).toEqual([1, ""]);
    expectSame(folder, "merged");
  });
});

test("what is proposed does not hang on the order of the rows, or on how many files hold them", () => {
  const proposals = (folder: string) => results(folder, "alone").get("proposed-records.csv");
  expect(proposals("sorted")?.length).toBeGreaterThan(1000);
  expect(proposals("shuffled")).toBe(proposals("sorted"));
  expect(proposals("split")).toBe(proposals("sorted"));
});
