import { defineRule } from "./rule.js";
import { shownNames } from "./words.js";

interface Facts {
  readonly field: string;
  readonly columns: readonly string[];
}

export const headerAmbiguousColumn = defineRule<"file", Facts>({
  code: "header-ambiguous-column",
  scope: "file",
  severity: "error",
  stops: true,
  title: "Several columns could be the same field.",
  why: "Nobody can tell which of them is meant.",
  remedy: "Rename or leave out the columns that are not meant, or say with --map which one it is.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    if (file.header === null) return;
    const { ambiguous, line } = file.header;
    for (const { field, columns } of ambiguous) {
      hit({
        facts: { field, columns },
        at: { file: file.name, line },
        column: field,
        cause: `which column is ${field}`,
      });
    }
  },
  say(facts) {
    return `These columns could all be "${facts.field}": ${shownNames(facts.columns)}.`;
  },
});
