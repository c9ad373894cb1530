import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { earner, transcript } from "../support/district.js";
import { PROGRAM } from "../support/program.js";
import { callsOf, type Ended, type Fault, runWith } from "./calls.js";
import {
  argsOf,
  COMMANDS,
  type CommandName,
  DATE,
  district,
  expectPlain,
  FULL,
  itHoldsTheTable,
  type Place,
  picture,
  watcher,
} from "./support.js";

/*
 * Every call that a command makes to the disk is a moment at which something can come between. At each, or in a shorter
 * run at some, a signal comes or the disk fails: what is left is what was there before, or whole results.
 */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Calls that make, fill or move something. */
const WRITES = /^(?:mkdir|mkdtempSync|rename|appendFile|writeFile|writeSync|sync)\b|^open(?:Sync)? .*\.(?:new|work)-/;
/** Moments tried at each command, spread over all that it has: `FAULT_MOMENTS`, else all, or a few in a shorter run. */
const MOMENTS = Number(process.env.FAULT_MOMENTS ?? (FULL ? Number.POSITIVE_INFINITY : 3));
/** Rows go to a disk and threads are begun however small a file is. */
const SMALL = { ZCREDIT_SMALL_LIMITS: "1" };

/** Of commands that write by one piece of code one stands for all in a shorter run. */
const NAMES = FULL
  ? Object.keys(COMMANDS).filter((name): name is CommandName => name in COMMANDS)
  : (["check", "explain", "init"] as const);
const watch = watcher();
let here: Place;
beforeAll(async () => {
  const many = Array.from({ length: 400 }, (_, n) => earner(String(9000000100 + n)));
  here = await district({ "many.csv": transcript(...many) });
}, 60_000);
afterAll(() => here.remove());
afterEach(() => {
  for (const name of ["new", "held", "two"]) rmSync(at(name), { recursive: true, force: true });
});

const at = (name: string): string => join(here.path, name);

/** All files below a place, with what they hold. */
function contents(path: string): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  if (!existsSync(path)) return all;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) all[entry.name] = readFileSync(join(entry.parentPath, entry.name), "latin1");
  }
  return all;
}

/** Which calls, from 1, are tried, the last among them. */
function moments(calls: readonly string[], isTried: (call: string, n: number) => boolean): readonly number[] {
  const all = calls.flatMap((call, i) => (isTried(call, i + 1) ? [i + 1] : []));
  if (all.length <= MOMENTS) return all;
  const step = all.length / MOMENTS;
  return Array.from({ length: MOMENTS }, (_, i) => all[Math.ceil((i + 1) * step) - 1] ?? 1);
}

/** All that write, and some of those that only look or read. */
const someOfAll = (call: string, n: number): boolean => WRITES.test(call) || n % 4 === 0;
/** A folder that is opened to be flushed: some systems can't do that, and its files are flushed one by one before. */
const FOLDER = /^open .*\.new-[A-Za-z0-9-]+\.\d+\.[A-Za-z0-9]{6}$/;
const writes = (call: string): boolean => WRITES.test(call) && !FOLDER.test(call);

/** Where a command writes in these cases: into folders that are not there yet. */
const PLACES: Readonly<Partial<Record<CommandName, string>>> = {
  explain: "new/a/page.html",
  inspect: "new/a/map.json",
};

interface Case {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly calls: readonly string[];
  readonly code: number | null;
  /** What stands in the new folder where nothing comes between. */
  readonly sound: Readonly<Record<string, string>>;
}

async function caseOf(name: CommandName): Promise<Case> {
  const own = argsOf(name, PLACES[name] ?? "new/a/out");
  const args = name === "check" ? [...own.map((word) => (word === "t.csv" ? "many.csv" : word)), "--jobs", "1"] : own;
  const env = name === "check" ? SMALL : {};
  const { calls, ended } = await callsOf(args, here.path, env);
  expect([0, 1], ended.stderr).toContain(ended.code);
  const sound = contents(at("new"));
  rmSync(at("new"), { recursive: true });
  return { args, env, calls, code: ended.code, sound };
}

/** Whole results, or nothing new at all, not even a folder. */
function expectWholeOrNothing({ sound }: Case, before: string, when: string): void {
  if (existsSync(at("new"))) expect(contents(at("new")), when).toEqual(sound);
  rmSync(at("new"), { recursive: true, force: true });
  expect(picture(here.path), when).toBe(before);
}

