import { availableParallelism } from "node:os";
import { didYouMean } from "../config/nearest.js";
import type { Config } from "../config/schema.js";
import { type IsoDate, parseDate } from "../date.js";
import { NotDone, type Problem } from "../errors.js";
import { FAIL_ON, type FailOn, LEVELS } from "../exit.js";
import type { InputKind, Level } from "../model.js";
import { KINDS } from "../model.js";
import { byFirst } from "../order.js";
import type { Shard } from "../partition/pack.js";
import { DIALECT_NAMES } from "../read/dialects/index.js";
import { codeFault, isCode } from "./codes.js";
import { type ConfigFile, readConfig } from "./configFile.js";
import { expandPath, shownPath } from "./files.js";
import type { RawFlags } from "./flags.js";
import { redactProblems } from "./redact.js";
import { readShard } from "./shard.js";

/** What the flags and the configuration come to, checked. */
export interface Settings {
  /** Paths by kind, as a person reads them; `-` is standard input. */
  readonly inputs: Readonly<Record<InputKind, readonly string[]>>;
  readonly policy: string;
  /** Path of reference lists; null: those that zcredit ships. */
  readonly lists: string | null;
  /** Names of dialects. */
  readonly dialects: readonly string[];
  /** Paths of maps. */
  readonly maps: readonly string[];
  /** A dialect's name or a map's path; null: the layout that came in. */
  readonly importLayout: { readonly dialect: string } | { readonly map: string } | null;
  /** Null: the default place. */
  readonly out: string | null;
  readonly awardDate: IsoDate;
  readonly failOn: FailOn;
  readonly severities: Readonly<Record<string, Level>>;
  readonly formats: readonly string[];
  readonly merged: boolean;
  readonly json: boolean;
  readonly force: boolean;
  readonly allowTruncated: boolean;
  readonly onlyStudent: readonly string[];
  readonly school: readonly string[];
  readonly classOf: readonly number[];
  readonly gradeLevel: readonly number[];
  readonly config: ConfigFile | null;
  /** Path of the list of accepted violations; null: none. */
  readonly accepted: string | null;
  /** Paths of decision logs. */
  readonly pending: readonly string[];
  /** Earlier results: a folder, `latest`, or null. */
  readonly since: string | null;
  readonly failOnNew: boolean;
  readonly allowShrink: boolean;
  /** Path of the key by which results are redacted; null: they are not. */
  readonly redact: string | null;
  /** Threads that read and decide, this one apart where there are more. */
  readonly jobs: number;
  /** Only this slice of the students; null: all. */
  readonly shard: Shard | null;
}

const DEFAULT_FORMATS: readonly string[] = ["csv", "json", "html"];

