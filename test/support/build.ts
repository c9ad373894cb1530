import { execFileSync } from "node:child_process";

/**
 * Builds `dist` once before the tests, since scenario tests run the real `bin`. `ZCREDIT_BUILT=1`: it is built.
 * Where coverage is measured the build has source maps, which `test/coverage/merge.mjs` reads.
 */
export function setup(): void {
  if (process.env.ZCREDIT_BUILT === "1") return;
  const run = (program: string, ...words: string[]) => void execFileSync(program, words, { stdio: "inherit" });
  run("npm", "run", "--silent", "build");
  if (process.env.ZCREDIT_CHILD_COVERAGE === undefined) return;
  run("npx", "--no-install", "tsc", "-p", "tsconfig.build.json", "--sourceMap");
  run("node", "src/ship/parts.mjs", "--sourcemap");
}
