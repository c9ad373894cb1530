import { defineRule } from "./rule.js";

interface Facts {
  readonly what: string;
  readonly count: number;
}

export const rowNotARecord = defineRule<"line", Facts>({
  code: "row-not-a-record",
  scope: "line",
  severity: "info",
  title: "A line is no record and was skipped.",
  why: "Banners, blank lines, repeated headers and totals are common in exports and say nothing about a student.",
  remedy: "Nothing, unless the line should have been a record.",
  cites: ["LAYOUT"],
  check(line, _context, hit) {
    if (line.fault !== "not-a-record") return;
    const what = line.what ?? "other";
    hit({ facts: { what, count: line.count }, cause: `${what} line` });
  },
  say(facts) {
    return facts.count === 1 ? `Skipped: a ${facts.what} line.` : `Skipped: ${facts.count} ${facts.what} lines.`;
  },
});
