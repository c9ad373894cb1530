import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { check } from "../../src/index.js";
import { KEY, leaks, NAMES, redacted } from "./support.js";

const sample = (name: string) => ({
  name,
  data: readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8"),
});

const INPUTS = {
  transcripts: [sample("transcripts.csv"), sample("transcripts-hilltop.csv")],
  scores: [sample("scores.csv")],
  approvals: [sample("approvals.csv")],
  students: [sample("students.csv")],
  policy: sample("policy.json").data,
  awardDate: "2025-06-20",
};

const PERSONAL = ["student_id", "state_student_id", "last_name", "first_name", "birth_date", "by", "note"];

/** Every id, name, signature and note of the samples. */
function secrets(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { data } of [...INPUTS.transcripts, ...INPUTS.scores, ...INPUTS.approvals, ...INPUTS.students]) {
    // One of its lines opens a quote that nothing closes.
    const lines: string[][] = parse(data, { relax_column_count: true, bom: true, quote: false });
    const head = lines.findIndex((line) => line.includes("student_id"));
    for (const line of lines.slice(head + 1)) {
      for (const column of PERSONAL) {
        const text = (line[lines[head]?.indexOf(column) ?? -1] ?? "").replaceAll('"', "").trim();
        // A line of totals counts rows where ids stand.
        if (text.length > 2 && !PERSONAL.includes(text)) found.add(text);
      }
    }
  }
  return found;
}

let plain: Awaited<ReturnType<typeof check>>;
let hidden: Awaited<ReturnType<typeof check>>;
beforeAll(async () => {
  plain = await check(INPUTS);
  hidden = await check({ ...INPUTS, redactKey: KEY });
});

it("no id, name, signature or note of the sample district stands in any file of any format", async () => {
  const all = secrets();
  expect(all.size).toBeGreaterThan(200);
  expect(leaks(await redacted(INPUTS), all)).toEqual([]);
});

it("what is searched for would be found: without the key the ids and signatures are there", () => {
  const found = leaks(plain.files, secrets());
  expect(found.some((text) => text.startsWith("report.json: 1000000"))).toBe(true);
  expect(found.some((text) => text.startsWith("proposals.csv: R. Teacher"))).toBe(true);
});

it("changes no decision: the same students have the same proposals, refusals and violations", () => {
  const of = ({ result }: typeof plain, name: (id: string) => string) => ({
    proposals: result.proposals
      .map((each) => `${name(each.studentId)} ${each.pathway} ${each.credits} ${each.mark}`)
      .sort(),
    refusals: result.refusals.map((each) => `${name(each.studentId)} ${each.pathway} ${each.allReasons}`).sort(),
    violations: result.violations.map((each) => `${name(each.studentId)} ${each.code} ${each.line}`).sort(),
    counts: result.counts,
  });
  expect(of(hidden, (id) => id)).toEqual(of(plain, NAMES.student));
});

it("no digest that a student's id goes into stands there as it is", () => {
  const digests = (of: typeof plain) => [
    ...of.result.proposals.map(({ id }) => id),
    ...of.result.violations.filter(({ studentId }) => studentId !== "").map(({ fingerprint }) => fingerprint),
  ];
  const before = new Set(digests(plain));
  expect(before.size).toBeGreaterThan(100);
  expect(digests(hidden).filter((digest) => before.has(digest))).toEqual([]);
  expect(new Set(digests(hidden)).size).toBe(before.size);
});

it("no day is left but that of the award, and the policy's own", () => {
  const days = new Set<string>();
  for (const name of ["proposals.csv", "refusals.csv", "violations.csv"])
    for (const [day] of (hidden.files.get(name) ?? "").matchAll(/\d{4}-\d{2}-\d{2}/g)) days.add(day);
  for (const day of days) expect([day, day === INPUTS.awardDate || INPUTS.policy.includes(day)]).toEqual([day, true]);
  expect(hidden.files.get("proposals.csv")).toContain("2025-05");
});

it("the same key gives the same bytes", async () => {
  expect((await check({ ...INPUTS, redactKey: KEY })).files).toEqual(hidden.files);
});

it("--merged is refused, and so is a short key", async () => {
  await expect(check({ ...INPUTS, redactKey: KEY, merged: true })).rejects.toThrow("redactKey");
  await expect(check({ ...INPUTS, redactKey: KEY.slice(0, 15) })).rejects.toThrow("15 bytes");
});
