import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LIST_NAMES, SHIPPED_LISTS } from "../../src/data/lists.js";
import { listsFile, loadLists } from "../../src/data/loadLists.js";
import { check } from "../../src/index.js";
import { runCli } from "../support/cli.js";
import { earner, folder, HEADER, POLICY } from "../support/district.js";

let here: ReturnType<typeof folder>;
const write = (name: string, content: string): void => writeFileSync(join(here.path, name), content);
const read = (...path: readonly string[]): string => readFileSync(join(here.path, ...path), "utf8");
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });

/** Algebra 1 has no subject here, which the policy's linter says; and 04101 is in no list. */
const OURS = '{ "courseCodes": [{ "code": "02052", "title": "Anything", "generic": "other" }] }';
const COLUMNS = `${HEADER},state_course_code`;

beforeEach(() => {
  here = folder();
  const rows = earner("9000000001")
    .split("\n")
    .concat("9000000001,Nguyen,4321,2024-25,S1,10,HIS101,A,0.5,0.5,")
    .map((row) => `${row},${row.includes("HIS101") ? "04101" : row.includes("MAT301") ? "02056" : "02052"}`);
  write("coded.csv", `${[COLUMNS, ...rows].join("\n")}\n`);
  const students = [1, 2, 3, 4].map((n) => `900000000${n},11,2026,${n % 2 === 0 ? "F" : "M"}\n`);
  write("st.csv", `student_id,grade_level,class_of,sex\n${students.join("")}`);
  write("ours.json", OURS);
  write("broken.json", '{ "courseCode": [] }');
});
afterEach(() => here.remove());

const INPUTS = ["-t", "coded.csv", "-p", "policy.json", "--award-date", "2025-06-20"];
const COMMANDS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["check", ["check", ...INPUTS, "-o", "out"]],
  ["explain", ["explain", "--student", "9000000001", ...INPUTS]],
  ["audit", ["audit", ...INPUTS, "-o", "out"]],
  ["equity", ["equity", ...INPUTS, "--students", "st.csv", "--min-n", "2", "-o", "out"]],
  ["verify", ["verify", "--before", "coded.csv", "--after", "coded.csv", "-p", "policy.json"]],
  ["inspect", ["inspect", "coded.csv"]],
  ["inspect with a policy", ["inspect", "coded.csv", "-p", "policy.json"]],
  ["policy check", ["policy", "check", "policy.json"]],
  ["policy show", ["policy", "show", "policy.json"]],
  ["policy diff", ["policy", "diff", "policy.json", "policy.json"]],
  ["policy test", ["policy", "test", "policy.json"]],
  ["lists", ["lists"]],
];

