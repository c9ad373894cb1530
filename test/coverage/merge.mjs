// Coverage of the whole suite: what the tests ran themselves, as vitest measured it (the folders that are named as
// arguments, one for each run of vitest), and what the commands that they started ran, as node measured it
// (NODE_V8_COVERAGE). Ends with 1 where lines or branches fall below the threshold.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mergeProcessCovs } from "@bcoe/v8-coverage";
import { convert } from "ast-v8-to-istanbul";
import istanbul from "istanbul-lib-coverage";
import { parseAstAsync } from "vitest/node";

/** In percent. */
const AT_LEAST = { lines: 95, branches: 95 };
const TOP = fileURLToPath(new URL("../../", import.meta.url));
const DIST = pathToFileURL(join(TOP, "dist/")).href;
const FOLDERS = process.argv.slice(2);
const MERGED = join(TOP, "coverage/coverage-final.json");
const CHILDREN = join(TOP, "coverage/children");
/** So many processes are put together at once: each holds every function that it loaded. */
const BATCH = 50;

function ofChildren() {
  if (!existsSync(CHILDREN)) throw new Error(`${CHILDREN} is not there: run "npm run coverage"`);
  const files = readdirSync(CHILDREN).filter((name) => name.endsWith(".json"));
  let merged = { result: [] };
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH).map((name) => {
      const { result } = JSON.parse(readFileSync(join(CHILDREN, name), "utf8"));
      return { result: result.filter(({ url }) => url.startsWith(DIST)) };
    });
    merged = mergeProcessCovs([merged, ...batch]);
  }
  return { processes: files.length, scripts: merged.result };
}

/** What a script of `dist` says of its source. */
async function toSource(script) {
  const path = fileURLToPath(script.url);
  if (!existsSync(`${path}.map`)) throw new Error(`${path} has no source map: build with --sourceMap`);
  const code = readFileSync(path, "utf8");
  const map = JSON.parse(readFileSync(`${path}.map`, "utf8"));
  const sources = map.sources.map((source) => fileURLToPath(new URL(source, script.url)));
  const sourceMap = {
    ...map,
    sources: sources.map((source) => pathToFileURL(source).href),
    sourcesContent: sources.map((source) => readFileSync(source, "utf8")),
  };
  return await convert({ ast: parseAstAsync(code), code, wrapperLength: 0, coverage: script, sourceMap });
}

/**
 * Two compilers map the same place to columns that may differ, so that places are told apart by kind, line and their
 * order in the line. What vitest knows is what counts: a place that only the other names is left out.
 */
function keyed(places, lineOf) {
  const seen = new Map();
  return Object.entries(places).map(([id, place]) => {
    const line = `${place.type ?? ""} ${lineOf(place)}`;
    const order = seen.get(line) ?? 0;
    seen.set(line, order + 1);
    return { id, place, key: `${line} ${order}` };
  });
}

const KINDS = [
  { map: "statementMap", hits: "s", lineOf: (place) => place.start.line },
  { map: "fnMap", hits: "f", lineOf: (place) => place.decl.start.line },
  { map: "branchMap", hits: "b", lineOf: (place) => place.loc.start.line },
];

function sum(a, b) {
  if (!Array.isArray(a)) return a + b;
  return a.map((hits, at) => hits + (b[at] ?? 0));
}

/** Adds the hits of `more` to `into`, both of one file. */
function add(into, more) {
  for (const { map, hits, lineOf } of KINDS) {
    const known = new Map(keyed(into[map], lineOf).map(({ key, id }) => [key, id]));
    for (const { id, key } of keyed(more[map], lineOf)) {
      const same = known.get(key);
      if (same !== undefined) into[hits][same] = sum(into[hits][same], more[hits][id]);
    }
  }
}

/** What the runs of vitest measured together; the places are the same in each. */
function ofTests() {
  if (FOLDERS.length === 0) throw new Error('Name the folders that vitest wrote: run "npm run coverage"');
  const together = istanbul.createCoverageMap({});
  for (const folder of FOLDERS) together.merge(JSON.parse(readFileSync(join(folder, "coverage-final.json"), "utf8")));
  return together.toJSON();
}

const all = JSON.parse(JSON.stringify(ofTests()));
const { processes, scripts } = ofChildren();
for (const script of scripts) {
  for (const [path, data] of Object.entries(await toSource(script))) {
    const file = path.startsWith("file:") ? fileURLToPath(path) : path;
    if (all[file] !== undefined) add(all[file], data);
  }
}
writeFileSync(MERGED, JSON.stringify(all));

const coverage = istanbul.createCoverageMap(all);
const percent = ({ covered, total }) =>
  `${Math.floor((covered * 10_000) / Math.max(total, 1)) / 100} % (${covered}/${total})`;
const isLow = ({ lines, branches }) =>
  lines.covered * 100 < AT_LEAST.lines * lines.total || branches.covered * 100 < AT_LEAST.branches * branches.total;
const summary = coverage.getCoverageSummary();
console.log(`The tests, and ${processes} processes that they started:`);
for (const file of coverage.files()) {
  const each = coverage.fileCoverageFor(file).toSummary();
  if (!isLow(each)) continue;
  const { lines, branches } = each;
  console.log(`  ${relative(TOP, file)}: lines ${percent(lines)}, branches ${percent(branches)}`);
}
for (const kind of ["lines", "branches", "statements", "functions"]) {
  console.log(`${kind}: ${percent(summary[kind])}`);
}
if (isLow(summary)) {
  console.log(`Of lines at least ${AT_LEAST.lines} % must be run, of branches ${AT_LEAST.branches} %.`);
  process.exitCode = 1;
}
