import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { folder, POLICY, transcript } from "../support/district.js";

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder({ "t.csv": transcript(...TRANSCRIPTS), "s.csv": students(), "policy.json": policy("risk-ratio", 0.8) });
});
afterEach(() => here.remove());

const read = (...path: readonly string[]): string => readFileSync(join(here.path, ...path), "utf8");
const write = (name: string, content: string): void => writeFileSync(join(here.path, name), content);
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });
const equity = (...args: readonly string[]) =>
  zcredit("equity", "-t", "t.csv", "--students", "s.csv", "-p", "policy.json", "--award-date=2025-06-20", ...args);

type Row = Readonly<Record<string, string>>;
const table = (...path: readonly string[]): readonly Row[] => parse(read(...path), { bom: true, columns: true });

function policy(measure?: string, threshold?: number): string {
  return JSON.stringify({ ...POLICY, equity: { ...POLICY.equity, measure, threshold } });
}

/** 60 students: half lost Algebra 1; of the 20 White ones among them 12 have earned it since, of the 8 Asian ones 2. */
const PEOPLE = Array.from({ length: 60 }, (_, at) => {
  const race = at < 40 ? "White" : at < 57 ? "asian" : "<b>Klingon</b>";
  const lost = at < 20 || (at >= 40 && at < 48) || at >= 58;
  const earns = at < 12 || at === 40 || at === 41;
  return { id: String(9_000_000_100 + at), race, lost, earns, gender: at % 2 === 0 ? "F" : "m" };
});

const TRANSCRIPTS = PEOPLE.flatMap(({ id, lost, earns }, at) => {
  const school = at % 3 === 0 ? "4400" : "4321";
  const first = `${id},Nguyen,${school},2023-24,S1,9,MAT101,${lost ? "F,0.5,0" : "B,0.5,0.5"},`;
  return earns ? [first, `${id},Nguyen,${school},2024-25,S1,10,MAT301,B,0.5,0.5,`] : [first];
});

function students(): string {
  const lines = PEOPLE.map(({ id, race, gender }) => `${id},Nguyen,${race},${gender},1 Main Street,2008-05-01`);
  return `student_id,last_name,Race/Ethnicity,gender,address,birth_date\n${lines.join("\n")}\n`;
}

