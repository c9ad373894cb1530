import { itemAt } from "../at.js";
import { didYouMean } from "../config/nearest.js";
import { NotDone, notDone } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { SHOW_FORMATS, showPolicy } from "../policy/show/index.js";
import type { RawFlags } from "./flags.js";
import { flagReader, readSoundPolicy } from "./policyFile.js";
import { today } from "./settings.js";
import { terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

/**
 * `zcredit policy show FILE`: the policy as a person reads it, on standard output.
 * @throws NotDone where the file cannot be read, its policy has errors, or it has no such course.
 */
export async function policyShow(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  const read = flagReader(flags, problems);
  const format = read.oneOf("format", SHOW_FORMATS, "text");
  const course = read.text("course");
  const lists = read.text("lists");
  if (read.problems.length > 0) throw new NotDone(read.problems);
  // What is shown does not hang on a day: dates stand in it as dates.
  const { policy } = await readSoundPolicy(itemAt(words, 0), today(), lists);
  if (course !== null && !policy.courseById.has(course)) {
    const hint = didYouMean(course, [...policy.courseById.keys()]);
    throw notDone("--course", `the policy has no course with the id "${course}".${hint}`);
  }
  const screen = terminal(terminalFlags(flags));
  screen.out(showPolicy(policy, format, course, (text) => screen.colour("bold", text)));
  return EXIT.done;
}
