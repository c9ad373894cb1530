import type { Problem } from "../errors.js";

/** One plain line: what a file says can neither break it nor steer the terminal. */
export function plainLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "?");
}

export function problemLine(problem: Problem): string {
  return plainLine(problem.where === "" ? problem.message : `${problem.where}: ${problem.message}`);
}

/** A reader that stops early (`| head`) is no fault: the rest of the output is dropped without a word. */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
