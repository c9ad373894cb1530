import { basename } from "node:path";
import { didYouMean } from "../config/nearest.js";
import { SHIPPED_LISTS } from "../data/lists.js";
import { type IsoDate, parseDate } from "../date.js";
import { NotDone, type Problem } from "../errors.js";
import { FAIL_ON, type FailOn } from "../exit.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { type LoadedPolicy, loadPolicy } from "../policy/load.js";
import { policyProblems } from "../policyViolations.js";
import { readWhole, sha256Of } from "../read/disk.js";
import type { ListFile } from "../report/result.js";
import type { PolicyFile } from "../run.js";
import type { RawFlags } from "./flags.js";
import { readLists } from "./job.js";
import { today } from "./settings.js";

/** A policy as read from the disk, whatever the loader says of it. */
export interface ReadPolicy extends LoadedPolicy {
  readonly text: string;
  readonly file: PolicyFile;
  /** The reference lists that it was read by, for the record; null: those that zcredit ships. */
  readonly listFile: ListFile | null;
}

/**
 * @param listsPath reference lists in place of those that zcredit ships; null: those
 * @throws NotDone where there is no such file, or it may not be read, or the lists are at fault.
 */
export async function readPolicyFile(path: string, awardDate: IsoDate, listsPath: string | null): Promise<ReadPolicy> {
  const given = listsPath === null ? null : await readLists(listsPath);
  const bytes = await readWhole(path);
  const sha256 = sha256Of(bytes);
  const name = basename(path);
  const loaded = loadPolicy({ name, bytes, sha256 }, awardDate, given?.lists ?? SHIPPED_LISTS);
  const file = { name, bytes: bytes.byteLength, sha256, findings: loaded.findings };
  return { ...loaded, text: new TextDecoder("utf-8").decode(bytes), file, listFile: given?.file ?? null };
}

/** @throws NotDone with every error of the policy as well: nothing is decided or shown by a policy in doubt. */
export async function readSoundPolicy(
  path: string,
  awardDate: IsoDate,
  listsPath: string | null,
): Promise<ReadPolicy & { readonly policy: CompiledPolicy }> {
  const read = await readPolicyFile(path, awardDate, listsPath);
  if (read.policy === null) throw new NotDone(policyProblems(path, read.findings));
  return { ...read, policy: read.policy };
}

/** Reads single values of flags and gathers what is wrong with them, so that all of it is said at once. */
export interface FlagReader {
  readonly problems: Problem[];
  text(flag: string): string | null;
  oneOf<T extends string>(flag: string, known: readonly T[], fallback: T): T;
  awardDate(): IsoDate;
  failOn(): FailOn;
}

export function flagReader(flags: RawFlags, stray: readonly Problem[]): FlagReader {
  const problems: Problem[] = [...stray];
  const say = (flag: string, message: string): void => void problems.push({ code: "", where: `--${flag}`, message });
  const text = (flag: string): string | null => {
    const values = flags[flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
    if (!Array.isArray(values)) return null;
    if (values.length > 1) say(flag, `is given ${values.length} times, and only one value can hold. Keep one.`);
    const value = String(values[0] ?? "");
    if (value === "") say(flag, "its value is empty.");
    if (/^-[^\d]/.test(value)) say(flag, `needs a value, and "${value}" is a flag.`);
    return value;
  };
  const oneOf = <T extends string>(flag: string, known: readonly T[], fallback: T): T => {
    const value = text(flag);
    if (value === null) return fallback;
    const found = known.find((name) => name === value);
    if (found === undefined) say(flag, `"${value}" is none of: ${known.join(", ")}.${didYouMean(value, known)}`);
    return found ?? fallback;
  };
  return {
    problems,
    text,
    oneOf,
    awardDate: () => {
      const value = text("award-date");
      if (value === null) return today();
      const date = parseDate(value);
      if (date === null) say("award-date", `"${value}" is no date; write it as 2026-06-20.`);
      return date ?? today();
    },
    failOn: () => oneOf("fail-on", FAIL_ON, "error"),
  };
}
