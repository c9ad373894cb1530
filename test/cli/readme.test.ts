import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const commands = readme
  .split("\n")
  .map((line) => line.replace(/^npm ci && /, ""))
  .filter((line) => line.startsWith("npx zcredit "));

describe("the README", () => {
  it.each(commands)("%s", async (line) => {
    const folder = mkdtempSync(join(tmpdir(), "zcredit-test-"));
    try {
      const args = line.split(" ").slice(2);
      const out = args[0] === "check" ? ["-o", join(folder, "out")] : [];
      const run = await runCli([...args, ...out], { cwd: root });
      expect(run.stderr).toBe("");
      // The samples hold planted faults; the student explained has none.
      expect(run.code).toBe(args[0] === "check" ? 1 : 0);
      expect(run.stdout).not.toBe("");
      // Every file that the table promises by default is there, and no other.
      if (args[0] !== "check") return;
      for (const name of readdirSync(join(folder, "out"))) expect(readme).toContain(`| \`${name}\` `);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("has a command to try, one to explain", () => {
    expect(commands).toHaveLength(2);
  });
});
