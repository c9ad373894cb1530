import { NotDone } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { coverageOf } from "../policy/coverage.js";
import { examplesJson, examplesText } from "../policy/exampleFormats.js";
import { runExamples } from "../policy/examples.js";
import { readJson } from "../policy/json.js";
import type { RawFlags } from "./flags.js";
import { flagReader, readSoundPolicy } from "./policyFile.js";
import { today } from "./settings.js";
import { terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

/**
 * `zcredit policy test FILE`: runs the file's own examples. 1: one did not come out as it says, or there is none.
 * @throws NotDone where the file cannot be read, or its policy has errors.
 */
export async function policyTest(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  const read = flagReader(flags, problems);
  const lists = read.text("lists");
  if (read.problems.length > 0) throw new NotDone(read.problems);
  const [path = ""] = words;
  // Each example has an award date of its own; today's could change a warning alone, and none is shown here.
  const { policy, file, text } = await readSoundPolicy(path, today(), lists);
  const outcomes = await runExamples(policy, file);
  const coverage = flags.coverage === true ? coverageOf(policy, outcomes) : null;
  const json = readJson(text);
  const tested = { file: path, outcomes, coverage, lineOf: (index: number) => json.valueAt(["examples", index]).line };
  const screen = terminal(terminalFlags(flags));
  const failed = outcomes.length === 0 || outcomes.some((outcome) => !outcome.passed);
  if (flags.json === true) await screen.json([examplesJson(tested)]);
  else if (flags.quiet !== true || failed) screen.out(examplesText(tested, screen.colour));
  return failed ? EXIT.found : EXIT.done;
}
