import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly year: string;
}

export const schoolYearMalformed = defineRule<"transcript", Facts>({
  code: "school-year-malformed",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "A school year cannot be read.",
  why: "Without it nobody can tell when the course was taken.",
  remedy: "Write the school year as 2023-24, 2023-2024 or 2024 (the year it ends), and export again.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    if (row.year !== null) return;
    hit({ facts: { year: row.schoolYear }, column: "school_year", value: row.schoolYear });
  },
  say(facts) {
    return `The school year ${shown(facts.year)} cannot be read.`;
  },
});
