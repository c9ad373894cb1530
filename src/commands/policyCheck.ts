import { NotDone } from "../errors.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import { type CheckedPolicy, checkJson, checkText, sarif } from "../policy/findingFormats.js";
import type { RawFlags } from "./flags.js";
import { flagReader, readPolicyFile } from "./policyFile.js";
import { terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

/**
 * `zcredit policy check FILE`: all that is wrong with a policy, with its places. 1: a finding reached `--fail-on`.
 * @throws NotDone where the file cannot be read at all.
 */
export async function policyCheck(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  const read = flagReader(flags, problems);
  const format = read.oneOf("format", ["text", "json", "sarif"], flags.json === true ? "json" : "text");
  const awardDate = read.awardDate();
  const failOn = read.failOn();
  const lists = read.text("lists");
  if (read.problems.length > 0) throw new NotDone(read.problems);
  const [path = ""] = words;
  const { file, findings } = await readPolicyFile(path, awardDate, lists);
  const checked: CheckedPolicy = { file: path, sha256: file.sha256, awardDate, findings };
  const screen = terminal(terminalFlags(flags));
  if (format === "json") await screen.json([checkJson(checked)]);
  else if (format === "sarif") await screen.json([sarif(checked)]);
  else if (flags.quiet !== true || findings.length > 0) screen.out(checkText(checked, screen.colour));
  return exitCodeOf(
    findings.map(({ severity }) => ({ severity, status: "open" as const })),
    failOn,
  );
}
