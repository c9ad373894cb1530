// Measures a whole `zcredit check` against a bare csv-parse pass over the same transcript, each in a process of its
// own, in turns, and prints the medians.
// Then lints a policy of 2,000 pathways (policy.mjs).
// Usage: node test/bench/bench.mjs [rows] [runs]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generate } from "./generate.mjs";
import { benchPolicy } from "./policy.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const rows = Number(process.argv[2] ?? 50_000);
const runs = Number(process.argv[3] ?? 5);
const seed = 20_250_620;

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function measure(folder, args) {
  const peakFile = join(folder, "peak");
  const from = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ["--import", pathToFileURL(here("peak.mjs")).href, ...args], {
    cwd: folder,
    env: { ...process.env, BENCH_PEAK: peakFile },
    encoding: "utf8",
  });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  if (child.status === null || child.status > 1) throw new Error(`it failed: ${child.stderr}`);
  return { seconds, peak: Number(readFileSync(peakFile, "utf8")) / 1024 };
}

function line(name, results) {
  const seconds = median(results.map((result) => result.seconds));
  const peak = median(results.map((result) => result.peak));
  const perSecond = Math.round(rows / seconds);
  console.log(`${name.padEnd(14)} ${seconds.toFixed(2)} s   ${perSecond} rows/s   peak ${Math.round(peak)} MiB`);
  return seconds;
}

const folder = mkdtempSync(join(tmpdir(), "zcredit-bench-"));
try {
  await generate(folder, rows, seed);
  const transcript = join(folder, "transcripts.csv");
  const check = [
    here("../../bin/zcredit.js"),
    "check",
    "--no-config",
    "-t",
    transcript,
    "-s",
    join(folder, "scores.csv"),
  ];
  check.push("-p", join(folder, "policy.json"), "--award-date", "2025-06-20", "-o", join(folder, "out"), "--force");
  const bare = [];
  const whole = [];
  for (let run = 0; run < runs; run += 1) {
    bare.push(measure(folder, [here("bare.mjs"), transcript]));
    whole.push(measure(folder, [...check, "--quiet"]));
  }
  const size = Math.round(statSync(transcript).size / 1024 / 1024);
  console.log(
    `${rows} transcript rows, ${size} MiB, seed ${seed}, medians of ${runs} on Node ${process.versions.node}`,
  );
  const base = line("bare csv-parse", bare);
  const full = line("zcredit check", whole);
  console.log(`ratio ${(full / base).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await benchPolicy(2000, runs);
