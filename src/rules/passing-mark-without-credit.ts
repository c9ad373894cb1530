import { formatCredit } from "../credit.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly mark: string;
  readonly attempted: string;
}

export const passingMarkWithoutCredit = defineRule<"transcript", Facts>({
  code: "passing-mark-without-credit",
  scope: "transcript",
  severity: "warning",
  title: "A mark that earns credit has earned none.",
  why: "A mark that passes loses no credit unless a pathway lists it, so the student may be short of credit that was earned.",
  remedy:
    "If credit was lost under a passing mark, for absences say, leave it; else correct the credit in your student system.",
  cites: ["LAYOUT", "POLICY"],
  check(row, _context, hit) {
    if (row.markKind !== "ranked" && row.markKind !== "credit") return;
    // Where nothing was attempted there was nothing to earn.
    if (row.earned !== 0 || row.attempted === null || row.attempted <= 0) return;
    hit({
      facts: { mark: row.mark, attempted: formatCredit(row.attempted) },
      column: "credits_earned",
      value: row.creditsEarned,
      cause: `mark ${row.mark} with 0 earned`,
    });
  },
  say(facts) {
    return `Mark ${facts.mark} with ${facts.attempted} attempted, and 0 earned.`;
  },
});