/** The local day of this machine's clock: the only clock there is, and only the default of `--award-date`. */
export function today(): IsoDate {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Values of one setting with where they came from, so that a problem can name the flag or the file. */
export interface Given {
  readonly values: readonly string[];
  readonly where: string;
  readonly base: string;
}

function asTexts(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

export function given(name: keyof Config & string, flags: RawFlags, config: ConfigFile | null, cwd: string): Given {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const flag = flags[camel];
  if (Array.isArray(flag)) return { values: flag, where: `--${name}`, base: cwd };
  const values = config === null ? [] : asTexts(config.config[name]);
  return { values, where: `${config?.name ?? ""}: "${name}"`, base: config?.folder ?? cwd };
}

function isOn(
  name: "merged" | "json" | "force" | "allow-truncated" | "allow-shrink" | "fail-on-new",
  flags: RawFlags,
  config: ConfigFile | null,
): boolean {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return flags[camel] === true || config?.config[name] === true;
}

/** A value that begins with a dash is nearly always the next flag, swallowed because a value was left out. */
export function dashProblems(flags: RawFlags): Problem[] {
  const problems: Problem[] = [];
  for (const [camel, values] of Object.entries(flags)) {
    if (!Array.isArray(values)) continue;
    const flag = `--${camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    for (const value of values) {
      if (/^-[^\d]/.test(value))
        problems.push({ code: "", where: flag, message: `needs a value, and "${value}" is a flag.` });
      if (value === "")
        problems.push({ code: "", where: flag, message: "its value is empty. Give one, or leave the flag out." });
    }
  }
  return problems;
}

export function single(from: Given, problems: Problem[]): string | null {
  if (from.values.length > 1) {
    const message = `is given ${from.values.length} times, and only one value can hold. Keep one.`;
    problems.push({ code: "", where: from.where, message });
  }
  return from.values[0] ?? null;
}

export function oneOf<T extends string>(from: Given, known: readonly T[], fallback: T, problems: Problem[]): T {
  const text = single(from, problems);
  if (text === null) return fallback;
  const found = known.find((value) => value === text);
  if (found !== undefined) return found;
  const message = `"${text}" is none of: ${known.join(", ")}.${didYouMean(text, known)}`;
  problems.push({ code: "", where: from.where, message });
  return fallback;
}

function formatsOf(from: Given, known: readonly string[], problems: Problem[]): readonly string[] {
  if (from.values.length === 0) return DEFAULT_FORMATS;
  const names: string[] = [];
  for (const list of from.values) {
    for (const name of list.split(",").map((text) => text.trim())) {
      if (!known.includes(name)) {
        const message = `"${name}" is none of: ${known.join(", ")}.${didYouMean(name, known)}`;
        problems.push({ code: "", where: from.where, message });
      } else if (!names.includes(name)) names.push(name);
    }
  }
  return names;
}

/**
 * Severities that flags and configuration change. The configuration is shared by all commands, so a code that only
 * another one reports may stand there; on the command line it would be a mistake.
 */
export function severitiesOf(
  flags: RawFlags,
  config: ConfigFile | null,
  codes: readonly string[],
  problems: Problem[],
): Readonly<Record<string, Level>> {
  const changed = new Map<string, Level>();
  const set = (where: string, code: string, level: string): void => {
    const severity = LEVELS.find((known) => known === level);
    const fault = codeFault(code, codes);
    if (fault !== null) problems.push({ code: "", where, message: fault });
    else if (severity === undefined) {
      const message = `"${level}" is none of: ${LEVELS.join(", ")}. Write it as ${code}=warning.`;
      problems.push({ code: "", where, message });
    } else changed.set(code, severity);
  };
  for (const [code, level] of Object.entries(config?.config.severity ?? {})) {
    if (codes.includes(code) || !isCode(code)) set(`${config?.name ?? ""}: "severity"`, code, level);
  }
  const asked = new Map<string, string>();
  for (const text of asTexts(flags.severity)) {
    const [code = "", ...rest] = text.split("=");
    const level = rest.join("=");
    const before = asked.get(code);
    if (before !== undefined && before !== level) {
      const message = `${code} is given twice, as "${before}" and as "${level}". Keep one.`;
      problems.push({ code: "", where: "--severity", message });
    } else set("--severity", code, level);
    asked.set(code, level);
  }
  return Object.fromEntries([...changed].sort(byFirst));
}

function years(from: Given, problems: Problem[]): readonly number[] {
  const found: number[] = [];
  for (const text of from.values) {
    if (/^(19|20|21)\d\d$/.test(text)) found.push(Number(text));
    else problems.push({ code: "", where: from.where, message: `"${text}" is no year; write it as 2026.` });
  }
  return found;
}

function gradeLevels(from: Given, problems: Problem[]): readonly number[] {
  const found: number[] = [];
  for (const text of from.values) {
    const folded = text.toUpperCase();
    if (folded === "K" || folded === "KG") found.push(0);
    else if (folded === "PK") found.push(-1);
    else if (/^(-1|0?\d|1[0-3])$/.test(text)) found.push(Number(text));
    else
      problems.push({
        code: "",
        where: from.where,
        message: `"${text}" is no grade level; write 9, 10, 11 or 12, K or PK.`,
      });
  }
  return found;
}

function inputsOf(
  flags: RawFlags,
  config: ConfigFile | null,
  cwd: string,
  problems: Problem[],
): Record<InputKind, readonly string[]> {
  const inputs: Record<InputKind, string[]> = { transcript: [], scores: [], approvals: [], students: [] };
  for (const kind of KINDS) {
    const from = given(kind, flags, config, cwd);
    for (const path of from.values) {
      if (path === "") continue;
      try {
        if (path === "-") inputs[kind].push(path);
        else inputs[kind].push(...expandPath(path, from.base, cwd));
      } catch (error) {
        if (!(error instanceof NotDone)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  const piped = KINDS.flatMap((kind) => inputs[kind]).filter((path) => path === "-");
  if (piped.length > 1)
    problems.push({ code: "", where: "-", message: "standard input can be only one of the files." });
  return inputs;
}

function neededProblems(transcript: Given, students: Given, policy: string | null): Problem[] {
  const problems: Problem[] = [];
  if (transcript.values.length + students.values.length === 0) {
    const message = "is missing: name the transcript export, as in --transcript transcripts.csv.";
    problems.push({ code: "", where: "-t, --transcript", message });
  }
  if (policy === null) {
    const message = "is missing: name the district's policy, as in --policy policy.json.";
    problems.push({ code: "", where: "-p, --policy", message });
  }
  return problems;
}

export function dialectsOf(from: Given, problems: Problem[]): readonly string[] {
  for (const name of from.values) {
    if (DIALECT_NAMES.includes(name)) continue;
    const message = `there is no dialect "${name}".${didYouMean(name, DIALECT_NAMES) || ` There are: ${DIALECT_NAMES.join(", ")}.`}`;
    problems.push({ code: "", where: from.where, message });
  }
  return from.values;
}

/** A name of a dialect, else the path of a map. */
function importLayoutOf(from: Given, cwd: string, problems: Problem[]): Settings["importLayout"] {
  const value = single(from, problems);
  if (value === null) return null;
  return DIALECT_NAMES.includes(value) ? { dialect: value } : { map: shownPath(value, from.base, cwd) };
}

export function pathOf(from: Given, cwd: string, problems: Problem[]): string | null {
  const path = single(from, problems);
  return path === null ? null : shownPath(path, from.base, cwd);
}

function jobsOf(from: Given, problems: Problem[]): number {
  const text = single(from, problems);
  if (text === null) return availableParallelism();
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  problems.push({
    code: "",
    where: from.where,
    message: `"${text}" is no number of threads; write 1 to 999, as in 4.`,
  });
  return 1;
}

function shardOf(from: Given, problems: Problem[]): Shard | null {
  const text = single(from, problems);
  return text === null ? null : readShard(text, from.where, process.env, problems);
}

/** What needs all students at once, and so the results of all slices together. */
function shardProblems({ shard, merged, since, accepted, pending }: Settings): readonly Problem[] {
  if (shard === null) return [];
  const asked: readonly (readonly [string, boolean])[] = [
    ["--merged", merged],
    ["--since", since !== null],
    ["--accepted", accepted !== null],
    ["--pending", pending.length > 0],
  ];
  const message = "needs all students together, so it cannot go with --shard. Drop one.";
  return asked.filter(([, isAsked]) => isAsked).map(([where]) => ({ code: "", where, message }));
}

/** The configuration to go by. Where it is wanted and can't be read, the problems say so and `isRead` is false. */
export async function givenConfig(
  flags: RawFlags,
  cwd: string,
  problems: Problem[],
): Promise<{ readonly config: ConfigFile | null; readonly isRead: boolean }> {
  if (flags.config === false) return { config: null, isRead: true };
  try {
    const named = single({ values: asTexts(flags.config), where: "--config", base: cwd }, problems);
    return { config: await readConfig(named, cwd), isRead: true };
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    problems.push(...error.problems);
    return { config: null, isRead: false };
  }
}

/** Known names that flags are checked against. */
export interface Known {
  readonly formats: readonly string[];
  readonly codes: readonly string[];
  /** A students file must be there. */
  readonly needsStudents?: true;
}

/**
 * Reads flags and configuration. A flag wins over the configuration; `severity` alone is joined, code by code.
 * @throws NotDone with every problem that can be seen at once.
 */
export async function readSettings(
  flags: RawFlags,
  stray: readonly Problem[],
  known: Known,
  cwd: string,
): Promise<Settings> {
  const problems: Problem[] = [...stray, ...dashProblems(flags)];
  const { config, isRead: configRead } = await givenConfig(flags, cwd, problems);
  const get = (name: keyof Config & string): Given => given(name, flags, config, cwd);

  const inputs = inputsOf(flags, config, cwd, problems);
  const policyFrom = get("policy");
  const policy = single(policyFrom, problems);
  // A configuration that cannot be read might have named them.
  if (configRead) {
    problems.push(...neededProblems(get("transcript"), get("students"), policy));
    if (known.needsStudents === true && get("students").values.length === 0) {
      const message = "is missing: name the file that says who each student is, as in --students students.csv.";
      problems.push({ code: "", where: "--students", message });
    }
  }
  const outFrom = get("out");
  const out = single(outFrom, problems);
  const dateText = single(get("award-date"), problems);
  const awardDate = dateText === null ? today() : parseDate(dateText);
  if (awardDate === null) {
    const message = `"${dateText}" is no date; write it as 2026-06-20.`;
    problems.push({ code: "", where: get("award-date").where, message });
  }
  const merged = isOn("merged", flags, config);
  if (merged && inputs.transcript.includes("-")) {
    const message = "repeats the transcript's own bytes, so the transcript must be a file, not standard input.";
    problems.push({ code: "", where: "--merged", message });
  }
  const importLayout = importLayoutOf(get("import-layout"), cwd, problems);
  if (merged && importLayout !== null) {
    const message = "adds new records in the transcript's own layout, so it cannot go with --import-layout. Drop one.";
    problems.push({ code: "", where: "--merged", message });
  }
  const mapFrom = get("map");
  const settings: Settings = {
    inputs,
    dialects: dialectsOf(get("dialect"), problems),
    maps: mapFrom.values.map((path) => shownPath(path, mapFrom.base, cwd)),
    importLayout,
    policy: shownPath(policy ?? "", policyFrom.base, cwd),
    out: out === null ? null : shownPath(out, outFrom.base, cwd),
    awardDate: awardDate ?? today(),
    failOn: oneOf(get("fail-on"), FAIL_ON, "error", problems),
    severities: severitiesOf(flags, config, known.codes, problems),
    formats: formatsOf(get("format"), known.formats, problems),
    merged,
    json: isOn("json", flags, config),
    force: isOn("force", flags, config),
    allowTruncated: isOn("allow-truncated", flags, config),
    onlyStudent: get("only-student").values,
    school: get("school").values,
    classOf: years(get("class-of"), problems),
    gradeLevel: gradeLevels(get("grade-level"), problems),
    config,
    lists: pathOf(get("lists"), cwd, problems),
    accepted: pathOf(get("accepted"), cwd, problems),
    pending: get("pending").values.map((path) => shownPath(path, get("pending").base, cwd)),
    since: get("since").values[0] === "latest" ? "latest" : pathOf(get("since"), cwd, problems),
    failOnNew: isOn("fail-on-new", flags, config),
    allowShrink: isOn("allow-shrink", flags, config),
    redact: pathOf(get("redact"), cwd, problems),
    jobs: jobsOf(get("jobs"), problems),
    // A configuration is for every job of an array: it can't say which one this is.
    shard: shardOf({ values: asTexts(flags.shard), where: "--shard", base: cwd }, problems),
  };
  problems.push(...shardProblems(settings));
  if (settings.redact !== null) problems.push(...redactProblems(settings, flags));
  if (settings.failOnNew && settings.since === null) {
    const message = "needs earlier results to tell what is new: name them with --since, or say --since latest.";
    problems.push({ code: "", where: "--fail-on-new", message });
  }
  if (problems.length > 0) throw new NotDone(problems);
  return settings;
}
