import { defineRule } from "./rule.js";

export const rowUnclosedQuote = defineRule<"line", null>({
  code: "row-unclosed-quote",
  scope: "line",
  severity: "error",
  doubt: true,
  title: "A quote is opened and never closed.",
  why: "Where the cell ends cannot be told, so the row cannot be read. Where it names a student, all credit that the student could be given waits.",
  remedy:
    "Close or remove the quote, correct it in your student system and export again. Reading went on with the next line.",
  cites: ["LAYOUT"],
  check(line, _context, hit) {
    if (line.fault === "unclosed-quote") hit({ facts: null, cause: "quote never closed" });
  },
  say() {
    return "A quote opens on this line and is never closed.";
  },
});
