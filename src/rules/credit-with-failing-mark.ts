import { formatCredit } from "../credit.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly earned: string;
  readonly mark: string;
}

export const creditWithFailingMark = defineRule<"transcript", Facts>({
  code: "credit-with-failing-mark",
  scope: "transcript",
  severity: "error",
  doubt: true,
  title: "Credit is earned on a mark that earns none.",
  why: "The mark earns no credit, so one of the two is wrong.",
  remedy: "Look up whether the mark or the credit is right, correct the other in your student system and export again.",
  cites: ["LAYOUT", "POLICY"],
  check(row, _context, hit) {
    if (row.earned === null || row.earned <= 0) return;
    const { markKind } = row;
    if (markKind === null || markKind === "ranked" || markKind === "credit") return;
    hit({ facts: { earned: formatCredit(row.earned), mark: row.mark }, column: "mark", value: row.mark });
  },
  say(facts) {
    return `Credit earned ${facts.earned} on mark ${facts.mark}.`;
  },
});
