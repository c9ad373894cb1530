import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { axeFindings, type Browser, CHROMIUM, NO_CHROMIUM, startBrowser } from "./chromium.js";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));
const INPUTS = [
  ...["-t", "transcripts.csv", "-t", "transcripts-hilltop.csv", "-s", "scores.csv", "--approvals", "approvals.csv"],
  ...["--students", "students.csv", "-p", "policy.json", "--award-date", "2025-06-20", "--no-config"],
];
const PRINTED_HEIGHT = 1056 - 2 * 53;

describe.skipIf(CHROMIUM === null)(`worksheet.html in a browser${CHROMIUM === null ? `: ${NO_CHROMIUM}` : ""}`, () => {
  let folder: string;
  let browser: Browser;
  const sheet = (): string => join(folder, "audit", "worksheet.html");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "zcredit-worksheet-"));
    const sample = ["--sample", "8", "--seed", "7", "--stratify", "pathway", "--refusals", "4"];
    const run = await runCli(["audit", ...INPUTS, ...sample, "-o", join(folder, "audit"), "--quiet"], { cwd: SAMPLES });
    expect(run.stderr).toBe("");
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["at a desk", {}],
    ["in the dark", { dark: true }],
    ["on a phone", { width: 390 }],
  ])("errs in nothing and has nothing that axe finds, %s and printed", async (_, options) => {
    const { page, faults } = await browser.open(sheet(), options);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("has a form for each record and refusal, which no page break cuts and which says what it is about", async () => {
    const { page } = await browser.open(sheet(), { width: 816 });
    await page.emulateMedia({ media: "print" });
    const forms = await page.evaluate(`[...document.querySelectorAll(".form")].map((form) => ({
      inside: getComputedStyle(form).breakInside,
      height: form.getBoundingClientRect().height,
      about: form.previousElementSibling.textContent,
    }))`);
    expect(forms).toHaveLength(19 + 4);
    for (const form of forms as { readonly inside: string; readonly height: number; readonly about: string }[]) {
      expect(form.inside).toBe("avoid");
      expect(form.height).toBeLessThan(PRINTED_HEIGHT);
      expect(form.about).toMatch(/^To fill in: \S/);
    }
    await page.close();
  });
});
