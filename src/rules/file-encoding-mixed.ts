import { defineRule } from "./rule.js";

interface Facts {
  readonly offset: number;
}

export const fileEncodingMixed = defineRule<"file", Facts>({
  code: "file-encoding-mixed",
  scope: "file",
  severity: "error",
  stops: true,
  title: "The file mixes two encodings.",
  why: "Letters may read differently from what was meant, and a name or code with them.",
  remedy: "Export again as UTF-8. Do not paste one export into another.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    if (file.notText?.why !== "mixed") return;
    const { offset } = file.notText;
    hit({ facts: { offset }, value: String(offset), cause: "two encodings in one file" });
  },
  say(facts) {
    return `Part of this file is written in one encoding and part in another; they change at byte ${facts.offset}, counted from 0.`;
  },
});
