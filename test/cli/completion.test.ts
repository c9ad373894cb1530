import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES } from "../../src/commands/helpExamples.js";
import { type CliResult, runCli } from "../support/cli.js";

const SHELLS = ["bash", "zsh", "fish", "powershell"];

let here = "";
const scripts = new Map<string, string>();
beforeAll(async () => {
  here = mkdtempSync(join(tmpdir(), "zcredit-test-"));
  for (const shell of SHELLS) {
    const run = await runCli(["completion", shell]);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    scripts.set(shell, run.stdout);
    writeFileSync(join(here, `zcredit.${shell}`), run.stdout);
  }
  writeFileSync(join(here, "my scores.csv"), "");
});
afterAll(() => rmSync(here, { recursive: true, force: true }));

const there = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

describe("zcredit completion", () => {
  it.each([
    [["zcredit", "poli"], ["policy"]],
    [["zcredit", "policy", "sh"], ["show"]],
    [
      ["zcredit", "check", "--fail-on", ""],
      ["error", "warning", "info", "never"],
    ],
    [["zcredit", "check", "-t", "t.csv", "--aw"], ["--award-date"]],
    [["zcredit", "equity", "--min"], ["--min-n"]],
    [["zcredit", "check", "--min"], []],
    [["zcredit", "check", "-s", "my"], ["my scores.csv"]],
    [
      ["zcredit", "policy", "check", "--format", ""],
      ["text", "json", "sarif"],
    ],
    [["zcredit", "check", "--award-date", ""], []],
    [["zcredit", "completion", "z"], ["zsh"]],
  ])("bash: %j", (words, offered) => {
    const script = `source zcredit.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _zcredit; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync("bash", ["--norc", "-c", script, "bash", ...words], { cwd: here, encoding: "utf8" });
    expect(out.split("\n").filter((line) => line !== "")).toEqual(offered);
  });

  it("fish completes commands and values", (context) => {
    if (!there("fish")) return context.skip("fish is not here");
    const ask = (line: string): string =>
      execFileSync("fish", ["--no-config", "-c", `source zcredit.fish; complete -C '${line}'`], {
        cwd: here,
        encoding: "utf8",
      });
    expect(ask("zcredit poli")).toMatch(/^policy\t/);
    expect(ask("zcredit check --fail-on w")).toMatch(/^warning\t/);
  });

  it.each([
    ["bash", ["-n"]],
    ["zsh", ["-n"]],
    ["fish", ["--no-execute"]],
  ])("%s finds no fault in its script", (shell, flags) => {
    if (there(shell)) execFileSync(shell, [...flags, `zcredit.${shell}`], { cwd: here });
  });

  it("PowerShell finds no fault in its script", (context) => {
    if (!there("pwsh")) return context.skip("pwsh is not here");
    const script =
      "$e = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('zcredit.powershell', [ref]$null, [ref]$e); $e.Count";
    expect(execFileSync("pwsh", ["-NoProfile", "-c", script], { cwd: here, encoding: "utf8" }).trim()).toBe("0");
  });

  it("every script names every command and flag, and its quotes and brackets close", () => {
    for (const [shell, script] of scripts) {
      for (const name of ["equity", "min-n", "award-date", "schema", "transcript"])
        expect(script, shell).toContain(name);
      // Outside quotes and comments, what opens closes.
      const bare = script.replace(/^ *#.*$/gm, "").replace(/'(?:[^'\\]|\\.|'\\''|'')*'/g, "''");
      expect(bare.split("{").length, shell).toBe(bare.split("}").length);
      expect(bare.match(/^ *case "/gm)?.length ?? 0, shell).toBe(bare.match(/^ *esac/gm)?.length ?? 0);
    }
  });

  it("a shell that is mistyped or missing is exit code 2", async () => {
    const wrong = await runCli(["completion", "fihs"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean "fish"')]);
    expect((await runCli(["completion"])).code).toBe(2);
  });
});

describe("help and suggestions", () => {
  const commands = Object.keys(EXAMPLES);
  const help = async (path: string): Promise<CliResult> =>
    runCli([...path.split(" ").filter((word) => word !== ""), "--help"]);

  it.each(commands.map((path) => [path]))('"%s" has examples whose every flag it knows', async (path) => {
    const run = await help(path);
    expect(run.code).toBe(0);
    expect(run.stdout).not.toContain("\u001b");
    for (const line of EXAMPLES[path] ?? []) {
      expect(run.stdout).toContain(`  ${line}\n`);
      const longest = commands
        .filter((each) => `${line} `.startsWith(`zcredit ${each}${each === "" ? "" : " "}`))
        .sort((a, b) => b.length - a.length)[0];
      const own = path === longest ? run : await help(longest ?? "");
      for (const flag of line.match(/(?<= )--?[a-z][a-z-]*/g) ?? []) expect(own.stdout).toContain(flag);
    }
  });

  it("every command has examples", async () => {
    for (const group of ["", "policy"]) {
      const listed = (await help(group)).stdout.split("Commands:")[1]?.split("\n\n")[0] ?? "";
      for (const [, name = ""] of listed.matchAll(/^ {2}([a-z]+)/gm))
        if (name !== "help") expect(commands).toContain(group === "" ? name : `${group} ${name}`);
    }
  });

  it.each([
    [["chekc"], 'Did you mean "check"'],
    [["equtiy"], 'Did you mean "equity"'],
    [["policy", "shwo"], 'Did you mean "show"'],
    [["completoin", "bash"], 'Did you mean "completion"'],
    [["equity", "--studnets", "s.csv"], 'Did you mean "--students"'],
    [["policy", "show", "policy.json", "--fromat", "html"], 'Did you mean "--format"'],
  ])("%j", async (args, says) => {
    const run = await runCli(args);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(says);
  });
});
