import type { Command } from "commander";
import type { Problem } from "../errors.js";
import { strayProblems } from "./flags.js";

/** Words of the command line that belong to no flag, by what each stands for, and what is wrong with the rest. */
export interface Words {
  /** In the order wanted; empty where one is missing. */
  readonly words: readonly string[];
  readonly problems: readonly Problem[];
}

/** One word that a command wants beside its flags. */
export interface Wanted {
  /** As help shows it: `FILE`. */
  readonly name: string;
  /** What is said where it is missing; null: it need not be there. */
  readonly missing: string | null;
}

/** Takes the words that a command wants; what is left over is as wrong as it is for any other command. */
export function takeWords(command: Command, wanted: readonly Wanted[]): Words {
  const words: string[] = [];
  const rest: string[] = [];
  // A word behind an unknown flag is most likely that flag's value.
  let valueOfUnknown = false;
  for (const word of command.args) {
    const isFlag = word.startsWith("-") && word !== "-";
    if (isFlag || valueOfUnknown || words.length >= wanted.length) rest.push(word);
    else words.push(word);
    valueOfUnknown = isFlag && !word.includes("=");
  }
  const problems = [...strayProblems(command, rest)];
  for (const { name, missing } of wanted.slice(words.length)) {
    if (missing !== null) problems.push({ code: "", where: name, message: missing });
  }
  return { words: wanted.map((_, index) => words[index] ?? ""), problems };
}
