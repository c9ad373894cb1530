import { defineRule } from "./rule.js";
import { shownNames } from "./words.js";

interface Facts {
  readonly field: string;
  /** With the first missing column of a file; with the others it would only be said again. */
  readonly found: readonly string[];
  readonly nearest: readonly string[];
  /** What the dialect says of it; empty where it says nothing. */
  readonly hint: string;
}

export const headerMissingColumn = defineRule<"file", Facts>({
  code: "header-missing-column",
  scope: "file",
  severity: "error",
  stops: true,
  title: "A needed column is not there.",
  why: "Without it no row can be read.",
  remedy: "Export again with this column, or say with --map which of the columns it is.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    if (file.header === null) return;
    const { found, line, missing } = file.header;
    for (const [i, { field, nearest, hint }] of missing.entries()) {
      hit({
        facts: { field, found: i === 0 ? found : [], nearest, hint: hint ?? "" },
        at: { file: file.name, line },
        column: field,
        cause: `no column ${field}`,
      });
    }
  },
  say(facts) {
    if (facts.hint !== "") return `There is no column for "${facts.field}". ${facts.hint}`;
    const found = facts.found.length === 0 ? "" : ` The columns found are: ${shownNames(facts.found)}.`;
    return `There is no column "${facts.field}".${nearestOf(facts.nearest)}${found}`;
  },
});

function nearestOf(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : ` The nearest found: ${shownNames(nearest)}.`;
}
