import { Command, Option } from "commander";
import { didYouMean } from "../config/nearest.js";
import type { Problem } from "../errors.js";

/**
 * Flags as they stood on the command line, unread: every value is kept, so that a value given twice can be named
 * instead of being dropped.
 */
export interface RawFlags {
  readonly [name: string]: readonly string[] | boolean | undefined;
}

function collect(value: string, previous: unknown): readonly string[] {
  return Array.isArray(previous) ? [...previous, value] : [value];
}

function valued(flags: string, help: string): Option {
  return new Option(flags, help).argParser(collect);
}

const INPUT_OPTIONS = (): readonly Option[] => [
  valued("-t, --transcript <file...>", "transcript export (CSV); - is standard input"),
  valued("-s, --scores <file...>", "assessment scores (CSV)"),
  valued("--approvals <file...>", "who agreed, asked or declined (CSV)"),
  valued("--students <file...>", "grade level, class, programs of each student (CSV)"),
  valued("-p, --policy <file>", "the district's policy (JSON)"),
  valued("--lists <file>", "reference lists in place of those that zcredit ships (JSON)"),
  valued("--dialect <name...>", "the layout of an export (default: recognised from its header)"),
  valued("--map <file...>", "how the columns of another layout map (JSON); zcredit inspect writes one"),
  valued("--award-date <date>", "date of the new records, YYYY-MM-DD (default: today)"),
  valued("--fail-on <level>", "what makes exit code 1: error, warning, info or never (default: error)"),
  valued("--severity <code=level...>", "show a violation as error, warning, info or not (off); no decision changes"),
  new Option("--allow-truncated", "go on with a file that ends inside a record"),
  valued("--jobs <n>", "threads that read and decide (default: as many as there are processors)"),
  valued("--redact <keyfile>", "ids as keyed hashes, no names, cells or days in any output; nothing to import"),
  valued("--config <file>", "read flags from this file (default: zcredit.json, found upward from here)"),
  new Option("--no-config", "read no configuration file"),
];

const OUTPUT_OPTIONS = (): readonly Option[] => [
  valued("-o, --out <dir>", "where results go (default: zcredit-results/{award-date}-{n})"),
  new Option("--force", "replace earlier results of zcredit in that folder"),
  valued("--format <list>", "any of csv, json, html, sarif, junit, text, with commas between (default: csv,json,html)"),
  valued("--import-layout <name|file>", "write new records in this layout, not the transcript's: a dialect or a map"),
  new Option("--merged", "also write the transcript with the new records after it"),
  new Option("--with-names", "also write review-sheet.html, which holds names: for this machine or paper only"),
  new Option("--json", "the report as JSON on standard output, and nothing else there"),
  valued("--accepted <file>", "violations that somebody decided to live with (CSV): shown, and no fault"),
  valued("--since <dir>", "earlier results, or latest: say what is new, known, gone or landed"),
  new Option("--fail-on-new", "with --since: only what is new makes exit code 1"),
  valued("--pending <log...>", "decision logs: leave out what was accepted and has not landed"),
  new Option("--allow-shrink", "with --since: go on though a file or school has more than 10 % fewer rows or students"),
  valued("--shard <i/n>", "only this slice of the students, for a job array: 2/8, auto or auto/8; see zcredit merge"),
  valued("--only-student <id...>", "output these students only; every row is read all the same"),
  valued("--school <code...>", "output students with a row at these schools only"),
  valued("--class-of <year...>", "output students of these graduation years only"),
  valued("--grade-level <n...>", "output students of these grade levels only"),
];

const TERMINAL_OPTIONS = (): readonly Option[] => [
  new Option("--quiet", "no summary and no notes; errors still show"),
  new Option("--verbose", "say more; a stack trace with a defect"),
  new Option("--no-color", "no colour (NO_COLOR is honoured too)"),
  new Option("--no-progress", "no progress line"),
];

