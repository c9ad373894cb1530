import { execFileSync, spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folder } from "../support/district.js";
import { PROGRAM_LINE } from "../support/program.js";

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder();
});
afterEach(() => here.remove());

/** Runs zcredit on a pretended terminal; null where this machine cannot pretend one. */
function onTerminal(args: string, env: Readonly<Record<string, string>> = {}): string | null {
  if (spawnSync("script", ["--version"]).status !== 0) return null;
  const line = `${PROGRAM_LINE} check -t t.csv -p policy.json --award-date 2025-06-20 ${args}`;
  const clean = { PATH: process.env.PATH ?? "", TERM: "xterm", ...env };
  return execFileSync("script", ["-qec", line, "/dev/null"], { cwd: here.path, env: clean, encoding: "utf8" });
}

const COLOUR = "\u001b[1m";

describe("on a terminal", () => {
  it("there is colour, and none with NO_COLOR, --no-color or a dumb terminal", (context) => {
    const coloured = onTerminal("-o a");
    if (coloured === null) return context.skip('"script" is not there to pretend a terminal');
    expect(coloured).toContain(COLOUR);
    expect(onTerminal("-o b", { NO_COLOR: "1" })).not.toContain(COLOUR);
    expect(onTerminal("-o c --no-color")).not.toContain(COLOUR);
    expect(onTerminal("-o d", { TERM: "dumb" })).not.toContain(COLOUR);
    expect(onTerminal("-o e --json")).not.toContain(COLOUR);
  });

  it("no escape at all with --no-color --no-progress", (context) => {
    const plain = onTerminal("-o a --no-color --no-progress");
    if (plain === null) return context.skip('"script" is not there to pretend a terminal');
    expect(plain).not.toContain("\u001b");
  });
});
