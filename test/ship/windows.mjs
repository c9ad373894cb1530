// `npm run windows:long`: the bundled program under Node for Windows, run by Wine, on the samples: Windows' own paths
// and patterns, and the very bytes that come out elsewhere. Needs Wine (Debian: wine and wine64) and the npm registry.
// Wine 8 runs Node 20 and 22, but not 24 or later: so it is the script that is tried, not zcredit.exe itself.
import { spawnSync } from "node:child_process";
import { closeSync, cpSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../../src/ship/bundle.mjs";
import { fetchNode } from "../../src/ship/nodes.mjs";
import { buildProgram, conclude } from "./run.mjs";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));
const ARGS = "check -t samples\\transcripts*.csv -s samples/scores.csv --approvals samples\\approvals.csv";
const MORE = "--students .\\samples\\students.csv -p samples\\policy.json --award-date 2025-06-20";

buildProgram();
const { program } = fetchNode("win-x64", "20.20.2");
const folder = mkdtempSync(join(tmpdir(), "zcredit-test-"));
const env = { ...process.env, WINEPREFIX: join(folder, "wine"), WINEDEBUG: "-all" };
try {
  spawnSync("wine", ["winecfg", "-v", "win10"], { env });
  writeFileSync(join(folder, "zcredit.cjs"), (await bundleProgram()).text);
  cpSync(SAMPLES, join(folder, "samples"), { recursive: true });
  const args = `${ARGS} ${MORE}`.split(" ");
  const drive = under("wine", [program, "zcredit.cjs", ...args, "-o", "C:\\Büro 1\\out"]);
  const beside = under("wine", [program, "zcredit.cjs", ...args, "-o", "results\\June 20"]);
  const own = under(process.execPath, [
    "zcredit.cjs",
    ...args.map((word) => word.replaceAll("\\", "/")),
    ...["-o", "here"],
  ]);
  const wanted = filesIn(join(folder, "here"));
  conclude([
    { name: "each ends with exit code 1", passed: [drive, beside, own].every((code) => code === 1) },
    {
      name: "a drive's path gives the same bytes",
      passed: filesIn(join(folder, "wine/drive_c/Büro 1/out")) === wanted,
    },
    { name: "a path beside gives the same bytes", passed: filesIn(join(folder, "results/June 20")) === wanted },
  ]);
} finally {
  spawnSync("wineserver", ["-k"], { env });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Wine's Node cannot write to a pipe: its output goes to a file, which is shown where the run ends otherwise. */
function under(command, words) {
  const log = join(folder, "log.txt");
  const file = openSync(log, "w");
  const { status } = spawnSync(command, words, { cwd: folder, env, stdio: ["ignore", file, file] });
  closeSync(file);
  if (status !== 1) process.stdout.write(readFileSync(log, "utf8"));
  return status;
}

/** Names and contents, as one text to compare. */
function filesIn(place) {
  const parts = readdirSync(place).sort();
  return parts.map((name) => `${name}\n${readFileSync(join(place, name), "utf8")}`).join("\n");
}
