import { defineRule } from "./rule.js";

interface Facts {
  readonly what: string;
  /** What a dialect or map says of rows that it leaves out; empty for other lines. */
  readonly why: string;
  readonly count: number;
}

export const rowNotARecord = defineRule<"line", Facts>({
  code: "row-not-a-record",
  scope: "line",
  severity: "info",
  title: "A line is no record and was skipped.",
  why: "Such lines are common in exports. Nothing in them counts as an attempt, as credit or as evidence.",
  remedy: "Nothing, unless one of them should have counted as a record.",
  cites: ["LAYOUT"],
  check(line, _context, hit) {
    const { fault, what, why = "" } = line;
    if (fault !== "not-a-record" || what === undefined) return;
    hit({ facts: { what, why, count: line.count }, cause: why === "" ? `${what} line` : `left out: ${why}` });
  },
  say(facts) {
    if (facts.why !== "") return `Left out: ${facts.count === 1 ? "a row" : `${facts.count} rows`}; ${facts.why}.`;
    return facts.count === 1 ? `Skipped: a ${facts.what} line.` : `Skipped: ${facts.count} ${facts.what} lines.`;
  },
});
