// A test runner for Stryker: the tests are bundled once with the mutated source and run in this very process, those
// first that killed the mutants before. A worker of vitest for each of some ten thousand mutants would take a day.
import { appendFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import { expect } from "vitest";
import { testFiles } from "./files.mjs";

globalThis.__stryker__ ??= {};
const state = globalThis.__stryker__;

/** `import.meta.url` has no meaning in a bundle: each file is told where it stands. */
const places = {
  name: "places",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: "file" }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return { contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)), loader: "ts" };
    });
  },
};

async function bundle(folder) {
  const files = testFiles(folder);
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(folder, file))})`);
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = {\n${loaders.join(",\n")}\n};`, resolveDir: folder },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    packages: "external",
    plugins: [places],
    logLevel: "error",
  });
  const [{ text }] = outputFiles;
  return { files, script: new Script(`(function (module, require) {${text}\n})`, { filename: "tests.cjs" }) };
}

/** `$code` and the first `%s` of a title in the words of the case, as vitest does: the order of the tests goes by them. */
function titleOf(title, given) {
  const [first] = Array.isArray(given) ? given : [given];
  return title
    .replace("%s", () => String(first))
    .replaceAll(/\$(\w+)/g, (text, key) => (Object(first) === first && key in first ? String(first[key]) : text));
}

/** What `vitest` means to the bundle: the real `expect`, and tests that are noted down. */
function notebook() {
  const tests = [];
  let file = "";
  let path = [];
  const add = (title, run) => {
    const name = [...path, title].join(" > ");
    tests.push({ id: `${file} #${tests.length} ${name}`, name, file, run });
  };
  const it = (title, run) => add(title, run);
  const describe = (title, fill) => {
    path = [...path, title];
    fill();
    path = path.slice(0, -1);
  };
  const each = (one) => (cases) => (title, run) => {
    cases.forEach((given, at) => {
      one(`${titleOf(title, given)} [${at}]`, () => run(...(Array.isArray(given) ? given : [given])));
    });
  };
  it.each = each(it);
  it.skipIf = () => it;
  describe.each = each(describe);
  const open = (next) => {
    file = next;
  };
  return { tests, open, vitest: { expect, it, test: it, describe } };
}

function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Files that a compiled policy depends on. The tests keep the policies that they compiled; for a mutant of one of these
 * they are loaded anew, so that no policy of another mutant is taken for its own.
 */
const FRESH = /\/src\/(policy\/|credit\.|date\.|match\.|evidence\/index\.)/;

/**
 * No mutant is tried by more tests than this. One that only a later test would kill counts as survived, so the score
 * can be too low by it and never too high. 0: no limit.
 */
const AT_MOST = Number(process.env.MUTATION_TESTS_EACH ?? "150") || Number.POSITIVE_INFINITY;

/** Survivors are written down as they are found: a run takes long, and Stryker names them only at its end. */
function noteSurvivor({ fileName, location, mutatorName, replacement }, tried, covering) {
  const file = fileName.replace(/^.*\/src\//, "src/");
  const { start } = location;
  const text = replacement.replaceAll(/\s+/g, " ").slice(0, 100);
  const line = `${file}:${start.line + 1}:${start.column + 1} ${mutatorName} ${tried}/${covering} ${text}\n`;
  if (process.env.MUTATION_LOG !== undefined) appendFileSync(process.env.MUTATION_LOG, line);
}

class InProcessRunner {
  #folder = process.cwd();
  #bundled = null;
  #loaded = null;
  /** How many mutants each test reaches. */
  #reach = new Map();
  /** By file of the program: tests that killed a mutant of it, each with when it last did. They are asked first. */
  #killers = new Map();
  #runs = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#bundled = await bundle(this.#folder);
  }

  /** The tests of all files by id, in modules of their own. */
  async #load() {
    const require = createRequire(join(this.#folder, "package.json"));
    const notes = notebook();
    const module = { exports: {} };
    this.#bundled.script.runInThisContext()(module, (name) => (name === "vitest" ? notes.vitest : require(name)));
    for (const file of this.#bundled.files) {
      notes.open(file);
      await module.exports[file]();
    }
    return new Map(notes.tests.map((test) => [test.id, test]));
  }

  /**
   * The order in which tests are asked: those that killed a mutant of the same file lately, then those that share the
   * most words with its name, then those that reach the fewest mutants and so speak of few things.
   */
  #order(killers, fileName) {
    const words = basename(fileName, ".ts")
      .split(/-|(?=[A-Z])/)
      .map((word) => word.toLowerCase());
    const shared = (test) => {
      const text = `${basename(test.file)} ${test.name}`.toLowerCase();
      return words.filter((word) => text.includes(word)).length;
    };
    const ranks = new Map();
    const rank = (test) => {
      let known = ranks.get(test.id);
      if (known === undefined) {
        known = [-(killers.get(test.id) ?? 0), -shared(test), this.#reach.get(test.id) ?? 0];
        ranks.set(test.id, known);
      }
      return known;
    };
    return (a, b) => {
      const [x, y] = [rank(a), rank(b)];
      const at = x.findIndex((each, i) => each !== y[i]);
      return at === -1 ? 0 : x[at] - y[at];
    };
  }

  async #run({ id, name, file, run }) {
    const started = performance.now();
    let failure = null;
    try {
      await run();
    } catch (error) {
      failure = messageOf(error);
    }
    const timeSpentMs = performance.now() - started;
    const result = { id, name, fileName: join(this.#folder, file), timeSpentMs };
    if (failure === null) return { ...result, status: TestStatus.Success };
    return { ...result, status: TestStatus.Failed, failureMessage: failure };
  }

  async dryRun() {
    state.activeMutant = undefined;
    state.mutantCoverage = { static: {}, perTest: {} };
    this.#loaded = await this.#load();
    const tests = [];
    for (const test of this.#loaded.values()) {
      state.currentTestId = test.id;
      const result = await this.#run(test);
      state.currentTestId = undefined;
      this.#reach.set(test.id, Object.keys(state.mutantCoverage.perTest[test.id] ?? {}).length);
      tests.push(result);
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    const isStatic = mutantActivation === "static";
    state.hitCount = 0;
    state.hitLimit = hitLimit;
    state.activeMutant = isStatic ? activeMutant.id : undefined;
    const isFresh = isStatic || FRESH.test(activeMutant.fileName);
    if (isFresh || this.#loaded === null) this.#loaded = await this.#load();
    const wanted = testFilter ?? [...this.#loaded.keys()];
    const killers = this.#killers.get(activeMutant.fileName) ?? new Map();
    this.#killers.set(activeMutant.fileName, killers);
    const covering = wanted.map((id) => this.#loaded.get(id)).sort(this.#order(killers, activeMutant.fileName));
    const tests = covering.slice(0, AT_MOST);
    if (isFresh) this.#loaded = null;
    state.activeMutant = activeMutant.id;
    const results = [];
    this.#runs += 1;
    for (const test of tests) {
      const result = await this.#run(test);
      results.push(result);
      if (result.status !== TestStatus.Failed) continue;
      killers.set(test.id, this.#runs);
      break;
    }
    state.activeMutant = undefined;
    if (results.at(-1)?.status !== TestStatus.Failed) noteSurvivor(activeMutant, tests.length, covering.length);
    const tooOften = determineHitLimitReached(state.hitCount, hitLimit);
    return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests: results });
  }
}

const createRunner = () => new InProcessRunner();
createRunner.inject = [];
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", createRunner)];
