import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Config } from "../config/schema.js";
import { NotDone } from "../errors.js";
import { readWhole } from "../read/disk.js";

export interface ConfigFile {
  /** For the terminal alone: no path of this machine enters a result. */
  readonly path: string;
  readonly name: string;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly config: Config;
}

const NAME = "zcredit.json";

function findUpward(from: string): string | null {
  let folder = from;
  for (;;) {
    const path = join(folder, NAME);
    if (existsSync(path)) return path;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/**
 * The configuration to go by: the named file, else the nearest `zcredit.json` upward, else none.
 * @throws NotDone with every problem of the file.
 */
export async function readConfig(named: string | null, cwd: string): Promise<ConfigFile | null> {
  const path = named === null ? findUpward(cwd) : resolve(cwd, named);
  if (path === null) return null;
  // In the words of the person who named it, where one did.
  const bytes = await readWhole(named ?? path);
  const { loadConfig } = await import("../config/load.js");
  const name = basename(path);
  const { config, problems } = loadConfig(name, new TextDecoder("utf-8").decode(bytes));
  if (problems.length > 0) throw new NotDone(problems);
  return { path, name, folder: dirname(path), config };
}