const VERIFY_OPTIONS = (): readonly Option[] => [
  valued("--before <file...>", "the earlier transcript export (CSV)"),
  valued("--after <file...>", "the later transcript export (CSV), in any order and layout"),
  valued("--proposed <file...>", "proposed-records.csv, or the accepted records: did they land?"),
  valued("--dialect <name...>", "the layout of the exports (default: recognised from their headers)"),
  valued("--map <file...>", "how the columns of another layout map (JSON)"),
  valued("--corrections <file>", "past entries whose change was authorised, with reason and document (CSV)"),
  valued("--landed <file>", "write the landed records to this file, as they stand in the later export"),
  valued("-p, --policy <file>", "the district's policy: which marks fail, and which are open"),
  valued("--lists <file>", "with --policy: reference lists in place of those that zcredit ships (JSON)"),
  valued("--award-date <date>", "the day the policy is judged by, YYYY-MM-DD (default: today)"),
  valued("-o, --out <dir>", "also write all findings to this folder"),
  new Option("--force", "replace earlier findings of zcredit in that folder"),
  valued("--fail-on <level>", "what makes exit code 1: error, warning, info or never (default: error)"),
  valued("--severity <code=level...>", "show a finding as error, warning, info or not at all (off)"),
  valued("--config <file>", "read policy, layout, severities from this file (default: zcredit.json, found upward)"),
  new Option("--no-config", "read no configuration file"),
  new Option("--allow-shrink", "go on though more than 10 % of the students or rows are not in the later export"),
  valued("--manifest <dir>", "instead: say what in a folder of results no longer matches its manifest"),
  valued("--inputs <file...>", "with --manifest: the files that went in, to be held against it too"),
  valued("--redact <keyfile>", "ids as keyed hashes, no names and no cells in any output"),
  new Option("--json", "the findings as JSON on standard output, and nothing else there"),
];

/** A command whose stray words and unknown flags are left to `strayProblems`, so that all are named at once. */
export function bareCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

export function addInputFlags(command: Command): Command {
  for (const option of INPUT_OPTIONS()) command.addOption(option);
  return command;
}

export function addOutputFlags(command: Command): Command {
  for (const option of OUTPUT_OPTIONS()) command.addOption(option);
  return command;
}

export function addVerifyFlags(command: Command): Command {
  for (const option of VERIFY_OPTIONS()) command.addOption(option);
  return command;
}

export function addTerminalFlags(command: Command): Command {
  for (const option of TERMINAL_OPTIONS()) command.addOption(option);
  return command;
}

export function addValueFlag(command: Command, flags: string, help: string): Command {
  return command.addOption(valued(flags, help));
}

/** As it is typed: `zcredit policy show`. */
function typedName(command: Command): string {
  return command.parent === null ? command.name() : `${typedName(command.parent)} ${command.name()}`;
}

/** Words that no flag of the command claims: unknown flags with the nearest known one, and words with no flag. */
export function strayProblems(command: Command, words: readonly string[] = command.args): readonly Problem[] {
  const known: string[] = ["--help"];
  for (const option of command.options) if (option.long !== undefined && option.long !== null) known.push(option.long);
  const problems: Problem[] = [];
  const name = typedName(command);
  let valueOfUnknown = false;
  for (const word of words) {
    if (word.startsWith("-") && word !== "-") {
      const flag = word.replace(/=.*$/s, "");
      const hint = didYouMean(flag, known);
      const next = hint === "" ? ` "${name} --help" lists the flags.` : hint;
      problems.push({ code: "", where: flag, message: `${name} has no such flag.${next}` });
      valueOfUnknown = !word.includes("=");
    } else if (valueOfUnknown) {
      valueOfUnknown = false;
    } else {
      const message = `this word belongs to no flag. Put its flag before it, as in "--transcript ${word}".`;
      problems.push({ code: "", where: word, message });
    }
  }
  return problems;
}
