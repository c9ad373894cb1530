import type { Command, Option } from "commander";

/** One flag as a shell can complete it. */
export interface FlagShape {
  /** `-t` and `--transcript`. */
  readonly names: readonly string[];
  readonly says: string;
  readonly value: "none" | "file" | "text";
  /** What the value can be, where it is one of a few. */
  readonly choices: readonly string[];
}

/** One command as a shell can complete it. */
export interface CommandShape {
  readonly name: string;
  readonly says: string;
  readonly commands: readonly CommandShape[];
  /** What can stand beside the flags, where it is one of a few. */
  readonly words: readonly string[];
  readonly flags: readonly FlagShape[];
}

/** Values that are one of a few: by command and flag, else by flag. */
export type Choices = Readonly<Record<string, readonly string[]>>;

const FILES = /^(?:file|dir|log|name\|file)$/;

/** Every command and flag of the program. */
export function shapeOf(command: Command, choices: Choices, path = ""): CommandShape {
  const flags = command.options.map((option) => flagOf(option, choices, path));
  const help: FlagShape = { names: ["-h", "--help"], says: "show help", value: "none", choices: [] };
  return {
    name: command.name(),
    says: command.description(),
    commands: command.commands.map((child) =>
      shapeOf(child, choices, path === "" ? child.name() : `${path} ${child.name()}`),
    ),
    words: choices[path] ?? [],
    flags: [...flags, help],
  };
}

function flagOf(option: Option, choices: Choices, path: string): FlagShape {
  const names = [option.short, option.long].filter((name) => typeof name === "string");
  const value = /[<[]([^>\]]+?)(?:\.\.\.)?[>\]]/.exec(option.flags)?.[1] ?? null;
  const long = option.long ?? "";
  return {
    names,
    says: option.description,
    value: value === null ? "none" : FILES.test(value) ? "file" : "text",
    choices: choices[`${path} ${long}`] ?? choices[long] ?? [],
  };
}
