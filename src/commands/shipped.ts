import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders of `samples` that the program itself reads. */
export type ShippedFolder = "maps" | "starter";

/** The same path from `src` and from `dist`. The single-file program has these files inside: see `ship/bundle.mjs`. */
const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));

/** The names of the files shipped in such a folder, sorted. */
export async function shippedNames(folder: ShippedFolder): Promise<readonly string[]> {
  return (await readdir(join(SAMPLES, folder))).sort();
}

/** The text of one of them, byte for byte. */
export function shippedText(folder: ShippedFolder, name: string): Promise<string> {
  return readFile(join(SAMPLES, folder, name), "utf8");
}
