import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliResult, runCli } from "../support/cli.js";

/*
 * The samples are run as their README says, and every file that comes out is compared with `samples/expected`.
 * `UPDATE=1` writes those files anew: read what changed, since they are the decisions that people were promised.
 */

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const EXPECTED = join(SAMPLES, "expected");
const AWARD_DATE = "2025-06-20";
const RESULTS = "results";

/** The last is the text on the terminal. */
const FILES = [
  "manifest.json",
  "merged-transcript.csv",
  "proposals.csv",
  "proposed-records.csv",
  "refusals.csv",
  "report.json",
  "summary.txt",
  "violations.csv",
] as const;

/** In the order of the funnel; the last is the code of a rule that the new record would break. */
const REASONS = [
  "not-in-effect",
  "not-eligible",
  "doubtful-row",
  "cte-excluded",
  "evidence-missing-part",
  "mark-not-comparable",
  "tries-exhausted",
  "evidence-not-met",
  "evidence-before-attempt",
  "attempt-forbidden",
  "barred-by-course",
  "no-lost-credit",
  "attempt-mark-not-listed",
  "attempt-too-old",
  "attempt-summer",
  "attempt-out-of-district",
  "attempt-grade-level",
  "already-credited",
  "pathway-ceiling",
  "cap-reached",
  "shadowed",
  "grade-missing",
  "approval-denied",
  "course-code-generic",
];

const STATUSES = ["held", "ready", "waiver"];

type Row = Readonly<Record<string, string>>;

function sample(name: string): string {
  return join(SAMPLES, name);
}

function table(text: string): readonly Row[] {
  return parse(text, { bom: true, columns: true }) as Row[];
}

function inputs(transcripts: readonly string[]): readonly string[] {
  return [
    ...transcripts.flatMap((file) => ["-t", file]),
    ...["-s", sample("scores.csv"), "--approvals", sample("approvals.csv"), "--students", sample("students.csv")],
    ...["-p", sample("policy.json"), "--award-date", AWARD_DATE],
  ];
}

const BOTH_SCHOOLS = [sample("transcripts.csv"), sample("transcripts-hilltop.csv")];

let folder: string;
let run: CliResult;
let page: string;
const made = new Map<string, string>();

function content(name: (typeof FILES)[number]): string {
  return made.get(name) ?? "";
}

