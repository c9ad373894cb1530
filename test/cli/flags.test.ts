import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { earner, FAULTY, folder, transcript } from "../support/district.js";

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder();
});
afterEach(() => here.remove());

const DATE = "--award-date=2025-06-20";
const read = (...path: readonly string[]): string => readFileSync(join(here.path, ...path), "utf8");
const write = (name: string, content: string): void => writeFileSync(join(here.path, name), content);
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });
const check = (...args: readonly string[]) => zcredit("check", "-t", "t.csv", "-p", "policy.json", DATE, ...args);

describe("check: one scenario a flag", () => {
  it("-t, -p, -o, --award-date: proposes, writes and says where", async () => {
    const run = await check("-o", "out");
    expect(run.stderr).toBe("");
    expect(run.code).toBe(0);
    expect(read("out", "proposed-records.csv")).toContain("9000000001,Nguyen,4321,2024-25");
    expect(readdirSync(join(here.path, "out")).sort()).toEqual([
      "manifest.json",
      "proposals.csv",
      "proposed-records.csv",
      "refusals.csv",
      "report.html",
      "report.json",
      "violations.csv",
    ]);
    expect(run.stdout).toContain("out");
    expect(run.stdout).not.toContain("Nguyen");
    expect(read("out", "manifest.json")).toContain("2025-06-20");
  });

  it("-t takes several files, patterns, and standard input as -", async () => {
    write("t2.csv", transcript(earner("9000000002")));
    const several = await zcredit("check", "-t", "t.csv", "-t", "t2.csv", "-p", "policy.json", DATE, "-o", "a");
    const pattern = await zcredit("check", "-t", "t*.csv", "-p", "policy.json", DATE, "-o", "b");
    const pipedRun = await runCli(["check", "-t", "-", "-p", "policy.json", DATE, "-o", "c"], {
      cwd: here.path,
      stdin: transcript(earner("9000000001"), earner("9000000002")),
    });
    expect([several.code, pattern.code, pipedRun.code, pipedRun.stderr]).toEqual([0, 0, 0, ""]);
    expect(read("b", "proposals.csv")).toBe(read("a", "proposals.csv"));
    expect(read("c", "proposals.csv")).toBe(read("a", "proposals.csv"));
    expect(read("a", "proposals.csv").split("\r\n")).toHaveLength(4);
  });

  it("--lists stands in the place of a shipped list, and is named in the manifest", async () => {
    write("lists.json", '{ "courseCodes": [{ "code": "99999", "title": "None of theirs" }] }');
    const run = await check("--lists", "lists.json", "-o", "out");
    expect(run.stderr).toBe("");
    expect(read("out", "manifest.json")).toMatch(
      /"kind": "reference",\s+"name": "lists.json",\s+"sha256": "[0-9a-f]{64}"/,
    );
    write("lists.json", '{ "courseCode": [] }');
    const broken = await check("--lists", "lists.json", "-o", "out-2");
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain('Did you mean "courseCodes"?');
  });

  it("-s, --approvals, --students are read and named in the manifest", async () => {
    write("s.csv", "student_id,test,date\n9000000001,SBA,2025-05-01\n");
    write("a.csv", "student_id,pathway,role,decision,by,on\n9000000001,next,parent,declined,x,2025-01-01\n");
    write("st.csv", "student_id,grade_level,class_of\n9000000001,11,2026\n");
    const run = await check("-s", "s.csv", "--approvals", "a.csv", "--students", "st.csv", "-o", "out");
    expect(run.code).toBe(0);
    const manifest = read("out", "manifest.json");
    for (const name of ["s.csv", "a.csv", "st.csv"]) expect(manifest).toContain(`"${name}"`);
    expect(read("out", "violations.csv")).toContain("score-test-unknown");
  });

  it("--fail-on chooses what makes exit 1", async () => {
    write("t.csv", transcript(earner("9000000001"), FAULTY));
    expect((await check("-o", "a")).code).toBe(1);
    expect((await check("-o", "b", "--fail-on", "never")).code).toBe(0);
    write("t.csv", transcript(earner("9000000001"), "9000000004,,4321,2024-25,S1,9,MAT101,D,0.5,0,"));
    expect((await check("-o", "c")).code).toBe(0);
    expect(read("c", "violations.csv")).toContain("passing-mark-without-credit,warning");
    expect((await check("-o", "d", "--fail-on", "warning")).code).toBe(1);
  });

  it("--severity changes what is shown and the exit code, and no decision", async () => {
    write("t.csv", transcript(earner("9000000001"), FAULTY));
    const run = await check("-o", "out", "--severity", "credit-with-failing-mark=info");
    expect(run.code).toBe(0);
    expect(read("out", "violations.csv")).toContain("credit-with-failing-mark,info");
    expect(read("out", "manifest.json")).toContain("credit-with-failing-mark");
    expect(run.stdout).toContain("credit-with-failing-mark");
    await check("-o", "plain");
    for (const name of ["proposals.csv", "refusals.csv", "proposed-records.csv"]) {
      expect(read("out", name)).toBe(read("plain", name));
    }
  });

  it("--severity CODE=off shows such violations no more, says so, and changes no decision", async () => {
    write("t.csv", transcript(earner("9000000001"), FAULTY));
    await check("-o", "plain");
    const code = "credit-with-failing-mark";
    const run = await check("-o", "out", "--severity", `${code}=off`, "--since", "plain");
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(`switched off: ${code}`);
    expect(run.stdout).toContain("gone: 0 violations");
    expect(read("out", "violations.csv")).not.toContain(code);
    expect(read("out", "report.html")).toContain("Switched off");
    for (const name of ["manifest.json", "report.json"]) {
      const { rules } = JSON.parse(read("out", name));
      expect([rules.off, rules.run.includes(code)]).toEqual([[code], false]);
    }
    for (const name of ["refusals.csv", "proposed-records.csv"]) expect(read("out", name)).toBe(read("plain", name));
  });

  it("what is accepted of a code that is switched off is not called unused", async () => {
    write("t.csv", transcript(earner("9000000001"), FAULTY));
    await check("-o", "plain");
    const [, fingerprint] =
      /^credit-with-failing-mark.*,([0-9a-f]{16})\r?$/m.exec(read("plain", "violations.csv")) ?? [];
    write(
      "accepted.csv",
      `code,student_id,record,reason,by,expires\ncredit-with-failing-mark,9000000004,${fingerprint},known,K,2026-01-01\n`,
    );
    const off = ["--severity", "credit-with-failing-mark=off", "--accepted", "accepted.csv"];
    expect((await check("-o", "out", ...off)).code).toBe(0);
    expect(read("out", "violations.csv")).not.toContain("accepted-unused");
    expect((await check("-o", "all", ...off, "--severity", "accepted-unused=off")).code).toBe(0);
    expect(JSON.parse(read("all", "manifest.json")).rules.off.sort()).toEqual([
      "accepted-unused",
      "credit-with-failing-mark",
    ]);
  });

  it("--format chooses the files, and --json prints the report and nothing else", async () => {
    const text = await check("-o", "out", "--format", "text,json");
    expect(text.code).toBe(0);
    expect(readdirSync(join(here.path, "out")).sort()).toEqual(["manifest.json", "report.json", "report.txt"]);
    const run = await check("-o", "json", "--json");
    expect(JSON.parse(run.stdout)).toMatchObject({ award_date: "2025-06-20" });
    expect(run.stdout).toBe(read("json", "report.json"));
  });

  it("--merged begins with the input's own bytes", async () => {
    const run = await check("-o", "out", "--merged");
    expect([run.code, run.stderr]).toEqual([0, ""]);
    const merged = read("out", "merged-transcript.csv");
    expect(merged.startsWith(read("t.csv"))).toBe(true);
    expect(merged.length).toBeGreaterThan(read("t.csv").length);
  });

  it("--only-student, --school, --class-of, --grade-level choose the students of the output", async () => {
    write("t.csv", transcript(earner("9000000001", "4321", 10), earner("9000000002", "1234", 11)));
    write("st.csv", "student_id,grade_level,class_of\n9000000001,10,2027\n9000000002,12,2026\n");
    const filters = [
      ["--only-student", "9000000002"],
      ["--school", "1234"],
      ["--class-of", "2026"],
      ["--grade-level", "12"],
    ];
    for (const [index, filter] of filters.entries()) {
      const run = await check("--students", "st.csv", "-o", `f${index}`, ...filter);
      expect([run.code, run.stderr]).toEqual([0, ""]);
      const proposals = read(`f${index}`, "proposals.csv");
      expect(proposals).toContain("9000000002");
      expect(proposals).not.toContain("9000000001");
    }
    const byRow = await check("-o", "row", "--grade-level", "10");
    expect(byRow.code).toBe(0);
    expect(read("row", "proposals.csv")).toContain("9000000001");
    expect(read("row", "proposals.csv")).not.toContain("9000000002");
  });

  it("--force replaces earlier results, and only with it", async () => {
    expect((await check("-o", "out")).code).toBe(0);
    const again = await check("-o", "out");
    expect(again.code).toBe(2);
    expect(again.stderr.trim().split("\n")).toHaveLength(1);
    expect((await check("-o", "out", "--force")).code).toBe(0);
  });

  it("without -o, results are numbered, so that running twice works", async () => {
    expect((await check()).code).toBe(0);
    expect((await check()).code).toBe(0);
    expect(readdirSync(join(here.path, "zcredit-results")).sort()).toEqual(["2025-06-20-1", "2025-06-20-2"]);
  });

  it("--allow-truncated goes on with a file that was cut off", async () => {
    write("t.csv", `${transcript(earner("9000000001"))}9000000001,Ngu`);
    const stopped = await check("-o", "out");
    expect(stopped.code).toBe(2);
    expect(stopped.stderr).toContain("t.csv");
    expect((await check("-o", "out", "--allow-truncated")).code).not.toBe(2);
  });

  it("--quiet leaves standard output empty, and errors on standard error", async () => {
    const run = await check("-o", "out", "--quiet");
    expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
    const fault = await check("-o", "out", "--quiet");
    expect(fault.code).toBe(2);
    expect(fault.stderr).not.toBe("");
  });

  it("--verbose says more, on standard error", async () => {
    const run = await check("-o", "out", "--verbose");
    expect(run.stderr).toContain("t.csv");
  });

  it("no colour and no progress off a terminal, with NO_COLOR, --no-color or --no-progress", async () => {
    for (const [index, env] of [{}, { NO_COLOR: "1" }, { FORCE_COLOR: "3" }].entries()) {
      const args = ["check", "-t", "t.csv", "-p", "policy.json", DATE, "-o", `o${index}`];
      const run = await runCli([...args, "--no-color", "--no-progress"], { cwd: here.path, env });
      expect(run.stdout + run.stderr).not.toContain("\u001b");
    }
    expect((await check("-o", "x")).stdout).not.toContain("\u001b");
  });

  it("--help and --version", async () => {
    const help = await zcredit("check", "--help");
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("--award-date");
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    for (const args of [["--version"], ["-V"], ["--version", "--verbose"]]) {
      const run = await zcredit(...args.slice(0, 1));
      expect(run).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    }
  });
});

