import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { familyHtml } from "../../src/report/family/page.js";
import { pageHtml } from "../../src/report/html/page.js";
import { sheetHtml } from "../../src/report/html/sheet.js";
import { wholeText } from "../../src/report/pieces.js";
import { sampleResult } from "../support/result.js";
import { axeFindings, type Browser, CHROMIUM, NO_CHROMIUM, startBrowser } from "./chromium.js";
import { familyPage } from "./family.js";
import { largeResult } from "./large.js";

const VIEWS = ["summary", "proposals", "progress", "seniors", "refusals", "violations", "students", "about"];
const STUDENTS = 10_000;

let folder: string;
let browser: Browser;

function file(name: string): string {
  return join(folder, name);
}

async function show(page: Page, view: string): Promise<void> {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, view);
  await page.waitForFunction(`!document.getElementById(${JSON.stringify(view)}).hidden`);
}

/** Moves on with Tab until an element that matches has the keyboard. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.textContent.trim()");
}

function visible(page: Page, view: string): Promise<readonly string[]> {
  return page.evaluate(
    `[...document.querySelectorAll("#${view} tbody tr")].map((row) => row.textContent.replace(/\\s+/g, " "))`,
  );
}

describe.skipIf(CHROMIUM === null)(`report.html in a browser${CHROMIUM === null ? `: ${NO_CHROMIUM}` : ""}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "zcredit-html-"));
    writeFileSync(file("report.html"), wholeText(pageHtml(sampleResult())));
    writeFileSync(file("large.html"), wholeText(pageHtml(largeResult(STUDENTS))));
    writeFileSync(file("sheet.html"), wholeText(sheetHtml(sampleResult())));
    writeFileSync(file("family.html"), familyHtml(familyPage()));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens from disk, asks for nothing and errs in nothing, in every view", async () => {
    const { page, faults } = await browser.open(file("report.html"));
    for (const view of VIEWS) await show(page, view);
    expect(faults).toEqual([]);
    expect(await page.locator("figure svg[role=img]").count()).toBe(5);
    await page.close();
  });

  for (const [name, options] of [
    ["light", {}],
    ["dark", { dark: true }],
    ["light on a phone", { width: 390 }],
  ] as const) {
    it(`has nothing that axe finds, ${name}`, async () => {
      const { page } = await browser.open(file("report.html"), options);
      for (const view of VIEWS) {
        await show(page, view);
        expect(await axeFindings(page), view).toEqual([]);
      }
      await show(page, "proposals");
      await page.locator("#proposals button.open").first().click();
      expect(await axeFindings(page), "student").toEqual([]);
      await page.close();
    });
  }

  it("has nothing that axe finds, as printed", async () => {
    const { page } = await browser.open(file("report.html"));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const view of VIEWS) {
      await show(page, view);
      expect(await axeFindings(page), view).toEqual([]);
    }
    await page.close();
  });

  it("has nothing that axe finds in the family's page and the review sheet, light, dark and printed", async () => {
    for (const name of ["family.html", "sheet.html"]) {
      for (const dark of [false, true]) {
        const { page, faults } = await browser.open(file(name), { dark });
        expect(await axeFindings(page), name).toEqual([]);
        await page.emulateMedia({ media: "print" });
        expect(await axeFindings(page), `${name}, printed`).toEqual([]);
        expect(faults).toEqual([]);
        await page.close();
      }
    }
  });

  it("is as wide as a phone, so that nothing but a list scrolls sideways", async () => {
    const { page } = await browser.open(file("report.html"), { width: 390 });
    for (const view of VIEWS) {
      await show(page, view);
      expect(await page.evaluate("document.documentElement.scrollWidth"), view).toBeLessThanOrEqual(390);
    }
    await page.close();
  });

  it("chooses a view, searches, filters, sorts, opens a student and goes back by keyboard alone", async () => {
    const { page, faults } = await browser.open(file("report.html"));
    await tabTo(page, 'nav a[href="#proposals"]');
    await page.keyboard.press("Enter");
    await page.waitForFunction(`document.activeElement.id === "proposals-title"`);
    expect(await visible(page, "proposals")).toHaveLength(3);

    await tabTo(page, "#proposals input[type=search]");
    await page.keyboard.type("physical 1000000077");
    expect(await visible(page, "proposals")).toHaveLength(1);
    expect(await page.locator("#proposals [role=status]").textContent()).toBe("1 to 1 of 1, of 3 in all");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Delete");
    expect(await visible(page, "proposals")).toHaveLength(3);

    await tabTo(page, "#proposals select");
    await page.keyboard.type("held");
    expect(await visible(page, "proposals")).toHaveLength(1);
    await page.keyboard.press("Home");
    expect(await visible(page, "proposals")).toHaveLength(3);

    await tabTo(page, "#proposals th:nth-child(4) button");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await page.locator("#proposals th:nth-child(4)").getAttribute("aria-sort")).toBe("descending");
    expect((await visible(page, "proposals"))[0]).toContain("1000000077");

    await tabTo(page, "#proposals button.open");
    expect(await focused(page)).toBe("1000000077");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Student 1000000077" });
    expect(await dialog.textContent()).toContain("Physical Education");
    expect(await dialog.textContent()).toContain("approvals.csv line 2");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await focused(page)).toBe("1000000077");
    expect(faults).toEqual([]);
    await page.close();
  });

  it("shows the reasoning of one student with the rows", async () => {
    const { page } = await browser.open(file("report.html"));
    await show(page, "students");
    await page.getByRole("button", { name: "1000000042" }).click();
    const text = (await page.getByRole("dialog").textContent()) ?? "";
    expect(text).toContain("Holds: algebra-2 at C or better: held (0.5 credits left)");
    expect(text).toContain("Does not hold, evidence-not-met: SBA-MATH at level 2 or above: best is level 1");
    expect(text).toContain("Recovers MAT101 2022-23 S1 F (transcripts.csv line 12)");
    expect(text).toContain("It would also have stopped at: cap-reached.");
    expect(text).toContain("Missing: administrator, request. Administrator: approve or deny.");
    await page.close();
  });

  it("prints the view that is open, its whole list, and a student alone", async () => {
    const { page } = await browser.open(file("large.html"));
    await show(page, "proposals");
    const pdf = (await page.pdf()).toString("latin1");
    const pages = (text: string): number => (text.match(/\/Type\s*\/Page\b/g) ?? []).length;
    expect(pdf.startsWith("%PDF")).toBe(true);
    expect(pages(pdf)).toBeGreaterThan(5);
    expect(await visible(page, "proposals")).toHaveLength(25);
    await page.locator("#proposals button.open").first().click();
    // A student alone is a page or two, by how much there is to say; never the list.
    expect(pages((await page.pdf()).toString("latin1"))).toBeLessThan(3);
    await page.close();
  });

  it("holds few elements however many students there are, before and after a search", async () => {
    const { page, faults } = await browser.open(file("large.html"));
    const elements = (): Promise<number> => page.evaluate(`document.querySelectorAll("*").length`);
    expect(await elements()).toBeLessThan(2000);
    for (const view of VIEWS) await show(page, view);
    expect(await elements()).toBeLessThan(4000);
    await show(page, "students");
    await page.locator("#students input[type=search]").fill("1000069993");
    expect(await visible(page, "students")).toHaveLength(1);
    expect(await elements()).toBeLessThan(4000);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("runs no script but its own, whatever the files hold", async () => {
    const evil = `</script><img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script>`;
    const { proposals, violations } = sampleResult();
    const result = sampleResult({
      proposals: proposals.map((proposal) => ({ ...proposal, courseTitle: evil, note: evil, schoolCode: evil })),
      violations: violations.map((violation) => ({ ...violation, message: evil, cause: evil, remedy: evil })),
      notes: [evil],
    });
    writeFileSync(file("evil.html"), wholeText(pageHtml(result)));
    const { page, faults } = await browser.open(file("evil.html"));
    for (const view of VIEWS) await show(page, view);
    await show(page, "students");
    await page.getByRole("button", { name: "1000000042" }).click();
    expect(await page.evaluate("globalThis.hit")).toBeUndefined();
    expect(await page.locator("img").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.evaluate(`document.body.append(Object.assign(document.createElement("script"), { text: "hit = 2" }))`);
    expect(
      await page.evaluate("globalThis.hit"),
      "the policy of the page refuses a script put into it",
    ).toBeUndefined();
    await page.close();
  });
});