function withoutPage(manifest: string): string {
  const parsed = JSON.parse(manifest) as { readonly outputs: readonly { readonly name: string }[] };
  const outputs = parsed.outputs.filter(({ name }) => name !== "report.html");
  return `${JSON.stringify({ ...parsed, outputs }, null, 2)}\n`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-samples-"));
  run = await runCli(["check", ...inputs(BOTH_SCHOOLS), "-o", RESULTS, "--merged"], { cwd: folder });
  for (const name of readdirSync(join(folder, RESULTS))) {
    made.set(name, readFileSync(join(folder, RESULTS, name), "utf8"));
  }
  // The page holds a bundle of libraries, and test/html opens it in a browser; here its digest would only be noise.
  page = made.get("report.html") ?? "";
  made.delete("report.html");
  made.set("manifest.json", withoutPage(content("manifest.json")));
  made.set("summary.txt", run.stdout);
  if (process.env.UPDATE !== "1") return;
  rmSync(EXPECTED, { recursive: true, force: true });
  mkdirSync(EXPECTED, { recursive: true });
  for (const [name, text] of made) writeFileSync(join(EXPECTED, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the samples", () => {
  it("end with exit code 1, since faults are planted, and say nothing on standard error", () => {
    expect([run.code, run.stderr]).toEqual([1, ""]);
  });

  it("give these files and no others, beside the page", () => {
    expect(page).toContain("33 records are ready to import, 18.5 credits.");
    expect([...made.keys()].sort()).toEqual(FILES);
    expect(readdirSync(EXPECTED).sort()).toEqual(FILES);
  });

  for (const name of FILES) {
    it(`give ${name} as expected`, () => {
      expect(content(name)).toBe(readFileSync(join(EXPECTED, name), "utf8"));
    });
  }

  it("meet every reason for refusing", () => {
    const reasons = new Set(table(content("refusals.csv")).map((refusal) => refusal.reason));
    expect([...reasons].sort()).toEqual([...REASONS].sort());
  });

  it("meet every status of a proposal, and every thing that a held one can miss", () => {
    const proposals = table(content("proposals.csv"));
    expect([...new Set(proposals.map((proposal) => proposal.status))].sort()).toEqual(STATUSES);
    const missing = new Set(proposals.map((proposal) => proposal.missing).filter((text) => text !== ""));
    expect([...missing].sort()).toEqual(["administrator", "counselor", "request", "teacher", "teacher;administrator"]);
  });

  it("tell the story of every student, and of nobody else", () => {
    const readme = readFileSync(sample("README.md"), "utf8");
    const told = [...readme.matchAll(/^\| `(\d+)` +\|/gm)].map((match) => match[1]);
    const report = JSON.parse(content("report.json")) as { readonly counts: { readonly students: number } };
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBe(report.counts.students);
    for (const file of ["proposals.csv", "refusals.csv"] as const) {
      for (const row of table(content(file))) expect(told).toContain(row.student_id);
    }
  });

  it("show no name of a student outside the records themselves", () => {
    const names = new Set<string>();
    for (const line of BOTH_SCHOOLS.flatMap((file) => readFileSync(file, "utf8").split("\n"))) {
      const [, , last, first] = line.split(",");
      for (const name of [last, first]) if (name && !name.endsWith("_name")) names.add(name);
    }
    expect(names.size).toBeGreaterThan(80);
    const shown = FILES.filter((name) => name !== "proposed-records.csv" && name !== "merged-transcript.csv");
    const all = [run.stdout, run.stderr, ...shown.map(content)].join("\n");
    expect([...names].filter((name) => all.includes(name))).toEqual([]);
    // The layout has these columns, so the new records do carry them: the names above are the right ones.
    expect([...names].some((name) => content("proposed-records.csv").includes(name))).toBe(true);
  });

  it("begin the merged transcript with the very bytes of the first", () => {
    const input = readFileSync(sample("transcripts.csv"), "utf8");
    expect(content("merged-transcript.csv").startsWith(input)).toBe(true);
  });

  it("propose nothing more once the new records have landed, for students with nothing held", async () => {
    const merged = join(folder, RESULTS, "merged-transcript.csv");
    await runCli(["check", ...inputs([merged]), "-o", "again"], { cwd: folder });
    const again = table(readFileSync(join(folder, "again", "proposals.csv"), "utf8"));
    expect(again.filter((proposal) => proposal.status === "ready")).toEqual([]);
    const held = table(content("proposals.csv")).filter((proposal) => proposal.status === "held");
    expect(again.filter((proposal) => proposal.status === "held")).toEqual(held);
  });

  it("hold every record where the layout has no designations, since it could not be told again", async () => {
    const [header = "", ...lines] = readFileSync(sample("transcripts.csv"), "utf8").split("\n");
    const at = header.split(",").indexOf("designations");
    const without = [header, ...lines.filter((line) => line.startsWith("1000000042,"))].map((line) =>
      line.split(",").toSpliced(at, 1).join(","),
    );
    writeFileSync(join(folder, "plain.csv"), `${without.join("\n")}\n`);
    await runCli(["check", ...inputs([join(folder, "plain.csv")]), "-o", "plain"], { cwd: folder });
    const proposals = table(readFileSync(join(folder, "plain", "proposals.csv"), "utf8"));
    const mine = proposals.filter((proposal) => proposal.student_id === "1000000042");
    expect(mine.map(({ status, missing }) => [status, missing])).toEqual([["held", "designation-column"]]);
  });
});

type Cell = string | number | boolean | null;
type ExampleRows = readonly Readonly<Record<string, Cell>>[];

interface Example {
  readonly name: string;
  readonly pathway?: string;
  readonly awardDate: string;
  readonly transcript?: ExampleRows;
  readonly scores?: ExampleRows;
  readonly approvals?: ExampleRows;
  readonly expect: {
    readonly proposals?: readonly Readonly<Record<string, Cell>>[];
    readonly refusals?: readonly { readonly pathway: string; readonly reason: string }[];
  };
}

/** Rows as a file; columns in the order in which they first come up. */
function csvOf(rows: ExampleRows, also: readonly string[] = []): string {
  const columns = [...new Set([...rows.flatMap((row) => Object.keys(row)), ...also])];
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((cells) => cells.join(",")).join("\n")}\n`;
}

describe("the examples inside the sample policy", () => {
  const { examples } = JSON.parse(readFileSync(sample("policy.json"), "utf8")) as { readonly examples: Example[] };

  it("are there", () => expect(examples.length).toBeGreaterThan(3));

  for (const [index, example] of examples.entries()) {
    it(example.name, async () => {
      const flags: string[] = [];
      const give = (flag: string, name: string, text: string): void => {
        const file = join(folder, `example-${index}-${name}.csv`);
        writeFileSync(file, text);
        flags.push(flag, file);
      };
      give("-t", "transcript", csvOf(example.transcript ?? [], ["designations"]));
      if (example.scores !== undefined) give("-s", "scores", csvOf(example.scores));
      if (example.approvals !== undefined) give("--approvals", "approvals", csvOf(example.approvals));
      const out = `example-${index}`;
      const args = ["-p", sample("policy.json"), "--award-date", example.awardDate, "-o", out];
      await runCli(["check", ...flags, ...args], { cwd: folder });
      const read = (name: string): readonly Row[] => table(readFileSync(join(folder, out, name), "utf8"));
      const { pathway } = example;
      const ofPathway = (row: Row): boolean => pathway === undefined || row.pathway === pathway;
      const proposals = read("proposals.csv").filter(ofPathway);
      const wanted = example.expect.proposals ?? [];
      expect(proposals.length).toBe(wanted.length);
      for (const [at, want] of wanted.entries()) {
        for (const [column, value] of Object.entries(want)) expect(proposals[at]?.[column]).toBe(String(value));
      }
      const refusals = read("refusals.csv").filter(ofPathway);
      const told = refusals.map((refusal) => ({ pathway: refusal.pathway, reason: refusal.reason }));
      expect(told).toEqual(example.expect.refusals ?? []);
    });
  }
});
