// Runs some of the tests under another Node or against another build of zcredit, and tells how it went.
import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What a person would call zcredit itself: every command through its real program, and the samples. */
export const SCENARIOS = ["test/cli", "test/samples"];
/** The same in a minute: the samples, the README, the flags, the library. */
export const FEW = ["test/samples/samples.test.ts", "test/cli/readme.test.ts", "test/cli/library.test.ts"];

/** Builds `dist`, unless `ZCREDIT_BUILT=1` says that it is built. */
export function buildProgram() {
  if (process.env.ZCREDIT_BUILT === "1") return;
  const built = spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
  if (built.status !== 0) throw new Error("zcredit could not be built");
}

/**
 * @param node the Node that the tests themselves, and so zcredit, run under.
 * @returns whether all of them passed.
 */
export function runTests(node, tests, more = {}) {
  // Programs that the tests start find the same Node first.
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`;
  const words = ["node_modules/vitest/vitest.mjs", "run", ...tests, "--maxWorkers=1", "--reporter=dot", "--silent"];
  const env = { ...process.env, PATH: path, ZCREDIT_BUILT: "1", ...more };
  return spawnSync(node, words, { cwd: ROOT, env, stdio: "inherit" }).status === 0;
}

export function reasonOf(error) {
  return error instanceof Error ? error.message.split("\n")[0] : String(error);
}

/** Ends in failure with what failed; says what passed. */
export function conclude(results) {
  for (const { name, passed } of results) process.stdout.write(`${passed ? "ok" : "FAILED"}: ${name}\n`);
  if (results.length === 0 || results.some(({ passed }) => !passed)) process.exitCode = 1;
}
