import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES } from "../../src/commands/helpExamples.js";
import { runCli } from "../support/cli.js";

/*
 * Every command in a pipe: no colour, no progress, no control character, even where the environment asks for colour.
 */

const sample = (name: string): string => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));
const POLICY = sample("policy.json");
const INPUTS = [
  ...["--no-config", "-t", sample("transcripts.csv"), sample("transcripts-hilltop.csv"), "-s", sample("scores.csv")],
  ...["--approvals", sample("approvals.csv"), "--students", sample("students.csv"), "-p", POLICY],
  ...["--award-date", "2025-06-20"],
];

/** A run of every command that does its work, in this order: later ones read what earlier ones wrote. */
const RUNS: readonly (readonly [string, readonly string[]])[] = [
  ["check", ["check", ...INPUTS, "-o", "results", "--verbose"]],
  ["explain", ["explain", "--student", "1000000042", ...INPUTS]],
  ["accept", ["accept", "results", "--decisions", "none.csv"]],
  ["verify", ["verify", "--manifest", "results"]],
  ["audit", ["audit", ...INPUTS, "--sample", "3", "--seed", "1", "-o", "audit"]],
  ["check", ["check", ...INPUTS, "-o", "slice-1", "--shard", "1/2"]],
  ["check", ["check", ...INPUTS, "-o", "slice-2", "--shard", "2/2"]],
  ["merge", ["merge", "slice-1", "slice-2", "-o", "merged"]],
  ["lists", ["lists"]],
  ["equity", ["equity", ...INPUTS, "-o", "equity"]],
  ["rules", ["rules"]],
  ["rules", ["rules", "double-credit"]],
  ["inspect", ["inspect", sample("transcripts.csv")]],
  ["init", ["init", "district"]],
  ["completion", ["completion", "bash"]],
  ["completion", ["completion", "zsh"]],
  ["completion", ["completion", "fish"]],
  ["completion", ["completion", "powershell"]],
  ["policy check", ["policy", "check", POLICY]],
  ["policy test", ["policy", "test", POLICY]],
  ["policy show", ["policy", "show", POLICY]],
  ["policy diff", ["policy", "diff", POLICY, POLICY]],
  ["policy schema", ["policy", "schema"]],
];

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-pipe-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const piped = (args: readonly string[]) =>
  runCli(args, { cwd: folder, env: { FORCE_COLOR: "3", CLICOLOR_FORCE: "1", COLORTERM: "truecolor" } });

describe("in a pipe", () => {
  it.each(RUNS)("%s writes no control character: %#", async (name, args) => {
    const run = await piped(args);
    const { stderr } = run;
    // The scripts for shells part a word from what it means with a tab.
    const stdout = name === "completion" ? run.stdout.replaceAll("\t", " ") : run.stdout;
    expect(`${stdout}${stderr}`).not.toBe("");
    expect(stdout).not.toMatch(CONTROL);
    expect(stderr).not.toMatch(CONTROL);
  });

  it("nor does any help, or a word that is mistyped", async () => {
    for (const path of Object.keys(EXAMPLES)) {
      const words = path.split(" ").filter((word) => word !== "");
      const help = await piped([...words, "--help"]);
      const wrong = await piped([...words, "--no-such-flag", "\u001b[31m"]);
      expect(help.stdout, path).toContain("Examples:");
      expect([help.code, wrong.code], path).toEqual([0, 2]);
      for (const text of [help.stdout, help.stderr, wrong.stdout, wrong.stderr]) expect(text).not.toMatch(CONTROL);
    }
  });

  it("leaves no command out", () => {
    const ran = new Set(RUNS.map(([name]) => name));
    const all = Object.keys(EXAMPLES).filter((path) => path !== "" && path !== "policy");
    expect(all.filter((path) => !ran.has(path))).toEqual([]);
  });
});
