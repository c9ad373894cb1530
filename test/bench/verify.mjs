import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Two invented exports of a million entries in different orders and layouts, with 50 planted changes: all of them must
 * be found, in less than 300 MB. `node test/bench/verify.mjs [rows]`.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000);
const PER_STUDENT = 24;
const PLANTED = 50;
const LIMIT_KB = 300_000;

const BIN = fileURLToPath(new URL("../../bin/zcredit.js", import.meta.url));
const PEAK = fileURLToPath(new URL("./peak.mjs", import.meta.url));
const MARKS = ["A", "B", "C", "D", "F", "P"];

function cells(i) {
  const student = Math.floor(i / PER_STUDENT);
  const n = i % PER_STUDENT;
  const mark = MARKS[(student * 7 + n * 3) % MARKS.length];
  const year = 2020 + Math.floor(n / 8);
  return [
    String(1_000_000_000 + student),
    `Name${student % 997}`,
    String(4000 + (student % 90)),
    `${year}-${String(year + 1).slice(2)}`,
    n % 2 === 0 ? "S1" : "S2",
    String(9 + Math.floor(n / 8)),
    `C${100 + n}`,
    `Course number ${n}`,
    mark,
    "0.5",
    mark === "F" ? "0" : "0.5",
  ];
}

const HEADER = [
  "student_id",
  "last_name",
  "school_code",
  "school_year",
  "term",
  "grade_level",
  "course_id",
  "course_title",
  "mark",
  "credits_attempted",
  "credits_earned",
];

async function write(path, lines) {
  const out = createWriteStream(path);
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length > 1 << 16) {
      if (!out.write(text)) await new Promise((resolve) => out.once("drain", resolve));
      text = "";
    }
  }
  await new Promise((resolve) => out.end(text, resolve));
}

function* before() {
  yield `${HEADER.join(",")}\n`;
  for (let i = 0; i < ROWS; i++) yield `${cells(i).join(",")}\n`;
}

/** A walk through all numbers below `ROWS` by a step that shares no divisor with it. */
function stepFor(rows) {
  const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
  let step = Math.floor(rows * 0.618);
  while (gcd(step, rows) !== 1) step += 1;
  return step;
}

const planted = new Map(Array.from({ length: PLANTED }, (_, k) => [Math.floor((ROWS / PLANTED) * k) + (k % 11), k]));

function* after() {
  yield `${HEADER.toReversed().join("\t")}\n`;
  const step = stepFor(ROWS);
  for (let k = 0, i = 7; k < ROWS; k++, i = (i + step) % ROWS) {
    const row = cells(i);
    const kind = planted.get(i);
    if (kind !== undefined) {
      if (kind % 5 === 4) continue;
      if (kind % 5 === 0) row[8] = row[8] === "A" ? "B" : "A";
      if (kind % 5 === 1) row[10] = "0.25";
      if (kind % 5 === 2) row[6] = "OTHER";
      if (kind % 5 === 3) row[7] = "Another title";
    }
    yield `${row.toReversed().join("\t")}\n`;
  }
}

const folder = mkdtempSync(join(tmpdir(), "zcredit-verify-"));
try {
  await write(join(folder, "old.csv"), before());
  await write(join(folder, "new.csv"), after());
  const started = performance.now();
  const args = ["--import", PEAK, BIN, "verify", "--before", "old.csv", "--after", "new.csv", "--json"];
  const peakFile = join(folder, "peak");
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, BENCH_PEAK: peakFile } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const seconds = (performance.now() - started) / 1000;
  const peak = Number(readFileSync(peakFile, "utf8"));
  const { violations } = JSON.parse(stdout);
  console.log(
    `${ROWS} entries: ${violations.length} found of ${PLANTED}, ${seconds.toFixed(1)} s, peak ${peak} kB, exit ${code}`,
  );
  const sound =
    code === 1 && violations.length === PLANTED && violations.every(({ code: what }) => what.startsWith("past-entry-"));
  if (!sound || peak > LIMIT_KB) {
    console.error(sound ? "more memory than is allowed" : `not all were found, or too much was\n${stderr}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
