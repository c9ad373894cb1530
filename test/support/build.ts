import { execFileSync } from "node:child_process";

/** Builds `dist` once before the tests, since scenario tests run the real `bin`. */
export function setup(): void {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], { stdio: "inherit" });
}
