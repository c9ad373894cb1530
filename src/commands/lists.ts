import { itemAt } from "../at.js";
import { didYouMean } from "../config/nearest.js";
import { formatCredit } from "../credit.js";
import { LIST_NAMES, type ListName, type Lists, SHIPPED_LISTS, surenessOf } from "../data/lists.js";
import { listsFile } from "../data/loadLists.js";
import { NotDone, notDone } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { byFirst } from "../order.js";
import type { RawFlags } from "./flags.js";
import { readLists } from "./job.js";
import { flagReader } from "./policyFile.js";
import { terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

/**
 * `zcredit lists [NAME]`: the reference lists that runs go by, with their sources, and what in them is unconfirmed.
 * @throws NotDone where there is no such list, or a file of lists is at fault.
 */
export async function lists(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  const read = flagReader(flags, problems);
  const path = read.text("lists");
  if (read.problems.length > 0) throw new NotDone(read.problems);
  const given = path === null ? SHIPPED_LISTS : (await readLists(path)).lists;
  const name = nameOf(itemAt(words, 0));
  const screen = terminal(terminalFlags(flags));
  if (flags.json === true) screen.out(listsFile(given, name === null ? LIST_NAMES : [name]));
  else screen.out(`${(name === null ? overview(given) : entries(given, name)).join("\n")}\n`);
  return EXIT.done;
}

/** Null: all of them. */
function nameOf(text: string): ListName | null {
  const found = LIST_NAMES.find((name) => name === text);
  if (found !== undefined || text === "") return found ?? null;
  throw notDone(`zcredit lists ${text}`, `there are: ${LIST_NAMES.join(", ")}.${didYouMean(text, LIST_NAMES)}`);
}

function overview(given: Lists): readonly string[] {
  const lines: string[] = [];
  for (const name of LIST_NAMES) {
    const counts = [...surenessOf(given, name)].sort(byFirst);
    lines.push(`${name}: ${counts.map(([sure, count]) => `${count} ${sure}`).join(", ")}`, `  ${given.sources[name]}`);
  }
  return [
    ...lines,
    "second-hand: read in a text about the source. unconfirmed: could not be read, and is reported as such.",
    "To change one: zcredit lists NAME --json > lists.json, edit it, and give it with --lists lists.json.",
  ];
}

function entries(given: Lists, name: ListName): readonly string[] {
  const lines = [given.sources[name]];
  if (name === "courseCodes") {
    for (const [code, { title, successors, generic }] of given.courseCodes()) {
      const now = successors.length === 0 ? "" : `, now ${successors.join(", ")}`;
      lines.push(`${code}  ${title}${now}${generic === "no" ? "" : " (names no particular course)"}`);
    }
  }
  if (name === "designations") {
    for (const { letter, meaning, sure } of given.designations) lines.push(`${letter}  ${meaning} (${sure})`);
    for (const { letter, others, sure } of given.conflicts)
      lines.push(`${letter} not together with ${[...others].join(", ")} (${sure})`);
  }
  if (name === "smarterBalancedCuts") {
    for (const { list, gradeLevel, from, to, at, sure, source } of given.smarterBalancedCuts) {
      const levels = Object.entries(at).map(([level, score]) => `level ${level} from ${score}`);
      lines.push(`${list}, grade ${gradeLevel}, ${from} to ${to ?? "now"}: ${levels.join(", ")} (${sure}: ${source})`);
    }
  }
  if (name === "worldLanguageLevels") {
    for (const { actfl, credits, sure, ...systems } of given.worldLanguageLevels) {
      const others = (["stamp", "aappl", "alta", "ilr"] as const)
        .filter((system) => systems[system].length > 0)
        .map((system) => `${system.toUpperCase()} ${systems[system].join(", ")}`);
      lines.push(`${actfl}: ${formatCredit(credits)} credits; ${others.join("; ")} (${sure})`);
    }
  }
  return lines;
}
