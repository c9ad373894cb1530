import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installedPackages } from "../../src/ship/licences.mjs";

/* What `npm pack` gives to others: nothing that is not meant for them, and all that a machine without network needs. */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let folder: string;
let packed: Packed;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-test-"));
  const args = ["pack", "--ignore-scripts", "--json", "--loglevel=error", "--pack-destination", folder];
  const told: unknown = JSON.parse(execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 }));
  // npm tells of its packages as a list, newer ones as an object by name.
  const [first] = Array.isArray(told) ? told : Object.values(told as Readonly<Record<string, Packed>>);
  packed = first as Packed;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesBelow(place: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(ROOT, place), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) found.push(join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll("\\", "/"));
  }
  return found;
}

/** What is made of each source, and of all together, and nothing that an earlier source left behind. */
function built(): readonly string[] {
  const files: string[] = [];
  for (const path of filesBelow("src")) {
    if (path.startsWith("src/report/html/browser/") || !path.endsWith(".ts")) continue;
    const base = path.replace(/^src/, "dist").replace(/\.ts$/, "");
    files.push(`${base}.js`, `${base}.d.ts`);
  }
  return [...files, ...filesBelow("dist/parts").filter((path) => path.endsWith(".js"))];
}

describe("npm pack", () => {
  it("holds the program, its samples, the documents and nothing else", () => {
    const own = packed.files.map(({ path }) => path).filter((path) => !path.startsWith("node_modules/"));
    const documents = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "THIRD-PARTY-LICENSES.md"];
    const expected = [...documents, "package.json", "bin/zcredit.js", ...built(), ...filesBelow("samples")];
    expect([...own].sort()).toEqual(expected.sort());
  });

  it("holds every package that it needs, each with its licence, and no other", () => {
    const names = new Set<string>();
    const licences = new Set<string>();
    for (const { path } of packed.files) {
      const [, name, rest] = /^node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(path) ?? [];
      if (name === undefined || rest === undefined) continue;
      names.add(name);
      if (/^licen[cs]e(?:\.\w+)?$/i.test(rest)) licences.add(name);
    }
    expect([...names].sort()).toEqual(installedPackages());
    expect([...licences].sort()).toEqual(installedPackages());
  });

  it("holds nothing of the machine that packed it", () => {
    const texts = built().filter((path) => path.endsWith(".js"));
    for (const path of texts)
      expect([path, readFileSync(join(ROOT, path), "utf8").includes(ROOT)]).toEqual([path, false]);
  });

  it("installs into an empty folder without network, and the README's first command runs there", (context) => {
    if (spawnSync("unshare", ["-n", "true"]).status !== 0) {
      return context.skip("this machine does not let a test take the network away (unshare -n)");
    }
    const place = join(folder, "Büro – 事務所");
    const home = join(folder, "home");
    for (const each of [place, home]) mkdirSync(each);
    // No cache, no settings: a machine that npm was never used on.
    const env = { PATH: process.env.PATH ?? "", HOME: home };
    const run = (words: readonly string[]) =>
      spawnSync("unshare", ["-n", "--", ...words], { cwd: place, env, encoding: "utf8" });
    const seen = run(["node", "-e", "console.log(Object.keys(require('os').networkInterfaces()).join())"]);
    expect(seen.stdout.trim()).toBe("");
    const file = join(folder, packed.filename);
    const install = run(["npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", file]);
    expect([install.status, install.stderr]).toEqual([0, ""]);
    cpSync(join(place, "node_modules/zcredit/samples"), join(place, "samples"), { recursive: true });
    const readme = readFileSync(join(place, "node_modules/zcredit/README.md"), "utf8");
    const [, command = ""] = /^npm ci && (npx zcredit check .*)$/m.exec(readme) ?? [];
    const first = run(["sh", "-c", command]);
    expect([first.status, first.stderr]).toEqual([1, ""]);
    const results = join(place, "zcredit-results/2025-06-20-1");
    for (const name of ["proposals.csv", "proposed-records.csv", "refusals.csv", "violations.csv"]) {
      expect(readFileSync(join(results, name), "utf8")).toBe(
        readFileSync(join(ROOT, "samples/expected", name), "utf8"),
      );
    }
  });
});
