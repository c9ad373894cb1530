import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliResult, runCli } from "../support/cli.js";
import { folder, POLICY } from "../support/district.js";

const HEADER =
  "student_id,last_name,school_code,school_year,term,grade_level,course_id,course_title,mark,credits_attempted,credits_earned,designations,date_completed";

/** One whose record is borne out, one whose is not, and one with a title that would break a page. */
const ROWS = [
  "9001,Nguyen,4321,2022-23,S1,9,MAT101,Algebra 1,F,0.5,0,,",
  "9001,Nguyen,4321,2023-24,S1,10,MAT301,Algebra 2,B,0.5,0.5,,",
  "9001,Nguyen,4321,2023-24,S2,10,MAT101,Algebra 1,P,0.5,0.5,Z,2024-06-15",
  "9002,Nguyen,4322,2022-23,S1,9,MAT101,Algebra 1,F,0.5,0,,",
  "9002,Nguyen,4322,2023-24,S2,10,MAT101,=<script>Algebra 1,P,0.5,0.5,Z,2024-06-15",
  "9003,Nguyen,4322,2023-24,S1,9,MAT101,Algebra 1,F,0.5,0,,",
  "9003,Nguyen,4322,2024-25,S1,10,MAT301,Algebra 2,D,0.5,0.5,,",
];

const dir = folder({ "t.csv": `${[HEADER, ...ROWS].join("\n")}\n`, "policy.json": JSON.stringify(POLICY) });
const INPUTS = ["-t", "t.csv", "-p", "policy.json", "--award-date", "2025-06-20", "--no-config"];
const SAMPLE = ["--sample", "25", "--seed", "7", "--stratify", "school", "--refusals", "5"];

afterAll(dir.remove);

function read(out: string, name: string): string {
  return readFileSync(join(dir.path, out, name), "utf8");
}

function table(out: string, name: string): readonly Readonly<Record<string, string>>[] {
  return parse(read(out, name), { columns: true, bom: true }) as Record<string, string>[];
}

const audit = (...flags: readonly string[]): Promise<CliResult> =>
  runCli(["audit", ...INPUTS, ...flags], { cwd: dir.path });

describe("zcredit audit", () => {
  let first: CliResult;
  beforeAll(async () => {
    first = await audit("-o", "one", ...SAMPLE);
  });

  it("judges every record, and reports existing records only", () => {
    expect(table("one", "records.csv").map(({ student_id, verdict }) => [student_id, verdict])).toEqual([
      ["9001", "borne out by the files"],
      ["9002", "not borne out by the files"],
    ]);
    const codes = table("one", "violations.csv").map(({ code, student_id }) => `${code} ${student_id}`);
    expect(codes.toSorted()).toEqual(["mastery-without-evidence 9002", "value-runs-as-formula 9002"]);
    expect(first.code).toBe(0);
    expect(first.stdout).not.toContain("Nguyen");
    expect(first.stderr).toBe("");
  });

  it("says what it draws, out of what, by what chance, and what is left out", () => {
    expect(first.stdout).toContain(
      "This sample draws students: 2 of 2 (25 were asked for: there are no more), seed 7.",
    );
    expect(first.stdout).toContain("Left out: 1 student without a mastery record.");
    expect(first.stdout.replaceAll(/\s+/g, " ")).toContain("4321 1 in 1, 4322 1 in 1");
    expect(first.stdout).not.toContain("score-malformed");
    expect(first.stdout).toContain("This sample draws refusals: 2 of 2");
    const manifest = JSON.parse(read("one", "manifest.json")) as { readonly audit: { readonly samples: unknown } };
    expect(manifest.audit.samples).toMatchObject([
      { draws: "students", seed: "7", asked: 25, drawn: 2, frame_size: 2, stratify: "school" },
      { draws: "refusals", seed: "7", asked: 5, drawn: 2, frame_size: 2 },
    ]);
  });

  it("writes a worksheet with rows, reasoning, citation and what a reviewer fills in", () => {
    const [line] = table("one", "worksheet.csv");
    expect(line).toMatchObject({ number: "1", student_id: "9001", chance: "1 of 1", source_document: "", agrees: "" });
    expect(line?.reasoning).toContain("next (Algebra 2 completes Algebra 1), asked as of 2024-06-15");
    expect(line?.reasoning).toContain("would give 0.5, mark P");
    expect(line?.rows).toContain("MAT101 2022-23 S1 F, Algebra 1, attempted 0.5, earned 0 (t.csv line 2)");
    expect(line?.citation).toContain("WAC 180-51-051");
    expect(table("one", "worksheet.csv")[1]?.course_title).toBe("'=<script>Algebra 1");
    expect(table("one", "refusals-worksheet.csv")).toMatchObject([
      { student_id: "9001", reason: "no-lost-credit" },
      { student_id: "9003", reason: "evidence-not-met" },
    ]);
  });

  it("writes one page to print, escaped, without script or network", () => {
    const page = read("one", "worksheet.html");
    expect(page).toContain("=&lt;script&gt;Algebra 1");
    expect(page).not.toMatch(/<script|src=|href=|url\(|@import|Nguyen/);
    for (const box of ["Source document", "Reviewer", "Date", "Exception", "Follow-up"]) expect(page).toContain(box);
  });

  it("gives the same bytes again", async () => {
    await audit("-o", "two", ...SAMPLE, "--quiet");
    for (const name of ["records.csv", "worksheet.csv", "worksheet.html", "manifest.json"]) {
      expect(read("two", name)).toBe(read("one", name));
    }
  });

  it("draws single records, and nothing where nothing is asked", async () => {
    await audit("-o", "three", "--sample", "1", "--seed", "a", "--unit", "record");
    expect(table("three", "worksheet.csv")).toMatchObject([{ chance: "1 of 2" }]);
    const { stdout } = await audit("-o", "four", "--fail-on", "warning");
    expect(stdout).toContain("--sample 25 --seed 7 draws a spot-check");
    expect(() => read("four", "worksheet.csv")).toThrow();
  });

  it("ends with 1 where --fail-on is reached, and with 2 and every problem where the flags are wrong", async () => {
    expect((await audit("-o", "five", "--fail-on", "warning")).code).toBe(1);
    const { code, stderr } = await audit("-o", "six", "--sample", "0", "--unit", "class", "--stratify", "schol");
    expect(code).toBe(2);
    expect(stderr).toContain('--sample: "0" is no count');
    expect(stderr).toContain('--unit: "class" is none of: student, record.');
    expect(stderr).toContain("Did you mean");
    expect(stderr).toContain("--seed: is missing");
    expect((await audit("-o", "six", "--seed", "7")).stderr).toContain("draws nothing without --sample or --refusals");
  });
});

describe("zcredit rules", () => {
  it("lists every rule", async () => {
    const { code, stdout } = await runCli(["rules"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}mastery-cte +error +A mastery record stands on a CTE course/m);
  });

  it("shows one with its example", async () => {
    const { stdout } = await runCli(["rules", "double-credit"]);
    expect(stdout).toContain("double-credit (error)");
    expect(stdout).toContain("It fires on\n    transcript:\n    student_id,");
    expect(stdout).toContain("WAC 180-51-051");
  });

  it("names the nearest where there is no such rule", async () => {
    const { code, stderr } = await runCli(["rules", "double-credits"]);
    expect(code).toBe(2);
    expect(stderr).toContain("double-credit");
  });
});
