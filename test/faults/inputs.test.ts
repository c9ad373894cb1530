import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../../src/read/disk.js";
import { earner, transcript } from "../support/district.js";
import { callsOf, type Fault, runWith } from "./calls.js";
import {
  argsOf,
  type CommandName,
  district,
  FULL,
  itHoldsTheTable,
  NOBODY,
  type Place,
  picture,
  READERS,
  run,
  watcher,
} from "./support.js";

/** Commands that read by one piece of code: one stands for all in a shorter run. */
const NAMES: readonly CommandName[] = FULL
  ? ["check", "audit", "equity", "verify", "accept", "explain", "inspect"]
  : ["check", "accept", "inspect"];
const isRoot = process.getuid?.() === 0;

const watch = watcher();
let here: Place;
beforeAll(async () => {
  here = await district();
  chmodSync(here.path, 0o755);
}, 60_000);
afterAll(() => here.remove());
afterEach(() => {
  for (const name of ["out", "piped"]) rmSync(at(name), { recursive: true, force: true });
});

const at = (name: string): string => join(here.path, name);
const zcredit = (...args: readonly string[]) => run(args, { cwd: here.path });

/** The commands with one input of each put in the place of another file. */
const INPUTS: readonly (readonly [name: string, from: string, args: readonly string[]])[] = [
  ...NAMES.map((name) => [name, name === "accept" ? "decisions.csv" : "t.csv", argsOf(name, "out")] as const),
  ...(FULL
    ? ([
        ["policy check", "policy.json", READERS["policy check"]],
        ["policy test", "policy.json", READERS["policy test"]],
        ["policy diff", "policy.json", READERS["policy diff"]],
      ] as const)
    : []),
  ["policy show", "policy.json", READERS["policy show"]],
  ["verify --manifest", "results", READERS["verify --manifest"]],
];

async function everyInput(fault: string, to: string, says: RegExp, uid?: number): Promise<void> {
  const before = picture(here.path);
  const all = await Promise.all(
    INPUTS.map(([, from, args]) =>
      run(
        args.map((word) => (word === from ? to : word)),
        { cwd: here.path, ...(uid === undefined ? {} : { uid }) },
      ),
    ),
  );
  for (const [i, ran] of all.entries()) watch.expect(fault, INPUTS[i]?.[0] ?? "", here, ran, says);
  expect(picture(here.path)).toBe(before);
}

