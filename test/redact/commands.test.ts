import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { folder, POLICY } from "../support/district.js";
import { FORMATS, KEY, leaks, NAMES, unpacked } from "./support.js";

const IDS = ["Ann O'Vexel 12", "a.b*c(1)", "2008-02-29", "+1-9", "9000000007"];
const STATE_IDS = ["[99]+", "88-00$", "8800000003", "(x|y)-4", "8800000005"];
const SECRETS = [...IDS, ...STATE_IDS, "Zyxhart", "Quombly", "2007-11-23", "Wexfordy", "555-0134", "Tattersole"];

const HEADER =
  "student_id,state_student_id,last_name,first_name,birth_date,school_code,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations,date_completed";

function transcript(end: string): string {
  const lines = IDS.flatMap((id, at) => {
    const who = `${id},${STATE_IDS[at]},Zyxhart,Quombly,2007-11-23,4321`;
    return [
      `${who},2023-24,S1,9,MAT101,F,0.5,0,,2024-01-31`,
      `${who},2024-25,S1,10,MAT301,B,0.5,0.5,,2025-01-31`,
      `${who},2024-25,S1,10,MAT101,P,0.5,0.5,${at === 0 ? "Z" : "Zyxhart"},2025-01-31`,
      ...(at === 1 ? [`${who},2024-25,S2,Quombly,Zyxhart,${id},Tattersole,0.5,,2025-06-11`] : []),
    ];
  });
  return `${[HEADER, ...lines, end].join("\n")}\n`;
}

const APPROVALS = `student_id,pathway,role,decision,by,on,note\n${IDS.map(
  (id) => `${id},next,teacher,granted,Pr. Wexfordy,2025-06-02,"call Zyxhart, 555-0134"`,
).join("\n")}\nTattersole,next,teacher,granted,Pr. Wexfordy,2025-06-02,\n`;

/** A group of one is a cell gone astray; the others are groups. */
const STUDENTS = `student_id,grade_level,class_of,gender\n${IDS.map(
  (id, at) => `${id},10,2027,${at === 0 ? "Zyxhart" : at % 2 === 0 ? "F" : "M"}`,
).join("\n")}\n`;

let here: ReturnType<typeof folder>;
beforeAll(() => {
  here = folder({
    "Zyxhart t.csv": transcript("short,line"),
    "Zyxhart old.csv": transcript(""),
    "Zyxhart new.csv": transcript("").replace("MAT101,F,0.5,0,", "MAT101,P,0.5,0.5,").replace("MAT301,B", "MAT301,C"),
    "Zyxhart a.csv": APPROVALS,
    "Zyxhart u.csv": STUDENTS,
    "policy.json": JSON.stringify(POLICY),
  });
  writeFileSync(join(here.path, "key"), KEY);
});
afterAll(() => here.remove());

const ALL = ["-t", "Zyxhart t.csv", "--approvals", "Zyxhart a.csv", "--students", "Zyxhart u.csv", "-p", "policy.json"];
const REDACT = ["--award-date", "2025-06-20", "--redact", "key"];
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });

/** Everything that a command says and writes. */
async function said(out: string | null, ...args: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const run = await zcredit(...args, ...REDACT, ...(out === null ? [] : ["-o", out]));
  expect([args[0], [0, 1].includes(run.code ?? 2), run.stderr.includes("defect")]).toEqual([args[0], true, false]);
  const all = new Map([
    ["standard output", run.stdout],
    ["standard error", run.stderr],
  ]);
  if (out === null) return all;
  for (const name of readdirSync(join(here.path, out))) {
    const content = readFileSync(join(here.path, out, name), "utf8");
    all.set(name, content);
    if (name === "report.html") all.set("report.html, unpacked", unpacked(content));
  }
  return all;
}

