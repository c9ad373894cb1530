import type { Command } from "commander";
import type { ExitCode } from "../exit.js";
import { addTerminalFlags, addValueFlag, bareCommand, type RawFlags, strayProblems } from "./flags.js";

/** `zcredit merge DIR...` */
export function addMergeCommand(root: Command, done: (code: ExitCode) => void): void {
  const merge = bareCommand("merge", "Joins the slices of one run (check --shard) to what a single run gives.");
  addValueFlag(merge, "-o, --out <dir>", "where results go (default: zcredit-results/{award-date}-{n})");
  merge.option("--force", "replace earlier results of zcredit in that folder");
  addValueFlag(merge, "--format <list>", "any of csv, json, html, sarif, junit, text (default: csv,json,html)");
  merge.option("--json", "the report as JSON on standard output, and nothing else there");
  addTerminalFlags(merge);
  merge.usage("DIR... [options]");
  merge.action(async () => {
    const folders = merge.args.filter((word) => !word.startsWith("-"));
    const stray = strayProblems(
      merge,
      merge.args.filter((word) => word.startsWith("-")),
    );
    done(await (await import("./merge.js")).merge(merge.opts<RawFlags>(), folders, stray));
  });
  root.addCommand(merge);
}