describe("--lists", () => {
  it.each(COMMANDS)("%s reads it: one at fault is said, and nothing is done", async (_, args) => {
    const broken = await zcredit(...args, "--lists", "broken.json");
    expect([broken.code, broken.stdout]).toEqual([2, ""]);
    expect(broken.stderr).toContain('"courseCode" is not a key here. Did you mean "courseCodes"?');
    const sound = await zcredit(...args, "--lists", "ours.json");
    expect(sound.stderr).toBe("");
    expect(sound.code).toBeLessThan(2);
  });

  it("changes what is found: in check, explain, inspect, policy check", async () => {
    const unknown = /course-code-unknown/;
    const own = ["--lists", "ours.json"];
    await zcredit("check", ...INPUTS, "-o", "a");
    await zcredit("check", ...INPUTS, "-o", "b", ...own);
    expect(read("a", "violations.csv")).not.toMatch(unknown);
    expect(read("b", "violations.csv")).toMatch(/course-code-unknown.*the list given with --lists/);
    expect((await zcredit("inspect", "coded.csv")).stdout).not.toMatch(/course-code-unknown/);
    expect((await zcredit("inspect", "coded.csv", ...own)).stdout).toMatch(/course-code-unknown/);
    expect((await zcredit("policy", "check", "policy.json")).stdout).not.toContain("Anything");
    expect((await zcredit("policy", "check", "policy.json", ...own)).stdout).toContain('02052 stands for "Anything"');
    const explain = ["explain", "--student", "9000000001", ...INPUTS];
    expect((await zcredit(...explain, ...own)).stdout).not.toBe((await zcredit(...explain)).stdout);
  });

  it("stands in the manifest of check, audit and equity, and may stand in the configuration", async () => {
    const named = /"kind": "reference",\s+"name": "ours.json",\s+"sha256": "[0-9a-f]{64}"/;
    await zcredit("check", ...INPUTS, "-o", "c", "--lists", "ours.json");
    await zcredit("audit", ...INPUTS, "-o", "d", "--lists", "ours.json");
    await zcredit("equity", ...INPUTS, "--students", "st.csv", "--min-n", "2", "-o", "e", "--lists", "ours.json");
    for (const out of ["c", "d", "e"])
      expect([out, read(out, "manifest.json")]).toEqual([out, expect.stringMatching(named)]);
    write("zcredit.json", '{ "lists": "ours.json" }');
    await zcredit("check", ...INPUTS, "-o", "f");
    expect(read("f", "violations.csv")).toBe(read("c", "violations.csv"));
  });

  it("works in the library", async () => {
    const outcome = await check({
      transcripts: [{ name: "coded.csv", data: read("coded.csv") }],
      policy: JSON.stringify(POLICY),
      awardDate: "2025-06-20",
      lists: { name: "ours.json", data: OURS },
    });
    expect(outcome.result.violations.map(({ code }) => code)).toContain("course-code-unknown");
    expect(outcome.files.get("manifest.json")).toContain('"ours.json"');
  });

  it("for verify says what it is for, where no policy is named", async () => {
    const run = await zcredit("verify", "--before", "coded.csv", "--after", "coded.csv", "--lists", "ours.json");
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("the policy that --lists is for")]);
  });
});

describe("zcredit lists", () => {
  it("names every list with its source, and says what is second-hand or unconfirmed", async () => {
    const { stdout } = await zcredit("lists");
    for (const name of LIST_NAMES) expect(stdout).toContain(`${name}: `);
    expect(stdout).toContain("version 12");
    expect(stdout).toMatch(/designations: \d+ confirmed, 1 unconfirmed/);
    expect(stdout).toMatch(/worldLanguageLevels: 7 second-hand/);
    const codes = (await zcredit("lists", "courseCodes")).stdout;
    expect(codes).toMatch(/^06101 .*, now 24052$/m);
    expect((await zcredit("lists", "designations")).stdout).toContain(
      "Z not together with A, C, H, I, K, L, N, R, T (unconfirmed)",
    );
    expect((await zcredit("lists", "smarterBalancedCuts")).stdout).toContain(
      "grade 10, 2018 to now: level 2 from 2533",
    );
    expect((await zcredit("lists", "worldLanguageLevels")).stdout).toContain("Novice High: 2 credits; STAMP 3;");
    const none = await zcredit("lists", "courseCode");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('Did you mean "courseCodes"?')]);
  });

  it("--json is a file that --lists takes, and that changes nothing until it is edited", async () => {
    const { stdout } = await zcredit("lists", "--json");
    expect(stdout).toBe(listsFile(SHIPPED_LISTS));
    const { lists } = loadLists("all.json", stdout);
    expect(listsFile(lists)).toBe(stdout);
    expect(lists.courseCodes()).toEqual(SHIPPED_LISTS.courseCodes());
    expect(lists.conflicts).toEqual(SHIPPED_LISTS.conflicts);
    expect(lists.worldLanguageLevels).toEqual(SHIPPED_LISTS.worldLanguageLevels);
    const one = JSON.parse((await zcredit("lists", "designations", "--json")).stdout);
    expect(Object.keys(one)).toEqual(["sources", "designations"]);
  });
});
