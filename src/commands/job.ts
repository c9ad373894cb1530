import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { itemAt } from "../at.js";
import { SHIPPED_LISTS } from "../data/lists.js";
import { NotDone, notDone, type Problem } from "../errors.js";
import type { InputKind } from "../model.js";
import { KINDS } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { loadPolicy } from "../policy/load.js";
import { policyProblems } from "../policyViolations.js";
import { dialectNamed } from "../read/dialects/index.js";
import { displayNames, givesOnce, openFile, openStandardInput, readWhole, sha256Of } from "../read/disk.js";
import { type Given, refuseNoImport } from "../read/map/choose.js";
import type { MapDef } from "../read/map/schema.js";
import type { Source } from "../read/source.js";
import type { ListFile, ResultOptions } from "../report/result.js";
import type { PolicyFile, Progress } from "../run.js";
import { type Meter, progressShower } from "./progress.js";
import { readKey } from "./redact.js";
import type { Settings } from "./settings.js";
import type { Terminal } from "./terminal.js";

/** Everything that a run needs, checked as far as it can be without reading the exports. */
export interface Job {
  readonly settings: Settings;
  readonly sources: readonly Source[];
  readonly policy: CompiledPolicy;
  readonly policyFile: PolicyFile;
  /** Reference lists of the user's own, for the record; null: those that zcredit ships. */
  readonly listFile: ListFile | null;
  /** The layout to write new records in; null: the one that came in. */
  readonly importBy: MapDef | null;
  /** What a run is given where it is to redact: the key; else nothing. */
  readonly redacting: { readonly redact?: Uint8Array };
  /** Paths of every file that is read, so that none is written over. */
  readonly paths: readonly string[];
  /** How many bytes of the inputs were read. */
  readonly meter: Meter;
  /** The policy as text, for threads that make their own of it. */
  readonly policyText: { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string };
  /** The reference lists as text; null: those that zcredit ships. */
  readonly listsText: { readonly name: string; readonly content: string } | null;
  /** What stands beside a display name: the path that was given. */
  readonly shownBy: ReadonlyMap<string, string>;
}

interface Input {
  readonly kind: InputKind;
  readonly path: string;
}

function inputsOf(settings: Settings): readonly Input[] {
  return KINDS.flatMap((kind) => settings.inputs[kind].map((path) => ({ kind, path })));
}

function sourceOf({ kind, path }: Input, name: string, as: readonly Given[]): Source {
  return { ...sourceAt({ kind, path }, name), as };
}

function sourceAt({ kind, path }: Input, name: string): Source {
  if (path === "-") return openStandardInput(kind, name);
  return openFile(kind, path, name);
}

/** Reads the first bytes of a file and lets it go, so that one that cannot be read is named before the work begins. */
async function peek({ kind, path }: Input): Promise<readonly Problem[]> {
  // A pipe gives its bytes once: a look would lose them.
  if (path === "-" || (await givesOnce(path))) return [];
  return problemsOf(async () => {
    for await (const _ of openFile(kind, path, path).chunks()) return;
  });
}

async function problemsOf(work: () => Promise<void>): Promise<readonly Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof NotDone) return error.problems;
    throw error;
  }
}

/**
 * Reads the policy and makes sure that every file can be opened.
 * @param also a further check whose problems are to be said together with these
 * @throws NotDone with every problem of all of them.
 */
export async function prepare(settings: Settings, also: (paths: readonly string[]) => Promise<void>): Promise<Job> {
  const inputs = inputsOf(settings);
  const given = inputs.map((input) => input.path);
  const layouts = layoutPaths(settings);
  const aside = [settings.lists, settings.redact].filter((path) => path !== null);
  const paths = [...given, settings.policy, ...layouts, ...aside];
  const problems: Problem[] = [];
  const loaded = await readPolicy(settings).catch((error: unknown) => {
    if (!(error instanceof NotDone)) throw error;
    problems.push(...error.problems);
    return null;
  });
  for (const input of inputs) problems.push(...(await peek(input)));
  const maps: MapDef[] = [];
  for (const path of settings.maps) {
    problems.push(...(await problemsOf(async () => void maps.push(await readMap(path)))));
  }
  let importBy: MapDef | null = null;
  const by = settings.importLayout;
  problems.push(
    ...(await problemsOf(async () => {
      importBy = by === null ? null : await importLayoutOf(by);
    })),
  );
  let redacting: Job["redacting"] = {};
  const { redact } = settings;
  problems.push(
    ...(await problemsOf(async () => {
      if (redact !== null) redacting = { redact: await readKey(redact) };
    })),
  );
  problems.push(...(await problemsOf(() => also(paths))));
  if (loaded === null || problems.length > 0) throw new NotDone(problems);
  const names = displayNames(given.map((path) => (path === "-" ? "standard input" : path)));
  const as = [...maps, ...givenDialects(settings.dialects)];
  const meter: Meter = { total: await totalBytes(given), read: 0 };
  const sources = inputs.map((input, index) => metered(sourceOf(input, itemAt(names, index), as), meter));
  const shownBy = new Map((redact === null ? inputs : []).map((input, index) => [itemAt(names, index), input.path]));
  const { policy, file: policyFile, text: policyText, lists: listsText, listFile } = loaded;
  const read = { sources, policy, policyFile, policyText, listsText, listFile, importBy, redacting };
  return { settings, ...read, paths, shownBy, meter };
}

