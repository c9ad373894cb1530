import { NotDone, notDone } from "../errors.js";

/** The system's code for a failure of its own; empty for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  ENOSPC: "there is no room left on the disk. Make room, or name a folder on another disk with --out.",
  EDQUOT: "your share of the disk is used up. Make room, or name a folder on another disk with --out.",
  EIO: "the disk failed while it was written to. Name a folder on another disk with --out, and have this one looked at.",
  EFBIG: "a file grew larger than this disk allows. Name a folder on another disk with --out.",
  EACCES: "you may not write here. Name a folder that is yours with --out.",
  EPERM: "you may not write here. Name a folder that is yours with --out.",
  EROFS: "this disk can only be read. Name a folder on another disk with --out.",
  ENOTDIR: "a part of this path is a file, not a folder. Name a folder with --out.",
  EEXIST: "a part of this path is a file, or a link that leads nowhere, not a folder. Name a folder with --out.",
  ELOOP: "the links in this path lead round in a circle. Name a folder with --out.",
  ENAMETOOLONG: "this name is too long for the disk. Name a shorter folder with --out.",
  ENOTEMPTY: "something else wrote into this folder meanwhile. Run again, or name another folder with --out.",
  EBUSY: "this folder is in use, or it is where a disk is joined on. Name a folder inside it with --out.",
  EXDEV: "this folder is where a disk is joined on. Name a folder inside it with --out.",
};

/** A fault of the disk in plain words; anything else is passed on as it is. */
export function inPlainWords(shown: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof NotDone || !(error instanceof Error) || !("syscall" in error) || code === "") return error;
  return notDone(shown, PLAIN_WORDS[code] ?? `the results could not be written here (the system says ${code}).`);
}

/** The same words for a command without the flag that they speak of, or for a file. */
export function withoutFlag(error: unknown, thing: "folder" | "file"): unknown {
  if (!(error instanceof NotDone)) return error;
  return new NotDone(
    error.problems.map((problem) => ({
      ...problem,
      message: problem.message
        .replaceAll(" with --out", "")
        .replace(/Name a (shorter )?folder/g, (_, shorter = "") => `Name a ${shorter}${thing}`),
    })),
  );
}
