import type { Command } from "commander";
import { type ExitCode, FAIL_ON } from "../exit.js";
import { bareCommand } from "./flags.js";
import { takeWords } from "./words.js";

/** `zcredit completion SHELL`. What it offers is read from the program that it stands in. */
export function addCompletionCommand(root: Command, done: (code: ExitCode) => void): void {
  const command = bareCommand("completion", "Prints a script by which a shell completes commands and flags.");
  command.usage("bash|zsh|fish|powershell").action(async () => {
    const missing = "is missing: say which shell, as in zcredit completion bash.";
    const words = takeWords(command, [{ name: "SHELL", missing }]);
    const [{ completion, SHELL_NAMES }, { shapeOf }, { DIALECT_NAMES }] = await Promise.all([
      import("./completion.js"),
      import("./commandShape.js"),
      import("../read/dialects/index.js"),
    ]);
    const choices = {
      completion: SHELL_NAMES,
      "--fail-on": FAIL_ON,
      "--dialect": DIALECT_NAMES,
      "--kind": ["transcript", "scores", "approvals", "students"],
      "--stratify": ["school", "pathway"],
      "--unit": ["student", "record"],
      "policy check --format": ["text", "json", "sarif"],
      "policy show --format": ["text", "markdown", "html"],
    };
    done(completion(words, shapeOf(root, choices)));
  });
  root.addCommand(command);
}
