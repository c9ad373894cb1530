import type { Command } from "commander";
import { addInputFlags, addTerminalFlags, addValueFlag } from "./flags.js";

/** The flags of `zcredit equity`. No filter of students: two runs that differ by one student would give that one away. */
export function addEquityFlags(command: Command): Command {
  addInputFlags(command);
  addValueFlag(command, "-o, --out <dir>", "where results go (default: zcredit-results/{award-date}-{n})");
  command.option("--force", "replace earlier results of zcredit in that folder");
  addValueFlag(command, "--format <list>", "any of csv, json, html, with commas between (default: all of them)");
  addValueFlag(command, "--min-n <n>", "hide groups of fewer students (default: 10)");
  command.option("--json", "the report as JSON on standard output, and nothing else there");
  return addTerminalFlags(command);
}
