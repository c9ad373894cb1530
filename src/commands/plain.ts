import type { Problem } from "../errors.js";
import { EXIT } from "../exit.js";
import { brief, unsteered } from "../report/words.js";

/** One plain line: what a file says can neither break it nor steer the terminal. */
export function plainLine(text: string): string {
  return unsteered(text.replace(/[\r\n\u2028\u2029]+/g, " ").replaceAll("\t", " "));
}

/** The same of text that has several lines of its own. */
export function plainLines(text: string): string {
  return text.split("\n").map(plainLine).join("\n");
}

/** What is longer comes of a file that no person wrote, and would sweep all else off the screen. In characters. */
const MOST_OF_A_LINE = 10_000;

/** Where, what and, at its end, the rule's code, of which `zcredit rules CODE` says more. */
export function problemLine({ where, message, code }: Problem): string {
  const line = brief(plainLine(where === "" ? message : `${where}: ${message}`));
  const more = line.length - MOST_OF_A_LINE;
  const shown = more > 0 ? `${line.slice(0, MOST_OF_A_LINE)}… (${more} more characters)` : line;
  return code === "" ? shown : `${shown} [${code}]`;
}

/**
 * A reader that stops early (`| head`) is no fault: the rest of the output is dropped without a word. Output that
 * cannot be written for another reason, such as a full disk, makes exit code 2 whatever the command came to.
 */
export function watchOutput(): void {
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.once("exit", () => {
      process.exitCode = EXIT.notDone;
    });
    process.stderr.write(`standard output: it could not be written (the system says ${error.code ?? error.name}).\n`);
  });
}
