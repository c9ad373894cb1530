import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCli } from "../support/cli.js";

/* The query that the bench compares with is a second judge, too: it was written from the policy, not from the program. */

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

it("the district of the bench: proposals.sql names the very proposals of a check", async () => {
  const { sameProposals } = (await import(new URL("./proposals.mjs", import.meta.url).href)) as {
    sameProposals(results: string, byQuery: string): number;
  };
  const folder = mkdtempSync(join(tmpdir(), "zcredit-query-"));
  try {
    execFileSync(process.execPath, [script("make.mjs"), folder, "20000", "11", "shuffled"]);
    execFileSync(process.execPath, [script("duckdb.mjs"), folder, join(folder, "query.csv"), "1"]);
    const inputs = ["-t", "transcripts.csv", "-s", "scores.csv", "-p", "policy.json", "--award-date", "2025-06-20"];
    const { code, stderr } = await runCli(["check", "--no-config", ...inputs, "-o", "out", "--format", "csv"], {
      cwd: folder,
    });
    expect([code, stderr]).toEqual([1, ""]);
    expect(sameProposals(join(folder, "out"), join(folder, "query.csv"))).toBeGreaterThan(10);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
