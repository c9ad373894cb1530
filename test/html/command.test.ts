import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { folder } from "../support/district.js";

let here: ReturnType<typeof folder>;
const INPUTS = ["--no-config", "-t", "t.csv", "-p", "policy.json", "--award-date", "2025-06-20"];

function path(...names: readonly string[]): string {
  return join(here.path, ...names);
}

beforeAll(() => {
  here = folder();
});
afterAll(() => here.remove());

describe("zcredit check", () => {
  it("writes the page, and no name into it", async () => {
    const run = await runCli(["check", ...INPUTS, "-o", "out"], { cwd: here.path });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(readFileSync(path("out", "report.html"), "utf8")).toContain("1 record is ready to import, 0.5 credit.");
    expect(existsSync(path("out", "review-sheet.html"))).toBe(false);
  });

  it("writes names only where they are asked for, into a file of their own", async () => {
    const run = await runCli(["check", ...INPUTS, "-o", "named", "--with-names"], { cwd: here.path });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).not.toContain("Nguyen");
    expect(readFileSync(path("named", "review-sheet.html"), "utf8")).toContain("Nguyen");
    expect(readFileSync(path("named", "report.html"), "utf8")).not.toContain("Nguyen");
    expect(readFileSync(path("named", "manifest.json"), "utf8")).toContain("review-sheet.html");
  });
});

describe("zcredit explain --html", () => {
  const explain = (...flags: readonly string[]) =>
    runCli(["explain", "--student", "9000000001", ...INPUTS, ...flags], { cwd: here.path });

  it("writes one student's page, for its owner alone, and says where", async () => {
    const run = await explain("--html", "pages/family.html");
    expect([run.code, run.stderr, run.stdout]).toEqual([0, "", "The page for the family is in pages/family.html\n"]);
    expect(readFileSync(path("pages", "family.html"), "utf8")).toContain("It makes up for MAT101 2023-24 S1 F.");
    expect(statSync(path("pages", "family.html")).mode & 0o777).toBe(0o600);
  });

  it("writes over nothing", async () => {
    const run = await explain("--html", "t.csv");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("t.csv: this file is there already");
    expect(readFileSync(path("t.csv"), "utf8")).toContain("student_id");
  });

  it("takes one file", async () => {
    const run = await explain("--html", "a.html", "--html", "b.html");
    expect(run.code).toBe(2);
    expect(existsSync(path("a.html"))).toBe(false);
  });
});
