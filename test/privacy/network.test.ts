import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(ROOT, "bin/zcredit.js");
const sample = (name: string): string => join(ROOT, "samples", name);

const FILES = ["-t", sample("transcripts.csv"), "-s", sample("scores.csv"), "--approvals", sample("approvals.csv")];
const INPUTS = [...FILES, "-p", sample("policy.json"), "--award-date", "2025-06-20", "--no-config"];

/** One of each kind of work; `-o` is put behind those that write. */
const COMMANDS: readonly (readonly [name: string, args: readonly string[], writes: boolean])[] = [
  ["check", ["check", ...INPUTS, "--format", "csv,json,html,sarif,junit,text"], true],
  ["explain", ["explain", ...INPUTS, "--student", "1000000042"], false],
  ["audit", ["audit", ...INPUTS, "--sample", "2", "--seed", "7"], true],
  ["verify", ["verify", "--before", sample("transcripts.csv"), "--after", sample("transcripts.csv")], false],
  ["inspect", ["inspect", sample("transcripts.csv")], false],
  ["policy check", ["policy", "check", sample("policy.json")], false],
  ["rules", ["rules"], false],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-privacy-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(by: readonly string[], args: readonly string[], out: string | null) {
  const [program = "", ...words] = [...by, process.execPath, BIN, ...args, ...(out === null ? [] : ["-o", out])];
  // Node would hand on of itself where it is to write what a command covered.
  const env = { PATH: process.env.PATH ?? "", NODE_V8_COVERAGE: "" };
  return spawnSync(program, words, { cwd: folder, encoding: "utf8", env });
}

describe("without a network", () => {
  for (const [name, args, writes] of COMMANDS) {
    it(`${name} does its work where there is none`, (context) => {
      const interfaces = "Object.keys(require('node:os').networkInterfaces()).length";
      const probe = spawnSync("unshare", ["-rn", "--", process.execPath, "-p", interfaces], { encoding: "utf8" });
      if (probe.status !== 0)
        return context.skip("this machine does not let a test take the network away (unshare -rn)");
      expect(probe.stdout.trim()).toBe("0");
      const offline = run(["unshare", "-rn", "--"], args, writes ? join(folder, `offline ${name}`) : null);
      expect([offline.stderr.includes("defect"), [0, 1].includes(offline.status ?? 2)]).toEqual([false, true]);
    });
  }
});

describe("what the system sees", () => {
  for (const [name, args, writes] of COMMANDS) {
    it(`${name} opens no socket, and makes nothing that others can read`, (context) => {
      const probe = spawnSync("strace", ["-f", "-qq", "-o", join(folder, "probe"), "true"]);
      if (probe.status !== 0) return context.skip("there is no strace here, or it may not look at programs");
      const trace = join(folder, "trace");
      const by = ["strace", "-f", "-qq", "-e", `trace=${CALLS}`, "-o", trace];
      const traced = run(by, args, writes ? join(folder, name) : null);
      expect([0, 1]).toContain(traced.status);
      const lines = readFileSync(trace, "utf8").split("\n");
      expect(lines.filter((line) => NETWORK.test(line))).toEqual([]);
      expect(lines.filter(isOpenToOthers)).toEqual([]);
      expect(lines.some((line) => line.includes("O_CREAT"))).toBe(writes);
    });
  }
});

const CALLS = "network,open,openat,creat,mkdir,mkdirat,chmod,fchmod,fchmodat";
const NETWORK = /\b(?:socket|connect|bind|listen|accept4?|sendto|sendmsg|sendmmsg)\(/;

/** A file or folder made or changed so that others than its owner may do something with it. */
function isOpenToOthers(line: string): boolean {
  if (/ = -1 /.test(line)) return false;
  const made =
    /\bO_CREAT\b.*, (0\d+)\)/.exec(line) ?? /\b(?:mkdir|mkdirat|chmod|fchmod|fchmodat)\(.*, (0\d+)/.exec(line);
  return made !== null && (Number.parseInt(made[1] ?? "0", 8) & 0o077) !== 0;
}
