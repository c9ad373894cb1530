import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

/*
 * The scripts of samples/cluster, as a job array runs them: each slice a process with the array's variables, then the
 * merge, held against a single run. Slurm itself is run by slurm.sh.
 */

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const BIN = fileURLToPath(new URL("../../bin/zcredit.js", import.meta.url));
const DAY = "2025-06-20";
/** Where the samples say that everything lies. */
const MOUNT = "/srv/zcredit";
const INPUTS = ["scores.csv", "students.csv", "transcripts.csv", "transcripts-hilltop.csv"];

type Environment = Readonly<Record<string, string>>;

let folder: string;
let base: string;
let differences: (single: string, merged: string, slices: number) => readonly string[];

function run(
  command: readonly string[],
  env: Environment = {},
): { readonly code: number | null; readonly says: string } {
  const [program = "", ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    // An array that these tests may run in themselves is none of the scripts' business.
    env: {
      PATH: process.env.PATH ?? "",
      HOME: folder,
      ZCREDIT_BASE: base,
      ZCREDIT_PROGRAM: BIN,
      ZCREDIT_DAY: DAY,
      ...env,
    },
    encoding: "utf8",
  });
  return { code: status, says: `${stdout}${stderr}` };
}

function slice(args: readonly string[], env: Environment = {}): void {
  const { code, says } = run(["bash", join(base, "slice.sh"), ...args], env);
  expect([code, says]).toEqual([0, ""]);
}

function differs(slices: number): readonly string[] {
  return differences(join(folder, "single"), join(base, "runs", DAY, "results"), slices);
}

/** The samples hold faults, so a merge that was done ends with 1. */
function mergesTo(slices: number): void {
  const { code, says } = run(["bash", join(base, "merge.sh")]);
  expect([code, says]).toEqual([1, expect.stringContaining("Proposed new records")]);
  expect(differs(slices)).toEqual([]);
}

beforeAll(async () => {
  const same = (await import(new URL("./same.mjs", import.meta.url).href)) as { differences: typeof differences };
  ({ differences } = same);
  folder = mkdtempSync(join(tmpdir(), "zcredit-cluster-"));
  base = join(folder, "base");
  cpSync(join(SAMPLES, "cluster"), base, { recursive: true });
  mkdirSync(join(base, "exports"));
  for (const name of INPUTS) cpSync(join(SAMPLES, name), join(base, "exports", name));
  for (const name of ["policy.json", "approvals.csv"]) cpSync(join(SAMPLES, name), join(base, name));
  const exports = (name: string) => join(base, "exports", name);
  const { code } = run([
    ...[BIN, "check", "--no-config", "--quiet", "--award-date", DAY, "-o", "single", "-p", join(base, "policy.json")],
    ...["-t", exports("transcripts-hilltop.csv"), exports("transcripts.csv"), "-s", exports("scores.csv")],
    ...["--approvals", join(base, "approvals.csv"), "--students", exports("students.csv")],
  ]);
  expect(code).toBe(1);
});

