// One table: whole `zcredit check` runs with 1 and N workers, a bare csv-parse pass over the same transcript and a
// hand-written DuckDB query for the same proposals, each a process of its own, in turns; medians. The query must name
// the very proposals of the check, or this fails. Then a policy of 2,000 pathways is linted (policy.mjs).
// Usage: node test/bench/bench.mjs [rows,rows...] [runs] [sorted,shuffled]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { here, inTurns, measure, table } from "./measure.mjs";
import { benchPolicy } from "./policy.mjs";
import { sameProposals } from "./proposals.mjs";

const sizes = (process.argv[2] ?? "100000").split(",").map(Number);
const runs = Number(process.argv[3] ?? 5);
const orders = (process.argv[4] ?? "sorted,shuffled").split(",");
const seed = 20_250_620;
const many = Math.max(2, availableParallelism());
const workers = [1, many];
const thousands = (n) =>
  Math.round(n)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");

function say(text) {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : "");
}

function programsFor(folder) {
  const path = (name) => join(folder, name);
  const inputs = ["-t", path("transcripts.csv"), "-s", path("scores.csv"), "-p", path("policy.json")];
  const check = [here("../../bin/zcredit.js"), "check", "--no-config", ...inputs, "--award-date", "2025-06-20"];
  return [
    { name: "csv-parse 1", go: () => measure(folder, [here("bare.mjs"), path("transcripts.csv")]) },
    ...workers.map((n) => ({
      name: `DuckDB ${n}`,
      go: () => measure(folder, [here("duckdb.mjs"), folder, path("query.csv"), String(n)]),
    })),
    ...workers.map((n) => ({
      name: `zcredit ${n}`,
      // Violations are found, so a run ends with 1.
      go: () => measure(folder, [...check, "-o", path("out"), "--force", "--quiet", "--jobs", String(n)], 1),
    })),
  ];
}

/** All that is measured of one file. */
function benchFile(rows, order) {
  const folder = mkdtempSync(join(tmpdir(), "zcredit-bench-"));
  try {
    say(`${rows} rows, ${order}: being made`);
    execFileSync(process.execPath, [here("make.mjs"), folder, String(rows), String(seed), order]);
    const medians = inTurns(programsFor(folder), runs, (what) => say(`${rows} rows, ${order}, ${what}`));
    const proposals = sameProposals(join(folder, "out"), join(folder, "query.csv"));
    return { rows, order, medians, proposals, size: statSync(join(folder, "transcripts.csv")).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    say("");
  }
}

function lineOf({ rows, order, medians }, name) {
  const [program, threads] = name.split(" ");
  const { seconds, peak } = medians.get(name);
  const ratio = (base) => (seconds / medians.get(base).seconds).toFixed(2);
  const byQuery = program === "csv-parse" ? "" : ratio(`DuckDB ${threads}`);
  const times = [seconds.toFixed(2), thousands(rows / seconds), thousands(peak)];
  return [thousands(rows), order, program, threads, ...times, ratio("csv-parse 1"), byQuery];
}

const HEAD = ["rows", "order", "program", "workers", "seconds", "rows/s", "peak MiB", "x csv-parse", "x DuckDB"];

/** How much more the largest size takes than the one before it: of time for each row, and of memory. */
function growth(files) {
  const lines = [];
  for (const order of orders) {
    const [smaller, larger] = files.filter((file) => file.order === order).slice(-2);
    if (larger === undefined) continue;
    for (const n of workers) {
      const [a, b] = [smaller, larger].map(({ medians, rows }) => ({ ...medians.get(`zcredit ${n}`), rows }));
      const perRow = (b.seconds / b.rows / (a.seconds / a.rows)).toFixed(2);
      const peak = (b.peak / a.peak).toFixed(2);
      lines.push(
        `${order}, ${n} ${n === 1 ? "worker" : "workers"}, ${thousands(b.rows)} rows against ${thousands(a.rows)}: time per row ${perRow}, peak memory ${peak}`,
      );
    }
  }
  return lines;
}

const files = sizes.flatMap((rows) => orders.map((order) => benchFile(rows, order)));
console.log(`medians of ${runs} in turns, seed ${seed}, ${many} processors, Node ${process.versions.node}`);
console.log(table([HEAD, ...files.flatMap((file) => [...file.medians.keys()].map((name) => lineOf(file, name)))]));
for (const { rows, order, proposals, size } of files) {
  console.log(
    `${thousands(rows)} rows, ${order}, ${thousands(size / 1024 / 1024)} MiB: ${thousands(proposals)} proposals by zcredit, the same ${thousands(proposals)} by DuckDB`,
  );
}
for (const line of growth(files)) console.log(line);
await benchPolicy(2000, runs);