describe("files that cannot be read", () => {
  it("missing, links in a circle, a name too long", async () => {
    await everyInput("there is no such input", "none/none.csv", /no such file/);
    symlinkSync("round2.csv", at("round.csv"));
    symlinkSync("round.csv", at("round2.csv"));
    await everyInput("the links of the input go in a circle", "round.csv", /round in a circle/);
    await everyInput("the input's name is too long", "y".repeat(300), /name is too long|no such file/);
  });

  it("somebody else's", async (context) => {
    const asNobody = isRoot && (await run(["--version"], { cwd: here.path, uid: NOBODY })).code === 0;
    if (isRoot && !asNobody) watch.skip("the input may not be read", context, "no other user can run zcredit here");
    mkdirSync(at("secret"), { mode: 0o700 });
    writeFileSync(at("secret/t.csv"), transcript(earner("9000000001")));
    if (!isRoot) chmodSync(at("secret"), 0);
    await everyInput("the input may not be read", "secret/t.csv", /may not be read/, isRoot ? NOBODY : undefined);
  });

  it("a folder", async () => {
    mkdirSync(at("exports"));
    const before = picture(here.path);
    for (const [name, from, args] of INPUTS) {
      if (name === "verify --manifest") continue;
      const ran = await zcredit(...args.map((word) => (word === from ? "exports" : word)));
      watch.expect("the input is a folder", name, here, ran, /this is a folder/);
    }
    expect(picture(here.path)).toBe(before);
  });

  it("a pipe, where it is read once, is a file like any other; elsewhere it is refused", async () => {
    const words = argsOf("check", "piped").map((word) => (word === "t.csv" ? "/dev/stdin" : word));
    const ran = await run(words, { cwd: here.path, before: "cat t.csv | " });
    expect(ran.stderr).toBe("");
    expect(ran.code).toBe(0);
    expect(readFileSync(at("piped/proposed-records.csv"))).toEqual(readFileSync(at("results/proposed-records.csv")));
    rmSync(at("piped"), { recursive: true });
    for (const [name, args] of [
      ["inspect", ["inspect", "/dev/stdin"]],
      ["verify", ["verify", "--before", "before.csv", "--after", "/dev/stdin"]],
      ["check --merged", [...words, "--merged"]],
    ] as const) {
      const refused = await run(args, { cwd: here.path, before: "cat t.csv | " });
      watch.expect("a pipe, and the command reads twice", name, here, refused, /is no file but a pipe/);
    }
  });

  it("rewritten while they are read", async () => {
    const before = "a,b\n".repeat(1 << 20);
    const path = at("big.csv");
    for (const [fault, change] of [
      ["the input is added to while it is read", () => appendFileSync(path, "c,d\n")],
      ["the input shrinks while it is read", () => truncateSync(path, before.length / 2)],
      ["the input is written anew while it is read", () => writeFileSync(path, before.replaceAll("a", "c"))],
    ] as const) {
      writeFileSync(path, before);
      let read = 0;
      const reading = async (): Promise<void> => {
        for await (const chunk of openFile("transcript", path, "big.csv").chunks()) {
          if (read === 0) change();
          read += chunk.length;
        }
      };
      await expect(reading(), fault).rejects.toThrow(/changed while it was read/);
      const says = "big.csv: this file changed while it was read. Run again when nothing writes to it.";
      watch.note(fault, "check", 2, says);
    }
    // One that is put in its place by a name of its own is another file: the one that was opened is read to its end.
    writeFileSync(path, before);
    let read = 0;
    for await (const chunk of openFile("transcript", path, "big.csv").chunks()) {
      if (read === 0) {
        writeFileSync(at("new.csv"), "new");
        renameSync(at("new.csv"), path);
      }
      read += chunk.length;
    }
    expect(read).toBe(before.length);
    rmSync(path);
  });
});

/** Commands that read `t.csv`. */
const OF_TRANSCRIPTS: readonly CommandName[] = NAMES.filter((name) => name !== "accept");

describe("a disk that fails, and other programs", () => {
  async function everyCommand(fault: string, broken: Fault, says: RegExp): Promise<void> {
    const before = picture(here.path);
    for (const name of OF_TRANSCRIPTS) {
      const ran = await runWith(broken, argsOf(name, "out"), here.path);
      watch.expect(fault, name, here, { ...ran, peak: 0 }, says);
    }
    expect(picture(here.path)).toBe(before);
  }

  it("a file that another program holds for itself", async () => {
    const locked = { at: 1, does: "EBUSY", of: "^open .*t\\.csv$" };
    await everyCommand("the input is locked by another program", locked, /t\.csv: another program holds this file/);
  });

  it("a disk that cannot read a file to its end", async () => {
    const torn = { at: 1, does: "EIO", of: "^read " };
    await everyCommand("the disk fails while it is read", torn, /the disk could not read this file to its end/);
  });

  it("another program that writes to an input while a command reads it", async () => {
    const inputs = ["t.csv", "students.csv"];
    const was = inputs.map((name) => readFileSync(at(name)));
    for (const name of OF_TRANSCRIPTS) {
      const { calls } = await callsOf(argsOf(name, "out"), here.path);
      rmSync(at("out"), { recursive: true, force: true });
      const of = "^read ";
      const last = calls.filter((call) => call.startsWith("read ")).length;
      const ran = await runWith(
        { at: last, of, does: "run", run: ["bash", "-c", "echo | tee -a t.csv >> students.csv"] },
        argsOf(name, "out"),
        here.path,
      );
      watch.expect("the input grows while it is read", name, here, { ...ran, peak: 0 }, /: this file changed/);
      for (const [i, bytes] of was.entries()) writeFileSync(at(inputs[i] ?? ""), bytes);
      expect(existsSync(at("out"))).toBe(false);
    }
  });
});

itHoldsTheTable("inputs", watch);
