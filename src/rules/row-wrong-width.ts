import { counted } from "../report/words.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly found: number;
  readonly expected: number;
}

export const rowWrongWidth = defineRule<"line", Facts>({
  code: "row-wrong-width",
  scope: "line",
  severity: "error",
  doubt: true,
  title: "A row has too many or too few cells.",
  why: "Its cells may stand in the wrong columns, so it cannot be read with certainty. Where it names a student, all credit that the student could be given waits.",
  remedy: "Look for a stray delimiter or quote on this line, correct it in your student system and export again.",
  cites: ["LAYOUT"],
  check(line, _context, hit) {
    if (line.fault !== "wrong-width") return;
    const { found, expected } = line;
    hit({ facts: { found, expected }, value: String(found), cause: `${found} cells instead of ${expected}` });
  },
  say(facts) {
    return `This row has ${counted(facts.found, "cell")} where the header has ${facts.expected}.`;
  },
});
