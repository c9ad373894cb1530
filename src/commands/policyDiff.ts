import { itemAt } from "../at.js";
import type { IsoDate } from "../date.js";
import { NotDone, notDone, type Problem } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { diffOutcomes, diffPolicies } from "../policy/diff.js";
import { type DiffedPolicies, diffJson, diffText } from "../policy/diffFormats.js";
import { nodeHasher } from "../read/disk.js";
import type { HeldResult } from "../report/result.js";
import { run } from "../run.js";
import { RUN_CODES } from "./codes.js";
import type { RawFlags } from "./flags.js";
import { prepare, resultOptions, showProgress } from "./job.js";
import { flagReader, readSoundPolicy } from "./policyFile.js";
import { readSettings } from "./settings.js";
import { type Terminal, terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

const DATA = ["transcript", "scores", "approvals", "students"] as const;

/**
 * `zcredit policy diff OLD NEW`: what the new policy says otherwise and, given data, whose proposals change. 1: the
 * two are not the same.
 * @throws NotDone where a file cannot be read or a policy has errors.
 */
export async function policyDiff(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  const read = flagReader(flags, problems);
  const awardDate = read.awardDate();
  const lists = read.text("lists");
  if (read.problems.length > 0) throw new NotDone(read.problems);
  const [oldPath, newPath] = [itemAt(words, 0), itemAt(words, 1)];
  const [before, after] = await bothOf(oldPath, newPath, awardDate, lists);
  const changes = diffPolicies(before.policy, after.policy);
  const screen = terminal(terminalFlags(flags));
  const withData = DATA.some((name) => flags[name] !== undefined);
  const outcomes = withData ? await outcomesOf(flags, oldPath, newPath, awardDate, screen) : null;
  const diffed: DiffedPolicies = { before: oldPath, after: newPath, changes, outcomes };
  if (flags.json === true) await screen.json([diffJson(diffed)]);
  else if (flags.quiet !== true) screen.out(diffText(diffed, screen.colour));
  const differs = changes.length + (outcomes === null ? 0 : outcomes.changes.length + outcomes.reasons.length) > 0;
  return differs ? EXIT.found : EXIT.done;
}

/** Both are read even where one cannot be, so that all of their faults are said at once. */
async function bothOf(oldPath: string, newPath: string, awardDate: IsoDate, lists: string | null) {
  const problems: Problem[] = [];
  const of = async (path: string) => {
    try {
      return await readSoundPolicy(path, awardDate, lists);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const before = await of(oldPath);
  const after = await of(newPath);
  if (before === null || after === null) throw new NotDone(problems);
  return [before, after] as const;
}

async function outcomesOf(
  flags: RawFlags,
  oldPath: string,
  newPath: string,
  awardDate: IsoDate,
  screen: Terminal,
): Promise<DiffedPolicies["outcomes"]> {
  for (const name of DATA) {
    const given = flags[name];
    if (Array.isArray(given) && given.includes("-"))
      throw notDone(`--${name}`, "is read twice, once with each policy, so it must be a file, not standard input.");
  }
  const before = await resultWith(oldPath, flags, awardDate, screen);
  const after = await resultWith(newPath, flags, awardDate, screen);
  screen.progress("");
  return { ...diffOutcomes(before, after), awardDate, students: after.counts.students };
}

/** A configuration is left out: it would name a policy and files that nobody asked about here. */
async function resultWith(path: string, flags: RawFlags, awardDate: IsoDate, screen: Terminal): Promise<HeldResult> {
  const own: RawFlags = { ...flags, policy: [path], awardDate: [awardDate], config: false };
  const settings = await readSettings(own, [], { formats: [], codes: RUN_CODES }, process.cwd());
  const job = await prepare(settings, async () => undefined);
  const { result } = await run({
    sources: job.sources,
    policy: job.policy,
    policyFile: job.policyFile,
    hasher: nodeHasher,
    options: resultOptions(settings),
    onProgress: showProgress(screen, job),
  });
  return result;
}
