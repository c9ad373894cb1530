// `npm run audit`: asks the registry for known faults of the packages that we use. Any is a failure; a registry that
// answers no such question is said to have been none, and fails nothing.
import { spawnSync } from "node:child_process";

const { stdout } = spawnSync("npm", ["audit", "--json", "--loglevel=silent"], { encoding: "utf8", maxBuffer: 1 << 26 });
const told = JSON.parse(stdout === "" ? "{}" : stdout);
const counts = told.metadata?.vulnerabilities;
if (counts === undefined) {
  process.stdout.write(
    `not checked: the registry answers no audit (${told.message ?? told.error?.summary ?? "no word"})\n`,
  );
} else if (counts.total > 0) {
  process.stdout.write(
    `known faults: ${Object.keys(told.vulnerabilities).sort().join(", ")}. "npm audit" tells more.\n`,
  );
  process.exitCode = 1;
} else {
  process.stdout.write(`no known fault in ${told.metadata.dependencies.total} packages\n`);
}
