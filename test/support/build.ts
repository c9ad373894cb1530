import { execFileSync } from "node:child_process";

/**
 * Builds `dist` once before the tests, since scenario tests run the real `bin`. `ZCREDIT_BUILT=1`: it is built.
 * Where coverage is measured the build has source maps, which `test/coverage/merge.mjs` reads.
 */
export function setup(): void {
  if (process.env.ZCREDIT_BUILT === "1") return;
  const maps = process.env.ZCREDIT_CHILD_COVERAGE === undefined ? [] : ["--", "--sourceMap"];
  execFileSync("npm", ["run", "--silent", "build", ...maps], { stdio: "inherit" });
}
