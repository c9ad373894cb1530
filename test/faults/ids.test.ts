import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { earner, POLICY, transcript } from "../support/district.js";
import { argsOf, district, itHoldsTheTable, type Place, run, watcher } from "./support.js";

const watch = watcher();
let here: Place;
beforeAll(async () => {
  here = await district();
}, 60_000);
afterAll(() => here.remove());
afterEach(() => {
  for (const name of ["ids"]) rmSync(at(name), { recursive: true, force: true });
});

const at = (name: string): string => join(here.path, name);
const zcredit = (...args: readonly string[]) => run(args, { cwd: here.path });

describe("ids that are no ids", () => {
  const IDS: readonly (readonly [string, string])[] = [
    ["`__proto__`", "__proto__"],
    ["`constructor`", "constructor"],
    ["`toString`", "toString"],
    ["empty", ""],
    ["10 kB long", "9".repeat(10_000)],
    ["right to left", "\u202e9000000001\u202c"],
  ];
  const IN_POLICY = [...IDS, ["with NUL", "90000\u000000001"]] as const;

  it.each(IDS)("a student, a course, a test and a term that is %s", async (what, id) => {
    const rows = [
      `${id},Nguyen,4321,2023-24,S1,9,MAT101,F,0.5,0,`,
      `${id},Nguyen,4321,2024-25,S1,10,MAT301,B,0.5,0.5,`,
      `9000000001,Nguyen,${id},2023-24,${id},9,${id},${id},0.5,0,${id}`,
      earner("9000000002"),
    ];
    writeFileSync(at("ids.csv"), transcript(...rows));
    writeFileSync(at("ids-s.csv"), `student_id,test,date,level\n${id},${id},2024-05-01,${id}\n`);
    const args = argsOf("check", "ids").map((word) => (word === "t.csv" ? "ids.csv" : word));
    const ran = await zcredit(...args, "-s", "ids-s.csv", "--format", "csv,json,html,sarif,junit,text");
    expect([0, 1], ran.stderr).toContain(ran.code);
    watch.expect(`an id that is ${what}`, "check", here, ran, /^$/, ran.code ?? 2);
    // What is sound beside it is proposed all the same.
    expect(readFileSync(at("ids/proposals.csv"), "utf8")).toContain(",9000000002,");
    expect(() => JSON.parse(readFileSync(at("ids/report.json"), "utf8"))).not.toThrow();
    expect(ran.stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    rmSync(at("ids"), { recursive: true });
  });

  it("a student with NUL", async () => {
    writeFileSync(at("ids.csv"), transcript(earner("90000\u000000001")));
    const ran = await zcredit(...argsOf("check", "ids").map((word) => (word === "t.csv" ? "ids.csv" : word)));
    watch.expect("an id that is with NUL", "check", here, ran, /bytes that text never holds/);
  });

  it.each(IN_POLICY)("in a policy: %s", async (what, id) => {
    const [first, second] = POLICY.courses;
    const [next] = POLICY.pathways;
    const policy = {
      ...POLICY,
      courses: [{ ...first, id }, second],
      pathways: [{ ...next, id, award: { ...next.award, courses: [id] } }],
    };
    writeFileSync(at("ids.json"), JSON.stringify(policy));
    const args = argsOf("check", "ids").map((word) => (word === "policy.json" ? "ids.json" : word));
    const ran = await zcredit(...args);
    // A name is a name: only an empty one, or one that no one could tell or type, is refused.
    const isSound = ["__proto__", "constructor", "toString"].includes(id);
    watch.expect(
      `an id of the policy that is ${what}`,
      "check",
      here,
      ran,
      isSound ? /^$/ : /: "id" must/,
      isSound ? 0 : 2,
    );
    expect(existsSync(at("ids"))).toBe(isSound);
    if (isSound) expect(readFileSync(at("ids/proposals.csv"), "utf8")).toContain(`,${id},MAT101,`);
    expect(ran.stderr.length).toBeLessThan(50_000);
  });
});

itHoldsTheTable("ids", watch);
