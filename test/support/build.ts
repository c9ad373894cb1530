import { execFileSync } from "node:child_process";

/** Builds `dist` once before the tests, since scenario tests run the real `bin`. `ZCREDIT_BUILT=1`: it is built. */
export function setup(): void {
  if (process.env.ZCREDIT_BUILT === "1") return;
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
