import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { PROGRAM_LINE } from "../support/program.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const starter = join(root, "samples/starter/policy.jsonc");
const DATE = ["--award-date", "2025-06-20"] as const;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The starter's policy, changed in one place, in a file of its own. */
function changed(name: string, from: string, to: string): string {
  const text = readFileSync(starter, "utf8");
  if (text.split(from).length !== 2) throw new Error(`does not stand there once: ${from}`);
  writeFileSync(
    join(folder, name),
    text.replace(from, () => to),
  );
  return name;
}

// npm tells a program that npx started so; here it is a plain zcredit that runs.
const env = { npm_command: undefined };
const run = (...args: readonly string[]) => runCli(args, { cwd: folder, env });

describe("policy check", () => {
  it("says that nothing was found", async () => {
    copyFileSync(starter, join(folder, "sound.jsonc"));
    const { code, stdout, stderr } = await run("policy", "check", "sound.jsonc", ...DATE);
    expect([code, stdout, stderr]).toEqual([0, "sound.jsonc: no fault found, judged as of 2025-06-20.\n", ""]);
  });

  it("names each fault by line and column, and ends with 1", async () => {
    const name = changed("typo.jsonc", '"minMark": "C"', '"minMark": "C+"');
    const { code, stdout } = await run("policy", "check", name, ...DATE);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^typo\.jsonc:\d+:\d+ error policy-mark-\S+: /m);
    expect(stdout).toContain("What to do: ");
  });

  it("ends with 0 on warnings, unless they are to fail", async () => {
    const warned = changed("warned.jsonc", '"lastReviewed": "2025-05-20"', '"lastReviewed": "2020-05-20"');
    expect((await run("policy", "check", warned, ...DATE)).code).toBe(0);
    expect((await run("policy", "check", warned, ...DATE, "--fail-on", "warning")).code).toBe(1);
    expect((await run("policy", "check", "typo.jsonc", ...DATE, "--fail-on", "never")).code).toBe(0);
  });

  it("finds faults in a file that is no policy at all", async () => {
    writeFileSync(join(folder, "broken.json"), '{ "format": 1,, }');
    const { code, stdout } = await run("policy", "check", "broken.json");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^broken\.json:1:\d+ error policy-json-invalid: /);
  });

  it("gives JSON and SARIF", async () => {
    const json = await run("policy", "check", "typo.jsonc", ...DATE, "--json");
    expect(json.code).toBe(1);
    const report = JSON.parse(json.stdout);
    expect(report).toMatchObject({ file: "typo.jsonc", award_date: "2025-06-20", counts: { error: 1 } });
    expect(report.findings[0].pointer).toBe("/pathways/0/evidence/minMark");
    const sarif = JSON.parse((await run("policy", "check", "typo.jsonc", ...DATE, "--format", "sarif")).stdout);
    expect(sarif).toMatchObject({ version: "2.1.0", runs: [{ tool: { driver: { name: "zcredit" } } }] });
    const [result] = sarif.runs[0].results;
    expect(sarif.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "typo.jsonc" },
      region: { startLine: report.findings[0].line, startColumn: report.findings[0].column },
    });
  });

  it.each([
    [["policy", "check"], "FILE: is missing"],
    [["policy", "check", "absent.json"], "absent.json: there is no such file."],
    [["policy", "check", "sound.jsonc", "other.json"], "other.json: this word belongs to no flag."],
    [["policy", "check", "sound.jsonc", "--fail-onn", "warning"], 'Did you mean "--fail-on"?'],
    [["policy", "check", "sound.jsonc", "--format", "sariff"], 'Did you mean "sarif"?'],
    [["policy", "check", "sound.jsonc", "--award-date", "20.6.2025"], "is no date"],
    [["policy", "test", "typo.jsonc"], "typo.jsonc:"],
    [["policy", "show", "sound.jsonc", "--course", "algebra-3"], "no course with the id"],
    [["policy", "diff", "sound.jsonc"], "NEW: is missing"],
    [["policy", "diff", "sound.jsonc", "sound.jsonc", "-s", "scores.csv"], "-t, --transcript: is missing"],
    [["policy", "chek", "sound.jsonc"], 'Did you mean "check"?'],
  ])("%j is not done", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("policy test", () => {
  it("passes", async () => {
    const { code, stdout } = await run("policy", "test", "sound.jsonc", "--coverage");
    expect(code).toBe(0);
    expect(stdout).toContain("sound.jsonc: 3 examples passed, 0 failed.");
    expect(stdout).toContain("no example reaches: exam-algebra-2");
  });

  it("fails with the line of the example, what was expected and what came", async () => {
    const name = changed("stricter.jsonc", '"minMark": "C"', '"minMark": "B"');
    const { code, stdout } = await run("policy", "test", name);
    expect(code).toBe(1);
    expect(stdout).toMatch(/FAIL {2}Algebra 2 with B and C .* \(stricter\.jsonc:\d+\)/);
    expect(stdout).toContain("expected, and did not come: proposal of algebra-1 S2");
    expect(stdout).toContain("because: refused next-algebra-1: evidence-not-met");
    expect(JSON.parse((await run("policy", "test", name, "--json")).stdout).counts).toEqual({
      examples: 3,
      passed: 2,
      failed: 1,
    });
  });
});

describe("policy diff", () => {
  const data = ["transcripts.csv", "scores.csv", "approvals.csv"].map((name) => join(root, "samples/starter", name));
  const [transcripts = "", scores = "", approvals = ""] = data;

  it("ends with 0 where nothing differs, with 1 where something does", async () => {
    expect((await run("policy", "diff", "sound.jsonc", "sound.jsonc")).code).toBe(0);
    const { code, stdout } = await run("policy", "diff", "sound.jsonc", "stricter.jsonc");
    expect(code).toBe(1);
    expect(stdout).toContain('evidence.minMark: was "C", is "B"');
  });

  it("says whose proposals change, and why", async () => {
    const given = ["-t", transcripts, "-s", scores, "--approvals", approvals, ...DATE];
    const { code, stdout } = await run("policy", "diff", "sound.jsonc", "stricter.jsonc", ...given);
    expect(code).toBe(1);
    expect(stdout).toContain("2000000102, next-algebra-1");
    expect(stdout).toContain("after: refused, evidence-not-met");
    expect(stdout).not.toContain("2000000103");
  });
});

describe("init", () => {
  it("makes a folder in which every command that it names works", async () => {
    const made = await run("init", "start here");
    expect(made.code).toBe(0);
    const commands = made.stdout.split("\n").filter((line) => line.startsWith("  zcredit "));
    expect(commands).toHaveLength(4);
    for (const command of commands) {
      const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "").slice(1);
      const { code, stderr } = await run(...args);
      expect([command, code, stderr]).toEqual([command, 0, ""]);
    }
  });

  it("never writes over a file, names all that are in the way, and writes nothing then", async () => {
    const there = join(folder, "there");
    mkdirSync(there);
    writeFileSync(join(there, "policy.jsonc"), "mine");
    symlinkSync(join(folder, "nowhere"), join(there, "scores.csv"));
    const { code, stdout, stderr } = await run("init", "there");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${join("there", "policy.jsonc")}: is there already`);
    expect(stderr).toContain(`${join("there", "scores.csv")}: is there already`);
    expect(readdirSync(there).sort()).toEqual(["policy.jsonc", "scores.csv"]);
    expect(readFileSync(join(there, "policy.jsonc"), "utf8")).toBe("mine");
  });

  it("works in the folder where one stands, beside other files", async () => {
    const here = join(folder, "here");
    mkdirSync(here);
    writeFileSync(join(here, "notes.txt"), "mine");
    const { code, stdout } = await runCli(["init"], { cwd: here, env });
    expect(code).toBe(0);
    expect(stdout).toContain("  zcredit check --award-date 2025-06-20\n");
    expect((await runCli(["check", ...DATE], { cwd: here })).code).toBe(0);
    expect(readFileSync(join(here, "notes.txt"), "utf8")).toBe("mine");
  });

  it("says npx where npx started it", async () => {
    const { stdout } = await runCli(["init", "by-npx"], { cwd: folder, env: { npm_command: "exec" } });
    expect(stdout).toContain("  npx zcredit check --config ");
  });

  it("is not done where the folder is a file", async () => {
    const { code, stderr } = await run("init", "sound.jsonc");
    expect(code).toBe(2);
    expect(stderr).not.toContain("--out");
  });
});

describe("the tutorial", () => {
  const tutorial = readFileSync(join(root, "src/policy/tutorial.md"), "utf8");
  const commands = [...tutorial.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  const pieces = [...tutorial.matchAll(/```jsonc\n([\s\S]*?)```/g)].map(([, block = ""]) => block);

  it("works as it is written, command by command", async () => {
    const place = join(folder, "tutorial");
    mkdirSync(place);
    for (const line of commands) {
      const command = line.replace(/^npx zcredit /, `${PROGRAM_LINE} `);
      const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: place, encoding: "utf8" });
      expect([line, status, stderr]).toEqual([line, line.includes(" diff ") ? 1 : 0, ""]);
      if (line.startsWith("cp ")) follow(join(place, "my-policy/policy.jsonc"));
      if (line.includes(" policy check ")) expect(stdout).toContain("no fault found");
      if (line.includes(" policy test ")) expect(stdout).toContain("5 examples passed, 0 failed.");
      if (line.includes(" diff ")) expect(stdout).toContain("nobody's proposals or refusals change");
    }
    expect(commands.length).toBeGreaterThan(6);
  });

  /** Does what step 3 says. */
  function follow(path: string): void {
    let text = readFileSync(path, "utf8").replace('"subjects": ["math"]', '"subjects": ["math", "science"]');
    for (const [index, list] of ["courses", "tests", "pathways", "examples"].entries()) {
      const comment = `// Your ${list} go here, with a comma after each.`;
      if (text.split(comment).length !== 2) throw new Error(`${comment} does not stand there once`);
      text = text.replace(comment, (found) => `${found}\n${pieces[index] ?? ""}`);
    }
    writeFileSync(path, text);
  }
});
