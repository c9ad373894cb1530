import type { Command } from "commander";
import type { ExitCode } from "../exit.js";
import { addTerminalFlags, addValueFlag, bareCommand, type RawFlags } from "./flags.js";
import { takeWords, type Wanted, type Words } from "./words.js";

type Done = (code: ExitCode) => void;
type Action = (flags: RawFlags, words: Words) => Promise<ExitCode>;

const FILE: Wanted = { name: "FILE", missing: "is missing: name the policy, as in policy.json, before any flags." };
const LISTS = "reference lists in place of those that zcredit ships (JSON)";
const OLD: Wanted = { name: "OLD", missing: "is missing: name the policy as it was, before any flags." };
const NEW: Wanted = { name: "NEW", missing: "is missing: name the policy as it is to be, after the old one." };

function add(parent: Command, command: Command, wanted: readonly Wanted[], done: Done, action: Action): void {
  const words = wanted.map(({ name, missing }) => (missing === null ? `[${name}]` : `${name}`));
  command.usage(`${words.join(" ")} [options]`);
  command.action(async () => done(await action(command.opts<RawFlags>(), takeWords(command, wanted))));
  parent.addCommand(command);
}

/** The commands about a policy file itself, each loaded only when it is asked for. */
export function addPolicyCommands(policy: Command, done: Done): void {
  const check = bareCommand("check", "Says all that is wrong with a policy, with line and column.");
  addValueFlag(check, "--award-date <date>", "the day that dates are judged by, YYYY-MM-DD (default: today)");
  addValueFlag(check, "--fail-on <level>", "what makes exit code 1: error, warning, info or never (default: error)");
  addValueFlag(check, "--format <name>", "text, json or sarif (default: text)");
  addValueFlag(check, "--lists <file>", LISTS);
  check.option("--json", "the same as --format json");
  add(policy, addTerminalFlags(check), [FILE], done, async (flags, words) =>
    (await import("./policyCheck.js")).policyCheck(flags, words),
  );

  const test = bareCommand("test", "Runs the worked examples inside a policy.");
  test.option("--coverage", "also say which pathways, tiers and reasons no example reaches");
  addValueFlag(test, "--lists <file>", LISTS);
  test.option("--json", "the outcome as JSON on standard output, and nothing else there");
  add(policy, addTerminalFlags(test), [FILE], done, async (flags, words) =>
    (await import("./policyTest.js")).policyTest(flags, words),
  );

  const show = bareCommand("show", "Shows a policy as a person reads it.");
  addValueFlag(show, "--format <name>", "text, markdown or html (default: text)");
  addValueFlag(show, "--course <id>", "one course of the policy, by its id, and the ways to it");
  addValueFlag(show, "--lists <file>", LISTS);
  add(policy, addTerminalFlags(show), [FILE], done, async (flags, words) =>
    (await import("./policyShow.js")).policyShow(flags, words),
  );

  const diff = bareCommand("diff", "Says what a new policy changes and, given data, for whom.");
  addValueFlag(diff, "-t, --transcript <file...>", "transcript export (CSV): also say whose proposals change");
  addValueFlag(diff, "-s, --scores <file...>", "assessment scores (CSV)");
  addValueFlag(diff, "--approvals <file...>", "who agreed, asked or declined (CSV)");
  addValueFlag(diff, "--students <file...>", "grade level, class, programs of each student (CSV)");
  addValueFlag(diff, "--award-date <date>", "date of the new records, YYYY-MM-DD (default: today)");
  addValueFlag(diff, "--lists <file>", LISTS);
  diff.option("--json", "the differences as JSON on standard output, and nothing else there");
  add(policy, addTerminalFlags(diff), [OLD, NEW], done, async (flags, words) =>
    (await import("./policyDiff.js")).policyDiff(flags, words),
  );
}

/** `zcredit accept DIR`. */
export function addAcceptCommand(root: Command, done: Done): void {
  const accept = bareCommand(
    "accept",
    "Writes the import file of just what a person accepted, and a log of who decided.",
  );
  addValueFlag(accept, "--decisions <file>", "what was decided of each proposal (CSV)");
  addValueFlag(accept, "-o, --out <dir>", "where it goes (default: zcredit-accepted/{award-date}-{n})");
  addValueFlag(accept, "--pending <log...>", "earlier decision logs: what they accepted is not accepted again");
  const missing = "is missing: name the folder of results, before any flags.";
  add(root, addTerminalFlags(accept), [{ name: "DIR", missing }], done, async (flags, words) =>
    (await import("./accept.js")).accept(flags, words),
  );
}

export function addInspectCommand(root: Command, done: Done): void {
  const inspect = bareCommand("inspect", "Says what a file looks like, how its columns map, and what to type next.");
  addValueFlag(inspect, "--kind <kind>", "what it holds: transcript, scores, approvals or students (default: seen)");
  addValueFlag(inspect, "--dialect <name>", "read it in this layout");
  addValueFlag(inspect, "--map <file>", "read it by this map");
  addValueFlag(inspect, "-p, --policy <file>", "also check its rows against this policy");
  addValueFlag(inspect, "--lists <file>", LISTS);
  addValueFlag(inspect, "--award-date <date>", "the day that dates are judged by, YYYY-MM-DD (default: today)");
  addValueFlag(inspect, "--write-map <file>", "write a map of it to this file, to be looked over");
  const missing = "is missing: name the export to look at, before any flags.";
  add(root, addTerminalFlags(inspect), [{ name: "FILE", missing }], done, async (flags, words) =>
    (await import("./inspect.js")).inspect(flags, words),
  );
}

export function addListsCommand(root: Command, done: Done): void {
  const lists = bareCommand("lists", "Shows the reference lists, their sources, and what in them is unconfirmed.");
  addValueFlag(lists, "--lists <file>", LISTS);
  lists.option("--json", "as a file that --lists takes, to be changed and given back");
  add(root, addTerminalFlags(lists), [{ name: "NAME", missing: null }], done, async (flags, words) =>
    (await import("./lists.js")).lists(flags, words),
  );
}

export function addInitCommand(root: Command, done: Done): void {
  const init = bareCommand("init", "Makes a starter folder: a policy with comments, a configuration, small samples.");
  add(root, addTerminalFlags(init), [{ name: "DIR", missing: null }], done, async (flags, words) =>
    (await import("./init.js")).init(flags, words),
  );
}
