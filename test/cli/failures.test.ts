import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CliResult, runCli } from "../support/cli.js";
import { earner, folder, POLICY, transcript } from "../support/district.js";
import { PROGRAM_LINE } from "../support/program.js";

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder();
});
afterEach(() => here.remove());

const DATE = "--award-date=2025-06-20";
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(here.path, name), content);
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });
const check = (...args: readonly string[]) =>
  zcredit("check", "-t", "t.csv", "-p", "policy.json", DATE, "-o", "out", ...args);

/** Exit 2, so many plain lines on standard error that say these things, and nothing else. */
function expectNotDone(run: CliResult, lines: number, ...says: readonly (string | RegExp)[]): void {
  expect(run.code, run.stderr).toBe(2);
  expect(run.stdout).toBe("");
  expect(run.stderr.trimEnd().split("\n"), run.stderr).toHaveLength(lines);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stderr).not.toContain("Error:");
  expect(run.stderr).not.toContain("defect");
  for (const words of says) expect(run.stderr).toMatch(words);
  expect(readdirSync(here.path).filter((name) => name.includes("out") || name.includes("zcredit-results"))).toEqual([]);
}

describe("wrong flags", () => {
  it.each([
    [["--awrad-date", "2025-06-20"], 'Did you mean "--award-date"'],
    [["--award-date", "20 June"], "is no date"],
    [["--fail-on", "eror"], 'Did you mean "error"'],
    [["--format", "cvs"], 'Did you mean "csv"'],
    [["--severity", "mark-unknwon=info"], 'Did you mean "mark-unknown"'],
    [["--severity", "mark-unknown=fatal"], "is none of"],
    [["--class-of", "26"], "is no year"],
    [["--grade-level", "sophomore"], "is no grade level"],
    [["more.csv"], "belongs to no flag"],
    [["--only-student"], "needs a value"],
    [["--only-student", "--json"], "needs a value"],
    [["--config", "none.json"], "none.json"],
  ])("%j", async (args, says) => {
    // A date twice would be a second fault.
    const base = ["check", "-t", "t.csv", "-p", "policy.json", "-o", "out"];
    expectNotDone(await zcredit(...base, ...args), 1, says);
  });

  it("a single value given twice", async () => {
    expectNotDone(await check("-p", "policy.json"), 1, /--policy: is given 2 times/);
  });

  it("all at once", async () => {
    const run = await zcredit("check", "--awrad-date", "2025", "--fail-on", "x", "--class-of", "1", "-o", "out");
    expectNotDone(run, 5, "--awrad-date", "--fail-on", "--class-of", "--transcript", "--policy");
  });

  it("needed flags left out", async () => {
    expectNotDone(await zcredit("check"), 2, "--transcript", "--policy");
    expectNotDone(await zcredit("explain", "-t", "t.csv", "-p", "policy.json"), 1, "--student");
  });

  it.each([
    [[], "say what to do"],
    [["chek"], 'Did you mean "check"'],
    [["policy"], "say what to do"],
    [["policy", "shema"], 'Did you mean "schema"'],
    [["--nonsense"], "no such flag"],
    [["policy", "show", "policy.json", "--htm"], "zcredit policy show has no such flag"],
  ])("zcredit %j", async (args, says) => {
    expectNotDone(await zcredit(...args), 1, says);
  });
});