describe("no id, name or free text of anybody in anything that is said or written", () => {
  it("by check, in every format, with everything said", async () => {
    const files = await said("checked", "check", ...ALL, "--format", FORMATS.join(","), "--verbose");
    expect(leaks(files, SECRETS)).toEqual([]);
    expect([...files.keys()]).not.toContain("proposed-records.csv");
    for (const name of ["standard output", "report.json", "report.html", "report.txt", "manifest.json"])
      expect(files.get(name)?.replace(/\s+/g, " ")).toContain("Pseudonymised, not anonymous");
    for (const name of ["violations.csv", "report.json", "report.sarif", "report.junit.xml"])
      expect([name, files.get(name)?.includes(NAMES.student("a.b*c(1)"))]).toEqual([name, true]);
  });

  it("by check --json of some, by threads, where one who is asked for is not there", async () => {
    const some = ["--only-student", "a.b*c(1)", "--only-student", "Tattersole", "--school", "Quombly"];
    const files = await said("json", "check", ...ALL, "--json", "--jobs", "2", ...some);
    expect(leaks(files, SECRETS)).toEqual([]);
    expect(files.get("manifest.json")).toContain(NAMES.student("Tattersole"));
  });

  it("by explain, which says it of the pseudonym", async () => {
    const files = await said(null, "explain", ...ALL, "--student", "a.b*c(1)");
    expect(leaks(files, SECRETS)).toEqual([]);
    expect(files.get("standard output")).toContain(`Student ${NAMES.student("a.b*c(1)")}`);
    expect(files.get("standard output")).toContain("MAT301 2024-25 S1 B");
  });

  it("by explain of nobody, who is near to somebody", async () => {
    const run = await zcredit("explain", ...ALL, ...REDACT, "--student", "a.b*c(2)");
    expect(run.code).toBe(2);
    expect(leaks(new Map([["standard error", run.stderr]]), SECRETS)).toEqual([]);
  });

  it("by audit, with a sample", async () => {
    const files = await said("audited", "audit", ...ALL, "--sample", "3", "--seed", "7", "--refusals", "2");
    expect(leaks(files, SECRETS)).toEqual([]);
    expect(files.get("records.csv")).toContain(NAMES.student("Ann O'Vexel 12"));
    expect(files.get("worksheet.csv")).toMatch(/R[A-Z2-7]{16}/);
  });

  it("by equity, a group of few by a pseudonym", async () => {
    const files = await said("equal", "equity", ...ALL, "--min-n", "2");
    expect(leaks(files, SECRETS)).toEqual([]);
    expect(files.get("manifest.json")).toContain("Pseudonymised, not anonymous");
  });

  it("by verify", async () => {
    const exports = ["--before", "Zyxhart old.csv", "--after", "Zyxhart new.csv", "-p", "policy.json"];
    const files = await said("verified", "verify", ...exports, "--proposed", "Zyxhart new.csv");
    expect(leaks(files, SECRETS)).toEqual([]);
    expect(files.get("violations.csv")).toContain(NAMES.student("Ann O'Vexel 12"));
    const json = await said(null, "verify", ...exports, "--json");
    expect(leaks(json, SECRETS)).toEqual([]);
  });

  it("where a file begins with a student instead of a header", async () => {
    writeFileSync(join(here.path, "bare.csv"), transcript("").split("\n").slice(1).join("\n"));
    for (const args of [
      ["check", "-t", "bare.csv", "-p", "policy.json", "-o", "bare"],
      ["verify", "--before", "bare.csv", "--after", "Zyxhart new.csv"],
    ]) {
      const run = await zcredit(...args, ...REDACT);
      expect(run.code).toBe(2);
      expect(leaks(new Map([["standard error", run.stderr]]), SECRETS)).toEqual([]);
    }
  });
});

describe("what cannot be", () => {
  it.each([
    ["--with-names", ["--with-names"]],
    ["--merged", ["--merged"]],
    ["--import-layout", ["--import-layout", "powerschool"]],
    ["--pending", ["--pending", "log.csv"]],
    ["--accepted", ["--accepted", "accepted.csv"]],
    ["--since", ["--since", "earlier"]],
    ["--shard", ["--shard", "1/2"]],
  ])("%s with --redact is refused in plain words", async (flag, more) => {
    const run = await zcredit("check", ...ALL, ...REDACT, "-o", "refused", ...more);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`${flag}: `);
    expect(run.stderr).toContain("cannot go with --redact");
  });

  it("a short key is refused, and a key is no place for results", async () => {
    writeFileSync(join(here.path, "short"), "123456789012345");
    const short = await zcredit("check", ...ALL, "--redact", "short", "-o", "refused");
    expect([short.code, short.stderr.includes("15 bytes")]).toEqual([2, true]);
    const over = await zcredit("check", ...ALL, ...REDACT, "-o", "key", "--force");
    expect(over.code).toBe(2);
    expect(new Uint8Array(readFileSync(join(here.path, "key")))).toEqual(new Uint8Array(KEY));
  });

  it("redacted results cannot be accepted, and are as they were written", async () => {
    await said("done", "check", ...ALL);
    writeFileSync(join(here.path, "decisions.csv"), "proposal_id,decision,by,on,credits,mark\n");
    const run = await zcredit("accept", "done", "--decisions", "decisions.csv");
    expect([run.code, run.stderr.includes("are redacted")]).toEqual([2, true]);
    expect((await zcredit("verify", "--manifest", "done")).code).toBe(0);
  });

  it("the configuration can ask for it", async () => {
    writeFileSync(join(here.path, "z.json"), JSON.stringify({ redact: "key", policy: "policy.json" }));
    const run = await zcredit("check", "-t", "Zyxhart old.csv", "--config", "z.json", "-o", "configured");
    expect(run.code).not.toBe(2);
    expect(leaks(new Map([["all", `${run.stdout}${run.stderr}`]]), SECRETS)).toEqual([]);
    expect(readdirSync(join(here.path, "configured"))).not.toContain("proposed-records.csv");
  });
});