describe("a signal at any moment", () => {
  it.each(NAMES)("%s", async (name) => {
    const one = await caseOf(name);
    const before = picture(here.path);
    const tried = moments(one.calls, someOfAll);
    let whole = 0;
    for (const [i, moment] of tried.entries()) {
      const signal = SIGNALS[i % SIGNALS.length] ?? "SIGINT";
      const ended = await runWith({ at: moment, does: signal }, one.args, here.path, one.env);
      const when = `${signal} before ${one.calls[moment - 1]}`;
      expect(ended.signal, when).toBe(signal);
      expect(ended.stderr, when).toBe("");
      whole += existsSync(at("new")) ? 1 : 0;
      expectWholeOrNothing(one, before, when);
      watch.note(`${signal} at any call to the disk`, name, 128 + constants.signals[signal], ended.stderr);
    }
    // Only what comes with the last rename or after it finds results.
    expect(whole).toBeLessThan(tried.length);
  });

  it("while earlier results are replaced: these or the new ones stand there", async () => {
    const args = [...argsOf("check", "held"), "--force"];
    expect((await runWith({ at: 0, does: "" }, argsOf("check", "held"), here.path)).code).toBe(0);
    const earlier = contents(at("held"));
    const { calls } = await callsOf(args, here.path);
    const before = picture(here.path);
    const renames = calls.flatMap((call, i) => (call.startsWith("rename") ? [i + 1] : []));
    expect(renames).toHaveLength(2);
    for (const moment of renames) {
      const ended = await runWith({ at: moment, does: "SIGTERM" }, args, here.path);
      expect(ended.signal).toBe("SIGTERM");
      expect(contents(at("held"))).toEqual(earlier);
      const names = (text: string): string[] => text.split("\n").map((line) => line.split(" ")[0] ?? "");
      expect(names(picture(here.path))).toEqual(names(before));
      watch.note("SIGTERM while earlier results are replaced", "check --force", 143, ended.stderr);
    }
  });
});

describe("a disk that fails at any moment", () => {
  it.each(NAMES)("%s", async (name) => {
    const one = await caseOf(name);
    const before = picture(here.path);
    // A folder that cannot be made inside of one that was is the least seen of all.
    const lastFolder = one.calls.findLastIndex((call) => call.startsWith("mkdir ")) + 1;
    const tried = [...new Set([...moments(one.calls, writes), lastFolder])].sort((a, b) => a - b);
    expect(tried.length).toBeGreaterThan(2);
    for (const [i, moment] of tried.entries()) {
      const isFull = i % 2 === 0;
      const call = one.calls[moment - 1] ?? "";
      const ended = await runWith({ at: moment, does: isFull ? "ENOSPC" : "EIO" }, one.args, here.path, one.env);
      // Results that stand there are none the worse where their folder's name is not flushed.
      const stands = one.calls.slice(0, moment - 1).some((earlier) => earlier.startsWith("rename"));
      expect(ended.code, `${call}: ${ended.stderr}`).toBe(stands ? one.code : 2);
      expectPlain(ended.stderr);
      expectWholeOrNothing(one, before, call);
      if (stands) continue;
      expect(ended.stderr, call).toMatch(isFull ? /no room left on the disk/ : /the disk failed/);
      const fault = isFull ? "the disk is full at any call that writes" : "the disk fails at any call that writes";
      watch.note(fault, name, ended.code, ended.stderr, here);
    }
  });
});

describe("two at once", () => {
  const other = [...PROGRAM, ...argsOf("check", "two")];

  async function meanwhile(fault: Fault, args: readonly string[]): Promise<Ended> {
    const ended = await runWith(fault, args, here.path);
    expectPlain(ended.stderr);
    expect(JSON.parse(readFileSync(at("two/manifest.json"), "utf8"))).toMatchObject({ tool: "zcredit" });
    expect(contents(at("two"))).toEqual(contents(at("results")));
    return ended;
  }

  it("two runs into one folder: the first to be done stays, the other says so", async () => {
    const ended = await meanwhile({ at: 1, of: "^rename", does: "run", run: other }, argsOf("check", "two"));
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/something else wrote into this folder meanwhile/);
    watch.note("two runs write into one folder", "check", ended.code, ended.stderr, here);
    expect(readdirSync(here.path).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("two runs replace one folder", async () => {
    const args = [...argsOf("check", "two"), "--force"];
    expect((await runWith({ at: 0, does: "" }, argsOf("check", "two"), here.path)).code).toBe(0);
    const first = { at: 1, of: "^rename", does: "run", run: [...other, "--force"] };
    expect((await meanwhile(first, args)).code).toBe(0);
    const second = await meanwhile({ at: 2, of: "^rename", does: "run", run: other }, args);
    expect(second.code).toBe(2);
    watch.note("two runs replace one folder", "check --force", second.code, second.stderr, here);
  });
});

describe("threads", () => {
  const args = ["check", "-t", "many.csv", "-p", "policy.json", DATE, "-o", "new/a/out", "--jobs", "2"];

  it.each([
    ["exit", /ended before its work was done/, ""],
    ["throw", /ended before its work was done/, ""],
    ["memory", /ran out of memory/, "--max-old-space-size=64"],
  ] as const)("one that dies: %s", async (does, says, flag) => {
    const before = picture(here.path);
    // While it reads, and while it decides.
    for (const thread of FULL ? [1, 6] : [6]) {
      const ended = await runWith({ at: 0, does, thread }, args, here.path, SMALL, flag);
      expect(ended.code, ended.stderr).toBe(2);
      expect(ended.stderr).toMatch(says);
      expectPlain(ended.stderr);
      expect(picture(here.path)).toBe(before);
      watch.note(`a thread dies (${does})`, "check --jobs 2", ended.code, ended.stderr, here);
    }
  });
});

itHoldsTheTable("moments", watch);