describe("zcredit equity", () => {
  it("writes tables, a page, JSON and a review record, and says what it found", async () => {
    const run = await equity("-o", "out");
    expect(run.stderr).toBe("");
    expect(run.code).toBe(0);
    expect(readdirSync(join(here.path, "out")).sort()).toEqual([
      "equity-review.csv",
      "equity.csv",
      "equity.html",
      "equity.json",
      "manifest.json",
    ]);
    expect(run.stdout).toContain("of 60 enrolled students, 14 (23.3 %)");
    expect(run.stdout).not.toContain("Nguyen");
    expect(run.stdout).not.toContain("\u001b");
  });

  it("counts against enrolment, and hides the group of three with the next smallest", async () => {
    await equity("-o", "out");
    const lines = table("out", "equity.csv").filter(
      (row) => row.dimension === "Race/ethnicity" && row.outcome === "received" && row.school === "",
    );
    const shown = lines.map((row) => [row.pool, row.group, row.students, row.counted].join(" "));
    expect(shown).toEqual([
      "enrolled All Students 60 14",
      "enrolled <b>Klingon</b> hidden hidden",
      "enrolled Asian hidden hidden",
      "enrolled White 40 12",
      "lost All Students 30 14",
      "lost <b>Klingon</b> hidden hidden",
      "lost Asian hidden hidden",
      "lost White 20 12",
    ]);
    // 12 of 40 against 2 of 20.
    const [, , , white] = lines;
    expect(white?.risk_ratio).toBe("3.000000");
    expect(white?.beyond_threshold).toBe("more");
    expect(white?.composition_points).toBe("19.047619");
  });

  it("counts opportunity: considered and never considered, refused by reason", async () => {
    await equity("-o", "out", "--min-n", "2");
    const total = (outcome: string, pool: string, of = ""): string | undefined =>
      table("out", "equity.csv").find(
        (row) => row.outcome === outcome && row.pool === pool && row.of === of && row.group === "All Students",
      )?.counted;
    expect(total("considered", "lost")).toBe("14");
    expect(total("never considered", "lost")).toBe("16");
    expect(total("by pathway", "enrolled", "next")).toBe("14");
    expect(total("in year", "enrolled", "2025")).toBe("14");
    expect(total("declined", "enrolled")).toBe("0");
  });

  it("counts records that stand on the transcript already, in their year", async () => {
    write("t.csv", `${transcript(...TRANSCRIPTS)}9000000159,Nguyen,4321,2023-24,S2,9,MAT101,P,0.5,0.5,Z\n`);
    await equity("-o", "out");
    const lines = table("out", "equity.csv").filter(
      ({ group, pool }) => group === "All Students" && pool === "enrolled",
    );
    const counted = (outcome: string, of = ""): string | undefined =>
      lines.find((row) => row.outcome === outcome && row.of === of)?.counted;
    expect([counted("received"), counted("in year", "2024"), counted("in year", "2025")]).toEqual(["15", "1", "14"]);
  });

  it("leaves out who a student is, and says so", async () => {
    const run = await equity("-o", "out", "--json");
    const report = JSON.parse(run.stdout);
    expect(report.dimensions.map(({ title }: { title: string }) => title)).toEqual(["Race/ethnicity", "Gender"]);
    expect(report.notes.join("\n")).toContain("address: it says who a student is");
    for (const name of readdirSync(join(here.path, "out")))
      expect(read("out", name), name).not.toMatch(/Nguyen|Main Street|2008-05-01|90000001\d\d/);
    expect(run.stdout).toBe(read("out", "equity.json"));
  });

  it("makes a page that nothing in a file can break out of", async () => {
    await equity("-o", "out");
    const page = read("out", "equity.html");
    expect(page).toContain("&lt;b&gt;Klingon&lt;/b&gt;");
    expect(page).not.toContain("<b>");
    expect(page).not.toMatch(/<script|https?:|url\(|@import/);
    expect(page).toContain("prefers-color-scheme: dark");
    expect(page).toContain("@media print");
    const tags = [...page.matchAll(/<(\/?)(table|tr|th|td|section|div|svg)\b[^>]*>/g)];
    const depth = new Map<string, number>();
    for (const [, end, name = ""] of tags) depth.set(name, (depth.get(name) ?? 0) + (end === "" ? 1 : -1));
    expect([...depth.values()].every((open) => open === 0)).toBe(true);
  });

  it("gives a review record with blanks to fill", async () => {
    await equity("-o", "out");
    const [first] = table("out", "equity-review.csv");
    expect(first).toMatchObject({ dimension: "Race/ethnicity", group: "White", reviewed_by: "", action: "" });
    expect(first?.what_the_figures_say).toContain("12 of 40 enrolled students");
  });

  it("is the same bytes whatever the order of the rows", async () => {
    await equity("-o", "a");
    const [head = "", ...rows] = students().trimEnd().split("\n");
    write("s.csv", `${[head, ...rows.toReversed()].join("\n")}\n`);
    write("t.csv", transcript(...TRANSCRIPTS.toReversed()));
    await equity("-o", "b");
    for (const name of ["equity.csv", "equity.json", "equity.html", "equity-review.csv"])
      expect(read("b", name)).toBe(read("a", name));
  });

  it("--fail-on warning ends with 1 where a group is beyond the threshold of the policy", async () => {
    expect((await equity("-o", "a", "--fail-on", "warning")).code).toBe(1);
    write("policy.json", policy());
    const run = await equity("-o", "b", "--fail-on", "warning");
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("The policy names no measure and no threshold");
    write("policy.json", policy("composition-difference", 20));
    expect((await equity("-o", "c", "--fail-on", "warning")).code).toBe(0);
    write("policy.json", policy("composition-difference", 19));
    expect((await equity("-o", "d", "--fail-on", "warning")).code).toBe(1);
  });

  it("--format chooses files", async () => {
    await equity("-o", "out", "--format", "html");
    expect(readdirSync(join(here.path, "out")).sort()).toEqual(["equity.html", "manifest.json"]);
    const wrong = await equity("-o", "b", "--format", "cvs");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean "csv"')]);
  });

  it.each([
    ["no students file", ["-t", "t.csv", "-p", "policy.json"], "--students: is missing"],
    ["groups of one", ["-t", "t.csv", "--students", "s.csv", "-p", "policy.json", "--min-n", "1"], "--min-n"],
    ["too few students", ["-t", "t.csv", "--students", "s.csv", "-p", "policy.json", "--min-n", "61"], "holds 60"],
    ["no group", ["-t", "t.csv", "--students", "plain.csv", "-p", "policy.json"], "no column that groups"],
    ["a mistyped flag", ["-t", "t.csv", "--students", "s.csv", "-p", "policy.json", "--minn", "5"], '"--min-n"'],
  ])("%s is exit code 2, in one line, and nothing is written", async (_, args, says) => {
    write("plain.csv", `student_id,grade_level\n${PEOPLE.map(({ id }) => `${id},10`).join("\n")}\n`);
    const run = await zcredit("equity", ...args, "-o", "out");
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(says);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(existsSync(join(here.path, "out"))).toBe(false);
  });
});
