import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { argsOf, district, itHoldsTheTable, type Place, READERS, run, watcher } from "./support.js";

const watch = watcher();
let here: Place;
beforeAll(async () => {
  here = await district();
}, 60_000);
afterAll(() => here.remove());
afterEach(() => {
  for (const name of ["heard", "closed"]) rmSync(at(name), { recursive: true, force: true });
});

const at = (name: string): string => join(here.path, name);

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

itHoldsTheTable("streams", watch);
