// Holds the results of a merge against those of a single run: every file the same bytes, and the manifests equal but for
// the list of the slices that only a merge has, and the seal over it.
// Usage: node test/cluster/same.mjs SINGLE MERGED SLICES
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

const MANIFEST = "manifest.json";

/** What differs, in words; empty where nothing does. */
export function differences(single, merged, slices) {
  const found = [];
  const names = readdirSync(single).sort();
  if (!isDeepStrictEqual(names, readdirSync(merged).sort())) found.push("the folders hold other files");
  for (const name of names.filter((each) => each !== MANIFEST)) {
    if (!readFileSync(join(single, name)).equals(readFileSync(join(merged, name)))) found.push(`${name} differs`);
  }
  const { seal: _, ...plain } = JSON.parse(readFileSync(join(single, MANIFEST), "utf8"));
  const { seal: __, slices: joined, ...rest } = JSON.parse(readFileSync(join(merged, MANIFEST), "utf8"));
  if (!isDeepStrictEqual(plain, rest)) found.push(`${MANIFEST} differs in more than its slices`);
  const numbers = (joined ?? []).map(({ slice, of }) => `${slice}/${of}`);
  const expected = Array.from({ length: slices }, (_none, i) => `${i + 1}/${slices}`);
  if (!isDeepStrictEqual(numbers, expected)) found.push(`${MANIFEST} names the slices ${numbers.join(", ")}`);
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const [single, merged, slices] = process.argv.slice(2);
  const found = differences(single, merged, Number(slices));
  const proposals = readFileSync(join(single, "proposals.csv"), "utf8").split("\n").length - 2;
  console.log(
    found.length === 0
      ? `the results of ${slices} slices are those of the single run, byte for byte: ${readdirSync(single).join(", ")}; ${proposals} proposals`
      : found.join("\n"),
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}
