import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/exit.js";
import { check, NotDone } from "../../src/index.js";
import { VERSION } from "../../src/version.js";
import { runCli } from "../support/cli.js";
import { earner, FAULTY, folder, HEADER, POLICY, transcript } from "../support/district.js";

const policy = JSON.stringify(POLICY, null, 2);
const awardDate = "2025-06-20";
const one = (name: string, data: string) => ({ name, data });

async function problemsOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof NotDone)) throw new Error("it was done", { cause: error });
  return error.problems.map((problem) => `${problem.where}: ${problem.message}`);
}

describe("check, the library", () => {
  it("makes the very files that the command writes", async () => {
    const here = folder({ "t.csv": transcript(earner("9000000001"), FAULTY), "policy.json": policy });
    try {
      const args = ["check", "-t", "t.csv", "-p", "policy.json", "--award-date", awardDate, "-o", "out"];
      const run = await runCli([...args, "--merged", "--format", "csv,json,html,text"], { cwd: here.path });
      const { exitCode, files } = await check({
        transcripts: [one("t.csv", readFileSync(join(here.path, "t.csv"), "utf8"))],
        policy,
        awardDate,
        merged: true,
        formats: ["csv", "json", "html", "text"],
      });
      expect(exitCode).toBe(run.code);
      expect([...files.keys()].sort()).toEqual(readdirSync(join(here.path, "out")).sort());
      for (const [name, content] of files) expect(content).toBe(readFileSync(join(here.path, "out", name), "utf8"));
    } finally {
      here.remove();
    }
  });

  it("takes dialects, maps and an import layout, as the command does", async () => {
    const samples = new URL("../../samples/", import.meta.url);
    const file = (path: string) => ({ name: path, data: readFileSync(new URL(path, samples), "utf8") });
    const inputs = {
      transcripts: [file("dialects/powerschool-database.csv")],
      policy: file("dialects/policy.json").data,
      awardDate,
    };
    const held = await check(inputs);
    expect(held.result.proposals.map(({ status }) => status)).toEqual(["held"]);
    const maps = [file("maps/powerschool-designations.json")];
    const ready = await check({ ...inputs, maps, importLayout: file("maps/powerschool-import-designations.json") });
    expect(ready.files.get("proposed-records.csv")).toContain("900101\tAlgebra 1\t11\t3402\tS2\t\tMAT102");
    expect(ready.files.get("report.json")).toContain("powerschool-designations.json, SHA-256");
    const named = await check({ ...inputs, dialects: ["powerschool"], importLayout: "powerschool-import" });
    expect(named.result.notes.join()).toContain("PowerSchool");
    const faults = await problemsOf(check({ ...inputs, dialects: ["powerscool"], maps: [one("m.json", "{")] }));
    expect(faults).toHaveLength(2);
    expect(faults.join()).toContain('Did you mean "powerschool"?');
    expect(await problemsOf(check({ ...inputs, importLayout: "cedars-h" }))).toEqual([
      expect.stringContaining("does not say which columns"),
    ]);
  });

  it("throws every problem of a policy and of the files", async () => {
    const data = transcript(earner("9000000001"));
    expect(await problemsOf(check({ transcripts: [one("t.csv", data)], policy: "{", awardDate }))).not.toEqual([]);
    const faults = await problemsOf(
      check({ transcripts: [one("a.csv", ""), one("b.csv", data), one("c.csv", data)], policy, awardDate }),
    );
    expect(faults).toHaveLength(2);
    const same = check({ transcripts: [one("t.csv", data), one("t.csv", `${data}\n`)], policy, awardDate });
    expect(await problemsOf(same)).toEqual(["t.csv: two files have this name; give each its own."]);
    expect(await problemsOf(check({ transcripts: [], policy, awardDate: "6/20/2025" }))).toHaveLength(1);
  });

  it("writes new records as most rows are written, and notes another layout", async () => {
    const us = "9000000002,4321,2023-2024,S1,9,MAT101,F,0.5,0,6/1/2024";
    const usHeader =
      "student_id,school_code,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,date_completed";
    const later = "9000000002,4321,2024-2025,S1,10,MAT301,B,0.5,0.5,1/30/2025";
    const own = one("us.csv", `${usHeader}\n${us}\n${later}\n`);
    const other = one("t.csv", transcript(earner("9000000001")));
    const { result } = await check({ transcripts: [own, other], policy, awardDate });
    expect(result.output).toMatchObject({ schoolYearForm: "short", dateForm: "us" });
    expect(result.notes.join()).toContain("t.csv has other columns than us.csv");
    const alone = await check({ transcripts: [own], policy, awardDate });
    expect(alone.result.output?.schoolYearForm).toBe("long");
  });

  it("counts, and names rules that were not checked", async () => {
    const { result } = await check({
      transcripts: [one("t.csv", transcript(earner("9000000001"), FAULTY))],
      policy,
      awardDate,
    });
    expect(result.counts).toEqual({
      students: 2,
      studentsOut: 2,
      transcriptRows: 3,
      doubtfulRows: 1,
      masteryRecords: 0,
      considered: 1,
    });
    const because = result.rules.notChecked.map((rule) => rule.because);
    expect(because).toContain("no scores file was given");
    for (const { code } of result.rules.notChecked) expect(result.rules.run).not.toContain(code);
    expect(result.rules.run).toContain("policy-no-equity");
  });

  it("keeps findings of students that are output, and those of nobody", async () => {
    const stray = ",,4321,2023-24,S1,9,MAT101,F,0.5,0,";
    const data = `${HEADER}\n${earner("9000000001")}\n${FAULTY}\n${stray}\n`;
    const { result } = await check({
      transcripts: [one("t.csv", data)],
      policy,
      awardDate,
      onlyStudent: ["9000000001"],
    });
    expect(result.violations.map((violation) => violation.code)).toEqual(["student-id-missing"]);
    expect(result.counts).toMatchObject({ students: 2, studentsOut: 1, doubtfulRows: 2 });
    const nobody = await check({ transcripts: [one("t.csv", data)], policy, awardDate, onlyStudent: ["900000000"] });
    expect(nobody.result.notes.join()).toContain("900000000");
    expect(nobody.result.proposals).toEqual([]);
  });
});

