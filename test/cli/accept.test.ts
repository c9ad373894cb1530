import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cutRecords, joinRecords } from "../../src/accepted/records.js";
import { encodeText } from "../../src/encode.js";
import { runCli } from "../support/cli.js";
import { earner, folder, POLICY, transcript } from "../support/district.js";

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder({ "t.csv": transcript(earner("9000000001"), earner("9000000002")) });
});
afterEach(() => here.remove());

const read = (...path: readonly string[]): string => readFileSync(join(here.path, ...path), "utf8");
const write = (name: string, content: string): void => writeFileSync(join(here.path, name), content);
const zcredit = (...args: readonly string[]) => runCli(args, { cwd: here.path });
const accept = (...args: readonly string[]) => zcredit("accept", "out", "--decisions", "d.csv", "-o", "acc", ...args);
const HEAD = "proposal_id,decision,by,on,reason,credits,mark\n";

async function proposals(): Promise<readonly Record<string, string>[]> {
  await zcredit("check", "-t", "t.csv", "-p", "policy.json", "--award-date=2025-06-20", "-o", "out");
  return parse(read("out", "proposals.csv"), { bom: true, columns: true });
}

it("needs a folder and decisions", async () => {
  const run = await zcredit("accept");
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("DIR");
  expect(run.stderr).toContain("--decisions");
});

it("names every decision that can't stand, and writes nothing", async () => {
  const [first, second] = await proposals();
  const [a, b] = [first?.proposal_id, second?.proposal_id];
  const lines = [
    "0000000000000000,accept,me,2025-06-21,,0.5,P",
    `${a},accept,,2025-06-21,,0.5,P`,
    `${a},accept,me,,,0.5,P`,
    `${a},perhaps,me,2025-06-21,,0.5,P`,
  ];
  for (const [i, line] of lines.entries()) {
    write("d.csv", `${HEAD}${line}\n`);
    const run = await accept();
    expect([i, run.code]).toEqual([i, 2]);
    expect(run.stderr).toContain("d.csv:2");
  }
  write(
    "d.csv",
    `${HEAD}${a},accept,me,2025-06-21,,1,P\n${a},accept,me,2025-06-21,,0.5,P\n${b},accept,me,2025-06-21,,0.5,A\n`,
  );
  const run = await accept();
  expect(run.stderr.trimEnd().split("\n")).toHaveLength(3);
  expect(run.stderr).toMatch(/d\.csv:2: .*credits "1"/);
  expect(run.stderr).toMatch(/d\.csv:3: .*decided twice/);
  expect(run.stderr).toMatch(/d\.csv:4: .*mark "A"/);
  expect(existsSync(join(here.path, "acc"))).toBe(false);
});

it("never accepts a held one", async () => {
  const [pathway] = POLICY.pathways;
  write("policy.json", JSON.stringify({ ...POLICY, pathways: [{ ...pathway, approvals: ["principal"] }] }));
  const [first] = await proposals();
  expect(first?.status).toBe("held");
  write("d.csv", `${HEAD}${first?.proposal_id},accept,me,2025-06-21,,${first?.credits},${first?.mark}\n`);
  expect((await accept()).stderr).toContain("is held");
  write("d.csv", `${HEAD}${first?.proposal_id},decline,me,2025-06-21,,,\n`);
  expect((await accept()).code).toBe(0);
  expect(read("acc", "decision-log.csv")).toContain("decline,me");
});

it("refuses results that were changed, also by one byte", async () => {
  const [first] = await proposals();
  write("d.csv", `${HEAD}${first?.proposal_id},accept,me,2025-06-21,,0.5,P\n`);
  write("out/proposed-records.csv", read("out", "proposed-records.csv").replace("0.5", "1.5"));
  const run = await accept();
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("was changed since");
});

it("takes decisions with semicolons and credits in another spelling; its folder is never replaced", async () => {
  const [first] = await proposals();
  write(
    "d.csv",
    `\uFEFFMark;Credits;By;On;Reason;Decision;Proposal ID\r\nP;0.50;me;6/21/2025;;Accept;${first?.proposal_id}\r\n`,
  );
  const run = await accept();
  expect([run.code, run.stderr]).toEqual([0, ""]);
  expect(statSync(join(here.path, "acc")).mode & 0o777).toBe(0o700);
  expect(JSON.parse(read("acc", "manifest.json")).counts).toEqual({
    accepted: 1,
    imported: 1,
    declined: 0,
    later: 0,
    undecided: 1,
  });
  expect((await accept()).code).toBe(2);
  expect((await zcredit("check", "-t", "t.csv", "-p", "policy.json", "-o", "acc", "--force")).stderr).toContain(
    "decision",
  );
});

it("cuts records at their line ends in every encoding, and puts them together again", () => {
  const text = '\uFEFFa,b\r\n1,"x\r\n""y"""\r\n2,"z\nz"\r\n3,é\r\n';
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
    const bytes = encodeText(text, encoding);
    const { head, records } = cutRecords(bytes);
    expect(records).toHaveLength(3);
    expect(joinRecords(head, records)).toEqual(new Uint8Array(bytes));
    const chosen = joinRecords(head, records.slice(1, 2));
    expect(chosen).toEqual(new Uint8Array(encodeText('\uFEFFa,b\r\n2,"z\nz"\r\n', encoding)));
  }
});
