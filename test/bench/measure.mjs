// Programs measured as whole processes.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs a Node program to its end: seconds on the clock, and peak memory in MiB.
 *
 * @param most the highest exit code that is no failure
 */
export function measure(folder, args, most = 0) {
  const peakFile = join(folder, "peak");
  const from = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ["--import", pathToFileURL(here("peak.mjs")).href, ...args], {
    cwd: folder,
    env: { ...process.env, BENCH_PEAK: peakFile },
    encoding: "utf8",
  });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  if (child.status === null || child.status > most) throw new Error(`${args.join(" ")} failed: ${child.stderr}`);
  return { seconds, peak: Number(readFileSync(peakFile, "utf8")) / 1024 };
}

/** Runs each program in turns, so that whatever else the machine does falls on all of them alike; medians by name. */
export function inTurns(programs, runs, onRun) {
  const results = new Map(programs.map(({ name }) => [name, []]));
  for (let run = 1; run <= runs; run += 1) {
    for (const { name, go } of programs) {
      onRun(`run ${run} of ${runs}: ${name}`);
      results.get(name).push(go());
    }
  }
  return new Map(
    [...results].map(([name, all]) => [
      name,
      { seconds: median(all.map(({ seconds }) => seconds)), peak: median(all.map(({ peak }) => peak)) },
    ]),
  );
}

/** Columns as wide as what stands in them: the first to the left, numbers to the right. */
export function table(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const cell = (text, column) => (column < 3 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return lines.map((line) => line.map(cell).join("  ").trimEnd()).join("\n");
}
