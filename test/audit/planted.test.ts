import { describe, expect, it } from "vitest";
import { rulesRun } from "../../src/findings.js";
import { ALL_RULES } from "../../src/rules/index.js";
import { auditOf, type Files, plantDistrict } from "./district.js";

describe("a district of 5,000 students with 200 planted faults", () => {
  it.each([11, 23])("finds all of them at their rows and nothing else, seed %i", async (seed) => {
    const { files, planted } = plantDistrict(5000, 200, seed);
    const { found, others } = await auditOf(files);
    expect(planted).toHaveLength(200);
    expect(found.toSorted()).toEqual(planted.map(({ code, student, line }) => `${code} ${student} ${line}`).toSorted());
    expect(new Set(others)).toEqual(new Set());
  });
});

describe("a rule whose input is absent is not checked", () => {
  const { files } = plantDistrict(300, 60, 5);
  const notChecked = async (given: Partial<Files>, without: readonly string[] = []): Promise<readonly string[]> => {
    const { run } = await auditOf(given, "2025-06-20", without);
    return run.result.rules.notChecked.map(({ code, because }) => `${code}: ${because}`);
  };

  it("with every input only what needs earlier results", async () => {
    expect(await notChecked(files)).toEqual([
      "mastery-evidence-withdrawn: no earlier results were given to compare with",
    ]);
  });

  it("without scores", async () => {
    const { scores: _, ...rest } = files;
    const said = await notChecked(rest);
    expect(said).toContain("mastery-floor-missed: no scores file was given");
    expect(said.join("\n")).toMatch(/^mastery-without-evidence: \d+ mastery records: no scores file was given$/m);
  });

  it("without approvals", async () => {
    const { approvals: _, ...rest } = files;
    const said = await notChecked(rest);
    expect(said.join("\n")).toMatch(/^mastery-without-evidence: \d+ mastery records: no approvals file was given$/m);
  });

  it("without students", async () => {
    const { students: _, ...rest } = files;
    expect(await notChecked(rest)).toContain("mastery-floor-missed: no students file was given");
  });

  it("without a transcript", async () => {
    const { transcript: _, ...rest } = files;
    const said = await notChecked(rest);
    for (const code of ["double-credit", "repeat-credit", "mastery-cte", "mastery-without-evidence"]) {
      expect(said).toContain(`${code}: no transcript file was given`);
    }
  });

  it("without a column of designations, by which mastery records are known", async () => {
    const said = await notChecked(files, ["designations"]);
    const records =
      "no transcript has a designations column, and no pathway makes a code of its own, so mastery records cannot be told";
    for (const { code, needs } of ALL_RULES) {
      if (needs.includes("mastery-records")) expect(said).toContain(`${code}: ${records}`);
      if (needs.includes("designations")) expect(said).toContain(`${code}: no transcript has a designations column`);
    }
    const codes = said.map((line) => line.split(":")[0]);
    for (const code of ["mastery-cte", "mastery-credit-too-much", "mastery-generic-title", "designation-unknown"])
      expect(codes).toContain(code);
    const { found } = await auditOf(files, "2025-06-20", ["designations"]);
    expect(found.filter((line) => codes.includes(line.split(" ")[0]))).toEqual([]);
  });

  it("without a column of titles", async () => {
    expect(await notChecked(files, ["course_title"])).toEqual([
      "mastery-generic-title: no transcript has a column of course titles",
      "mastery-evidence-withdrawn: no earlier results were given to compare with",
    ]);
    const { found } = await auditOf(files, "2025-06-20", ["course_title"]);
    expect(found.filter((line) => line.startsWith("mastery-generic-title"))).toEqual([]);
  });

  it("but where a pathway makes codes of its own, mastery records are known without designations", () => {
    const given = new Set(["transcript", "scores", "approvals", "students"] as const);
    const codes = rulesRun(given, false, new Set(["titles", "mastery-records"])).notChecked.map(({ code }) => code);
    expect(codes).toEqual([
      "designation-unknown",
      "designation-conflict",
      "designation-conflict-unconfirmed",
      "mastery-evidence-withdrawn",
    ]);
  });

  it("for records older than the scores and approvals", async () => {
    const later = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.includes("2025-"));
    const given = {
      ...files,
      scores: later(files.scores),
      approvals: ["700000000,exam,teacher,granted,X,2025-01-05,"],
    };
    const said = (await notChecked(given)).join("\n");
    expect(said).toMatch(/mastery records: they are older than the scores file, which begins on 2025-04-01$/m);
    const { found } = await auditOf(given);
    const { found: all } = await auditOf(files);
    const without = (lines: readonly string[]): readonly string[] =>
      lines.filter((line) => line.startsWith("mastery-without-evidence"));
    expect(without(found).length).toBeLessThan(without(all).length);
  });
});
