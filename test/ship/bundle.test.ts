import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleProgram, workersInside } from "../../src/ship/bundle.mjs";
import { licenceOf } from "../../src/ship/licences.mjs";
import { runCli } from "../support/cli.js";

/* The script inside the single-file program, run by this Node; `npm run exe:long` runs the program itself. */

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));

let folder: string;
let script: string;
let text: string;
let packages: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-test-"));
  script = join(folder, "zcredit.cjs");
  ({ text, packages } = await bundleProgram());
  writeFileSync(script, text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundled = (...args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });

describe("the whole program in one script", () => {
  it("needs nothing beside it but Node", () => {
    const asked = [...text.matchAll(/\brequire\w*\("([^"]+)"\)/g)].map(([, name = ""]) => name.replace(/^node:/, ""));
    expect(asked).toContain("fs/promises");
    for (const name of asked) expect(builtinModules).toContain(name);
  });

  it("makes the samples' results", () => {
    const inputs = ["transcripts.csv", "transcripts-hilltop.csv"].flatMap((name) => ["-t", join(SAMPLES, name)]);
    for (const [flag, name] of [
      ["-s", "scores.csv"],
      ["--approvals", "approvals.csv"],
      ["--students", "students.csv"],
      ["-p", "policy.json"],
    ] as const)
      inputs.push(flag, join(SAMPLES, name));
    const run = bundled("check", ...inputs, "--award-date", "2025-06-20", "--merged", "-o", "out");
    expect([run.status, run.stderr]).toEqual([1, ""]);
    for (const name of ["proposals.csv", "proposed-records.csv", "refusals.csv", "violations.csv", "report.json"]) {
      expect(readFileSync(join(folder, "out", name), "utf8")).toBe(
        readFileSync(join(SAMPLES, "expected", name), "utf8"),
      );
    }
  });

  it("holds the files that the program ships: the starter and the ready maps", async () => {
    expect(bundled("init", "mine").status).toBe(0);
    const here = await runCli(["init", "theirs"], { cwd: folder });
    expect(here.code).toBe(0);
    expect(readdirSync(join(folder, "mine"))).toEqual(readdirSync(join(folder, "theirs")));
    for (const name of readdirSync(join(folder, "mine"))) {
      expect(readFileSync(join(folder, "mine", name))).toEqual(readFileSync(join(folder, "theirs", name)));
    }
    // The header that a ready map is of.
    writeFileSync(join(folder, "act.csv"), `${ACT}\n1000000001,2000000001,042025,20,21,22,23,22\n`);
    const inspected = bundled("inspect", "act.csv");
    const shim = await runCli(["inspect", "act.csv"], { cwd: folder });
    expect(inspected.stdout).toContain("by the map samples/maps/act.json");
    expect([inspected.status, inspected.stdout]).toEqual([shim.code, shim.stdout]);
  });

  it("tells the line of a defect within the script", () => {
    writeFileSync(join(folder, "break.cjs"), "Array.prototype.toSorted = () => { throw new TypeError('Nguyen') }");
    const env = { ...process.env, NODE_OPTIONS: "--require=./break.cjs" };
    const args = ["check", "-t", join(SAMPLES, "transcripts.csv"), "-p", join(SAMPLES, "policy.json"), "-o", "defect"];
    const run = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: "utf8", env });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/\(TypeError at exe\/zcredit\.cjs:\d+\)/);
  });

  it("begins with the licences of what it holds", () => {
    const [notice = ""] = text.split("*/");
    for (const name of packages) expect(notice).toContain(`\n${name} ${licenceOf(name).version} (`);
    expect(packages).toContain("commander");
  });
});

const ACT = "ID_Local,ID_StateAssign,Test_Dte,Eng,Mth,Rdg,Sci,Composite";

describe("a worker thread", () => {
  it("is started from inside the script just as from a file beside it", async () => {
    const place = join(folder, "dist", "workers");
    mkdirSync(place, { recursive: true });
    writeFileSync(join(folder, "dist", "package.json"), '{ "type": "module" }');
    writeFileSync(join(place, "sum.js"), "export const sum = (a, b) => a + b;\n");
    writeFileSync(
      join(place, "work.js"),
      'import { parentPort } from "node:worker_threads";\nimport { sum } from "./sum.js";\n' +
        'parentPort.on("message", ([a, b]) => { parentPort.postMessage(sum(a, b)); parentPort.close(); });\n',
    );
    writeFileSync(
      join(place, "start.js"),
      'import { Worker } from "node:worker_threads";\n' +
        'const worker = new Worker(new URL("./work.js", import.meta.url));\n' +
        'worker.on("message", (sum) => console.log(sum));\nworker.postMessage([2, 3]);\n',
    );
    const { outputFiles } = await build({
      bundle: true,
      entryPoints: [join(place, "start.js")],
      format: "cjs",
      platform: "node",
      plugins: [workersInside],
      write: false,
    });
    rmSync(place, { recursive: true });
    writeFileSync(join(folder, "alone.cjs"), outputFiles[0]?.text ?? "");
    const run = spawnSync(process.execPath, [join(folder, "alone.cjs")], { encoding: "utf8" });
    expect([run.stdout, run.stderr]).toEqual(["5\n", ""]);
  });
});
