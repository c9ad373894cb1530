import type { BigIntStats } from "node:fs";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { notDone } from "../errors.js";
import { codeOf, inPlainWords } from "./faults.js";
import { reclaim } from "./temporary.js";

/** A folder that results may be put in the place of. */
export interface Place {
  /** The real path, links resolved. */
  readonly path: string;
  readonly state: "absent" | "empty" | "ours";
}

export const MANIFEST = "manifest.json";

/** Files that an operating system leaves in any folder it shows. */
const LITTER = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);
/** `decisions.csv`, `decision-log.csv` and their like: what a person decided is never thrown away. */
const DECISIONS = /decision/i;

async function statOrNull(path: string): Promise<BigIntStats | null> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Device and inode: the same for every name that a file goes by. */
function identity(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`;
}

/** All entries below a folder, by path relative to it. Links are named, not followed. */
async function below(folder: string, prefix = ""): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const name = join(prefix, entry.name);
    found.push(name);
    if (entry.isDirectory()) found.push(...(await below(folder, name)));
  }
  return found.sort();
}

/** Names of the files that a manifest of ours lists; null where the folder holds no such manifest. */
async function listedOutputs(folder: string): Promise<ReadonlySet<string> | null> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  if (!("tool" in parsed) || parsed.tool !== "zcredit" || !("outputs" in parsed)) return null;
  if (!Array.isArray(parsed.outputs)) return null;
  const names = new Set([MANIFEST]);
  for (const output of parsed.outputs) {
    if (typeof output === "object" && output !== null && "name" in output) names.add(String(output.name));
  }
  return names;
}

/** An input is compared by what it is, not by its name: a link or a second name for it is still the input. */
async function refuseInputs(
  shown: string,
  place: string,
  entries: readonly string[],
  inputs: readonly string[],
): Promise<void> {
  const folder = await statOrNull(place);
  if (folder === null) return;
  const held = new Map<string, string>();
  for (const entry of entries) {
    const stats = await statOrNull(join(place, entry));
    if (stats?.isFile()) held.set(identity(stats), entry);
  }
  for (const input of inputs) {
    if (input === "-") continue;
    const stats = await statOrNull(input);
    if (stats === null) continue;
    const name = held.get(identity(stats));
    const inside = name !== undefined || (await liesIn(await realpath(input), folder));
    if (inside) {
      throw notDone(
        shown,
        `this folder holds the input ${basename(input)}, and an input is never written over. Name another folder with --out.`,
      );
    }
  }
}

async function liesIn(path: string, folder: BigIntStats): Promise<boolean> {
  for (let at = dirname(path); ; at = dirname(at)) {
    const stats = await statOrNull(at);
    if (stats !== null && identity(stats) === identity(folder)) return true;
    if (dirname(at) === at) return false;
  }
}

async function refuseStrangers(shown: string, place: string, entries: readonly string[]): Promise<void> {
  const outputs = await listedOutputs(place);
  if (outputs === null) {
    throw notDone(
      shown,
      "this folder is not empty, and zcredit did not write it. Name a new or an empty folder with --out.",
    );
  }
  for (const entry of entries) {
    if (DECISIONS.test(entry)) {
      throw notDone(
        shown,
        `this folder holds decisions (${entry}), and decisions are never replaced, not even with --force. Name another folder with --out.`,
      );
    }
  }
  for (const entry of entries) {
    if (!outputs.has(entry) && !LITTER.has(basename(entry))) {
      throw notDone(
        shown,
        `this folder also holds ${entry}, which zcredit did not write. Move that file away, or name another folder with --out.`,
      );
    }
  }
}

/** The real path of a place that need not be there yet, and whether it is. A link that leads nowhere is no place. */
async function resolved(shown: string): Promise<{ readonly path: string; readonly there: boolean }> {
  const path = resolve(shown);
  try {
    return { path: await realpath(path), there: true };
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  try {
    await lstat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { path, there: false };
    throw error;
  }
  throw notDone(shown, "this is a link that leads nowhere. Name a folder with --out.");
}

/**
 * Looks whether results may go to `shown`: an absent or empty folder always, one that zcredit wrote with `force`.
 * @throws NotDone for a file, a folder of someone else's, one that holds decisions or an input, or may not be read.
 */
export async function lookAt(shown: string, force: boolean, inputs: readonly string[]): Promise<Place> {
  try {
    return await placeAt(shown, force, inputs);
  } catch (error) {
    throw inPlainWords(shown, error);
  }
}

async function placeAt(shown: string, force: boolean, inputs: readonly string[]): Promise<Place> {
  // A run that was killed may have left something beside the place, or the place's own earlier results aside.
  await reclaim(dirname(resolve(shown)));
  const { path, there } = await resolved(shown);
  if (!there) return { path, state: "absent" };
  if (!(await stat(path)).isDirectory()) {
    throw notDone(shown, "this is a file, and results need a folder. Name a folder with --out.");
  }
  const entries = await below(path);
  await refuseInputs(shown, path, entries, inputs);
  if (entries.length === 0) return { path, state: "empty" };
  await refuseStrangers(shown, path, entries);
  if (!force) {
    throw notDone(
      shown,
      "this folder holds earlier results of zcredit. Name another folder with --out, or replace them with --force.",
    );
  }
  return { path, state: "ours" };
}
