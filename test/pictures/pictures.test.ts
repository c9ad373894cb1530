import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, startBrowser } from "../html/chromium.js";
import { terminalSvg } from "./terminalSvg.js";

/*
 * The pictures of the README, made from the samples. `npm run pictures` makes them anew; without it the one of the
 * terminal is compared letter by letter, and the one of the report, whose pixels are the browser's, is looked at.
 */

const HERE = fileURLToPath(new URL(".", import.meta.url));
const BIN = fileURLToPath(new URL("../../bin/zcredit.js", import.meta.url));
const MAKE = process.env.PICTURES === "1";
const COMMAND =
  "check -t samples/transcripts*.csv -s samples/scores.csv --approvals samples/approvals.csv --students samples/students.csv -p samples/policy.json --award-date 2025-06-20";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-pictures-"));
  symlinkSync(fileURLToPath(new URL("../../samples", import.meta.url)), join(folder, "samples"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The run of the README on a pretended terminal, in colour. */
function screen(): string {
  const line = `stty cols 80; "${process.execPath}" "${BIN}" ${COMMAND} --no-progress || true`;
  const env = { PATH: process.env.PATH ?? "", TERM: "xterm" };
  return execFileSync("script", ["-qec", line, "/dev/null"], { cwd: folder, env, encoding: "utf8" });
}

describe("the pictures of the README", () => {
  it("the terminal is as it is", async (context) => {
    if (spawnSync("script", ["--version"]).status !== 0)
      return context.skip('"script" is not there to pretend a terminal');
    const svg = terminalSvg(`$ npx zcredit check ...\n${screen()}`, "zcredit check on the samples, in a terminal");
    if (MAKE) writeFileSync(join(HERE, "terminal.svg"), svg);
    expect(svg).toBe(readFileSync(join(HERE, "terminal.svg"), "utf8"));
    expect(svg).toContain('<tspan fill="#ff9e99">error</tspan> mark-unknown');
  });

  it("the report is one page wide and as tall as the README shows it", async (context) => {
    if (MAKE) {
      if (CHROMIUM === null) return context.skip("Chromium is not installed (apt-get install chromium)");
      const browser = await startBrowser();
      const { page, faults } = await browser.open(join(folder, "zcredit-results", "2025-06-20-1", "report.html"));
      await page.setViewportSize({ width: 1280, height: 1600 });
      await page.screenshot({ path: join(HERE, "report.png") });
      expect(faults).toEqual([]);
      await browser.close();
    }
    const png = readFileSync(join(HERE, "report.png"));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 1600]);
    expect(png.length).toBeLessThan(400_000);
  });
});
