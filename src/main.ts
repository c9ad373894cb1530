import { type Command, CommanderError } from "commander";
import { itemAt } from "./at.js";
import { addAuditFlags } from "./commands/auditFlags.js";
import { addCompletionCommand } from "./commands/completionCommand.js";
import { addEquityFlags } from "./commands/equityFlags.js";
import type { RawFlags } from "./commands/flags.js";
import {
  addInputFlags,
  addOutputFlags,
  addTerminalFlags,
  addValueFlag,
  addVerifyFlags,
  bareCommand,
  strayProblems,
} from "./commands/flags.js";
import { addExamples } from "./commands/helpExamples.js";
import { addMergeCommand } from "./commands/mergeCommand.js";
import { plainLines, problemLine, watchOutput } from "./commands/plain.js";
import {
  addAcceptCommand,
  addInitCommand,
  addInspectCommand,
  addListsCommand,
  addPolicyCommands,
} from "./commands/policyCommands.js";
import { clearProgress } from "./commands/terminal.js";
import { takeWords } from "./commands/words.js";
import { didYouMean } from "./config/nearest.js";
import { Interrupted, NotDone, type Problem } from "./errors.js";
import { EXIT, type ExitCode } from "./exit.js";
import { VERSION } from "./version.js";

const HELP_TAIL = `
Exit codes: 0 done, 1 done and something reached --fail-on, 2 not done (nothing is written).
Nothing leaves this machine, and no name of a student reaches the terminal.`;

type Action = (flags: RawFlags, stray: readonly Problem[]) => Promise<ExitCode>;

/** The commands, each loaded only when it is asked for, so that help stays quick. */
function program(done: (code: ExitCode) => void): Command {
  const root = bareCommand(
    "zcredit",
    "Proposes mastery-based credit that a policy says was earned, and reports what breaks a rule.",
  )
    .addHelpText("after", HELP_TAIL)
    .option("-V, --version", "print the version");
  const add = (parent: Command, command: Command, action: Action): void => {
    command.action(async () => done(await action(command.opts<RawFlags>(), strayProblems(command))));
    parent.addCommand(command);
  };

  const check = bareCommand("check", "Proposes new records and reports violations: the main job.").addHelpText(
    "after",
    HELP_TAIL,
  );
  add(root, addTerminalFlags(addOutputFlags(addInputFlags(check))), async (flags, stray) =>
    (await import("./commands/check.js")).check(flags, stray),
  );

  addMergeCommand(root, done);

  const explain = bareCommand("explain", "Says why, and why not, for one student.");
  addValueFlag(explain, "--student <id>", "the student");
  addValueFlag(explain, "--course <id>", "one course of the policy, by its id");
  addValueFlag(explain, "--html <file>", "write a page for the student's family to this file, in plain words");
  addValueFlag(explain, "--accepted <file>", "violations that somebody decided to live with (CSV): shown as accepted");
  addValueFlag(
    explain,
    "--pending <log...>",
    "decision logs: what was accepted and has not landed is shown as pending",
  );
  add(root, addTerminalFlags(addInputFlags(explain)), async (flags, stray) =>
    (await import("./commands/explain.js")).explain(flags, stray),
  );

  const verify = bareCommand("verify", "Says whether any past entry moved, and whether what was accepted landed.");
  addAcceptCommand(root, done);
  addVerifyFlags(verify);
  add(root, addTerminalFlags(verify), async (flags, stray) =>
    (await import("./commands/verify.js")).verify(flags, stray),
  );

  const audit = bareCommand("audit", "Judges existing mastery records, and draws a sample to spot-check.");
  addAuditFlags(audit);
  add(root, audit, async (flags, stray) => (await import("./commands/audit.js")).audit(flags, stray));

  const equity = bareCommand(
    "equity",
    "Says who receives mastery credit, by group of students, for the yearly review.",
  );
  addEquityFlags(equity);
  add(root, equity, async (flags, stray) => (await import("./commands/equity.js")).equity(flags, stray));

  const rules = bareCommand("rules", "Lists every rule, or shows one with an example.").usage("[CODE]");
  rules.action(async () => {
    const { words, problems } = takeWords(rules, [{ name: "CODE", missing: null }]);
    done(await (await import("./commands/rules.js")).rules(itemAt(words, 0), problems));
  });
  root.addCommand(rules);

  const policy = bareCommand("policy", "Works on the policy file itself.").helpCommand(false);
  add(policy, bareCommand("schema", "Prints the JSON Schema of the policy file, for editors."), async (_flags, stray) =>
    (await import("./commands/policySchema.js")).policySchema(stray),
  );
  addPolicyCommands(policy, done);
  root.addCommand(policy);
  addInspectCommand(root, done);
  addListsCommand(root, done);
  addInitCommand(root, done);
  addCompletionCommand(root, done);
  policy.action(() => noCommand(policy));
  root.action(() => {
    if (root.opts<RawFlags>().version !== true) noCommand(root);
    process.stdout.write(`${VERSION}\n`);
  });
  addExamples(root);
  return root;
}

