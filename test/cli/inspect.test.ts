import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { folder } from "../support/district.js";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));
const dialects = join(samples, "dialects");
const policy = join(dialects, "policy.json");

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder();
});
afterEach(() => here.remove());

const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });

/** Names in the samples that nobody may read on a terminal. */
const NAMES = /Zephella|Quillfeather|Tavuska|Tanglewick|Orlind|Brakenshaw|zq101/i;

const FILES = [
  ...readdirSync(dialects).filter((file) => /\.(?:csv|txt)$/.test(file)),
  "../transcripts.csv",
  "../transcripts-hilltop.csv",
  "../scores.csv",
  "../approvals.csv",
  "../students.csv",
];

/** The command that inspect says to type next, with the files that it stands for. */
function nextCommand(stdout: string): string[] {
  const lines = stdout.trimEnd().split("\n");
  const [, ...words] = (lines.at(-1) ?? "").trim().split(" ");
  return words.map((word) => (word === "transcripts.csv" ? join(dialects, "cedars-h-names.csv") : word));
}

describe("inspect", () => {
  it("fits on one screen for each sample, and shows no name", { timeout: 240_000 }, async () => {
    for (const file of FILES) {
      const { code, stdout, stderr } = await zcredit("inspect", join(dialects, file));
      expect([file, stderr]).toEqual([file, ""]);
      expect(code, file).toBeLessThan(2);
      expect(stdout.split("\n").length, file).toBeLessThanOrEqual(40);
      expect(stdout, file).not.toMatch(NAMES);
    }
  });

  it("says how a file is written, how it is read and how sure, what was left out, and what to type", async () => {
    const { code, stdout } = await zcredit("inspect", join(dialects, "powerschool-quick-export.txt"), "-p", policy);
    expect(code).toBe(0);
    // The line is broken where the path is long.
    expect(stdout.replace(/\s+/g, " ")).toContain("utf-8, tab between cells, lines end in LF");
    expect(stdout).toContain("17 records: 13 read, 4 left out; 3 students");
    expect(stdout).toContain("PowerSchool StoredGrades (powerschool): sure");
    expect(stdout).toContain("left out: 3, first line 4: it carries no credit");
    expect(stdout).toMatch(/student_id +\[1\]Student_Number +900101, 900102, 900103/);
    expect(stdout).toContain("Marks, which the policy must list: B 3, F 3");
    const done = await zcredit(...nextCommand(stdout), "--award-date", "2025-06-20", "-o", "out");
    expect([done.code, done.stderr]).toEqual([0, ""]);
  });

  it("leads to a check that works, for a layout that it has a ready map for", async () => {
    const rows = [
      "Student ID,Student State ID,Last Name,School Year,Grade Level,School,Term,Course #,Course,Credit Attempted,Credit Completed,Mark,Repeat",
      "900101,7700000101,Quillfeather,2022-2023,9,4401,S2,MAT102,Algebra 1,0.5,0,F,",
    ];
    writeFileSync(join(here.path, "syn.csv"), `${rows.join("\n")}\n`);
    const first = await zcredit("inspect", "syn.csv", "-p", policy);
    expect(first.stdout).toContain("samples/maps/synergy.json");
    expect(first.stdout).not.toMatch(NAMES);
    const [write, again] = first.stdout.trimEnd().split("\n").slice(-2);
    const second = await zcredit(...(write ?? "").trim().split(" ").slice(1), "-p", policy);
    expect(second.stdout).toContain("The map is in map.json.");
    expect((await zcredit(...(again ?? "").trim().split(" ").slice(1))).code).toBe(0);
    const done = await zcredit(...nextCommand(second.stdout), "--award-date", "2025-06-20", "-o", "out");
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toContain("Synergy transcript, from a query");
    const over = await zcredit("inspect", "syn.csv", "--write-map", "map.json");
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining("nothing is written over")]);
  });

  it("drafts a map for a layout that nobody knows, by what the columns are called and hold", async () => {
    const rows = [
      "Report of today",
      "Pupil ID;Family Name;Year;Semester;Gr;Grade;Class ID;Class Name;Attempted;Earned",
      "900101;Quillfeather;2022/2023;S2;9;F;MAT102;Algebra 1;0.5;0",
      "900101;Quillfeather;2024/2025;S1;11;B;MAT301;Algebra 2;0.5;0.5",
      "900101;Quillfeather;2024/2025;S2;11;B;MAT302;Algebra 2;0.5;0.5",
    ];
    writeFileSync(join(here.path, "ours.csv"), `${rows.join("\n")}\n`);
    const { code, stdout } = await zcredit("inspect", "ours.csv", "--write-map", "m.json", "-p", policy);
    expect(code).toBe(0);
    expect(stdout).toContain("drafted from its column names: unsure");
    expect(JSON.parse(readFileSync(join(here.path, "m.json"), "utf8")).fields).toMatchObject({
      student_id: "Pupil ID",
      school_year: { column: "Year", read: "year-slashed" },
      grade_level: "Gr",
      mark: "Grade",
    });
    const done = await zcredit(...nextCommand(stdout), "--award-date", "2025-06-20", "-o", "out");
    expect(done.stderr).toBe("");
    expect(readFileSync(join(here.path, "out", "proposals.csv"), "utf8")).toContain("held,900101");
  });

  it("says what is missing, and writes a map with a place for it", async () => {
    const file = join(dialects, "ors.csv");
    const { code, stdout } = await zcredit("inspect", file, "--write-map", "m.json");
    expect(code).toBe(1);
    expect(stdout).toContain("Missing: date; This file has no dates.");
    const map = readFileSync(join(here.path, "m.json"), "utf8");
    writeFileSync(join(here.path, "m2.json"), map.replace("PUT THE DAY HERE, YYYY-MM-DD", "2016-06-10"));
    const again = await zcredit("inspect", file, "--map", "m2.json");
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("3 records: 3 read, giving 5 results");
  });

  it("tells the first problems by kind, and ends with 1", async () => {
    const text = readFileSync(join(dialects, "ceds.csv"), "utf8").replace("2022-2023;S1;9", "2022;S1;nine");
    writeFileSync(join(here.path, "c.csv"), text.replaceAll(";0.5;0.5;", ";0.5;half;"));
    const { code, stdout } = await zcredit("inspect", "c.csv");
    expect(code).toBe(1);
    expect(stdout).toMatch(/credit-malformed: \d+ places, first line 2, Number of Credits Earned "half"/);
    expect(stdout).toContain('grade-level-malformed: 1 place, first line 2, Grade Level When Course Taken "nine"');
  });

  it.each([
    ["nothing to look at", [], "FILE: is missing"],
    ["a file that is not there", ["no.csv"], "there is no such file"],
    ["a dialect that is none", ["x.csv", "--dialect", "powerscool"], 'Did you mean "powerschool"?'],
    ["a file that is no table", ["x.csv"], "no table of transcript rows or scores"],
    ["a OneRoster table", ["o.csv"], "It holds no credits"],
  ])("does not do it for %s", async (_, args, message) => {
    writeFileSync(join(here.path, "x.csv"), "a letter\nto somebody\n");
    writeFileSync(join(here.path, "o.csv"), "sourcedId,status,dateLastModified,title\n1,active,2024,x\n");
    const { code, stdout, stderr } = await zcredit("inspect", ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("check: layouts", () => {
  const check = (...args: readonly string[]) =>
    zcredit("check", "-p", policy, "--award-date", "2025-06-20", "-o", "out", "--force", ...args);
  const records = (): string => readFileSync(join(here.path, "out", "proposed-records.csv"), "utf8");
  const file = join(dialects, "powerschool-database.csv");
  const maps = join(samples, "maps");

  it("--dialect says what a file is; one that does not fit is said not to", async () => {
    const unfit = await check("-t", file, "--dialect", "edfi");
    expect(unfit.code).toBe(0);
    expect(unfit.stdout.replace(/\s+/g, " ")).toContain(
      "does not have the columns of edfi, so it was read by its header",
    );
    const own = await check("-t", join(samples, "transcripts.csv"), "--dialect", "powerschool-import");
    expect(own.stdout.replace(/\s+/g, " ")).toContain("does not have the columns of powerschool-import");
    const wrong = await check("-t", file, "--dialect", "ed-fi");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean "edfi"?')]);
  });
  it("--map reads it by a map, and the report says which, with its digest", async () => {
    const run = await check("-t", file, "--map", join(maps, "powerschool-designations.json"));
    expect(run.code).toBe(0);
    expect(records()).toContain("MAT102,Algebra 1,P,,0.5,0.5,,,BZ");
    expect(readFileSync(join(here.path, "out", "report.json"), "utf8")).toMatch(
      /powerschool-designations\.json, SHA-256 [0-9a-f]{64}/,
    );
    writeFileSync(join(here.path, "bad.json"), '{ "format": 1, "nam": "x" }');
    const bad = await check("-t", file, "--map", "bad.json");
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('bad.json:1:16: "nam" means nothing here.')]);
  });
  it("--import-layout writes the layout that the system takes in, and not with --merged", async () => {
    const map = ["--map", join(maps, "powerschool-designations.json")];
    const layout = ["--import-layout", join(maps, "powerschool-import-designations.json")];
    const run = await check("-t", file, ...map, ...layout);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(records()).toBe(
      "STUDENT_NUMBER\tCOURSE_NAME\tGRADE_LEVEL\tTERMID\tSTORECODE\tSECTIONID\tCOURSE_NUMBER\tEARNEDCRHRS\tGrade\tPOTENTIALCRHRS\tDesignations\n" +
        "900101\tAlgebra 1\t11\t3402\tS2\t\tMAT102\t0.5\tP\t0.5\tBZ\n",
    );
    expect(run.stdout).toContain("Import three students first");
    const both = await check("-t", file, ...layout, "--merged");
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("--merged")]);
    const none = await check("-t", file, "--import-layout", "cedars-h");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("does not say which columns")]);
  });
  it("all three may stand in the configuration, a map beside it", async () => {
    const map = readFileSync(join(maps, "powerschool-designations.json"), "utf8");
    writeFileSync(join(here.path, "own.json"), map);
    writeFileSync(join(here.path, "zcredit.json"), '{ "map": "own.json", "import-layout": "powerschool-import" }');
    const run = await check("-t", file);
    expect(run.code).toBe(0);
    expect(records().split("\n")[0]).toContain("STUDENT_NUMBER\t");
    expect(existsSync(join(here.path, "out", "manifest.json"))).toBe(true);
  });
});
