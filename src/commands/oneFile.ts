import { lstatSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { notDone } from "../errors.js";
import { inPlainWords, withoutFlag } from "../write/faults.js";
import { heedingSignals } from "../write/interrupt.js";
import { makeFolders, removeEmpty } from "../write/out.js";
import { reclaim, temporaryFolder } from "../write/temporary.js";

/**
 * A link counts, wherever it leads. @throws NotDone where something stands there, so that hours of reading do not end
 * in a refusal.
 */
export function refuseExisting(path: string): void {
  let there: boolean;
  try {
    there = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw withoutFlag(inPlainWords(path, error), "file");
  }
  if (there) throw notDone(path, "this file is there already, and nothing is written over. Name another.");
}

/**
 * Writes one file that is not there yet, whole or not at all, for the owner alone.
 * @throws NotDone where something stands there (so no input can be written over), or there is no room.
 */
export async function writeOneFile(path: string, content: string | Uint8Array): Promise<void> {
  await heedingSignals(async (heed) => {
    try {
      refuseExisting(path);
      const made = await makeFolders(resolve(dirname(path)), 0o700);
      await reclaim(dirname(path));
      try {
        const temporary = temporaryFolder(dirname(path), path, "new");
        try {
          const whole = join(temporary.path, "new");
          const file = await open(whole, "wx", 0o600);
          try {
            await file.writeFile(content);
            await file.sync();
          } finally {
            await file.close();
          }
          heed();
          await rename(whole, path);
        } finally {
          // Where even this fails, the next run takes it away.
          await temporary.remove().catch(() => undefined);
        }
      } catch (error) {
        if (made !== undefined) await removeEmpty(resolve(dirname(path)), made);
        throw error;
      }
    } catch (error) {
      throw withoutFlag(inPlainWords(path, error), "file");
    }
  });
}
