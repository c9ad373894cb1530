import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { earner, folder, transcript } from "../support/district.js";

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder();
});
afterEach(() => here.remove());

const read = (...path: readonly string[]): string => readFileSync(join(here.path, ...path), "utf8");
const write = (name: string, content: string): void => writeFileSync(join(here.path, name), content);
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });

describe("verify --before --after", () => {
  beforeEach(() => {
    write("old.csv", transcript(earner("9000000001"), earner("9000000002")));
    write(
      "new.csv",
      transcript(earner("9000000002"), earner("9000000001").replace("MAT101,F,0.5,0", "MAT101,P,0.5,0.5")),
    );
  });

  it("exits 1 and names the failing entry that was overwritten", async () => {
    const run = await zcredit("verify", "--before", "old.csv", "--after", "new.csv", "-p", "policy.json");
    expect([run.code, run.stderr]).toEqual([1, ""]);
    expect(run.stdout).toContain("past-entry-fail-to-pass: 1");
    expect(run.stdout).toContain("student 9000000001");
    expect(run.stdout).not.toContain("Nguyen");
  });

  it("--map and --dialect: exports that no header tells", async () => {
    const table = (mark: string, credit: string) =>
      [
        "Pupil;Yr;Code;Got;Try;Won",
        `7001;2023-24;MAT101;${mark};0,5;${credit}`,
        "7001;2024-25;MAT301;B;0,5;0,5",
        "",
      ].join("\n");
    write("a.csv", table("F", "0"));
    write("b.csv", table("P", "0,5"));
    const fields = {
      student_id: "Pupil",
      school_year: "Yr",
      course_id: "Code",
      mark: "Got",
      credits_attempted: "Try",
      credits_earned: "Won",
    };
    write("map.json", JSON.stringify({ format: 1, name: "ours", title: "Ours", kind: "transcript", fields }));
    const files = ["--before", "a.csv", "--after", "b.csv", "-p", "policy.json"];
    expect((await zcredit("verify", ...files)).code).toBe(2);
    const mapped = await zcredit("verify", ...files, "--map", "map.json");
    expect([mapped.code, mapped.stderr]).toEqual([1, ""]);
    expect(mapped.stdout).toContain("past-entry-fail-to-pass: 1");
    const none = await zcredit("verify", ...files, "--dialect", "powerscool");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('Did you mean "powerschool"?')]);
  });

  it("assumes nothing of marks without a policy", async () => {
    const run = await zcredit("verify", "--before", "old.csv", "--after", "new.csv");
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("past-entry-changed: 1");
    expect(run.stdout).toContain("Not checked: past-entry-fail-to-pass");
  });

  it("--corrections, --fail-on, --json, --out", async () => {
    write(
      "c.csv",
      "student_id,course_id,school_year,term,reason,document\n9000000001,MAT101,2023-24,S1,Grade appeal,Minutes 12\n",
    );
    const run = await zcredit(
      "verify",
      "--before",
      "old.csv",
      "--after",
      "new.csv",
      "--corrections",
      "c.csv",
      "-o",
      "v",
      "--json",
    );
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(JSON.parse(run.stdout).violations).toMatchObject([{ code: "past-entry-changed", status: "accepted" }]);
    expect(readdirSync(join(here.path, "v")).sort()).toEqual(["manifest.json", "verify.json", "violations.csv"]);
    expect((await zcredit("verify", "--before", "old.csv", "--after", "new.csv", "--fail-on", "never")).code).toBe(0);
  });

  it("says all that is wrong with the flags at once, and refuses a file that is none", async () => {
    const none = await zcredit("verify");
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("--before");
    expect(none.stderr).toContain("--after");
    write("bad.csv", "student_id,mark\n1,A\n");
    const bad = await zcredit("verify", "--before", "old.csv", "--after", "bad.csv");
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain("bad.csv:1: the column course_id is missing");
  });
});

describe("verify --manifest", () => {
  beforeEach(async () => {
    const run = await zcredit(
      "check",
      "-t",
      "t.csv",
      "-p",
      "policy.json",
      "--award-date=2025-06-20",
      "-o",
      "out",
      "--format",
      "csv,json,text",
    );
    expect(run.code).toBe(0);
  });

  it("is content with results as they were written, and with their inputs", async () => {
    const run = await zcredit("verify", "--manifest", "out", "--inputs", "t.csv", "policy.json");
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("t.csv");
    expect(run.stdout).not.toContain("Not checked");
    expect((await zcredit("verify", "--manifest", "out")).stdout).toContain("Not checked: input t.csv");
  });

  it("finds one flipped byte in any file", async () => {
    const names = readdirSync(join(here.path, "out"));
    expect(names).toHaveLength(7);
    for (const [i, name] of names.entries()) {
      const path = join(here.path, "out", name);
      const bytes = readFileSync(path);
      // Another place in each: its beginning, its end, and in between.
      for (const at of [Math.floor(((bytes.length - 1) * i) / (names.length - 1))]) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        writeFileSync(path, flipped);
        const run = await zcredit("verify", "--manifest", "out");
        expect([name, at, run.code]).toEqual([name, at, 1]);
        expect(run.stdout).toContain(`changed ${name === "manifest.json" ? "" : name}`);
      }
      writeFileSync(path, bytes);
    }
    writeFileSync(join(here.path, "t.csv"), `${read("t.csv")} `);
    const inputs = await zcredit("verify", "--manifest", "out", "--inputs", "t.csv");
    expect(inputs.code).toBe(1);
    expect(inputs.stdout).toContain("changed t.csv");
  });
});
