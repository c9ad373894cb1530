import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { earner, HEADER } from "../support/district.js";
import { argsOf, type CommandName, district, FULL, itHoldsTheTable, type Place, run, watcher } from "./support.js";

const watch = watcher();
let here: Place;
beforeAll(async () => {
  here = await district();
}, 60_000);
afterAll(() => here.remove());
afterEach(() => {
  for (const name of ["out"]) rmSync(at(name), { recursive: true, force: true });
});

const at = (name: string): string => join(here.path, name);
const zcredit = (...args: readonly string[]) => run(args, { cwd: here.path });

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
    const many = Array.from({ length: FULL ? 10_000 : 1000 }, (_, n) => `c${n}`);
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
    writeFileSync(at("bomb.gz"), gzipSync(Buffer.alloc(FULL ? 1 << 28 : 1 << 25, `${HEADER}\n`), { level: 9 }));
    for (const name of FULL ? (["check", "inspect", "verify"] as const) : (["inspect"] as const)) {
      const ran = await run(instead(name, "t.csv", "bomb.gz"), { cwd: here.path });
      watch.expect("a gzip bomb", name, here, ran, /unpacks to more than 100 times/);
    }
  });

  it("JSON nested a million deep", async () => {
    const depth = FULL ? 1_000_000 : 10_000;
    writeFileSync(at("deep.json"), "[".repeat(depth));
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
    writeFileSync(at("deep/manifest.json"), `{"tool":${"[".repeat(depth)}${"]".repeat(depth)}}`);
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
    writeFileSync(
      at("huge.json"),
      `[${'"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",'.repeat(FULL ? 1_000_000 : 100_000)}1]`,
    );
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

itHoldsTheTable("shapes", watch);