describe("files that cannot be read", () => {
  it("missing, with the nearest name; every one of them", async () => {
    const run = await zcredit("check", "-t", "tt.csv", "-s", "no.csv", "-p", "polcy.json", DATE, "-o", "out");
    expectNotDone(run, 3, "tt.csv", "no.csv", "policy.json");
  });

  it("a folder instead of a file", async () => {
    mkdirSync(join(here.path, "exports"));
    expectNotDone(await zcredit("check", "-t", "exports", "-p", "policy.json", DATE, "-o", "out"), 1, "folder");
  });

  it("no permission", async (context) => {
    if (process.getuid?.() === 0) context.skip("root may read everything");
    chmodSync(join(here.path, "t.csv"), 0);
    expectNotDone(await check(), 1, "t.csv");
  });

  it("a pattern that matches nothing", async () => {
    expectNotDone(await zcredit("check", "-t", "x*.csv", "-p", "policy.json", DATE, "-o", "out"), 1, "no file matches");
  });

  it("empty, not text, a needed column missing, the same bytes twice: all of them at once", async () => {
    write("empty.csv", "");
    write("zip.csv", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    write("short.csv", "student_id,mark\n1,F\n");
    write("again.csv", transcript(earner("9000000001")));
    const run = await check("-t", "empty.csv", "zip.csv", "short.csv", "again.csv");
    expect(run.code).toBe(2);
    for (const name of ["empty.csv", "zip.csv", "short.csv", "again.csv"]) expect(run.stderr).toContain(name);
    expect(existsSync(join(here.path, "out"))).toBe(false);
  });
});

describe("a policy that cannot be applied", () => {
  it("not JSON", async () => {
    write("policy.json", "{ nonsense");
    const run = await check();
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^policy\.json:1:\d+: /);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  it("ten mistakes: ten lines, each with its line and column", async () => {
    const [algebra1, algebra2] = POLICY.courses;
    const [next] = POLICY.pathways;
    const broken = {
      ...POLICY,
      colour: "red",
      district: { name: "", code: "17901" },
      policies: [{ ...POLICY.policies[0], adopted: "2022-13-45" }],
      marks: { ...POLICY.marks, credit: ["P", "A"] },
      courses: [
        { ...algebra1, stateCourseCode: "2052" },
        { ...algebra2, credits: -1 },
      ],
      pathways: [
        {
          ...next,
          method: "next-corse",
          evidence: { course: "algebra-3", minMark: "C" },
          award: { courses: ["algebra-9"], take: "lost" },
          grade: { mark: "Q" },
        },
      ],
    };
    write("policy.json", JSON.stringify(broken, null, 2));
    const run = await check();
    expectNotDone(run, 10, "algebra-3", "algebra-9", "next-course", "colour");
    for (const line of run.stderr.trim().split("\n")) expect(line).toMatch(/^policy\.json:\d+:\d+: /);
  });

  it("its mistakes and a missing file are said together", async () => {
    write("policy.json", "[]");
    const run = await zcredit("check", "-t", "none.csv", "-p", "policy.json", DATE, "-o", "out");
    expectNotDone(run, 2, "policy.json", "none.csv");
  });
});

describe("an output folder that cannot be used", () => {
  it("is not ours", async () => {
    mkdirSync(join(here.path, "mine"));
    write("mine/letter.txt", "keep me");
    const args = ["check", "-t", "t.csv", "-p", "policy.json", DATE, "-o", "mine"];
    expectNotDone(await zcredit(...args), 1, "mine");
    expectNotDone(await zcredit(...args, "--force"), 1, "mine");
    expect(readdirSync(join(here.path, "mine"))).toEqual(["letter.txt"]);
  });

  it("is an input", async () => {
    const before = readFileSync(join(here.path, "t.csv"));
    expectNotDone(
      await zcredit("check", "-t", "t.csv", "-p", "policy.json", DATE, "-o", "t.csv", "--force"),
      1,
      "t.csv",
    );
    expect(readFileSync(join(here.path, "t.csv"))).toEqual(before);
  });

  it("on a disk that is full", async (context) => {
    const disk = join(here.path, "disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      context.skip("a small disk can be mounted by root only");
    }
    try {
      const students: string[] = [];
      for (let n = 0; n < 400; n += 1) students.push(earner(String(9000000001 + n)));
      write("t.csv", transcript(...students));
      const run = await zcredit("check", "-t", "t.csv", "-p", "policy.json", DATE, "-o", "disk/out");
      expectNotDone(run, 1, /full|space|room/);
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

describe("a reader that stops early", () => {
  it("is no fault", async () => {
    const line = `${PROGRAM_LINE} policy schema | head -c 10; echo "[\${PIPESTATUS[0]}]"`;
    const out = execFileSync("bash", ["-c", line], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    expect(out).toContain("[0]");
  });

  it("but standard output on a full disk is", (context) => {
    if (!existsSync("/dev/full")) return context.skip("there is no /dev/full here");
    const run = spawnSync("bash", ["-c", `${PROGRAM_LINE} policy schema > /dev/full`], {
      encoding: "utf8",
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toBe("standard output: it could not be written (the system says ENOSPC).\n");
  });
});
