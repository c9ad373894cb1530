import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reportJsonSchema } from "../../src/report/reportSchema.js";
import { runCli } from "../support/cli.js";
import { earner, FAULTY, folder, HEADER, transcript } from "../support/district.js";
import { PROGRAM_FILE } from "../support/program.js";

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder();
});
afterEach(() => here.remove());

const read = (...path: readonly string[]): string => readFileSync(join(here.path, ...path), "utf8");
const write = (name: string, content: string): void => writeFileSync(join(here.path, name), content);
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });
const check = (...args: readonly string[]) =>
  zcredit("check", "-t", "t.csv", "-p", "policy.json", "--award-date=2025-06-20", ...args);
const rowsOf = (text: string): readonly Record<string, string>[] => parse(text, { bom: true, columns: true });

const DECISIONS = "proposal_id,decision,by,on,reason,credits,mark";
const [ONE, TWO] = ["9000000001", "9000000002"];

function decision(out: string, student: string, choice = "accept", change: Record<string, string> = {}): string {
  const row = rowsOf(read(out, "proposals.csv")).find(({ student_id }) => student_id === student);
  const {
    id = row?.proposal_id,
    by = "R. Egistrar",
    on = "2025-06-21",
    credits = row?.credits,
    mark = row?.mark,
  } = change;
  return `${id},${choice},${by},${on},,${credits},${mark}`;
}

