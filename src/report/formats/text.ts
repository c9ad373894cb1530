import { causesOf } from "../causes.js";
import { reasonWords } from "../reasons.js";
import type { RunResult } from "../result.js";
import { causeText, credits, summaryText } from "../summary.js";
import { count, plain, wrap } from "../words.js";
import type { Format } from "./format.js";

const SHOWN = 50;

/** A heading that says how much of the list follows, then the first of it. */
function listed<T>(title: string, items: readonly T[], print: (item: T) => readonly string[], whole: string): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, SHOWN);
  const heading =
    shown.length === items.length
      ? `${title} (${count(items.length)})`
      : `${title} (showing ${count(shown.length)} of ${count(items.length)}; all of them are in ${whole})`;
  return ["", heading, ...shown.flatMap(print)];
}

function causeLines(result: RunResult): string[] {
  return listed(
    "Violations by cause",
    causesOf(result.violations),
    (cause) => [
      ...wrap(`${cause.severity} ${cause.code}: ${causeText(cause)}`, "  ", "    "),
      ...wrap(plain(cause.places.join(", ")), "    ").filter((line) => line.trim() !== ""),
      ...wrap(plain(cause.remedy), "    "),
    ],
    "violations.csv and report.json",
  );
}

function proposalLines(result: RunResult): string[] {
  return listed(
    "Proposals",
    result.proposals,
    (proposal) => {
      const what = proposal.part === "" ? proposal.course : `${proposal.course} ${proposal.part}`;
      const amount = proposal.status === "waiver" ? `${credits(proposal.waived)} waived` : credits(proposal.credits);
      const mark = proposal.mark === "" ? "" : `, mark ${proposal.mark}`;
      const missing = proposal.missing.length === 0 ? "" : `; missing: ${proposal.missing.join(", ")}`;
      const text = `${proposal.studentId}  ${proposal.status}  ${what}, ${amount}${mark}, by ${proposal.pathway}${missing}`;
      return wrap(plain(text), "  ", "    ");
    },
    "proposals.csv and report.json",
  );
}

function refusalLines(result: RunResult): string[] {
  return listed(
    "Refusals",
    result.refusals,
    (refusal) => {
      const note = refusal.note === "" ? "" : ` (${refusal.note})`;
      return wrap(
        plain(`${refusal.studentId}  ${refusal.pathway}: ${reasonWords(refusal.reason).title}${note}`),
        "  ",
        "    ",
      );
    },
    "refusals.csv and report.json",
  );
}

/** `report.txt`: the summary, then the first of each list with how many there are. For people; scripts read the JSON. */
export const text: Format = {
  name: "text",
  files(result) {
    const summary = summaryText(result, { out: null, colour: (_style, words) => words });
    const lists = [...causeLines(result), ...proposalLines(result), ...refusalLines(result)];
    return [{ name: "report.txt", content: `${summary}${lists.map((line) => `${line}\n`).join("")}`, rows: null }];
  },
};
