import { fileURLToPath } from "node:url";

/** The file that is zcredit: the shim, or the program of its own that `ZCREDIT_BIN` names (a whole path). */
export const PROGRAM_FILE: string =
  process.env.ZCREDIT_BIN ?? fileURLToPath(new URL("../../bin/zcredit.js", import.meta.url));

/** The words that start it: the shim needs Node before it, a program of its own does not. */
export const PROGRAM: readonly [string, ...string[]] =
  process.env.ZCREDIT_BIN === undefined ? [process.execPath, PROGRAM_FILE] : [PROGRAM_FILE];

/** The same as the beginning of a shell's line. */
export const PROGRAM_LINE: string = PROGRAM.map((word) => `"${word}"`).join(" ");