describe("a nightly run", () => {
  it("prints the one new fault first, exits 1 with --fail-on-new, and 0 once it is accepted", async () => {
    write("t.csv", transcript(earner(ONE), FAULTY));
    expect((await check("-o", "r/night1")).code).toBe(1);
    expect((await check("-o", "r/night2", "--since", "latest", "--fail-on-new")).code).toBe(0);
    write("t.csv", transcript(earner(ONE), FAULTY, "9000000007,Nguyen,4321,2023-24,S1,9,MAT301,F,0.5,0.5,"));
    const night3 = await check("-o", "r/night3", "--since", "latest", "--fail-on-new");
    expect(night3.stderr).toBe("");
    expect(night3.code).toBe(1);
    const [first = "", second = ""] = night3.stdout.split("\n");
    expect(first).toContain("1 violation, no proposal");
    expect(second).toContain("credit-with-failing-mark");
    expect(second).toContain("student 9000000007");
    const violations = rowsOf(read("r/night3/violations.csv"));
    expect(violations.map(({ student_id, since }) => [student_id, since])).toEqual([
      ["9000000003", "known"],
      ["9000000007", "new"],
    ]);
    write(
      "accepted.csv",
      `code,student_id,record,reason,by,expires\ncredit-with-failing-mark,9000000007,${violations[1]?.fingerprint},Appeal,Principal,2025-12-31\n`,
    );
    const accepted = await check(
      "-o",
      "r/night4",
      "--since",
      "r/night2",
      "--fail-on-new",
      "--accepted",
      "accepted.csv",
    );
    expect(accepted.stderr).toBe("");
    expect(accepted.code).toBe(0);
    expect(rowsOf(read("r/night4/violations.csv"))[1]).toMatchObject({ status: "accepted", since: "new" });
  });

  it("says what is gone, in both tables and the report", async () => {
    write("t.csv", transcript(earner(ONE), earner(TWO), FAULTY));
    await check("-o", "a");
    write(
      "t.csv",
      transcript(
        earner(ONE),
        `${TWO},Nguyen,4321,2023-24,S1,9,MAT101,F,0.5,0,`,
        "9000000003,N,4321,2023-24,S1,9,MAT101,F,0.5,0,",
      ),
    );
    const run = await check("-o", "b", "--since", "a", "--allow-shrink");
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(rowsOf(read("b/proposals.csv")).map(({ student_id, status, since }) => [student_id, status, since])).toEqual(
      [
        [ONE, "ready", "known"],
        [TWO, "gone", "gone"],
      ],
    );
    expect(rowsOf(read("b/violations.csv"))).toMatchObject([
      { status: "gone", since: "gone", student_id: "9000000003" },
    ]);
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(reportJsonSchema()));
    expect(validate(JSON.parse(read("b/report.json"))), JSON.stringify(validate.errors)).toBe(true);
  });

  it("refuses an export that was cut short, unless --allow-shrink", async () => {
    const students = Array.from({ length: 20 }, (_, i) => earner(String(9_000_000_100 + i), i < 4 ? "1111" : "2222"));
    write("t.csv", transcript(...students));
    await check("-o", "a");
    write("t.csv", transcript(...students.slice(1)));
    const cut = await check("-o", "b", "--since", "a");
    expect(cut.code).toBe(2);
    expect(cut.stderr).toContain("school 1111");
    expect(cut.stderr).toContain("--allow-shrink");
    expect((await check("-o", "b", "--since", "a", "--allow-shrink")).code).toBe(0);
    write("t.csv", transcript(...students.slice(10)));
    expect((await check("-o", "c", "--since", "a")).stderr).toContain("t.csv");
  });

  it("the first night has nothing before it; other filters and altered results are refused", async () => {
    const first = await check("-o", "r/a", "--since", "latest");
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(rowsOf(read("r/a/proposals.csv"))[0]?.since).toBe("new");
    expect((await check("-o", "r/b", "--since", "r/a", "--school", "4321")).stderr).toContain("other filters");
    write("r/a/report.json", read("r/a/report.json").replace("9000000001", "9000000009"));
    expect((await check("-o", "r/b", "--since", "r/a")).stderr).toContain("not as zcredit wrote it");
    expect((await check("-o", "r/b", "--fail-on-new")).stderr).toContain("--since");
  });

  it("accepted entries that expired or match nothing are reported; a bad list is refused", async () => {
    write("t.csv", transcript(earner(ONE), FAULTY));
    const head = "code,student_id,record,reason,by,expires\n";
    write("x.csv", `${head}credit-with-failing-mark,9000000003,MAT101,r,b,2025-01-01\nmark-unknown,1,MAT101,r,b,\n`);
    const run = await check("-o", "a", "--accepted", "x.csv");
    expect(run.code).toBe(1);
    expect(rowsOf(read("a/violations.csv")).map(({ code }) => code)).toEqual([
      "credit-with-failing-mark",
      "accepted-expired",
      "accepted-unused",
    ]);
    expect(JSON.parse(read("a/manifest.json")).lists[0]).toMatchObject({ kind: "accepted", name: "x.csv", rows: 2 });
    write("x.csv", `${head}credit-with-failing-mark,9000000003,MAT101,r,b,\n`);
    expect((await check("-o", "b", "--accepted", "x.csv")).code).toBe(0);
    expect(read("b/proposals.csv")).toBe(read("a/proposals.csv"));
    write("x.csv", `${head}nonsense,1,MAT101,r,b,\nmark-unknown,1,MAT101,,b,\nmark-unknown,1,,r,b,soon\n`);
    const bad = await check("-o", "c", "--accepted", "x.csv");
    expect(bad.code).toBe(2);
    for (const where of ["x.csv:2", "x.csv:3", "x.csv:4"]) expect(bad.stderr).toContain(where);
  });

  it("mastery-evidence-withdrawn: the evidence of a landed record is lower or gone now", async () => {
    await check("-o", "a");
    const record = read("a/proposed-records.csv").split("\n")[1] ?? "";
    write("t.csv", transcript(earner(ONE), record));
    const landed = await check("-o", "b", "--since", "a");
    expect(landed.stderr).toBe("");
    expect(rowsOf(read("b/proposals.csv"))).toMatchObject([{ status: "landed", since: "landed" }]);
    expect(read("b/violations.csv")).not.toContain("withdrawn");
    write("t.csv", transcript(earner(ONE).replace("MAT301,B", "MAT301,A"), record));
    await check("-o", "better", "--since", "b");
    expect(read("better/violations.csv")).not.toContain("withdrawn");
    write("t.csv", transcript(earner(ONE).replace("MAT301,B", "MAT301,D"), record));
    const lower = await check("-o", "c", "--since", "b");
    expect(lower.code).toBe(1);
    expect(read("c/violations.csv")).toContain("mastery-evidence-withdrawn,error,open,9000000001");
    expect(read("c/violations.csv")).toContain("MAT301 2024-25 S1 D now");
    expect(JSON.parse(read("c/manifest.json")).rules.run).toContain("mastery-evidence-withdrawn");
  });
});

