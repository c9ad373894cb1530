import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NotDone } from "../../src/errors.js";
import { resultFiles } from "../../src/report/formats/index.js";
import { manifestText } from "../../src/write/manifest.js";
import { defaultOut, fillOut, type OutFile, outFile, type WriteOptions, writeResults } from "../../src/write/out.js";
import { lookAt } from "../../src/write/place.js";
import { expectGolden } from "../support/golden.js";
import { sampleResult } from "../support/result.js";

const FILES: readonly OutFile[] = [
  { name: "a.csv", content: "one\n", rows: 1 },
  { name: "b.bin", content: new Uint8Array([0, 255]) },
  {
    name: "c.csv",
    rows: 2,
    content: async (write) => {
      await write("x\n");
      await write("y\n");
    },
  },
];

const OPTIONS: WriteOptions = {
  force: false,
  inputs: [],
  manifest: (written) => manifestText(sampleResult(), written),
};

let top = "";
let startedIn = "";

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "zcredit-out-"));
  startedIn = process.cwd();
});

afterEach(() => {
  process.chdir(startedIn);
  rmSync(top, { recursive: true, force: true });
});

/** What stands below the folder, by relative name, to see that nothing was left or lost. */
function tree(folder = top): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).sort();
}

async function refused(dir: string, options: Partial<WriteOptions> = {}, files = FILES): Promise<string> {
  const before = tree();
  const error = await writeResults(dir, files, { ...OPTIONS, ...options }).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(NotDone);
  expect(tree()).toEqual(before);
  const message = error instanceof NotDone ? error.message : "";
  expect(message).not.toContain("\n");
  return message;
}

