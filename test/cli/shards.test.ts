import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readShard } from "../../src/commands/shard.js";
import type { Problem } from "../../src/errors.js";
import { runCli } from "../support/cli.js";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const sample = (name: string): string => join(SAMPLES, name);

let folder: string;

function check(out: string, ...more: readonly string[]) {
  const inputs = ["-t", sample("transcripts.csv"), sample("transcripts-hilltop.csv"), "-s", sample("scores.csv")];
  const others = ["--approvals", sample("approvals.csv"), "--students", sample("students.csv")];
  const policy = ["-p", sample("policy.json"), "--award-date", "2025-06-20", "--no-config", "--quiet"];
  const args = ["check", ...inputs, ...others, ...policy, "-o", out, ...more];
  return runCli(args, {
    cwd: folder,
    env: { SLURM_ARRAY_TASK_ID: "12", SLURM_ARRAY_TASK_MIN: "10", SLURM_ARRAY_TASK_COUNT: "3" },
  });
}

function merge(...args: readonly string[]) {
  return runCli(["merge", ...args], { cwd: folder });
}

function contents(out: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, out)).filter((name) => name !== "manifest.json");
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, out, name), "utf8")]));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-shards-"));
  const runs = [
    await check("whole", "--jobs", "1"),
    await check("a", "--shard", "1/3"),
    await check("b", "--shard", "2/3", "--jobs", "3"),
    await check("c", "--shard", "auto"),
    await check("d", "--shard", "1/3", "--award-date", "2025-06-21"),
  ];
  for (const { stderr } of runs.slice(0, 4)) expect(stderr).toBe("");
  // A value given twice is refused: this slice is made with another date alone.
  expect(runs[4]?.code).toBe(2);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("slices", () => {
  it("come to the very results of a single run, and the manifest names them", async () => {
    const { code, stderr } = await merge("c", "a", "b", "-o", "joined");
    expect([code, stderr]).toEqual([1, ""]);
    expect(contents("joined")).toEqual(contents("whole"));
    const manifest = (out: string) => JSON.parse(readFileSync(join(folder, out, "manifest.json"), "utf8"));
    const { slices, seal: _joined, ...joined } = manifest("joined");
    const { seal: _whole, ...whole } = manifest("whole");
    expect(joined).toEqual(whole);
    expect(slices.map(({ slice, of }: { slice: number; of: number }) => `${slice}/${of}`)).toEqual([
      "1/3",
      "2/3",
      "3/3",
    ]);
  });

  it("say in their own results that they are slices", () => {
    expect(contents("a")["report.json"]).toContain("This is slice 1 of 3 of the students.");
  });

  it("are refused where one is missing, there twice, or no slice at all", async () => {
    const missing = await merge("a", "c", "-o", "x");
    expect([missing.code, missing.stderr]).toEqual([
      2,
      "zcredit merge: of 3 slices these are missing: 2. Results without them would lack students.\n",
    ]);
    const twice = await merge("a", "b", "c", "a", "-o", "x");
    expect(twice.stderr).toContain("a: this is slice 1 of 3, and so is a. Name each once.");
    const none = await merge("whole", "-o", "x");
    expect(none.stderr).toContain("whole: this folder holds no slice of a run.");
    const nothing = await merge("-o", "x");
    expect(nothing.stderr).toContain("DIR: is missing");
    expect(readdirSync(folder)).not.toContain("x");
  });

  it("are refused where one was changed, or is of another run", async () => {
    await check("e", "--shard", "3/3", "--fail-on", "never");
    const other = await merge("a", "b", "e", "-o", "x");
    expect(other.stderr).toContain("e: made with other options (dates, filters, severities) than a");
    await check("f", "--shard", "3/3");
    const path = join(folder, "f", "slice.jsonl");
    writeFileSync(path, readFileSync(path, "utf8").replace('["proposal",', '["refusal",'));
    const changed = await merge("a", "b", "f", "-o", "x");
    expect([changed.code, changed.stderr]).toEqual([
      2,
      `${join("f", "slice.jsonl")}: this file is not as zcredit wrote it. Run that slice again.\n`,
    ]);
    expect(readdirSync(folder)).not.toContain("x");
  });

  it("do not go with what needs all students", async () => {
    const { code, stderr } = await check("g", "--shard", "1/3", "--merged");
    expect([code, stderr]).toEqual([
      2,
      "--merged: needs all students together, so it cannot go with --shard. Drop one.\n",
    ]);
  });
});

describe("the place in a job array", () => {
  const read = (text: string, env: Readonly<Record<string, string>> = {}) => {
    const problems: Problem[] = [];
    const shard = readShard(text, "--shard", env, problems);
    return shard === null ? (problems[0]?.message ?? "") : `${shard.index} of ${shard.of}`;
  };

  it.each([
    ["2/8", {}, "1 of 8"],
    ["auto", { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_COUNT: "8" }, "4 of 8"],
    [
      "auto",
      {
        SLURM_ARRAY_TASK_ID: "14",
        SLURM_ARRAY_TASK_MIN: "10",
        SLURM_ARRAY_TASK_STEP: "2",
        SLURM_ARRAY_TASK_COUNT: "4",
      },
      "2 of 4",
    ],
    ["auto/8", { JOB_COMPLETION_INDEX: "0" }, "0 of 8"],
    ["auto", { AWS_BATCH_JOB_ARRAY_INDEX: "3", AWS_BATCH_JOB_ARRAY_SIZE: "4" }, "3 of 4"],
  ])("is read from %s %j: %s", (text, env, place) => {
    expect(read(text, env as Readonly<Record<string, string>>)).toBe(place);
  });

  it.each([
    ["0/8", {}, "no such slice"],
    ["9/8", {}, "no such slice"],
    ["8", {}, "write 2/8"],
    ["a/8", {}, "write 2/8"],
    ["1/2/3", {}, "write 2/8"],
    ["auto", {}, "no sign of one"],
    ["auto", { JOB_COMPLETION_INDEX: "1" }, "say so, as in auto/8"],
    ["auto/2", { JOB_COMPLETION_INDEX: "2" }, "no such slice"],
  ])("is refused as %s %j", (text, env, why) => {
    expect(read(text, env as Readonly<Record<string, string>>)).toContain(why);
  });
});