describe("exit codes", () => {
  it.each([
    ["error", "error", 1],
    ["warning", "error", 0],
    ["warning", "warning", 1],
    ["info", "warning", 0],
    ["info", "info", 1],
    ["error", "never", 0],
  ] as const)("a violation of severity %s with --fail-on %s gives %i", (severity, failOn, code) => {
    expect(exitCodeOf([{ severity, status: "open" }], failOn)).toBe(code);
    expect(exitCodeOf([{ severity, status: "accepted" }], failOn)).toBe(0);
    expect(exitCodeOf([], failOn)).toBe(0);
  });

  it("a defect of ours: 2, one plain line that quotes no cell; the stack only with --verbose", async () => {
    const here = mkdtempSync(join(tmpdir(), "zcredit-test-"));
    try {
      const breaks = "Array.prototype.toSorted = () => { throw new TypeError('Nguyen') }";
      const district = folder({ "break.cjs": breaks });
      const env = { NODE_OPTIONS: "--require=./break.cjs" };
      const args = ["check", "-t", "t.csv", "-p", "policy.json", "--award-date", awardDate, "-o", join(here, "out")];
      const run = await runCli(args, { cwd: district.path, env });
      expect(run.code).toBe(2);
      expect(run.stdout).toBe("");
      expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(run.stderr).toMatch(/^This is a defect of zcredit, not of your files \(TypeError at [\w/.-]+:\d+\)/);
      expect(run.stderr).not.toContain("Nguyen");
      const loud = await runCli([...args, "--verbose"], { cwd: district.path, env });
      expect(loud.stderr).toMatch(/^\s+at /m);
      expect(readdirSync(here)).toEqual([]);
      district.remove();
    } finally {
      rmSync(here, { recursive: true, force: true });
    }
  });
});

describe("version", () => {
  it("is that of package.json", () => {
    const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    expect(JSON.parse(text)).toMatchObject({ version: VERSION });
  });
});
