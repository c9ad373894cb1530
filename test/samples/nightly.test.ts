import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addInputFlags, addOutputFlags } from "../../src/commands/flags.js";

const FOLDER = fileURLToPath(new URL("../../samples/nightly", import.meta.url));
const read = (name: string): string => readFileSync(join(FOLDER, name), "utf8");
const has = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;

const FLAGS = addOutputFlags(addInputFlags(new Command("check"))).options.map(({ long }) => long);

/** Flags of `zcredit check` that a script gives. */
function flagsOf(script: string): readonly string[] {
  const found = new Set(script.match(/(?<=[\s'(])--[a-z][a-z-]+/g));
  for (const ofOthers of ["--nonblock"]) found.delete(ofOthers);
  return [...found].sort();
}

describe("samples/nightly", () => {
  it("gives the same flags on Linux and on Windows, and each is one of zcredit check", () => {
    const flags = flagsOf(read("zcredit-nightly.sh"));
    expect(flags).toContain("--fail-on-new");
    expect(flagsOf(read("zcredit-nightly.ps1"))).toEqual(flags);
    for (const flag of flags) expect(FLAGS).toContain(flag);
  });

  it("has a workflow that reads the policy alone: only policy check and policy test run", () => {
    const workflow: unknown = parse(read("policy-check.yml"));
    expect(workflow).toMatchObject({ on: { pull_request: {}, push: {} }, permissions: { contents: "read" } });
    const { jobs } = workflow as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
    };
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(commands.map((command) => command.replace(/^node \S+zcredit\.js /, "zcredit "))).toEqual([
      "npm ci --prefix zcredit",
      "zcredit policy check policy.json --fail-on warning",
      "zcredit policy test policy.json --coverage",
    ]);
  });

  it("has one line for cron: five times and the script", () => {
    const lines = read("crontab.txt")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^MAILTO=\S+@\S+$/);
    expect(lines[1]).toMatch(/^[0-5]?\d [01]?\d \* \* [0-7]-[0-7] \/\S+\/zcredit-nightly\.sh$/);
  });

  it.skipIf(!has("bash"))("has a script that bash can read", () => {
    expect(spawnSync("bash", ["-n", join(FOLDER, "zcredit-nightly.sh")], { encoding: "utf8" }).stderr).toBe("");
  });

  it("has a PowerShell script whose brackets and quotes close", () => {
    const code = read("zcredit-nightly.ps1")
      .split("\n")
      .map((line) => line.replace(/^#.*$/, ""));
    const bare = code
      .join("\n")
      .replace(/'[^'\n]*'/g, "")
      .replace(/"(?:`.|[^"`\n])*"/g, "");
    expect(bare).not.toMatch(/['"]/);
    for (const [open, close] of ["()", "{}", "[]"]) {
      expect(bare.split(open ?? "").length, open).toBe(bare.split(close ?? "").length);
    }
  });

  it.skipIf(!has("systemd-analyze"))("has units that systemd takes", () => {
    const folder = mkdtempSync(join(tmpdir(), "zcredit-units-"));
    try {
      const script = join(folder, "zcredit-nightly.sh");
      mkdirSync(join(folder, "units"));
      writeFileSync(script, read("zcredit-nightly.sh"));
      chmodSync(script, 0o755);
      const units = ["zcredit-nightly.service", "zcredit-nightly.timer"].map((name) => {
        const path = join(folder, "units", name);
        // The script does not stand in its place here, and that alone would be complained of.
        writeFileSync(path, read(name).replace("/srv/zcredit/zcredit-nightly.sh", script));
        return path;
      });
      const { stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", ...units], { encoding: "utf8" });
      expect(stderr.split("\n").filter((line) => line.includes("zcredit"))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
