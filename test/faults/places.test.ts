import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  argsOf,
  COMMANDS,
  type CommandName,
  district,
  FULL,
  itHoldsTheTable,
  NOBODY,
  type Place,
  picture,
  run,
  watcher,
} from "./support.js";

/** Of commands that write by one piece of code one stands for all in a shorter run. */
const NAMES = FULL
  ? Object.keys(COMMANDS).filter((name): name is CommandName => name in COMMANDS)
  : (["check", "explain", "init"] as const);
const isRoot = process.getuid?.() === 0;

const watch = watcher();
let here: Place;
beforeAll(async () => {
  here = await district();
  chmodSync(here.path, 0o755);
}, 60_000);
afterAll(() => here.remove());
afterEach(() => {
  for (const name of ["out"]) rmSync(at(name), { recursive: true, force: true });
});

const at = (name: string): string => join(here.path, name);
const zcredit = (...args: readonly string[]) => run(args, { cwd: here.path });

function tryTo(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** Runs every command that writes against one place, and shows that nothing in the folder moved. */
async function everyOutput(
  fault: string,
  out: string,
  says: RegExp,
  uid?: number,
  names: readonly CommandName[] = NAMES,
): Promise<void> {
  const before = picture(here.path);
  const all = await Promise.all(
    names.map((name) => run(argsOf(name, out), { cwd: here.path, ...(uid === undefined ? {} : { uid }) })),
  );
  for (const [i, ran] of all.entries()) watch.expect(fault, names[i] ?? "", here, ran, says);
  expect(picture(here.path)).toBe(before);
}

describe("places that cannot be written to", () => {
  it("a disk that is full, and one that is read-only", async (context) => {
    mkdirSync(at("disk"));
    if (!tryTo("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", at("disk"))) {
      watch.skip("the disk is full", context, "a small disk can be mounted by root only");
    }
    try {
      spawnSync("dd", ["if=/dev/zero", `of=${at("disk/filler")}`, "bs=4k"], { stdio: "ignore" });
      await everyOutput("the disk is full", "disk/out", /no room left/);
      execFileSync("mount", ["-o", "remount,ro", at("disk")]);
      await everyOutput("the disk is read-only", "disk/out", /can only be read/);
    } finally {
      execFileSync("umount", [at("disk")]);
    }
  });

  it("a folder of somebody else", async (context) => {
    const asNobody = isRoot && (await run(["--version"], { cwd: here.path, uid: NOBODY })).code === 0;
    if (isRoot && !asNobody) watch.skip("the folder is somebody else's", context, "no other user can run zcredit here");
    mkdirSync(at("theirs"), { mode: isRoot ? 0o755 : 0o555 });
    chmodSync(at("results"), 0o755);
    for (const name of readdirSync(at("results"))) chmodSync(at(`results/${name}`), 0o644);
    await everyOutput("the folder is somebody else's", "theirs/out", /may not write here/, isRoot ? NOBODY : undefined);
  });

  it("a path through a file", async () => {
    await everyOutput("a part of the path is a file", "t.csv/out", /is a file, not a folder/);
  });

  it("links", async () => {
    symlinkSync("nowhere/at/all", at("dangling"));
    await everyOutput(
      "the path is a link that leads nowhere",
      "dangling",
      /leads nowhere|there already|a file, not a folder/,
    );
    symlinkSync("circle2", at("circle"));
    symlinkSync("circle", at("circle2"));
    await everyOutput("the links of the path go in a circle", "circle/out", /round in a circle/);
  });

  it("a name too long for any disk", async () => {
    await everyOutput("the name is too long", "x".repeat(300), /name is too long/);
  });

  it("an input by another name", async () => {
    symlinkSync("t.csv", at("link.csv"));
    linkSync(at("t.csv"), at("hard.csv"));
    const says = /is a file|there already|a file, not a folder/;
    await everyOutput("the output is an input", "t.csv", says);
    await everyOutput("the output is an input by a link", "link.csv", says, undefined, ["check", "explain"]);
    await everyOutput("the output is an input by a hard link", "hard.csv", says, undefined, ["check", "explain"]);
    mkdirSync(at("inputs"));
    linkSync(at("t.csv"), at("inputs/t.csv"));
    const before = picture(here.path);
    for (const name of FULL ? (["check", "audit", "equity", "verify"] as const) : (["check"] as const)) {
      const ran = await zcredit(...argsOf(name, "inputs"), "--force");
      watch.expect("the output folder holds the input by a hard link", name, here, ran, /holds the input/);
      expect(picture(here.path)).toBe(before);
    }
    // Where a disk takes T.CSV for t.csv, both have one identity, which is what is compared.
    if (!existsSync(at("T.CSV"))) return;
    await everyOutput("the output is an input in another case", "T.CSV", says);
  });

  it("files that come with init are never written over", async () => {
    mkdirSync(at("mine"));
    writeFileSync(at("mine/zcredit.json"), "{}");
    const ran = await zcredit("init", "mine");
    watch.expect("a file of the starter is there already", "init", here, ran, /is there already/);
    expect(readdirSync(at("mine"))).toEqual(["zcredit.json"]);
  });
});

itHoldsTheTable("places", watch);
