import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkFolder } from "../../src/commands/verifyManifest.js";
import { sealed } from "../../src/write/manifest.js";
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

  it("--severity and the configuration change what is shown and the exit code, and say so", async () => {
    const both = ["verify", "--before", "old.csv", "--after", "new.csv"];
    const flag = await zcredit(...both, "--severity", "past-entry-changed=info", "-o", "v");
    expect([flag.code, flag.stderr]).toEqual([0, ""]);
    expect(flag.stdout).toContain("info past-entry-changed: 1");
    expect(flag.stdout).toContain("Severities changed: past-entry-changed=info");
    expect(JSON.parse(read("v", "manifest.json"))).toMatchObject({
      options: { fail_on: "error", config: null, severities: { "past-entry-changed": "info" } },
    });
    const severity = { "past-entry-fail-to-pass": "warning", "course-code-generic": "warning" };
    write("zcredit.json", JSON.stringify({ policy: "policy.json", severity }));
    const config = await zcredit(...both);
    expect([config.code, config.stderr]).toEqual([0, ""]);
    expect(config.stdout).toContain("Configuration: ");
    expect(config.stdout).toContain("warning past-entry-fail-to-pass: 1");
    expect(config.stdout).not.toContain("course-code-generic");
    expect((await zcredit(...both, "--no-config")).code).toBe(1);
    const off = await zcredit(...both, "--severity", "past-entry-fail-to-pass=off", "-o", "off");
    expect([off.code, off.stderr]).toEqual([0, ""]);
    expect(off.stdout).toContain("Switched off: past-entry-fail-to-pass");
    expect(off.stdout).not.toContain("past-entry-fail-to-pass: 1");
    const { rules } = JSON.parse(read("off", "manifest.json"));
    expect([rules.off, rules.run.includes("past-entry-fail-to-pass")]).toEqual([["past-entry-fail-to-pass"], false]);
  });

  it("a code that another command reports may stand in the configuration, but not in a flag or a list", async () => {
    write(
      "zcredit.json",
      JSON.stringify({ severity: { "past-entry-changed": "info", "mastery-evidence-withdrawn": "info" } }),
    );
    const check = ["check", "-t", "t.csv", "-p", "policy.json", "--award-date=2025-06-20"];
    const fine = await zcredit(...check, "-o", "one", "--severity", "mastery-evidence-withdrawn=warning");
    expect([fine.code, fine.stderr]).toEqual([0, ""]);
    expect(JSON.parse(read("one", "manifest.json")).options.severities).toEqual({
      "mastery-evidence-withdrawn": "warning",
    });
    const wrong = await zcredit(...check, "-o", "two", "--severity", "past-entry-changed=info");
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      '--severity: "past-entry-changed" is reported by zcredit verify alone.\n',
    ]);
    const other = await zcredit(
      "verify",
      "--before",
      "old.csv",
      "--after",
      "new.csv",
      "--severity",
      "mark-unknown=info",
    );
    expect([other.code, other.stderr]).toEqual([
      2,
      '--severity: zcredit verify never reports "mark-unknown"; zcredit check does.\n',
    ]);
    write("zcredit.json", JSON.stringify({ severity: { "past-entry-chnged": "info" } }));
    expect((await zcredit(...check, "-o", "two")).stderr).toContain('no violation has the code "past-entry-chnged"');
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

  /** Flips one bit, at another place in each file: at its beginning, at its end and between. */
  async function flipEach(folderName: string, inputs: readonly string[]): Promise<void> {
    const outputs = readdirSync(join(here.path, folderName)).map((name) => join(folderName, name));
    const all = [...outputs, ...inputs];
    const given = inputs.map((name) => join(here.path, name));
    for (const [i, name] of all.entries()) {
      const path = join(here.path, name);
      const bytes = readFileSync(path);
      const at = Math.floor(((bytes.length - 1) * i) / (all.length - 1));
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(path, flipped);
      const { faults } = await checkFolder(join(here.path, folderName), given);
      expect([name, at, faults.length]).toEqual([name, at, Math.max(1, faults.length)]);
      expect(faults.join("\n")).toContain(basename(name));
      writeFileSync(path, bytes);
    }
    const run = await zcredit("verify", "--manifest", folderName, "--inputs", ...inputs);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).not.toContain("Not checked");
  }

  it("finds one flipped byte in any file of the results, and in any that went in", async () => {
    write(
      "accepted.csv",
      "code,student_id,record,reason,by,expires\nmark-unknown,1,MAT101,Old scale,Principal,2024-01-01\n",
    );
    writeFileSync(join(here.path, "s.csv.gz"), gzipSync("student_id,test,date\n9000000001,X,2025-01-01\n"));
    const inputs = ["t.csv", "policy.json", "s.csv.gz", "accepted.csv", "out/manifest.json"];
    const run = await zcredit(
      ...["check", "-t", "t.csv", "-s", "s.csv.gz", "-p", "policy.json", "--award-date=2025-06-20", "-o", "all"],
      ...["--format", "csv,json,html,sarif,junit,text", "--merged", "--with-names", "--accepted", "accepted.csv"],
      ...["--since", "out"],
    );
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(readdirSync(join(here.path, "all"))).toHaveLength(12);
    await flipEach("all", inputs);
  });

  it("does the same for what accept, audit and verify wrote", async () => {
    const [line = ""] = read("out", "proposals.csv").replace("\uFEFF", "").split("\r\n").slice(1);
    const [id = ""] = line.split(",");
    write("d.csv", `proposal_id,decision,by,on,reason,credits,mark\n${id},accept,me,2025-06-21,,0.5,P\n`);
    const accept = await zcredit("accept", "out", "--decisions", "d.csv", "-o", "acc");
    expect([accept.code, accept.stderr]).toEqual([0, ""]);
    await flipEach("acc", ["d.csv", "out/manifest.json", "out/proposals.csv", "out/proposed-records.csv"]);
    const sample = ["--sample", "5", "--seed", "1", "--refusals", "5"];
    await zcredit("audit", "-t", "t.csv", "-p", "policy.json", "--award-date=2025-06-20", "-o", "aud", ...sample);
    await flipEach("aud", ["t.csv", "policy.json"]);
    write("new.csv", read("t.csv"));
    await zcredit("verify", "--before", "t.csv", "--after", "new.csv", "-p", "policy.json", "-o", "ver");
    await flipEach("ver", ["t.csv", "new.csv", "policy.json"]);
  });

  it("names a file that was changed in size, one that is gone, and one that came", async () => {
    write("t.csv", `${read("t.csv")} `);
    write("out/notes.txt", "mine");
    rmSync(join(here.path, "out", "report.txt"));
    const run = await zcredit("verify", "--manifest", "out", "--inputs", "t.csv");
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/changed t\.csv: .*it had \d+ bytes, now \d+/);
    expect(run.stdout).toContain("changed report.txt: this file is gone.");
    expect(run.stdout).toContain("Not checked: notes.txt: it stands in the folder, and the manifest does not name it.");
  });

  it.each([
    ['"used": 2', '"used": 1', "transcript records do not add up"],
    ['"transcript_rows": 2', '"transcript_rows": 3', "transcript rows do not add up"],
    ['"rows": 2,\n      "unreadable": 0', '"rows": 1,\n      "unreadable": 0', "records of t.csv do not add up"],
    ['"ready": 1', '"ready": 2', 'what it says of "counts" is not what report.json says'],
  ])("finds %s written over as %s, though somebody sealed the manifest anew", async (from, to, says) => {
    const text = read("out", "manifest.json");
    expect(text).toContain(from);
    write("out/manifest.json", sealed(JSON.parse(text.replace(from, to))));
    const run = await zcredit("verify", "--manifest", "out");
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("As written: manifest.json");
    expect(run.stdout).toContain(says);
  });
});
