import { Chalk } from "chalk";
import { unsteeredJson, unsteeredLines } from "../report/words.js";
import type { RawFlags } from "./flags.js";
import { plainLine, plainLines } from "./plain.js";

/** Where a command speaks: results on standard output, all else on standard error. */
export interface Terminal {
  out(text: string): void;
  /**
   * JSON text piece by piece, no faster than it is taken: signs that would steer a terminal are written as `\u` and
   * their number, which is the same value.
   */
  json(pieces: Iterable<string>): Promise<void>;
  /** A note for a person; silent with `--quiet`. */
  note(text: string): void;
  /** A note only with `--verbose`. */
  detail(text: string): void;
  /** Rewrites one line of a terminal; does nothing elsewhere. An empty text clears it. */
  progress(text: string): void;
  /** Characters that a line of progress may have. */
  readonly width: number;
  colour(style: string, text: string): string;
}

export interface TerminalFlags {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly colour: boolean;
  readonly progress: boolean;
}

export function terminalFlags(flags: RawFlags): TerminalFlags {
  return {
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    colour: flags.color !== false,
    progress: flags.progress !== false,
  };
}

const CLEAR = "\r\u001b[K";

/** Whether a line of progress stands on the terminal. There is one terminal, so one such line. */
let isDrawn = false;

/** Takes a line of progress away, so that an error does not begin behind it. */
export function clearProgress(): void {
  if (isDrawn) process.stderr.write(CLEAR);
  isDrawn = false;
}

const STYLES = ["bold", "dim", "red", "green", "yellow", "blue", "cyan", "magenta", "gray", "underline"] as const;
type Style = (typeof STYLES)[number];

function isStyle(style: string): style is Style {
  return STYLES.some((known) => known === style);
}

export function terminal(flags: TerminalFlags): Terminal {
  const noColour = (process.env.NO_COLOR ?? "") !== "" || process.env.TERM === "dumb";
  const chalk = new Chalk({ level: flags.colour && !noColour && process.stdout.isTTY ? 1 : 0 });
  const showsProgress = flags.progress && !flags.quiet && process.stderr.isTTY;
  const note = (text: string): void => {
    if (!flags.quiet) process.stderr.write(`${plainLines(text)}\n`);
  };
  const write = (text: string): void => {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  };
  return {
    out: (text) => write(unsteeredLines(text, chalk.level > 0)),
    json: async (pieces) => {
      for (const piece of pieces) {
        if (!process.stdout.write(unsteeredJson(piece))) await room(process.stdout);
      }
    },
    note,
    detail: (text) => {
      if (flags.verbose) note(text);
    },
    progress: (text) => {
      if (!showsProgress || (text === "" && !isDrawn)) return;
      process.stderr.write(`${CLEAR}${plainLine(text)}`);
      isDrawn = text !== "";
    },
    // A pretended terminal may say that it has no columns at all.
    width: process.stderr.columns || 80,
    colour: (style, text) => (isStyle(style) ? chalk[style](text) : text),
  };
}

/** Resolves when a stream takes more, or never will. */
function room(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
}
