import type { Encoding } from "../../model.js";
import type { RunResult } from "../result.js";

/** One file of a format. */
export interface ResultFile {
  readonly name: string;
  /** Its text from the beginning, each time anew: whole lines, so that no character is cut apart. */
  readonly pieces: () => Iterable<string>;
  /** How it is written as bytes; UTF-8 unless given. */
  readonly encoding?: Encoding;
  /** Data rows, the header not counted; null where the file is no table. */
  readonly rows: number | null;
}

/** A way to show what a run came to. Pure: the same result gives the same bytes, and no file is ever held whole. */
export interface Format {
  readonly name: string;
  files(result: RunResult): readonly ResultFile[];
}
