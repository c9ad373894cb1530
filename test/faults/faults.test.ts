import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../../src/read/disk.js";
import { earner, HEADER, POLICY, transcript } from "../support/district.js";
import {
  argsOf,
  COMMANDS,
  type CommandName,
  district,
  type Place,
  picture,
  READERS,
  run,
  tableOf,
  watcher,
} from "./support.js";

const TABLE = fileURLToPath(new URL("README.md", import.meta.url));
const NAMES = Object.keys(COMMANDS).filter((name): name is CommandName => name in COMMANDS);
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const watch = watcher();
const skipped: string[] = [];

let here: Place;
beforeAll(async () => {
  here = await district();
  chmodSync(here.path, 0o755);
}, 60_000);
afterAll(() => here.remove());
afterEach(() => {
  for (const name of ["out", "ids", "heard", "closed", "piped"]) rmSync(at(name), { recursive: true, force: true });
});

const at = (name: string): string => join(here.path, name);
const zcredit = (...args: readonly string[]) => run(args, { cwd: here.path });

function skip(fault: string, context: { skip(why: string): never }, why: string): never {
  skipped.push(fault);
  return context.skip(why);
}

function tryTo(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** Runs every command that writes against one place, and shows that nothing in the folder moved. */
async function everyOutput(fault: string, out: string, says: RegExp, uid?: number, names = NAMES): Promise<void> {
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
      skip("the disk is full", context, "a small disk can be mounted by root only");
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
    if (isRoot && !asNobody) skip("the folder is somebody else's", context, "no other user can run zcredit here");
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
    for (const name of ["check", "audit", "equity", "verify"] as const) {
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

/** The commands with one input of each put in the place of another file. */
const INPUTS: readonly (readonly [name: string, from: string, args: readonly string[]])[] = [
  ...NAMES.filter((name) => name !== "init").map(
    (name) => [name, name === "accept" ? "decisions.csv" : "t.csv", argsOf(name, "out")] as const,
  ),
  ["policy check", "policy.json", READERS["policy check"]],
  ["policy show", "policy.json", READERS["policy show"]],
  ["policy test", "policy.json", READERS["policy test"]],
  ["policy diff", "policy.json", READERS["policy diff"]],
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
    if (isRoot && !asNobody) skip("the input may not be read", context, "no other user can run zcredit here");
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
      ["the input grows while it is read", () => appendFileSync(path, "c,d\n")],
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
      watch.seen.push({ fault, command: "check", exit: 2, says });
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

describe("files of a size or shape that no export has", () => {
  const check = (...args: readonly string[]) => zcredit(...argsOf("check", "out"), ...args);
  const instead = (name: CommandName, from: string, to: string) =>
    argsOf(name, "out").map((word) => (word === from ? to : word));

  it("a line of 4 GB, given by a pipe", async () => {
    for (const [before, what] of [
      ["(head -1 t.csv; yes aaaaaaaa | tr -d '\\n' | head -c 4000000000) 2>/dev/null | ", "a line of 4 GB"],
      ["(printf '\"'; yes a,a | tr -d '\\n' | head -c 4000000000) 2>/dev/null | ", "a header of 4 GB, in quotes"],
    ] as const) {
      const ran = await run(instead("check", "t.csv", "-"), { cwd: here.path, before });
      watch.expect(what, "check", here, ran, /more than 16 million characters/);
    }
  });

  it("10,000 columns, and a header of 1 MB", async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `c${n}`);
    const row = earner("9000000001").split("\n")[0] ?? "";
    writeFileSync(at("wide.csv"), `${HEADER},${many.join(",")}\n${row},${many.join(",")}\n`);
    const wide = await run(instead("check", "t.csv", "wide.csv"), { cwd: here.path });
    expect(wide.stderr).toBe("");
    watch.expect("10,000 columns more than are needed: they are read, and kept empty", "check", here, wide, /^$/, 0);
    rmSync(at("out"), { recursive: true });
    writeFileSync(at("wide.csv"), `${many.join(",")}\n${many.join(",")}\n`);
    for (const name of ["check", "inspect"] as const) {
      const ran = await run(instead(name, "t.csv", "wide.csv"), { cwd: here.path });
      watch.expect("10,000 columns, and none that is needed", name, here, ran, /column|no table/);
    }
    writeFileSync(at("wide.csv"), `${"h".repeat(1 << 20)},b\n1,2\n`);
    for (const name of ["check", "inspect"] as const) {
      const ran = await run(instead(name, "t.csv", "wide.csv"), { cwd: here.path });
      watch.expect("a header of 1 MB", name, here, ran, /column|no table/);
      expect(ran.stderr.length).toBeLessThan(20_000);
    }
  });

  it("a gzip bomb", async () => {
    writeFileSync(at("bomb.gz"), gzipSync(Buffer.alloc(1 << 28, `${HEADER}\n`), { level: 9 }));
    for (const name of ["check", "inspect", "verify"] as const) {
      const ran = await run(instead(name, "t.csv", "bomb.gz"), { cwd: here.path });
      watch.expect("a gzip bomb", name, here, ran, /unpacks to more than 100 times/);
    }
  });

  it("JSON nested a million deep", async () => {
    writeFileSync(at("deep.json"), "[".repeat(1_000_000));
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ["check -p", instead("check", "policy.json", "deep.json")],
      ["check --config", [...argsOf("check", "out"), "--config", "deep.json"]],
      ["check --map", [...argsOf("check", "out"), "--map", "deep.json"]],
      ["check --lists", [...argsOf("check", "out"), "--lists", "deep.json"]],
      ["policy check", ["policy", "check", "deep.json"]],
    ];
    for (const [name, args] of cases) {
      const ran = await zcredit(...args);
      if (name === "policy check") expect(ran.code).toBe(1);
      else watch.expect("JSON nested a million deep", name, here, ran, /nested more than 100 deep/);
    }
    mkdirSync(at("deep"));
    writeFileSync(at("deep/manifest.json"), `{"tool":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`);
    for (const args of [
      ["accept", "deep", "--decisions", "decisions.csv", "-o", "out"],
      ["verify", "--manifest", "deep"],
    ]) {
      const ran = await zcredit(...args);
      expect([1, 2]).toContain(ran.code);
      expect(ran.stderr).not.toMatch(/defect|^\s+at /m);
    }
    expect((await check("--since", "deep")).stderr).not.toMatch(/defect|^\s+at /m);
  });

  it("50 MB where a small file belongs", async () => {
    writeFileSync(at("huge.json"), `[${'"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",'.repeat(1_000_000)}1]`);
    for (const [name, args] of [
      ["check -p", instead("check", "policy.json", "huge.json")],
      ["check --config", [...argsOf("check", "out"), "--config", "huge.json"]],
      ["check --map", [...argsOf("check", "out"), "--map", "huge.json"]],
      ["policy check", ["policy", "check", "huge.json"]],
      ["policy show", ["policy", "show", "huge.json"]],
    ] as const) {
      watch.expect("a policy, configuration or map of 50 MB", name, here, await zcredit(...args), /larger than 4 MB/);
    }
    rmSync(at("huge.json"));
  });
});

describe("ids that are no ids", () => {
  const IDS: readonly (readonly [string, string])[] = [
    ["`__proto__`", "__proto__"],
    ["`constructor`", "constructor"],
    ["`toString`", "toString"],
    ["empty", ""],
    ["10 kB long", "9".repeat(10_000)],
    ["right to left", "\u202e9000000001\u202c"],
  ];
  const IN_POLICY = [...IDS, ["with NUL", "90000\u000000001"]] as const;

  it.each(IDS)("a student, a course, a test and a term that is %s", async (what, id) => {
    const rows = [
      `${id},Nguyen,4321,2023-24,S1,9,MAT101,F,0.5,0,`,
      `${id},Nguyen,4321,2024-25,S1,10,MAT301,B,0.5,0.5,`,
      `9000000001,Nguyen,${id},2023-24,${id},9,${id},${id},0.5,0,${id}`,
      earner("9000000002"),
    ];
    writeFileSync(at("ids.csv"), transcript(...rows));
    writeFileSync(at("ids-s.csv"), `student_id,test,date,level\n${id},${id},2024-05-01,${id}\n`);
    const args = argsOf("check", "ids").map((word) => (word === "t.csv" ? "ids.csv" : word));
    const ran = await zcredit(...args, "-s", "ids-s.csv", "--format", "csv,json,html,sarif,junit,text");
    expect([0, 1], ran.stderr).toContain(ran.code);
    watch.expect(`an id that is ${what}`, "check", here, ran, /^$/, ran.code ?? 2);
    // What is sound beside it is proposed all the same.
    expect(readFileSync(at("ids/proposals.csv"), "utf8")).toContain(",9000000002,");
    expect(() => JSON.parse(readFileSync(at("ids/report.json"), "utf8"))).not.toThrow();
    expect(ran.stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    rmSync(at("ids"), { recursive: true });
  });

  it("a student with NUL", async () => {
    writeFileSync(at("ids.csv"), transcript(earner("90000\u000000001")));
    const ran = await zcredit(...argsOf("check", "ids").map((word) => (word === "t.csv" ? "ids.csv" : word)));
    watch.expect("an id that is with NUL", "check", here, ran, /bytes that text never holds/);
  });

  it.each(IN_POLICY)("in a policy: %s", async (what, id) => {
    const [first, second] = POLICY.courses;
    const [next] = POLICY.pathways;
    const policy = {
      ...POLICY,
      courses: [{ ...first, id }, second],
      pathways: [{ ...next, id, award: { ...next.award, courses: [id] } }],
    };
    writeFileSync(at("ids.json"), JSON.stringify(policy));
    const args = argsOf("check", "ids").map((word) => (word === "policy.json" ? "ids.json" : word));
    const ran = await zcredit(...args);
    // A name is a name: only an empty one, or one that no one could tell or type, is refused.
    const isSound = ["__proto__", "constructor", "toString"].includes(id);
    watch.expect(
      `an id of the policy that is ${what}`,
      "check",
      here,
      ran,
      isSound ? /^$/ : /: "id" must/,
      isSound ? 0 : 2,
    );
    expect(existsSync(at("ids"))).toBe(isSound);
    if (isSound) expect(readFileSync(at("ids/proposals.csv"), "utf8")).toContain(`,${id},MAT101,`);
    expect(ran.stderr.length).toBeLessThan(50_000);
  });
});

describe("streams that are closed", () => {
  it("a reader that stops early", async () => {
    for (const [name, args] of [
      ["rules", ["rules"]],
      ["policy schema", ["policy", "schema"]],
      ["policy show", READERS["policy show"]],
      ["inspect", ["inspect", "t.csv"]],
      ["check --json", [...argsOf("check", "heard"), "--json"]],
    ] as const) {
      const ran = await run(args, { cwd: here.path, shell: "| head -c 1 >/dev/null; exit $PIPESTATUS" });
      watch.expect("the reader of standard output stops early (`| head`)", name, here, ran, /^$/, 0);
    }
    expect(existsSync(at("heard/manifest.json"))).toBe(true);
  });

  it("closed from the beginning", async () => {
    const words = argsOf("check", "closed");
    const input = words.map((word) => (word === "t.csv" ? "-" : word));
    watch.expect(
      "standard input is closed (`<&-`)",
      "check -t -",
      here,
      await run(input, { cwd: here.path, shell: "<&-" }),
      /empty|nothing/,
    );
    const deaf = await run(words, { cwd: here.path, shell: ">&- 2>&-" });
    watch.expect("standard output and error are closed (`>&- 2>&-`)", "check", here, deaf, /^$/, 0);
    expect(existsSync(at("closed/manifest.json"))).toBe(true);
  });
});

describe("signals", () => {
  it("while a file is read", async () => {
    for (const [signal, exit] of [
      ["INT", 130],
      ["TERM", 143],
    ] as const) {
      const before = picture(here.path);
      const args = argsOf("check", "out").map((word) => (word === "t.csv" ? "-" : word));
      const shell = `< <(head -1 t.csv; exec sleep 20 2>/dev/null) & pid=$!; sleep 1; kill -${signal} $pid; wait $pid`;
      // A shell lets what it starts in the background ignore SIGINT, unless it has job control.
      const ran = await run(args, { cwd: here.path, before: "set -m; ", shell });
      watch.expect(`SIG${signal} while it reads`, "check", here, { ...ran, stderr: "" }, /^$/, exit);
      expect(picture(here.path)).toBe(before);
    }
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s while results are written: nothing is left behind",
    (signal) => {
      const out = pathToFileURL(fileURLToPath(new URL("../../dist/write/out.js", import.meta.url))).href;
      const script = `
      const { writeResults } = await import(${JSON.stringify(out)});
      await writeResults("out", [
        { name: "a.csv", content: "a" },
        { name: "b.csv", content: async (write) => { await write("b"); process.kill(process.pid, "${signal}"); await new Promise((go) => setTimeout(go, 50)); await write("c"); } },
      ], { force: false, inputs: [], manifest: () => "{}" });
    `;
      const before = picture(here.path);
      const ran = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
        cwd: here.path,
        encoding: "utf8",
      });
      expect(ran.stderr).toBe("");
      expect(ran.signal).toBe(signal);
      expect(picture(here.path)).toBe(before);
      watch.seen.push({
        fault: `${signal} while it writes`,
        command: "check",
        exit: { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal],
        says: "",
      });
    },
  );
});

const OPEN = "<!-- faults -->";
const CLOSE = "<!-- /faults -->";

describe("the table of faults", () => {
  it("is as the cases showed it", () => {
    const text = readFileSync(TABLE, "utf8");
    const from = text.indexOf(OPEN);
    const to = text.indexOf(CLOSE);
    const table = `${OPEN}\n| fault | command | exit code | what the user sees on standard error |\n| --- | --- | --- | --- |\n${tableOf(watch.seen)}\n`;
    if (process.env.UPDATE === "1" && skipped.length === 0)
      writeFileSync(TABLE, `${text.slice(0, from)}${table}${text.slice(to)}`);
    else if (skipped.length === 0) expect(text.slice(from, to)).toBe(table);
    else for (const line of table.split("\n").slice(3)) expect(text).toContain(line);
  });
});
