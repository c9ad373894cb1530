import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryPages, validateXML } from "xmllint-wasm";
import { type Browser, CHROMIUM, NO_CHROMIUM, startBrowser } from "../html/chromium.js";
import { type CliResult, runCli } from "../support/cli.js";
import { earner, folder, HEADER, POLICY, transcript } from "../support/district.js";
import { SCRIPTS, STEERING, STEERING_TEXT } from "./vectors.js";

/*
 * Every cell of every file and every text of the policy holds something that was made to run, to steer or to break:
 * pages, terminals and formats are to show it as the text that it is.
 */

const IN_CELLS = [...SCRIPTS, ...STEERING_TEXT];
const ALL = [...SCRIPTS, ...STEERING_TEXT, ...STEERING, "\ud800", "]]>"].join(" ");
const DATE = "--award-date=2025-06-20";

/** One row a payload and column, with nothing else wrong in it; a sound row first. */
function everyCell(header: string, sound: string): string {
  const columns = header.split(",");
  const cells = sound.split(",");
  const rows: (readonly string[])[] = [];
  for (const payload of IN_CELLS) {
    for (let at = 0; at < columns.length; at += 1) rows.push(cells.map((cell, i) => (i === at ? payload : cell)));
  }
  return `${header}\n${stringify(rows)}`;
}

const [first, second] = POLICY.courses;
const [next] = POLICY.pathways;
const HOSTILE = {
  ...POLICY,
  district: { name: ALL, code: "17901" },
  policies: [{ number: "2403P", title: ALL, adopted: "2022-07-05", effectiveFrom: "2022-09-01" }],
  equity: { provision: ALL },
  courses: [
    { ...first, title: `One ${ALL}` },
    { ...second, title: `Two ${ALL}` },
  ],
  pathways: [
    {
      ...next,
      title: ALL,
      clause: `2403P, ${ALL}`,
      progression: { ...next.progression, attestedBy: ALL },
      approvals: ["counselor"],
    },
  ],
};

const FILES = {
  "t.csv": `${transcript(earner("9000000001"))}${everyCell(HEADER, earner("9000000002").split("\n")[0] ?? "").replace(/^.*\n/, "")}`,
  "s.csv": everyCell("student_id,test,date,level,score,status,edition", "9000000001,SBA,2024-05-01,3,2500,valid,1"),
  "a.csv": everyCell("student_id,pathway,role,decision,by,on,note", "9000000001,next,counselor,granted,A,2025-06-01,x"),
  "students.csv": everyCell("student_id,grade_level,class_of,programs,ell", "9000000001,10,2027,,N"),
};

const INPUTS = ["-t", "t.csv", "-s", "s.csv", "--approvals", "a.csv", "-p", "policy.json", DATE, "--no-config"];
const STUDENTS = ["--students", "students.csv"];

const RUNS: Readonly<Record<string, readonly string[]>> = {
  check: ["check", ...INPUTS, "-o", "out", "--with-names", "--format", "csv,json,html,sarif,junit,text"],
  "check --json": ["check", ...INPUTS, "-o", "out2", "--json", "--format", "json"],
  "explain --html": ["explain", ...INPUTS, "--student", "9000000001", "--html", "family.html"],
  explain: ["explain", ...INPUTS, "--student", "9000000001"],
  audit: [
    "audit",
    ...INPUTS,
    "--sample",
    "5",
    "--refusals",
    "5",
    "--seed",
    ALL.replaceAll("\u0000", ""),
    "-o",
    "audit",
  ],
  equity: ["equity", ...INPUTS, ...STUDENTS, "--min-n", "2", "-o", "equity"],
  inspect: ["inspect", "t.csv"],
  "policy show": ["policy", "show", "policy.json"],
  "policy show --format html": ["policy", "show", "policy.json", "--format", "html"],
  "policy show --format markdown": ["policy", "show", "policy.json", "--format", "markdown"],
  "policy check": ["policy", "check", "policy.json", DATE],
  "policy check --json": ["policy", "check", "policy.json", DATE, "--json"],
  "policy check --format sarif": ["policy", "check", "policy.json", DATE, "--format", "sarif"],
  "policy test": ["policy", "test", "policy.json"],
  "policy diff": ["policy", "diff", "policy.json", "plain.json", DATE],
  "policy diff --json": ["policy", "diff", "policy.json", "plain.json", DATE, "--json"],
  verify: ["verify", "--before", "t.csv", "--after", "after.csv", "--allow-shrink"],
  "verify --json": ["verify", "--before", "t.csv", "--after", "after.csv", "--allow-shrink", "--json"],
  accept: ["accept", "out", "--decisions", "decisions.csv", "-o", "accepted"],
  rules: ["rules", STEERING.join("").replaceAll("\u0000", "")],
  "a flag": ["check", `--${STEERING_TEXT.join("")}`, "-t", STEERING.join("").replaceAll("\u0000", "")],
};

let here: ReturnType<typeof folder>;
const ran = new Map<string, CliResult>();

