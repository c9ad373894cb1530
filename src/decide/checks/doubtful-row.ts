import { saysRow } from "../says.js";
import type { Check } from "./check.js";

/** Doubt never awards: what hangs on a row that cannot be read with certainty is withheld as a whole. */
export const doubtfulRow: Check = {
  reason: "doubtful-row",
  clear: "no row in doubt",
  title: "A row that this pathway depends on cannot be read with certainty.",
  remedy:
    "Correct the row in your student system, export again, and run again; see the violations report for each row.",
  drops({ doubts }) {
    const rows = doubts.rows.map((row) => `${saysRow(row)} (${[...new Set(row.doubts)].sort().join(", ")})`);
    const whole = doubts.whole.map((doubt) => `all of this student (${doubt.code})`);
    const all = [...new Set([...rows, ...whole])].sort();
    return all.length === 0 ? null : { says: all.join("; ") };
  },
};
