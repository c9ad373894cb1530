import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The tests that judge a mutant: tables of cases, without a browser, a child process or a district made at random. */
const FOLDERS = ["core", "normalise", "decide", "policy", "rules", "naive"];
/** Slow ones that speak of nothing that is mutated. */
const LEFT_OUT = [
  "normalise/data",
  "policy/editor",
  "policy/show",
  "policy/diff",
  "policy/init",
  "policy/schemaFile",
  "policy/reference",
  "rules/page",
  "rules/catalogue",
];

/** Paths from the top of the project, of those that `MUTATION_TESTS` (a pattern) lets through, in an order that does not depend on the disk. */
export function testFiles(top) {
  const only = new RegExp(process.env.MUTATION_TESTS ?? "");
  const found = [];
  for (const folder of FOLDERS) {
    const names = readdirSync(join(top, "test", folder)).filter((name) => name.endsWith(".test.ts"));
    for (const name of names.sort()) {
      const key = `${folder}/${name.replace(".test.ts", "")}`;
      if (!LEFT_OUT.includes(key) && only.test(key)) found.push(`test/${folder}/${name}`);
    }
  }
  return found;
}