describe("explain and policy schema", () => {
  it("explain --student, --course: the reasons for one student, nothing written", async () => {
    const run = await zcredit("explain", "--student", "9000000001", "-t", "t.csv", "-p", "policy.json", DATE);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("t.csv");
    expect(run.stdout).toContain("2403P, Next course");
    expect(run.stdout).not.toContain("Nguyen");
    const one = await zcredit(
      "explain",
      "--student=9000000001",
      "--course=algebra-1",
      "-t",
      "t.csv",
      "-p",
      "policy.json",
      DATE,
    );
    expect(one.code).toBe(0);
    expect(existsSync(join(here.path, "zcredit-results"))).toBe(false);
  });

  it("explain names an unknown student or course, with the nearest", async () => {
    const run = await zcredit("explain", "--student", "900000001", "-t", "t.csv", "-p", "policy.json", DATE);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("9000000001");
    const course = ["--student", "9000000001", "--course", "algebra1"];
    const other = await zcredit("explain", ...course, "-t", "t.csv", "-p", "policy.json", DATE);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('"algebra-1"');
  });

  it("policy schema prints the JSON Schema", async () => {
    const run = await zcredit("policy", "schema");
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toHaveProperty("$schema");
  });
});

describe("zcredit.json", () => {
  const config = (value: object): string => JSON.stringify(value);

  it("is found upward, its paths are its own folder's, and it is named in summary and manifest", async () => {
    write(
      "zcredit.json",
      config({ transcript: "t.csv", policy: "policy.json", "award-date": "2025-06-20", out: "out" }),
    );
    write("t.csv", transcript(earner("9000000001"), FAULTY));
    const deep = folder({});
    const run = await runCli(["check"], { cwd: here.path });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("zcredit.json");
    expect(read("out", "manifest.json")).toContain('"zcredit.json"');
    expect(read("out", "manifest.json")).not.toContain(here.path);
    deep.remove();
  });

  it("is found from a folder below", async () => {
    here.remove();
    here = folder({
      "below/deeper/x.txt": "",
      "zcredit.json": config({ transcript: ["t.csv"], policy: "policy.json", out: "out" }),
    });
    const run = await runCli(["check", DATE], { cwd: join(here.path, "below", "deeper") });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(existsSync(join(here.path, "out", "manifest.json"))).toBe(true);
  });

  it("gives way to flags; --no-config and --config choose", async () => {
    write("zcredit.json", config({ "award-date": "2001-01-01", severity: { "credit-with-failing-mark": "info" } }));
    write("other.json", config({ "fail-on": "never" }));
    write("t.csv", transcript(earner("9000000001"), FAULTY));
    expect((await check("-o", "a")).code).toBe(0);
    expect(read("a", "manifest.json")).toContain("2025-06-20");
    expect((await check("-o", "b", "--no-config")).code).toBe(1);
    expect((await check("-o", "c", "--config", "other.json")).code).toBe(0);
  });

  it("with mistakes is refused, each with its line and the nearest name", async () => {
    write("zcredit.json", '{\n  "awardDate": "2025-06-20",\n  "fail-on": "fatal"\n}\n');
    const run = await check("-o", "out");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('zcredit.json:2:3: "awardDate" is no setting. Did you mean "award-date"?');
    expect(run.stderr).toContain("zcredit.json:3:14: ");
    expect(existsSync(join(here.path, "out"))).toBe(false);
  });
});
