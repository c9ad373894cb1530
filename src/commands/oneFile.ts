import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { notDone } from "../errors.js";
import { inPlainWords } from "../write/faults.js";

/** @throws NotDone where something stands there, so that hours of reading do not end in a refusal. */
export function refuseExisting(path: string): void {
  if (existsSync(path)) throw notDone(path, "this file is there already, and nothing is written over. Name another.");
}

/**
 * Writes one file that is not there yet, whole or not at all, for the owner alone.
 * @throws NotDone where something stands there (so no input can be written over), or there is no room.
 */
export async function writeOneFile(path: string, content: string | Uint8Array): Promise<void> {
  refuseExisting(path);
  const temporary = join(dirname(path), `.${basename(path)}.new-${process.pid}`);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(temporary, content, { flag: "wx", mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw inPlainWords(path, error);
  }
}