function layoutPaths(settings: Settings): readonly string[] {
  const by = settings.importLayout;
  return by !== null && "map" in by ? [...settings.maps, by.map] : settings.maps;
}

/** The dialects of these names, as a source takes them. */
export function givenDialects(names: readonly string[]): readonly Given[] {
  const given: Given[] = [];
  for (const name of names) {
    const def = name === "own" ? "own" : dialectNamed(name);
    if (def !== null) given.push(def);
  }
  return given;
}

/** @throws NotDone with every problem of the map. */
export async function readMap(path: string): Promise<MapDef> {
  const bytes = await readWhole(path);
  const { loadMap } = await import("../read/map/load.js");
  const { def, problems } = loadMap(basename(path), new TextDecoder("utf-8").decode(bytes), sha256Of(bytes));
  if (def === null) throw new NotDone(problems);
  return def;
}

async function importLayoutOf(by: NonNullable<Settings["importLayout"]>): Promise<MapDef> {
  const where = "--import-layout";
  const def = "map" in by ? await readMap(by.map) : dialectNamed(by.dialect);
  if (def === null) throw notDone(where, "zcredit's own layout needs no import layout: leave the flag out.");
  return refuseNoImport(def, where);
}

interface ReadPolicy {
  readonly policy: CompiledPolicy;
  readonly file: PolicyFile;
  readonly text: Job["policyText"];
  readonly lists: Job["listsText"];
  readonly listFile: ListFile | null;
}

async function readPolicy(settings: Settings): Promise<ReadPolicy> {
  const bytes = await readWhole(settings.policy);
  const sha256 = sha256Of(bytes);
  const name = basename(settings.policy);
  const given = settings.lists === null ? null : await readLists(settings.lists);
  const text = { name, bytes, sha256 };
  const { policy, findings } = loadPolicy(text, settings.awardDate, given?.lists ?? SHIPPED_LISTS);
  if (policy === null) throw new NotDone(policyProblems(name, findings));
  const file = { name, bytes: bytes.byteLength, sha256, findings };
  const lists = given === null ? null : { name: given.file.name, content: given.content };
  return { policy, file, text, lists, listFile: given?.file ?? null };
}

/** @throws NotDone with what is wrong with the lists. */
export async function readLists(path: string) {
  const bytes = await readWhole(path);
  const { loadLists } = await import("../data/loadLists.js");
  const name = basename(path);
  const content = new TextDecoder("utf-8").decode(bytes);
  const { lists, rows } = loadLists(name, content);
  const file: ListFile = { kind: "reference", name, sha256: sha256Of(bytes), bytes: bytes.byteLength, rows };
  return { lists, file, content };
}

export function resultOptions(settings: Settings): ResultOptions {
  return {
    awardDate: settings.awardDate,
    failOn: settings.failOn,
    onlyStudent: settings.onlyStudent,
    school: settings.school,
    classOf: settings.classOf,
    gradeLevel: settings.gradeLevel,
    allowTruncated: settings.allowTruncated,
    merged: settings.merged,
    config: settings.config?.name ?? null,
    severities: settings.severities,
  };
}

/** Shows on a terminal how far the run has come. */
export function showProgress(terminal: Terminal, job: Pick<Job, "meter">): (progress: Progress) => void {
  return progressShower(terminal, job.meter);
}

/** The source as it is, but that the bytes it gives are counted. */
function metered(source: Source, meter: Meter): Source {
  return {
    ...source,
    async *chunks() {
      for await (const chunk of source.chunks()) {
        meter.read += chunk.byteLength;
        yield chunk;
      }
    },
  };
}

/** The size of all inputs together; null where one is no file whose size can be told. */
async function totalBytes(paths: readonly string[]): Promise<number | null> {
  let total = 0;
  for (const path of paths) {
    const size = path === "-" ? null : await stat(path).then(sizeOfFile, () => null);
    if (size === null) return null;
    total += size;
  }
  return total;
}

function sizeOfFile(stats: Stats): number | null {
  return stats.isFile() ? stats.size : null;
}