/** A group was called without one of its commands, or with a word that is none. */
function noCommand(group: Command): never {
  const path = group.parent === null ? "zcredit" : `zcredit ${group.name()}`;
  const names = group.commands.map((command) => command.name());
  const problems: Problem[] = [];
  const [word] = group.args;
  if (word === undefined) {
    const message = `say what to do: ${names.join(", ")}. "${path} --help" tells more.`;
    problems.push({ code: "", where: path, message });
  } else if (word.startsWith("-")) {
    problems.push(...strayProblems(group).slice(0, 1));
  } else {
    const hint = didYouMean(word, names);
    const message = `there is no such command.${hint === "" ? ` There are: ${names.join(", ")}.` : hint}`;
    problems.push({ code: "", where: `${path} ${word}`, message });
  }
  throw new NotDone(problems);
}

/** commander's own words for a flag without its value, in ours. */
function usageProblem(error: CommanderError): Problem {
  const flag = /--[a-z-]+/.exec(error.message)?.[0] ?? "";
  if (error.code === "commander.optionMissingArgument") {
    return { code: "", where: flag, message: "needs a value after it." };
  }
  return { code: "", where: "zcredit", message: error.message.replace(/^error: /, "") };
}

/** Where in our own code a defect showed: file and line, without the folders of this machine. */
function placeOfDefect(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return /(?:dist|src)\/([\w./-]+:\d+)/.exec(stack)?.[1] ?? "unknown place";
}

function report(error: unknown, verbose: boolean): void {
  clearProgress();
  if (error instanceof Interrupted) return;
  if (error instanceof NotDone) {
    const lines: string[] = [];
    for (const problem of error.problems) lines.push(problemLine(problem));
    process.stderr.write(`${[...new Set(lines)].join("\n")}\n`);
  } else {
    // The message of an unforeseen error may quote a cell, and so a name: it is shown only when asked for.
    const kind = error instanceof Error ? error.name : "thrown value";
    const line = `This is a defect of zcredit, not of your files (${kind} at ${placeOfDefect(error)}). Nothing was written. Please send this line to whoever maintains your zcredit; --verbose shows more.`;
    process.stderr.write(`${line}\n`);
  }
  if (verbose && error instanceof Error) process.stderr.write(`${plainLines(error.stack ?? error.message)}\n`);
}

/**
 * Runs the command line. Resolves with the exit code and never ends the process, so that all output is flushed.
 * @param argv as `process.argv`: the first two words are node and the script.
 */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  try {
    watchOutput();
    await program((chosen) => {
      code = chosen;
    }).parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      report(new NotDone([usageProblem(error)]), false);
    } else {
      report(error, argv.includes("--verbose"));
    }
    return EXIT.notDone;
  }
}