afterEach(() => rmSync(join(base, "runs"), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("slices of a job array, merged, are a single run", () => {
  it("Slurm: slices.sbatch with the variables of an array of two", () => {
    for (const id of ["0", "1"]) {
      const env = { SLURM_ARRAY_TASK_ID: id, SLURM_ARRAY_TASK_COUNT: "2", SLURM_ARRAY_TASK_MIN: "0" };
      expect(run(["bash", join(base, "slices.sbatch")], { ...env, SLURM_CPUS_PER_TASK: "2" })).toEqual({
        code: 0,
        says: "",
      });
    }
    const { code } = run(["bash", join(base, "merge.sbatch")]);
    expect([code, differs(2)]).toEqual([1, []]);
  });

  it("AWS Batch: slice.sh auto", () => {
    for (const index of ["0", "1", "2"]) {
      slice(["auto"], { AWS_BATCH_JOB_ARRAY_INDEX: index, AWS_BATCH_JOB_ARRAY_SIZE: "3" });
    }
    mergesTo(3);
  });

  it("Kubernetes: the command of each pod of the Indexed Job, then that of the merge", () => {
    const slices = jobOf("kubernetes-slices.yaml");
    const { completions } = slices.spec;
    expect(slices.spec.completionMode).toBe("Indexed");
    expect(slices.container.command.at(-1)).toBe(`auto/${completions}`);
    for (let index = 0; index < completions; index += 1) {
      const env = { ...slices.env, JOB_COMPLETION_INDEX: String(index) };
      expect(run(slices.command, env)).toEqual({ code: 0, says: "" });
    }
    const merge = jobOf("kubernetes-merge.yaml");
    expect(merge.env.ZCREDIT_DAY).toBe(slices.env.ZCREDIT_DAY);
    expect(run(merge.command, merge.env).code).toBe(1);
    expect(differs(completions)).toEqual([]);
  });

  const hasParallel =
    spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.startsWith("GNU parallel") === true;

  it.skipIf(!hasParallel)("GNU parallel, over two hosts (skipped where it is not installed)", () => {
    // In the place of ssh: a host and a command, run in a shell as ssh does; which hosts were asked is written down.
    const ssh = join(folder, "ssh.sh");
    writeFileSync(
      ssh,
      `#!/bin/sh\nhost="$1"\nshift\n[ "$1" != -- ] || shift\necho "$host" >> "${folder}/hosts"\nSHELL=/bin/sh exec sh -c "$*"\n`,
    );
    chmodSync(ssh, 0o755);
    const env = { PARALLEL_SSH: ssh, ZCREDIT_HOSTS: "1/north,1/south", ZCREDIT_SLICES: "4" };
    const { code, says } = run(["bash", join(base, "parallel.sh")], env);
    expect([code, says]).toEqual([1, expect.stringContaining("Proposed new records")]);
    expect(differs(4)).toEqual([]);
    const hosts = new Set(
      readFileSync(join(folder, "hosts"), "utf8")
        .split("\n")
        .filter((line) => line !== ""),
    );
    expect([...hosts].sort()).toEqual(["north", "south"]);
  });

  it.skipIf(!hasParallel)("GNU parallel: where a slice is not done, nothing is merged", () => {
    const { code } = run(["bash", join(base, "parallel.sh")], { ZCREDIT_DAY: "soon", ZCREDIT_SLICES: "2" });
    expect(code).toBe(2);
  });
});

describe("what keeps slices from being merged", () => {
  it("one is missing, or another run's; one that was tried again is not", () => {
    slice(["1/3"]);
    slice(["3/3"]);
    const missing = run(["bash", join(base, "merge.sh")]);
    expect([missing.code, missing.says]).toEqual([2, expect.stringContaining("missing: 2")]);
    // An array of one job, sent again by itself, is the whole of another run.
    slice(["auto"], { SLURM_ARRAY_TASK_ID: "1", SLURM_ARRAY_TASK_COUNT: "1", SLURM_ARRAY_TASK_MIN: "1" });
    expect(run(["bash", join(base, "merge.sh")]).code).toBe(2);
    expect(run(["bash", join(base, "slices.sbatch"), "2/3"], { SLURM_ARRAY_TASK_ID: "1" }).code).toBe(0);
    slice(["1/3"]);
    mergesTo(3);
    expect(readdirSync(join(base, "runs", DAY, "slices"))).toEqual(["1", "2", "3"]);
  });

  it("no award date, no array, a slice that is not done: exit code not 0, and nothing is written", () => {
    const script = join(base, "slice.sh");
    for (const [args, env] of [
      [["1/2"], { ZCREDIT_DAY: "" }],
      [["auto"], {}],
      [["1/2"], { ZCREDIT_DAY: "soon" }],
      [["3/2"], {}],
    ] as const) {
      expect(run(["bash", script, ...args], env).code).not.toBe(0);
    }
    expect(run(["bash", join(base, "merge.sh")]).code).toBe(2);
  });
});

interface JobFile {
  readonly spec: {
    readonly completionMode?: string;
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}

interface Container {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

/** A job's container, its command and its environment as they are where the share is mounted elsewhere. */
function jobOf(name: string) {
  const { spec }: JobFile = parse(readFileSync(join(SAMPLES, "cluster", name), "utf8"));
  const [container] = spec.template.spec.containers;
  if (container === undefined) throw new Error(`${name} has no container`);
  const moved = (text: string) => text.replace(MOUNT, base);
  const env: Environment = Object.fromEntries(container.env.map((each) => [each.name, moved(each.value)]));
  return { spec, container, command: container.command.map(moved), env };
}
