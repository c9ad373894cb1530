import { mkdtempSync, rmSync } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { codeOf } from "./faults.js";
import { atSignal } from "./interrupt.js";

/** Folders that this process made and has not done with. */
const own = new Set<string>();

/** Only letters, digits and dashes, so that the parts of a name can be told apart. */
function hostPart(): string {
  return hostname().replace(/[^A-Za-z0-9]/g, "-") || "host";
}

/** What a temporary folder of this process begins with: it says which machine and process it belongs to. */
export function prefixOf(place: string, purpose: Purpose): string {
  return `.${basename(place)}.${purpose}-${hostPart()}.${process.pid}.`;
}

/** `new`: results on their way; `old`: those they replace; `work`: what waits to be decided or written. */
export type Purpose = "new" | "old" | "work";

/** A folder that is gone when the program ends, whatever ends it; where even that fails, a later run takes it away. */
export interface Temporary {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a private folder (0700) in `parent`. Its name says which machine and process it belongs to, so that one left
 * over by a process that was killed is known as such.
 */
export function temporaryFolder(parent: string, place: string, purpose: Purpose): Temporary {
  atSignal(removeOwn);
  // In one go with the note of it: a signal between the two would leave it behind.
  const path = mkdtempSync(join(parent, prefixOf(place, purpose)));
  own.add(path);
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true });
      own.delete(path);
    },
  };
}

/** The program is told to end: what it holds on the disk goes first. Earlier results set aside stay, to be put back. */
function removeOwn(): void {
  for (const path of own) if (!path.includes(".old-")) rmSync(path, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

const OURS = /^\.(.+)\.(new|old|work)-([A-Za-z0-9-]+)\.(\d+)\.[A-Za-z0-9]{6}$/;

/** Takes away what processes that are no more left in a folder; results that they had moved aside go back. */
export async function reclaim(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const [, place = "", purpose, host, pid] = OURS.exec(name) ?? [];
    const path = join(parent, name);
    // On another machine that shares the disk the process may well be alive.
    if (host !== hostPart() || own.has(path)) continue;
    if (Number(pid) !== process.pid && isAlive(Number(pid))) continue;
    if (purpose === "old") await putBack(path, join(parent, place));
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Between two renames a process can be killed: the earlier results stand aside then, and nothing in their place. */
async function putBack(aside: string, place: string): Promise<void> {
  const isThere = await stat(place).then(
    () => true,
    () => false,
  );
  if (!isThere) await rename(join(aside, "old"), place).catch(() => undefined);
}
