import type { Command } from "commander";
import { addInputFlags, addTerminalFlags, addValueFlag } from "./flags.js";

/** The flags of `zcredit audit`, apart from the command itself so that help stays quick. */
export function addAuditFlags(command: Command): Command {
  addInputFlags(command);
  addValueFlag(command, "-o, --out <dir>", "where results go (default: zcredit-results/{award-date}-{n})");
  command.option("--force", "replace earlier results of zcredit in that folder");
  addValueFlag(command, "--only-student <id...>", "audit these students only; every row is read all the same");
  addValueFlag(command, "--school <code...>", "audit students with a row at these schools only");
  addValueFlag(command, "--class-of <year...>", "audit students of these graduation years only");
  addValueFlag(command, "--grade-level <n...>", "audit students of these grade levels only");
  addValueFlag(command, "--sample <n>", "draw so many for a spot-check, with a worksheet; needs --seed");
  addValueFlag(command, "--seed <text>", "what the draw hangs on: the same seed draws the same again");
  addValueFlag(command, "--stratify <by>", "spread the sample in proportion by school or by pathway");
  addValueFlag(command, "--unit <what>", "draw students (default) or single records: student or record");
  addValueFlag(command, "--refusals <n>", "also draw so many refusals; needs --seed");
  return addTerminalFlags(command);
}
