import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { notDone } from "../errors.js";
import { inPlainWords } from "./faults.js";
import { prefixOf } from "./temporary.js";

/** A file for what does not fit in memory. It has no name that another could find, and is gone when it is closed. */
export interface ScratchFile {
  /** The open file, which every thread of the program can read. */
  readonly fd: number;
  /** Bytes written so far. */
  readonly size: number;
  append(bytes: Uint8Array): void;
  /** Fills `into` from a place on; how many bytes there were. */
  read(into: Uint8Array, from: number): number;
}

/** Room on a disk for one run, private to its owner. */
export interface Scratch {
  /** @throws NotDone where the disk has not so many bytes left. */
  makeSure(bytes: number): void;
  /** @throws NotDone in plain words where the disk gives no room; so does appending. */
  open(): ScratchFile;
  /** Gives all of it back. */
  close(): void;
}

/**
 * Room in a folder, which must be there. The folder made in it and its files lose their names at once where the system
 * allows that, so that nothing stays behind whatever ends the program.
 *
 * @param shown how the folder is named to a person, in a fault of the disk
 */
export function scratchIn(folder: string, shown: string = folder, prefix = ".zcredit-"): Scratch {
  const open = new Set<number>();
  const left = new Set<string>();
  const plainly = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw inPlainWords(shown, error);
    }
  };
  return {
    makeSure: (bytes) => {
      const { bavail, bsize } = plainly(() => statfsSync(folder));
      if (bavail * bsize < bytes) throw noRoom(shown, bytes, bavail * bsize);
    },
    open: () =>
      plainly(() => {
        const nameless = withoutName(folder);
        if (nameless !== null) {
          open.add(nameless);
          return fileOf(nameless, plainly);
        }
        const own = mkdtempSync(join(folder, prefix));
        left.add(own);
        const path = join(own, "part");
        const fd = openSync(path, "wx+", 0o600);
        open.add(fd);
        forget(own, path, left);
        return fileOf(fd, plainly);
      }),
    close: () => {
      for (const fd of open) closeSync(fd);
      for (const own of left) rmSync(own, { recursive: true, force: true });
      open.clear();
      left.clear();
    },
  };
}

function noRoom(shown: string, needed: number, free: number) {
  const mb = (bytes: number): string => String(Math.ceil(bytes / 1_000_000));
  const message = `there is too little room on this disk: the run needs about ${mb(needed)} MB while it goes, and ${mb(free)} MB are free. Make room, or name a folder on another disk with --out.`;
  return notDone(shown, message);
}

/** Linux's `O_TMPFILE`, which Node does not name: a file in a folder that never has a name there. */
const NAMELESS = 0o20000000 | constants.O_DIRECTORY | constants.O_RDWR;

/** Opens a file that has no name from the beginning, so that no signal can come between; null where the disk can't. */
function withoutName(folder: string): number | null {
  if (process.platform !== "linux") return null;
  try {
    return openSync(folder, NAMELESS, 0o600);
  } catch {
    return null;
  }
}

/** Takes the names away from an open file and its folder. Where the system can't, they go when all is closed. */
function forget(folder: string, path: string, left: Set<string>): void {
  try {
    unlinkSync(path);
    rmdirSync(folder);
    left.delete(folder);
  } catch {
    return;
  }
}

function fileOf(fd: number, plainly: <T>(work: () => T) => T): ScratchFile {
  let size = 0;
  return {
    fd,
    get size() {
      return size;
    },
    append: (bytes) =>
      plainly(() => {
        let done = 0;
        while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, size + done);
        size += bytes.length;
      }),
    read: (into, from) => plainly(() => readSync(fd, into, 0, into.length, from)),
  };
}

/** Room beside where the results will stand: what has room for them has room for this. */
export function scratchBeside(out: string): Scratch {
  const place = resolve(out);
  let folder = dirname(place);
  while (!isFolder(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return scratchIn(folder, out, prefixOf(place, "work"));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
