import { defineRule } from "./rule.js";

interface Facts {
  readonly line: number;
}

export const fileTruncated = defineRule<"file", Facts>({
  code: "file-truncated",
  scope: "file",
  severity: "error",
  stops: true,
  title: "The file ends inside a record.",
  why: "The export was cut off, so earned credit may be missing and too much would be proposed.",
  remedy: "Export again and let it finish. If the file really is complete, run again with --allow-truncated.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    if (file.truncatedAt === null) return;
    const line = file.truncatedAt;
    hit({ facts: { line }, at: { file: file.name, line }, cause: "file cut off" });
  },
  say(facts) {
    return `The record that begins on line ${facts.line} never ends.`;
  },
});
