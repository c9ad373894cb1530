import { defineRule } from "./rule.js";
import { shownName } from "./words.js";

interface Facts {
  readonly name: string;
}

export const headerDuplicateColumn = defineRule<"file", Facts>({
  code: "header-duplicate-column",
  scope: "file",
  severity: "error",
  stops: true,
  title: "A column is there twice.",
  why: "Nobody can tell which of the two holds the right value.",
  remedy: "Export again with each column once, or rename one of them.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    if (file.header === null) return;
    const { duplicated, line } = file.header;
    for (const name of duplicated) {
      hit({ facts: { name }, at: { file: file.name, line }, column: name, cause: `column ${name} twice` });
    }
  },
  say(facts) {
    return `The column "${shownName(facts.name)}" is there more than once.`;
  },
});