describe("review, accept, import, verify next morning", () => {
  it("is one walk", async () => {
    write("t.csv", transcript(earner(ONE), earner(TWO)));
    await check("-o", "night1");
    write("decisions.csv", `${DECISIONS}\n${decision("night1", ONE)}\n${decision("night1", TWO, "later")}\n`);
    const accepted = await zcredit("accept", "night1", "--decisions", "decisions.csv", "-o", "accepted1");
    expect([accepted.code, accepted.stderr]).toEqual([0, ""]);
    const lines = read("night1/proposed-records.csv").split("\n");
    expect(read("accepted1/accepted-records.csv")).toBe(`${lines[0]}\n${lines[1]}\n`);
    expect(rowsOf(read("accepted1/decision-log.csv")).map(({ decision: what, by }) => [what, by])).toEqual([
      ["accept", "R. Egistrar"],
      ["later", "R. Egistrar"],
    ]);

    // The second night, before anybody imported: the accepted record is not exported again.
    const night2 = await check("-o", "night2", "--since", "night1", "--pending", "accepted1/decision-log.csv");
    expect([night2.code, night2.stderr]).toEqual([0, ""]);
    expect(read("night2/proposed-records.csv")).toBe(`${lines[0]}\n${lines[2]}\n`);
    expect(rowsOf(read("night2/proposals.csv")).map(({ status }) => status)).toEqual(["pending", "ready"]);
    write("d2.csv", `${DECISIONS}\n${decision("night2", ONE)}\n`);
    expect((await zcredit("accept", "night2", "--decisions", "d2.csv", "-o", "x")).stderr).toContain(
      "double the credit",
    );
    write("d3.csv", `${DECISIONS}\n${decision("night1", ONE)}\n`);
    const again = await zcredit(
      "accept",
      "night1",
      "--decisions",
      "d3.csv",
      "-o",
      "x",
      "--pending",
      "accepted1/decision-log.csv",
    );
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("accepted before by R. Egistrar on 2025-06-21");

    // Imported. Next morning's export holds it, in another order.
    write("old.csv", read("t.csv"));
    write("t.csv", transcript(lines[1] ?? "", earner(TWO), earner(ONE)));
    const verify = await zcredit(
      ...["verify", "--before", "old.csv", "--after", "t.csv", "--proposed", "accepted1/accepted-records.csv"],
      ...["-p", "policy.json", "--landed", "landed.csv"],
    );
    expect([verify.code, verify.stderr]).toEqual([0, ""]);
    expect(verify.stdout).toContain("1 of 1 proposed record landed");
    expect(read("landed.csv")).toBe(`${HEADER}\n${lines[1]}\n`);
    const night3 = await check("-o", "night3", "--since", "night2", "--pending", "accepted1/decision-log.csv");
    expect([night3.code, night3.stderr]).toEqual([0, ""]);
    expect(rowsOf(read("night3/proposals.csv")).map(({ student_id, status }) => [student_id, status])).toEqual([
      [TWO, "ready"],
      [ONE, "landed"],
    ]);
    expect((await zcredit("verify", "--manifest", "accepted1", "--inputs", "decisions.csv")).code).toBe(0);
  });
});

describe("two nights' files", () => {
  it("never double a credit when both are imported, whatever day each is awarded on", async () => {
    const on = (day: string, out: string, ...more: readonly string[]) =>
      zcredit("check", "-t", "t.csv", "-p", "policy.json", `--award-date=${day}`, "-o", out, ...more);
    write("t.csv", transcript(earner(ONE)));
    await on("2025-06-20", "n1");
    write("d1.csv", `${DECISIONS}\n${decision("n1", ONE)}\n`);
    expect((await zcredit("accept", "n1", "--decisions", "d1.csv", "-o", "a1")).stderr).toBe("");
    // Nothing of the first night has landed when the second runs, and a second student has come.
    write("t.csv", transcript(earner(ONE), earner(TWO)));
    const log = ["--pending", "a1/decision-log.csv"];
    expect((await on("2025-06-21", "n2", ...log)).stderr).toBe("");
    write("d2.csv", `${DECISIONS}\n${decision("n2", TWO)}\n`);
    expect((await zcredit("accept", "n2", "--decisions", "d2.csv", "-o", "a2", ...log)).stderr).toBe("");
    const imported = ["a1", "a2"].flatMap((folder) =>
      read(folder, "accepted-records.csv").trimEnd().split("\n").slice(1),
    );
    expect(imported.map((line) => line.split(",")[0])).toEqual([ONE, TWO]);
    write("t.csv", `${read("t.csv")}${imported.join("\n")}\n`);
    const after = await on("2025-06-22", "n3", ...log, "--pending", "a2/decision-log.csv");
    expect([after.code, after.stderr]).toEqual([0, ""]);
    expect(rowsOf(read("n3", "proposals.csv"))).toEqual([]);
    expect(read("n3", "violations.csv")).not.toContain("double-credit");

    // Had the second check not known of it, accept would still refuse, or the next check would name the double.
    write("t.csv", transcript(earner(ONE), earner(TWO)));
    await on("2025-06-21", "n2b");
    write("d2b.csv", `${DECISIONS}\n${decision("n2b", ONE)}\n`);
    const again = await zcredit("accept", "n2b", "--decisions", "d2b.csv", "-o", "a2b", ...log);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("accepted before");
  });
});

