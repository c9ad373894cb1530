import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { axeFindings, type Browser, CHROMIUM, NO_CHROMIUM, startBrowser } from "./chromium.js";

/*
 * Every page that some command writes, made from the samples by that command: what holds for one must hold for all.
 */

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const sample = (name: string): string => join(SAMPLES, name);
const INPUTS = [
  ...["--no-config", "-t", sample("transcripts.csv"), sample("transcripts-hilltop.csv"), "-s", sample("scores.csv")],
  ...["--approvals", sample("approvals.csv"), "--students", sample("students.csv"), "-p", sample("policy.json")],
  ...["--award-date", "2025-06-20"],
];
const PAGES = ["check/report.html", "check/review-sheet.html", "family.html", "equity/equity.html"].concat(
  "audit/worksheet.html",
  "policy.html",
);

let folder: string;
let browser: Browser;
const at = (name: string): string => join(folder, name);

async function make(...args: readonly string[]): Promise<string> {
  const run = await runCli(args, { cwd: folder });
  expect(run.stderr).toBe("");
  return run.stdout;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-pages-"));
  await make("check", ...INPUTS, "-o", "check", "--with-names");
  await make("explain", "--student", "1000000052", ...INPUTS, "--html", "family.html");
  await make("equity", ...INPUTS, "-o", "equity");
  await make("audit", ...INPUTS, "--sample", "5", "--seed", "7", "-o", "audit");
  writeFileSync(at("policy.html"), await make("policy", "show", sample("policy.json"), "--format", "html"));
  if (CHROMIUM !== null) browser = await startBrowser();
});
afterAll(async () => {
  if (CHROMIUM !== null) await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(PAGES)("%s", (name) => {
  it("asks for nothing: its own policy lets in no more than the style and the script that stand in it", () => {
    const page = readFileSync(at(name), "utf8");
    const [, policy = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toContain("base-uri 'none'; form-action 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|[*]/);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toMatch(/<title>[^<]+<\/title>/);
    expect(page).toContain('name="viewport"');
    // What is outside the tags is words; within them nothing names a place to fetch from.
    expect(page.replace(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/\s(?:src|srcset|action)=|@import|url\((?!#)/);
  });
});

describe.skipIf(CHROMIUM === null)(`in a browser${CHROMIUM === null ? `: ${NO_CHROMIUM}` : ""}`, () => {
  it.each(PAGES)(
    "%s has nothing that axe finds, light, dark, printed and on a phone, and errs in nothing",
    async (name) => {
      for (const options of [{}, { dark: true }, { width: 390 }]) {
        const { page, faults } = await browser.open(at(name), options);
        expect(await axeFindings(page), JSON.stringify(options)).toEqual([]);
        if ("width" in options)
          expect(await page.evaluate("document.documentElement.scrollWidth"), "wider than a phone").toBeLessThanOrEqual(
            390,
          );
        await page.emulateMedia({ media: "print" });
        expect(await axeFindings(page), `${JSON.stringify(options)}, printed`).toEqual([]);
        expect(faults).toEqual([]);
        await page.close();
      }
    },
  );
});
