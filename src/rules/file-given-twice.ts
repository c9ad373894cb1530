import { defineRule } from "./rule.js";

interface Facts {
  readonly first: string;
  readonly again: string;
}

export const fileGivenTwice = defineRule<"files", Facts>({
  code: "file-given-twice",
  scope: "files",
  severity: "error",
  stops: true,
  title: "The same file was given twice.",
  why: "Every row in it would count twice: credit would look earned twice over, and the same learning tried more often than it was.",
  remedy: "Give each file once, and run again.",
  cites: ["LAYOUT"],
  check(files, _context, hit) {
    const names = new Map<string, string>();
    for (const file of files) {
      if (file.bytes === 0) continue;
      const first = names.get(file.sha256);
      if (first === undefined) names.set(file.sha256, file.name);
      else
        hit({ facts: { first, again: file.name }, at: { file: file.name, line: 0 }, cause: "same file given twice" });
    }
  },
  say(facts) {
    return `${facts.again} holds the very same bytes as ${facts.first}.`;
  },
});
