import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../support/cli.js";

/** Runs that are killed at moments of no one's choosing: nothing half done stays, and nothing given is touched. */

const RUNS = Number(process.env.KILL_RUNS ?? 6);
const ROWS = 3000;
/** Threads are begun and rows go to a disk all the same. */
const ENV = { ZCREDIT_SMALL_LIMITS: "1" };
const SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT"] as const;
const BIN = fileURLToPath(new URL("../../bin/zcredit.js", import.meta.url));
const INPUTS = ["transcripts.csv", "scores.csv", "policy.json"];

let folder: string;
let before: readonly string[];
/** How long a run takes that nobody disturbs, in milliseconds. */
let whole = 0;

function digests(): readonly string[] {
  return INPUTS.map((name) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex"),
  );
}

function args(out: string): readonly string[] {
  const inputs = ["-t", "transcripts.csv", "-s", "scores.csv", "-p", "policy.json", "--award-date", "2025-06-20"];
  return ["check", "--no-config", ...inputs, "-o", out, "--force", "--quiet", "--jobs", "2"];
}

/** Everything in the folder that a run put there, names that begin with a dot included. */
function others(): string[] {
  return readdirSync(folder).filter((name) => !INPUTS.includes(name));
}

/** By what a killed run ended, and which process it was. */
interface Killed {
  readonly end: string;
  readonly pid: number;
}

function killed(out: string, signal: NodeJS.Signals, after: number): Promise<Killed> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args(out)], {
      cwd: folder,
      stdio: "ignore",
      env: { ...process.env, ...ENV },
    });
    const timer = setTimeout(() => child.kill(signal), after);
    child.on("close", (code, by) => {
      clearTimeout(timer);
      resolve({ end: String(by ?? code), pid: child.pid ?? 0 });
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-kill-"));
  const maker = (await import(new URL("../bench/generate.mjs", import.meta.url).href)) as {
    generate(folder: string, rows: number, seed: number): Promise<void>;
  };
  await maker.generate(folder, ROWS, 7);
  before = digests();
  const from = performance.now();
  const { code, stderr } = await runCli(args("sound"), { cwd: folder, env: ENV });
  whole = performance.now() - from;
  expect([code, stderr]).toEqual([1, ""]);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`${RUNS} runs killed at random moments leave whole results or none`, async () => {
  const sound = new Map(readdirSync(join(folder, "sound")).map((name) => [name, read("sound", name)]));
  const ends = new Map<string, number>();
  for (let i = 0; i < RUNS; i += 1) {
    const signal = SIGNALS[i % SIGNALS.length] ?? "SIGKILL";
    const { end, pid } = await killed("out", signal, Math.random() * whole * 1.1);
    ends.set(end, (ends.get(end) ?? 0) + 1);
    const names = others();
    // Only what a later run takes away, as below. Where something could be done before the end, no results on their
    // way stay; those of an earlier run that was killed do, if this one ended before it looked for them.
    const left = names.filter((name) => !["out", "sound"].includes(name));
    for (const name of left) expect(name).toMatch(/^\.out\.(new|old|work)-/);
    if (signal !== "SIGKILL") {
      expect(left.filter((name) => name.includes(".new-") && name.includes(`.${pid}.`))).toEqual([]);
    }
    if (names.includes("out")) {
      for (const [name, text] of sound) expect(read("out", name), `${name} after ${end}`).toBe(text);
    }
    expect(digests()).toEqual(before);
  }
  console.log(`how they ended: ${[...ends].map(([end, times]) => `${end} ${times}`).join(", ")}`);
  const { code } = await runCli(args("out"), { cwd: folder, env: ENV });
  expect(code).toBe(1);
  expect(others().sort()).toEqual(["out", "sound"]);
  for (const [name, text] of sound) expect(read("out", name)).toBe(text);
}, 3_600_000);

function read(place: string, name: string): string {
  return readFileSync(join(folder, place, name), "latin1");
}