beforeAll(async () => {
  const after = FILES["t.csv"].split("\n").filter((_, at) => at % 3 !== 1);
  here = folder({
    ...FILES,
    "policy.json": JSON.stringify(HOSTILE),
    "plain.json": JSON.stringify(POLICY),
    "after.csv": after.join("\n"),
  });
  writeFileSync(
    join(here.path, "decisions.csv"),
    `proposal_id,decision,credits,mark,by,on,reason\n${stringify(IN_CELLS.map((text) => [text, text, text, text, text, text, text]))}`,
  );
  const one = async (name: string): Promise<void> => {
    ran.set(name, await runCli(RUNS[name] ?? [], { cwd: here.path }));
  };
  await Promise.all(
    Object.keys(RUNS)
      .filter((name) => name !== "accept")
      .map(one),
  );
  await one("accept");
}, 300_000);
afterAll(() => here.remove());

const read = (...names: readonly string[]): string => readFileSync(join(here.path, ...names), "utf8");

describe("a terminal", () => {
  it.each(Object.keys(RUNS))("is not steered by %s", (name) => {
    const { code, stdout, stderr } = ran.get(name) ?? { code: null, stdout: "", stderr: "" };
    expect(stderr).not.toMatch(/defect|^\s+at /m);
    expect(code, stderr).not.toBeNull();
    expect(stdout.length + stderr.length).toBeGreaterThan(0);
    for (const text of [stdout, stderr]) {
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }
  });
});

describe("formats", () => {
  it("JSON is JSON, and says what was there", () => {
    for (const name of [
      "check --json",
      "policy check --json",
      "policy check --format sarif",
      "policy diff --json",
      "verify --json",
    ]) {
      expect(() => JSON.parse(ran.get(name)?.stdout ?? ""), name).not.toThrow();
    }
    for (const name of ["report.json", "report.sarif", "manifest.json"])
      expect(() => JSON.parse(read("out", name)), name).not.toThrow();
    const report: { readonly policy: { readonly district: string } } = JSON.parse(
      ran.get("check --json")?.stdout ?? "",
    );
    expect(report.policy.district).toBe(HOSTILE.district.name);
  });

  it("the test report is XML 1.0", async () => {
    const xml = read("out", "report.junit.xml");
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    const result = await validateXML({
      xml: [{ fileName: "report.junit.xml", contents: xml }],
      schema: [readFileSync(new URL("../report/junit.xsd", import.meta.url), "utf8")],
      initialMemoryPages: 4 * memoryPages.MiB * 16,
      maxMemoryPages: memoryPages.GiB,
    });
    expect(result.errors).toEqual([]);
  });
});

describe.skipIf(CHROMIUM === null)(`pages${CHROMIUM === null ? ` (${NO_CHROMIUM})` : ""}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(join(here.path, "policy.html"), ran.get("policy show --format html")?.stdout ?? "");
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it.each([
    ["out/report.html", 2],
    ["out/review-sheet.html", 0],
    ["family.html", 0],
    ["audit/worksheet.html", 0],
    ["equity/equity.html", 0],
    ["policy.html", 0],
  ])(
    "%s shows every text and runs none",
    async (name, scripts) => {
      const file = join(here.path, name);
      expect(existsSync(file), ran.get("equity")?.stderr).toBe(true);
      const policy =
        /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
      const { page, faults } = await browser.open(file);
      page.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`));
      const views: readonly string[] = await page.evaluate(
        `[...document.querySelectorAll("[data-view]")].map(({ id }) => id)`,
      );
      let shown: string = await page.evaluate("document.body.textContent");
      for (const view of views) {
        await page.evaluate(`location.hash = ${JSON.stringify(`#${view}`)}`);
        await page.waitForTimeout(100);
        shown += await page.evaluate("document.body.textContent");
      }
      expect(faults).toEqual([]);
      expect(await page.evaluate("typeof globalThis.ran")).toBe("undefined");
      expect(await page.evaluate(`document.querySelectorAll("script").length`)).toBeLessThanOrEqual(scripts);
      const made = `[...document.querySelectorAll("*")].filter((node) => /^(img|image|iframe|object|embed|base|link|form|video|audio|marquee|math|foreignobject|animate|noscript)$/i.test(node.localName) || [...node.attributes].some(({ name, value }) => /^on/i.test(name) || /^\\s*(javascript|data):/i.test(value))).map(({ outerHTML }) => outerHTML.slice(0, 80))`;
      // The report's own words for a browser that runs no scripts.
      const elements: readonly string[] = await page.evaluate(made);
      expect(elements.filter((text) => !text.startsWith('<noscript><p class="notice">Scripts are off'))).toEqual([]);
      // Spaces of all kinds become one space, and what turns the order of text is shown as a question mark.
      for (const text of [
        "<script>ran()</script>",
        "<!--><script>ran()</script>-->",
        "&lt;script&gt;ran()&lt;/script&gt;",
      ]) {
        expect(shown).toContain(text);
      }
      await page.close();
    },
    60_000,
  );
});
