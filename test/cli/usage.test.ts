import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { folder } from "../support/district.js";

const STUDENTS = Array.from({ length: 20 }, (_, at) => String(at).padStart(2, "0"));

let here: ReturnType<typeof folder>;
beforeAll(async () => {
  here = folder({
    "students.csv": `student_id,gender\n${STUDENTS.map((at) => `90000000${at},${at < "10" ? "X" : "M"}\n`).join("")}`,
  });
  const made = await zcredit(["check", ...INPUTS, "-o", "done", "--quiet"]);
  expect(made.stderr).toBe("");
});
afterAll(() => here.remove());

const INPUTS = ["-t", "t.csv", "-p", "policy.json", "--award-date", "2025-06-20", "--no-config"];
const VERIFY = ["verify", "--before", "t.csv", "--after", "t.csv", "--no-config"];

function zcredit(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runCli(args, { cwd: here.path, env });
}

describe("a flag that cannot be as it is", () => {
  it.each([
    ["equity --students students.csv --min-n 5 --min-n 6", "--min-n: is given twice; keep one.\n"],
    ["explain --student 1 --student 2", "--student: one student at a time can be explained.\n"],
    ["explain --student 1 --course a --course b", "--course: is given twice; keep one.\n"],
    ["audit --seed x", "--seed: draws nothing without --sample or --refusals.\n"],
    ["audit --sample 3 --seed a --seed b", "--seed: is given 2 times, and only one value can hold. Keep one.\n"],
    ["check --shard 1", '--shard: "1" is no slice; write 2/8 for the second of eight, auto, or auto/8.\n'],
    [
      "check --import-layout own",
      "--import-layout: zcredit's own layout needs no import layout: leave the flag out.\n",
    ],
  ])("%s", async (words, message) => {
    const [command = "", ...flags] = words.split(" ");
    const run = await zcredit([command, ...INPUTS, ...flags]);
    expect([run.code, run.stdout, run.stderr]).toEqual([2, "", message]);
  });

  it.each([
    ["qqqqqqq", /^zcredit qqqqqqq: there is no such command\. There are: check, merge, /],
    ["chekc", /^zcredit chekc: there is no such command\. Did you mean "check"\?\n$/],
    ["policy qqqqq", /there is no such command\. There are: schema, check, test, show, diff\.\n$/],
    ["check --jobs", /^--jobs: needs a value after it\.\n$/],
    ["lists nothing", /there are: courseCodes, designations, smarterBalancedCuts, worldLanguageLevels\.\n$/],
    ["rules nothing", /^nothing: no rule has this code\. "zcredit rules" lists them\.\n$/],
    ["completion xyz", /there are scripts for bash, zsh, fish, powershell\.\n$/],
  ])("%s", async (words, message) => {
    const run = await zcredit(words.split(" "));
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toMatch(message);
  });

  it.each([
    [["-s", ""], "--scores: its value is empty. Give one, or leave the flag out.\n"],
    [["-s", "-", "-t", "-"], "-: standard input can be only one of the files.\n"],
    [["--grade-level", "14"], '--grade-level: "14" is no grade level; write 9, 10, 11 or 12, K or PK.\n'],
    [["--severity", "nothing=warning"], '--severity: no violation has the code "nothing".\n'],
    [
      ["--severity", "mark-unknown=info", "--severity", "mark-unknown=warning"],
      '--severity: mark-unknown is given twice, as "info" and as "warning". Keep one.\n',
    ],
    [
      ["--severity", "mark-unknown=info=warning"],
      '--severity: "info=warning" is none of: error, warning, info, off. Write it as mark-unknown=warning.\n',
    ],
    [["--dialect", "powerscool"], '--dialect: there is no dialect "powerscool". Did you mean "powerschool"?\n'],
    [["--jobs", "1000"], '--jobs: "1000" is no number of threads; write 1 to 999, as in 4.\n'],
  ])("check %s", async (flags, message) => {
    const run = await zcredit(["check", ...INPUTS, ...flags]);
    expect([run.code, run.stdout, run.stderr]).toEqual([2, "", message]);
  });

  it("a dialect unlike any is told all that there are", async () => {
    const run = await zcredit(["check", ...INPUTS, "--dialect", "qqqqqqq"]);
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("There are: own, cedars-h, cedars-extract, ")]);
  });

  it("grade levels below the first may be named by letters", async () => {
    const run = await zcredit([
      "check",
      ...INPUTS,
      "-o",
      "low",
      "--quiet",
      "--grade-level",
      "K",
      "--grade-level",
      "PK",
    ]);
    expect([run.code, run.stderr]).toEqual([expect.any(Number), ""]);
    expect(run.code).toBeLessThan(2);
  });

  it("the version, whatever follows it", async () => {
    expect((await zcredit(["--version", "extra"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ["merge done -o x -o y", "--out: is given twice; keep one.\n"],
    [
      "policy diff policy.json policy.json --lists a --lists b",
      "--lists: is given 2 times, and only one value can hold. Keep one.\n",
    ],
    ["policy diff policy.json policy.json --lists=", "--lists: its value is empty.\n"],
    [
      "policy diff policy.json policy.json -t -",
      "--transcript: is read twice, once with each policy, so it must be a file, not standard input.\n",
    ],
    [
      "verify --manifest done --redact k",
      "--redact: does not go with --manifest, which says nothing of any student. Leave it out.\n",
    ],
    ["verify --manifest done --before t.csv", "--before: does not go with --manifest: run zcredit verify twice.\n"],
    ["verify --before - --after t.csv --no-config", "--before: needs a file: it is read more than once.\n"],
  ])("%s", async (words, message) => {
    const run = await zcredit(words.split(" "));
    expect([run.code, run.stdout, run.stderr]).toEqual([2, "", expect.stringContaining(message)]);
  });

  it.each([
    ["--landed x.csv", "--proposed: is missing: name the records of the batch that --landed is to hold.\n"],
    ["--award-date soon", '--award-date: "soon" is no date; write it as 2026-06-20.\n'],
    ["--dialect nothing", '--dialect: "nothing" is none of: own, cedars-h, '],
    [
      "--landed x.csv --proposed t.csv --redact k",
      "--landed: repeats rows as they stand, so it cannot go with --redact. Leave one of them out.\n",
    ],
  ])("verify %s", async (words, message) => {
    const run = await zcredit([...VERIFY, ...words.split(" ")]);
    expect([run.code, run.stdout, run.stderr]).toEqual([2, "", expect.stringContaining(message)]);
  });

  it("--shard auto outside a job array, and in one that does not say how many jobs there are", async () => {
    const outside = await zcredit(["check", ...INPUTS, "--shard", "auto"]);
    expect([outside.code, outside.stderr]).toEqual([2, expect.stringContaining("there is no sign of one here.")]);
    const inside = await zcredit(["check", ...INPUTS, "--shard", "auto"], { JOB_COMPLETION_INDEX: "1" });
    expect([inside.code, inside.stderr]).toEqual([2, expect.stringContaining("say so, as in auto/8.")]);
  });
});

describe("--quiet says nothing where there is nothing to say", () => {
  it.each([
    [["equity", ...INPUTS, "--students", "students.csv", "-o", "equity"]],
    [["explain", ...INPUTS, "--student", "9000000001"]],
    [["explain", ...INPUTS, "--student", "9000000001", "--html", "page.html"]],
    [["policy", "check", "policy.json"]],
    [["policy", "diff", "policy.json", "policy.json"]],
    [VERIFY],
    [["verify", "--manifest", "done"]],
    [["init", "begun"]],
  ])("%o", async (args) => {
    const run = await zcredit([...args, "--quiet"]);
    expect([run.code, run.stdout, run.stderr]).toEqual([0, "", ""]);
  });
});
