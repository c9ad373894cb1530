import { reasonWords } from "../reasons.js";
import type { RunResult } from "../result.js";
import type { Sequence } from "../sequence.js";
import { causeText, credits, summaryText } from "../summary.js";
import { totalsOf } from "../totals.js";
import { count, plain, wrap } from "../words.js";
import type { Format } from "./format.js";

const SHOWN = 50;

/** A heading that says how much of the list follows, then the first of it. */
function listed<T>(title: string, items: Sequence<T>, print: (item: T) => readonly string[], whole: string): string[] {
  if (items.length === 0) return [];
  const shown = firstOf(items);
  const heading =
    shown.length === items.length
      ? `${title} (${count(items.length)})`
      : `${title} (showing ${count(shown.length)} of ${count(items.length)}; all of them are in ${whole})`;
  return ["", heading, ...shown.flatMap(print)];
}

function firstOf<T>(items: Sequence<T>): readonly T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length === SHOWN) break;
    first.push(item);
  }
  return first;
}

function causeLines(result: RunResult): string[] {
  return listed(
    "Violations by cause",
    totalsOf(result).violations.causes,
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

function reportText(result: RunResult): string {
  const summary = summaryText(result, { out: null, colour: (_style, words) => words });
  const lists = [...causeLines(result), ...proposalLines(result), ...refusalLines(result)];
  return `${summary}${lists.map((line) => `${line}\n`).join("")}`;
}

/** `report.txt`: the summary, then the first of each list with how many there are. For people; scripts read the JSON. */
export const text: Format = {
  name: "text",
  files(result) {
    return [{ name: "report.txt", pieces: () => [reportText(result)], rows: null }];
  },
};
