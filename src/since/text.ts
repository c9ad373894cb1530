import type { Violation } from "../model.js";
import type { RunResult } from "../report/result.js";
import { count, counted, placeOf, plain, wrap } from "../report/words.js";

type Colour = (style: string, text: string) => string;

const STYLES = { error: "red", warning: "yellow", info: "cyan" } as const;
const SHOWN = 20;

/** What is new since the earlier results, said before everything else. Empty without `--since`. Ends with a line end. */
export function sinceText(result: RunResult, colour: Colour): string {
  const { since } = result;
  if (since === undefined) return "";
  const fresh = result.violations.filter((violation) => violation.since === "new" && violation.status === "open");
  const known = result.violations.filter((violation) => violation.since === "known").length;
  const proposals = result.proposals.filter((proposal) => proposal.since === "new").length;
  const landed = since.proposals.filter((proposal) => proposal.since === "landed").length;
  const parts = [
    fresh.length === 0 ? "no violation" : counted(fresh.length, "violation"),
    proposals === 0 ? "no proposal" : counted(proposals, "proposal"),
  ];
  const head = `New since the results of ${since.awardDate === "" ? "before (there are none)" : since.awardDate}: ${parts.join(", ")}`;
  const rest = `known: ${counted(known, "violation")}; gone: ${counted(since.violations.length, "violation")}, ${counted(since.proposals.length - landed, "proposal")}; landed: ${counted(landed, "record")}`;
  const lines = [colour("bold", head), ...fresh.slice(0, SHOWN).flatMap((each) => violationLines(each, colour))];
  if (fresh.length > SHOWN) lines.push(`  and ${count(fresh.length - SHOWN)} more: column "since" of violations.csv`);
  lines.push(...wrap(plain(rest), "  ", "    "));
  return `${lines.join("\n")}\n`;
}

function violationLines(violation: Violation, colour: Colour): string[] {
  const { severity, code, studentId, message, remedy } = violation;
  const who = studentId === "" ? "" : `, student ${studentId}`;
  const text = `${code}: ${placeOf(violation)}${who}: ${message} ${remedy}`;
  const [first = "", ...more] = wrap(plain(text), "", "    ");
  return [`  ${colour(STYLES[severity], severity)} ${first}`, ...more];
}