describe("explain", () => {
  it("shows what is pending and what is accepted, as the check does", async () => {
    write("t.csv", transcript(earner(ONE), FAULTY));
    await check("-o", "n1");
    write("d.csv", `${DECISIONS}\n${decision("n1", ONE)}\n`);
    await zcredit("accept", "n1", "--decisions", "d.csv", "-o", "a1");
    const explain = (student: string, ...more: readonly string[]) =>
      zcredit("explain", "--student", student, "-t", "t.csv", "-p", "policy.json", "--award-date=2025-06-20", ...more);
    expect((await explain(ONE)).stdout).toContain("Proposed, ready to import");
    const pending = await explain(ONE, "--pending", "a1/decision-log.csv");
    expect([pending.code, pending.stderr]).toEqual([0, ""]);
    expect(pending.stdout).toContain("Pending, left out of the import file: 0.5 credit");
    expect(pending.stdout).not.toContain("ready to import");
    await explain(ONE, "--pending", "a1/decision-log.csv", "--html", "family.html");
    expect(read("family.html")).toContain("0.5 credit was agreed to and is being entered.");
    expect((await explain("9000000003")).code).toBe(1);
    write(
      "accepted.csv",
      "code,student_id,record,reason,by,expires\ncredit-with-failing-mark,9000000003,MAT101,r,b,\nmark-unknown,1,MAT101,r,b,\n",
    );
    const accepted = await explain("9000000003", "--accepted", "accepted.csv");
    expect([accepted.code, accepted.stderr]).toEqual([0, ""]);
    expect(accepted.stdout).toContain("accepted error credit-with-failing-mark");
    expect(accepted.stdout).not.toContain("accepted-unused");
  });
});

describe("samples/nightly", () => {
  const SCRIPT = fileURLToPath(new URL("../../samples/nightly/zcredit-nightly.sh", import.meta.url));

  it.skipIf(process.platform === "win32")("the script runs two nights, the second with what was accepted", async () => {
    mkdirSync(join(here.path, "exports"));
    write("exports/transcripts-a.csv", transcript(earner(ONE)));
    write("exports/transcripts-b.csv", transcript(earner(TWO), FAULTY));
    const env = { ...process.env, ZCREDIT_BASE: here.path, ZCREDIT_PROGRAM: PROGRAM_FILE, ZCREDIT_DAY: "2025-06-20" };
    const night = (results: string) =>
      spawnSync("bash", [SCRIPT], { cwd: here.path, env: { ...env, ZCREDIT_RESULTS: results }, encoding: "utf8" });
    const first = night(join(here.path, "results"));
    expect([first.status, first.stderr]).toEqual([1, ""]);
    const [folderOfFirst = ""] = readdirSync(join(here.path, "results"));
    write("decisions.csv", `${DECISIONS}\n${decision(`results/${folderOfFirst}`, ONE)}\n`);
    await zcredit("accept", `results/${folderOfFirst}`, "--decisions", "decisions.csv", "-o", "accepted/1");
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const second = night(join(here.path, "results"));
    expect([second.status, second.stderr]).toEqual([0, ""]);
    // Lines of the summary break at 80 columns.
    expect(second.stdout.replace(/\s+/g, " ")).toContain("1 proposal (0.5 credit) is left out");
  });
});
