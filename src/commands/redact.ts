import type { Problem } from "../errors.js";
import { NotDone } from "../errors.js";
import { readWhole } from "../read/disk.js";
import { keyFault } from "../redact/key.js";
import type { RawFlags } from "./flags.js";
import type { Settings } from "./settings.js";

/**
 * The bytes of a key file. They go into no result and no message, and neither does their digest.
 * @throws NotDone where the file can't be read, or the key could be guessed.
 */
export async function readKey(path: string): Promise<Uint8Array> {
  const key = await readWhole(path);
  const fault = keyFault(key, path);
  if (fault !== null) throw new NotDone([fault]);
  return key;
}

type Beside = Pick<Settings, "merged" | "importLayout" | "accepted" | "pending" | "since" | "shard">;

/** What cannot go with `--redact`, each with why: all of it would carry ids in or out. */
export function redactProblems(settings: Beside, flags: RawFlags): readonly Problem[] {
  const problems: Problem[] = [];
  const refuse = (flag: string, isGiven: boolean, why: string): void => {
    if (!isGiven) return;
    const message = `${why}, so it cannot go with --redact. Leave one of them out; a setting of zcredit.json is left out with --no-config.`;
    problems.push({ code: "", where: flag, message });
  };
  refuse("--with-names", flags.withNames === true, "writes names of students");
  refuse("--merged", settings.merged, "repeats the transcript as it stands");
  refuse("--import-layout", settings.importLayout !== null, "is about the import file, and redacted results have none");
  refuse("--accepted", settings.accepted !== null, "lists violations by the ids of students");
  refuse("--pending", settings.pending.length > 0, "lists records by the ids of students");
  refuse("--since", settings.since !== null, "repeats what stands in earlier results");
  refuse("--shard", settings.shard !== null, "keeps ids for zcredit merge");
  refuse("--html", flags.html !== undefined, "writes a page for the family of one student");
  return problems;
}
