import { didYouMean } from "../config/nearest.js";
import { type IsoDate, parseDate } from "../date.js";
import { NotDone, type Problem } from "../errors.js";
import { FAIL_ON, type FailOn } from "../exit.js";
import type { Level } from "../model.js";
import { DIALECT_NAMES } from "../read/dialects/index.js";
import { VERIFY_CODES } from "./codes.js";
import type { ConfigFile } from "./configFile.js";
import { expandPath } from "./files.js";
import type { RawFlags } from "./flags.js";
import { flagReader } from "./policyFile.js";
import { dashProblems, given, givenConfig, oneOf, pathOf, severitiesOf, single, today } from "./settings.js";

/** What the flags of `zcredit verify`, and the configuration, come to. Paths as a person reads them. */
export interface VerifySettings {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly proposed: readonly string[];
  readonly dialects: readonly string[];
  readonly maps: readonly string[];
  /** Null: no mark is taken to mean anything. */
  readonly policy: string | null;
  /** Path of reference lists to read the policy by; null: those that zcredit ships. */
  readonly lists: string | null;
  readonly corrections: string | null;
  readonly landed: string | null;
  readonly out: string | null;
  readonly awardDate: IsoDate;
  readonly failOn: FailOn;
  readonly severities: Readonly<Record<string, Level>>;
  readonly config: ConfigFile | null;
  /** Path of the key by which findings are redacted; null: they are not. */
  readonly redact: string | null;
}

/** Paths of a flag that may be given more than once, patterns filled in. What is wrong with them is put to `problems`. */
export function givenPaths(flags: RawFlags, flag: string, problems: Problem[]): readonly string[] {
  const values = flags[flag];
  if (!Array.isArray(values)) return [];
  const found: string[] = [];
  for (const path of values) {
    try {
      if (path === "-")
        problems.push({ code: "", where: `--${flag}`, message: "needs a file: it is read more than once." });
      else found.push(...expandPath(path, process.cwd(), process.cwd()));
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      problems.push(...error.problems);
    }
  }
  return found;
}

/**
 * Reads the flags. Of the configuration only what is about the exports and how they are judged is taken: policy,
 * layout, award date, `fail-on` and severities; what it says of results belongs to `zcredit check`.
 * @throws NotDone with every problem that can be seen at once.
 */
export async function readVerifySettings(flags: RawFlags, stray: readonly Problem[]): Promise<VerifySettings> {
  const read = flagReader(flags, [...stray, ...dashProblems(flags)]);
  const { problems } = read;
  const cwd = process.cwd();
  const { config } = await givenConfig(flags, cwd, problems);
  const before = givenPaths(flags, "before", problems);
  const after = givenPaths(flags, "after", problems);
  const proposed = givenPaths(flags, "proposed", problems);
  const missing = (flag: string, example: string): void =>
    void problems.push({ code: "", where: `--${flag}`, message: `is missing: name ${example}.` });
  if (flags.before === undefined) missing("before", "the earlier export, as in --before old.csv");
  if (flags.after === undefined) missing("after", "the later export, as in --after new.csv");
  const dialect = given("dialect", flags, config, cwd);
  for (const name of dialect.values) {
    if (DIALECT_NAMES.includes(name)) continue;
    const message = `"${name}" is none of: ${DIALECT_NAMES.join(", ")}.${didYouMean(name, DIALECT_NAMES)}`;
    problems.push({ code: "", where: dialect.where, message });
  }
  const map = given("map", flags, config, cwd);
  const date = given("award-date", flags, config, cwd);
  const dateText = single(date, problems);
  const awardDate = dateText === null ? today() : parseDate(dateText);
  if (awardDate === null) {
    problems.push({
      code: "",
      where: date.where,
      message: `"${dateText}" is no date; write it as 2026-06-20.`,
    });
  }
  const landed = read.text("landed");
  if (landed !== null && proposed.length === 0)
    missing("proposed", "the records of the batch that --landed is to hold");
  const lists = given("lists", flags, config, cwd);
  const policy = pathOf(given("policy", flags, config, cwd), cwd, problems);
  // The configuration's lists are for every command; on the command line they are for this one.
  if (flags.lists !== undefined && policy === null) missing("policy", "the policy that --lists is for");
  const settings: VerifySettings = {
    before,
    after,
    proposed,
    dialects: dialect.values,
    maps: map.values.flatMap((path) => pathOf({ ...map, values: [path] }, cwd, problems) ?? []),
    policy,
    lists: pathOf(lists, cwd, problems),
    corrections: read.text("corrections"),
    landed,
    out: read.text("out"),
    awardDate: awardDate ?? today(),
    failOn: oneOf(given("fail-on", flags, config, cwd), FAIL_ON, "error", problems),
    severities: severitiesOf(flags, config, VERIFY_CODES, problems),
    config,
    redact: pathOf(given("redact", flags, config, cwd), cwd, problems),
  };
  if (settings.redact !== null && landed !== null) {
    const message = "repeats rows as they stand, so it cannot go with --redact. Leave one of them out.";
    problems.push({ code: "", where: "--landed", message });
  }
  if (problems.length > 0) throw new NotDone(problems);
  return settings;
}