describe("writeResults", () => {
  it("writes every file and a manifest, making missing parents, for the owner's eyes only", async () => {
    const dir = join(top, "new", "deep", "out");
    await writeResults(dir, FILES, OPTIONS);
    expect(readdirSync(dir).sort()).toEqual(["a.csv", "b.bin", "c.csv", "manifest.json"]);
    expect(readFileSync(join(dir, "c.csv"), "utf8")).toBe("x\ny\n");
    expect(readdirSync(join(top, "new", "deep"))).toEqual(["out"]);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(statSync(join(top, "new")).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
    const { outputs } = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
    expect(outputs[0]).toEqual({
      name: "a.csv",
      sha256: "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806",
      bytes: 4,
      rows: 1,
    });
    expect(outputs.map((output: { rows: unknown }) => output.rows)).toEqual([1, null, 2]);
  });

  it("takes an empty folder as it finds it", async () => {
    const dir = join(top, "out");
    mkdirSync(dir);
    await writeResults(dir, FILES, OPTIONS);
    expect(readdirSync(dir)).toContain("a.csv");
    expect(readdirSync(top)).toEqual(["out"]);
  });

  it("refuses a folder that it did not write, with force too", async () => {
    const dir = join(top, "out");
    mkdirSync(dir);
    writeFileSync(join(dir, "letter.txt"), "dear");
    expect(await refused(dir)).toMatch(/zcredit did not write it/);
    expect(await refused(dir, { force: true })).toMatch(/zcredit did not write it/);
    writeFileSync(join(dir, "manifest.json"), '{"tool":"another","outputs":[]}');
    expect(await refused(dir, { force: true })).toMatch(/zcredit did not write it/);
    writeFileSync(join(dir, "manifest.json"), "not json");
    expect(await refused(dir, { force: true })).toMatch(/zcredit did not write it/);
  });

  it("replaces its own only with force, and then whole", async () => {
    const dir = join(top, "out");
    await writeResults(dir, FILES, OPTIONS);
    expect(await refused(dir)).toMatch(/--force/);
    expect(readFileSync(join(dir, "a.csv"), "utf8")).toBe("one\n");
    await writeResults(dir, [{ name: "z.csv", content: "new\n" }], { ...OPTIONS, force: true });
    expect(tree()).toEqual(["out", "out/manifest.json", "out/z.csv"]);
  });

  it("never replaces decisions", async () => {
    for (const name of ["decisions.csv", "decision-log.csv", "Decisions (2).xlsx"]) {
      const dir = join(top, `out ${name}`);
      await writeResults(dir, FILES, OPTIONS);
      writeFileSync(join(dir, name), "mine");
      expect(await refused(dir, { force: true })).toMatch(/never replaced, not even with --force/);
      expect(readFileSync(join(dir, name), "utf8")).toBe("mine");
    }
  });

  it("never throws away a file that someone put beside the results", async () => {
    const dir = join(top, "out");
    await writeResults(dir, FILES, OPTIONS);
    writeFileSync(join(dir, ".DS_Store"), "");
    mkdirSync(join(dir, "notes"));
    writeFileSync(join(dir, "notes", "mine.txt"), "x");
    expect(await refused(dir, { force: true })).toMatch(/also holds notes/);
    rmSync(join(dir, "notes"), { recursive: true });
    await writeResults(dir, FILES, { ...OPTIONS, force: true });
    expect(existsSync(join(dir, ".DS_Store"))).toBe(false);
  });

  it("never takes an input's folder, whatever name the input goes by", async () => {
    const dir = join(top, "out");
    const input = join(top, "input.csv");
    writeFileSync(input, "in");
    for (const place of [
      (name: string) => linkSync(input, name),
      (name: string) => symlinkSync(input, name),
      (name: string) => mkdirSync(name),
    ]) {
      await writeResults(dir, FILES, OPTIONS);
      rmSync(join(dir, "a.csv"));
      place(join(dir, "a.csv"));
      const inside = statSync(join(dir, "a.csv")).isDirectory() ? join(dir, "a.csv", "in.csv") : input;
      if (inside !== input) writeFileSync(inside, "in");
      expect(await refused(dir, { force: true, inputs: ["-", inside] })).toMatch(/an input is never written over/);
      rmSync(dir, { recursive: true });
    }
    expect(readFileSync(input, "utf8")).toBe("in");
    expect(await refused(input, { force: true, inputs: [input] })).toMatch(/this is a file/);
  });

  it("goes to where a link leads, and refuses a link that leads nowhere", async () => {
    mkdirSync(join(top, "real"));
    symlinkSync(join(top, "real"), join(top, "link"));
    await writeResults(join(top, "link"), FILES, OPTIONS);
    expect(readdirSync(join(top, "real"))).toContain("a.csv");
    symlinkSync(join(top, "nothing"), join(top, "dangling"));
    expect(await refused(join(top, "dangling"))).toMatch(/leads nowhere/);
  });

  it("refuses a file in the way of the path", async () => {
    writeFileSync(join(top, "file"), "x");
    expect(await refused(join(top, "file", "out"))).toMatch(/a file, not a folder/);
    await expect(lookAt(join(top, "file", "out"), false, [])).rejects.toThrow(NotDone);
  });

  it("leaves nothing behind when the disk is full, not even the folders made on the way", async () => {
    const full: OutFile = {
      name: "late.csv",
      content: async (write) => {
        await write("some");
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
      },
    };
    const message = await refused(join(top, "new", "deep", "out"), {}, [...FILES, full]);
    expect(message).toMatch(/no room left on the disk/);
    const dir = join(top, "out");
    await writeResults(dir, FILES, OPTIONS);
    await refused(dir, { force: true }, [...FILES, full]);
    expect(readFileSync(join(dir, "a.csv"), "utf8")).toBe("one\n");
  });

  it("passes on a defect of ours as it is", async () => {
    const broken: OutFile = { name: "x", content: () => Promise.reject(new TypeError("ours")) };
    await expect(writeResults(join(top, "out"), [broken], OPTIONS)).rejects.toThrow(TypeError);
    expect(tree()).toEqual([]);
  });

  it("says so where it may not write", async (context) => {
    const parent = join(top, "locked");
    mkdirSync(parent);
    chmodSync(parent, 0o500);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot && process.seteuid === undefined) return context.skip("permissions do not bind root here");
    if (isRoot) {
      // Permissions do not bind root, so the attempt is made as somebody else.
      chmodSync(top, 0o755);
      chownSync(parent, 65_534, 65_534);
      process.seteuid?.(65_534);
    }
    try {
      expect(await refused(join(parent, "out"))).toMatch(/you may not write here/);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(parent, 0o700);
    }
  });

  it("writes the same bytes twice, anywhere", async () => {
    const files = resultFiles(sampleResult(), ["csv", "json", "text"]).map(outFile);
    await writeResults(join(top, "one"), files, OPTIONS);
    await writeResults(join(top, "elsewhere", "two"), files, OPTIONS);
    for (const name of readdirSync(join(top, "one"))) {
      expect(readFileSync(join(top, "elsewhere", "two", name))).toEqual(readFileSync(join(top, "one", name)));
    }
  });
});

describe("the default place", () => {
  it("is the first number that nothing stands under", async () => {
    process.chdir(top);
    expect(await defaultOut("2025-06-20")).toBe(join("zcredit-results", "2025-06-20-1"));
    mkdirSync(join(top, "zcredit-results", "2025-06-20-1"), { recursive: true });
    mkdirSync(join(top, "zcredit-results", "2025-06-20-3"));
    expect(await defaultOut("2025-06-20")).toBe(join("zcredit-results", "2025-06-20-2"));
    expect(fillOut("r/{award-date}/{award-date}", "2025-06-20")).toBe("r/2025-06-20/2025-06-20");
  });
});

describe("manifest.json", () => {
  it("is as it was: files sorted by name, no clock, no path", () => {
    const written = resultFiles(sampleResult(), ["csv", "json"]).map(({ name, rows }) => {
      return { name, rows, sha256: "4".repeat(64), bytes: 10 };
    });
    expectGolden("manifest.json", manifestText(sampleResult(), written));
    expect(manifestText(sampleResult(), written.toReversed())).toBe(manifestText(sampleResult(), written));
  });
});
