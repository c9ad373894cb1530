// The processor time of the pure core alone: rows that are read already are normalised, grouped and evaluated, each
// stage by itself, in microseconds a transcript row and as a ratio to a csv-parse/sync pass over the same text.
// Usage: node test/bench/core.mjs [rows] [runs] [sorted|shuffled]
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { evaluateStudent } from "../../dist/evaluate.js";
import { collectRows } from "../../dist/group.js";
import { rowReader } from "../../dist/normalise/index.js";
import { loadPolicy } from "../../dist/policy/load.js";
import { readSource } from "../../dist/read/read.js";
import { generate } from "./generate.mjs";

const rows = Number(process.argv[2] ?? 200_000);
const runs = Number(process.argv[3] ?? 5);
const order = process.argv[4] ?? "shuffled";
const AWARD_DATE = "2025-06-20";
const BLOCK_CHARS = 1 << 18;
const seed = 20_250_620;

/** The least: whatever else the machine does only adds to it. */
function least(values) {
  return Math.min(...values);
}

function hasher() {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
}

/** How a file's rows come: its layout, and its text below the header in blocks of whole lines. */
async function blocksOf(folder, kind, name) {
  const text = readFileSync(join(folder, name), "utf8");
  const from = text.indexOf("\n") + 1;
  const few = new TextEncoder().encode(text.slice(0, text.indexOf("\n", from) + 1));
  const { layout } = await readSource({ kind, name, chunks: () => [few] }, () => {}, hasher());
  const blocks = [];
  for (let at = from; at < text.length; ) {
    const end = text.indexOf("\n", at + BLOCK_CHARS);
    blocks.push(text.slice(at, end < 0 ? text.length : end + 1));
    at = end < 0 ? text.length : end + 1;
  }
  return { name, layout, blocks };
}

/** Runs the work, collecting the garbage of what came before first, and notes its processor time. */
function timed(times, stage, work) {
  globalThis.gc?.();
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  times[stage].push(user + system);
  return result;
}

const folder = mkdtempSync(join(tmpdir(), "zcredit-core-"));
try {
  await generate(folder, rows, seed, order);
  const text = readFileSync(join(folder, "transcripts.csv"), "utf8");
  const files = [
    await blocksOf(folder, "transcript", "transcripts.csv"),
    await blocksOf(folder, "scores", "scores.csv"),
  ];
  const bytes = readFileSync(join(folder, "policy.json"));
  const { policy } = loadPolicy({ name: "policy.json", bytes, sha256: "0".repeat(64) }, AWARD_DATE);
  const times = { parse: [], normalise: [], group: [], evaluate: [] };
  const counts = { students: 0, proposals: 0, refusals: 0, violations: 0 };
  for (let run = 0; run < runs; run += 1) {
    timed(times, "parse", () => parse(text).length);
    const collector = collectRows();
    const read = rowReader(policy);
    const normalised = [];
    times.normalise.push(0);
    for (const { name, layout, blocks } of files) {
      let line = 2;
      for (const block of blocks) {
        const raw = parse(block).map((cells, i) => ({ file: name, line: line + i, layout, cells }));
        line += raw.length;
        const from = process.cpuUsage();
        for (const row of raw) normalised.push(read(row));
        const { user, system } = process.cpuUsage(from);
        times.normalise[run] += user + system;
      }
    }
    const students = timed(times, "group", () => {
      for (const row of normalised) collector.add(row);
      const grouping = collector.finish([]);
      return { identities: grouping.identities, files: [...grouping.students()] };
    });
    const context = {
      policy,
      awardDate: AWARD_DATE,
      given: new Set(["transcript", "scores"]),
      idWidth: students.identities.idWidth,
      isStudent: students.identities.isStudent,
      hasDesignationColumn: true,
    };
    Object.assign(counts, { students: 0, proposals: 0, refusals: 0, violations: 0 });
    timed(times, "evaluate", () => {
      for (const student of students.files) {
        const { decision, violations } = evaluateStudent(student, context);
        counts.students += 1;
        counts.proposals += decision.proposals.length;
        counts.refusals += decision.refusals.length;
        counts.violations += violations.length;
      }
    });
  }
  const base = least(times.parse);
  let core = 0;
  console.log(`${rows} rows, ${order}, least of ${runs}, ${JSON.stringify(counts)}`);
  for (const [stage, all] of Object.entries(times)) {
    const each = least(all);
    if (stage !== "parse") core += each;
    console.log(`${stage.padEnd(10)} ${(each / rows).toFixed(2)} µs a row   ratio ${(each / base).toFixed(2)}`);
  }
  console.log(`${"core".padEnd(10)} ${(core / rows).toFixed(2)} µs a row   ratio ${(core / base).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
