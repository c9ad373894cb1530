import { defineRule } from "./rule.js";

interface Facts {
  readonly offset: number;
  readonly why: string;
}

export const fileNotText = defineRule<"file", Facts>({
  code: "file-not-text",
  scope: "file",
  severity: "error",
  stops: true,
  title: "The file is not text.",
  why: "Nothing in it can be read with certainty.",
  remedy: "Export again as CSV (comma separated, UTF-8). A spreadsheet has to be saved as CSV first.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    if (file.notText === null || file.notText.why === "mixed") return;
    const { offset, why } = file.notText;
    hit({ facts: { offset, why: WORDS[why] }, value: String(offset), cause: WORDS[why] });
  },
  say(facts) {
    return `This is no text file: ${facts.why} (byte ${facts.offset}, counted from 0).`;
  },
});

const WORDS = {
  nul: "it holds bytes that text never holds",
  unexplained: "it holds bytes that no supported encoding explains",
  spreadsheet: "it is a spreadsheet",
  archive: "it is an archive",
} as const;
