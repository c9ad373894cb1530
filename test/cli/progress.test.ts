import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Meter, progressLine, progressShower, shareRead } from "../../src/commands/progress.js";
import type { Terminal } from "../../src/commands/terminal.js";
import { runCli } from "../support/cli.js";
import { folder, HEADER } from "../support/district.js";
import { PROGRAM_LINE } from "../support/program.js";

const CLEAR = "\r\u001b[K";

describe("the line of progress", () => {
  const stand = { what: "reading t.csv", done: 1_200_000, unit: "rows", share: 0.5, seconds: 4 };
  it("holds a bar, rows, rate and the time left", () => {
    expect(progressLine(stand, 120)).toBe(
      "reading t.csv  [##########..........]  50 %  1,200,000 rows  300,000/s  0:04 left",
    );
  });
  it.each([
    [{ ...stand, share: null }, "reading t.csv  1,200,000 rows  300,000/s"],
    [{ ...stand, share: 0.001 }, "reading t.csv  [....................]   0 %  1,200,000 rows  300,000/s"],
    [{ ...stand, seconds: 0, share: null }, "reading t.csv  1,200,000 rows"],
    [
      { ...stand, seconds: 3600, share: 0.4 },
      "reading t.csv  [########............]  40 %  1,200,000 rows  333/s  1:30:00 left",
    ],
    [{ ...stand, what: "reading \u001b[2Jx", share: null }, "reading ?[2Jx  1,200,000 rows  300,000/s"],
  ])("%#", (given, line) => expect(progressLine(given, 120)).toBe(line));
  it("never fills a line of the terminal", () => {
    for (const width of [1, 10, 40, 80]) expect(progressLine(stand, width).length).toBeLessThan(width);
  });
});

describe("when it is shown", () => {
  function shown(times: readonly number[], meter: Meter | null): readonly string[] {
    const lines: string[] = [];
    let at = 0;
    const terminal: Terminal = {
      out: () => undefined,
      json: () => Promise.resolve(),
      note: () => undefined,
      detail: () => undefined,
      progress: (text) => lines.push(text),
      width: 100,
      colour: (_, text) => text,
    };
    // The first reading of the clock is the start.
    const show = progressShower(terminal, meter, () => times[at++] ?? 0);
    for (let i = 1; i < times.length; i++) {
      if (meter !== null) meter.read += 10;
      if (i < 4) show({ name: i < 3 ? "a.csv" : "b.csv", rows: i < 3 ? i * 100 : 100 });
      else show({ name: "", rows: 0, students: { done: i * 10, of: 100 } });
    }
    return lines;
  }
  it("not for work that is soon done, nor more often than eyes can follow", () => {
    expect(shown([0, 100, 200, 300], null)).toEqual([]);
    expect(shown([0, 500, 550, 560], null)).toHaveLength(1);
  });
  it("counts the rows of all files, then the students", () => {
    const lines = shown([0, 1000, 2000, 3000, 4000, 5000], { total: 100, read: 0 });
    expect(lines.map((line) => line.split("  ")[0])).toEqual([
      "reading a.csv",
      "reading a.csv",
      "reading b.csv",
      "deciding",
      "deciding",
    ]);
    expect(lines[2]).toContain("300 rows");
    expect(lines[2]).toContain("30 %");
    expect(lines[4]).toContain("50 students");
  });
  it("knows no share of standard input, or of what comes to more than its size", () => {
    expect(shareRead({ total: null, read: 5 })).toBeNull();
    expect(shareRead({ total: 10, read: 11 })).toBeNull();
    expect(shareRead({ total: 0, read: 0 })).toBeNull();
    expect(shareRead({ total: 10, read: 5 })).toBe(0.5);
  });
});

describe("long work", () => {
  let here: ReturnType<typeof folder>;
  const ARGS = ["check", "-t", "t.csv", "-p", "policy.json", "--award-date", "2025-06-20", "--format", "json"];
  beforeAll(() => {
    here = folder();
    // Long enough for a bar to move on whatever machine, however fast.
    const rows: string[] = [];
    for (let i = 0; i < 400_000; i++)
      rows.push(`${9_000_000_000 + (i >> 3)},Nguyen,4321,2023-24,S1,9,ART${i & 7},B,0.5,0.5,`);
    writeFileSync(join(here.path, "t.csv"), `${HEADER}\n${rows.join("\n")}\n`);
  });
  afterAll(() => here.remove());

  function onTerminal(...more: readonly string[]): string | null {
    if (spawnSync("script", ["--version"]).status !== 0) return null;
    const line = [PROGRAM_LINE, ...ARGS, ...more].join(" ");
    const env = { PATH: process.env.PATH ?? "", TERM: "xterm" };
    return execFileSync("script", ["-qec", line, "/dev/null"], { cwd: here.path, env, encoding: "utf8" });
  }

  it("shows a bar that moves and goes away again", (context) => {
    const text = onTerminal("-o", "a");
    if (text === null) return context.skip('"script" is not there to pretend a terminal');
    const [, ...drawn] = text.split(CLEAR);
    const lines = drawn.slice(0, -1);
    expect(new Set(lines).size).toBeGreaterThan(2);
    for (const line of lines)
      expect(line).toMatch(/^(?:reading t\.csv|deciding) {2}\[[#.]{20}\] +\d+ % {2}[\d,]+ (?:rows|students)/);
    // What follows the last clearing is the summary alone.
    expect(drawn.at(-1)).not.toMatch(/reading t\.csv|deciding/);
  });

  it("shows none with --no-progress or --quiet", (context) => {
    const text = onTerminal("-o", "b", "--no-progress");
    if (text === null) return context.skip('"script" is not there to pretend a terminal');
    expect(text).not.toContain(CLEAR);
    expect(onTerminal("-o", "c", "--quiet")).not.toContain(CLEAR);
  });

  it("colour is never the only sign: without it the same words stand there", (context) => {
    const plain = onTerminal("-o", "e", "--no-color", "--no-progress");
    if (plain === null) return context.skip('"script" is not there to pretend a terminal');
    const coloured = onTerminal("-o", "e", "--force", "--no-progress");
    expect(coloured).toContain("\u001b[");
    expect(coloured?.replace(/\u001b\[[0-9;]*m/g, "")).toBe(plain);
  });

  it("in a pipe there is no progress, no colour and no control character", async () => {
    const run = await runCli([...ARGS, "-o", "d"], { cwd: here.path, env: { FORCE_COLOR: "1" } });
    expect(run.stderr).toBe("");
    expect(run.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});
