import type { Violation } from "../model.js";
import type { RunResult } from "../report/result.js";
import { totalsOf } from "../report/totals.js";
import { count, counted, placeOf, plain, wrap } from "../report/words.js";

type Colour = (style: string, text: string) => string;

const STYLES = { error: "red", warning: "yellow", info: "cyan" } as const;
const SHOWN = 20;

/** What is new since the earlier results, said before everything else. Empty without `--since`. Ends with a line end. */
export function sinceText(result: RunResult, colour: Colour): string {
  const { since } = result;
  if (since === undefined) return "";
  const { violations, proposals } = totalsOf(result);
  const parts = [
    violations.freshOpen === 0 ? "no violation" : counted(violations.freshOpen, "violation"),
    proposals.fresh === 0 ? "no proposal" : counted(proposals.fresh, "proposal"),
  ];
  const head = `New since the results of ${since.awardDate === "" ? "before (there are none)" : since.awardDate}: ${parts.join(", ")}`;
  const rest = `known: ${counted(violations.known, "violation")}; gone: ${counted(since.violations.length, "violation")}, ${counted(since.proposals.length - since.landed, "proposal")}; landed: ${counted(since.landed, "record")}`;
  const lines = [colour("bold", head), ...firstFresh(result).flatMap((each) => violationLines(each, colour))];
  const left = violations.freshOpen - SHOWN;
  if (left > 0) lines.push(`  and ${count(left)} more: column "since" of violations.csv`);
  lines.push(...wrap(plain(rest), "  ", "    "));
  return `${lines.join("\n")}\n`;
}

function firstFresh({ violations }: RunResult): readonly Violation[] {
  const found: Violation[] = [];
  for (const violation of violations) {
    if (found.length === SHOWN) break;
    if (violation.since === "new" && violation.status === "open") found.push(violation);
  }
  return found;
}

function violationLines(violation: Violation, colour: Colour): string[] {
  const { severity, code, studentId, message, remedy } = violation;
  const who = studentId === "" ? "" : `, student ${studentId}`;
  const text = `${code}: ${placeOf(violation)}${who}: ${message} ${remedy}`;
  const [first = "", ...more] = wrap(plain(text), "", "    ");
  return [`  ${colour(STYLES[severity], severity)} ${first}`, ...more];
}
