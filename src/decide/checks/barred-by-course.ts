import { isBefore } from "../../date.js";
import { earnedBy } from "../ledger.js";
import { saysRow } from "../says.js";
import type { Check } from "./check.js";

/** The higher course as a bar. Looks at the transcript alone; mastery credit counts when dated before the award date. */
export const barredByCourse: Check = {
  reason: "barred-by-course",
  clear: "no other course bars it",
  title: "Another course on the transcript bars this pathway.",
  remedy: "Nothing to do under this pathway.",
  drops({ pathway, standing }) {
    const { ledger, context } = standing;
    for (const id of pathway.source.barredBy?.creditIn ?? []) {
      const mastery = ledger.mastery(id).filter((row) => isBefore(row.date, context.awardDate));
      const credited = [...ledger.attempts(id), ...mastery].find((row) => earnedBy(row) > 0);
      if (credited !== undefined) return { says: `credit in ${saysRow(credited)}` };
    }
    for (const id of pathway.source.barredBy?.attemptIn ?? []) {
      const [attempt] = ledger.attempts(id);
      if (attempt !== undefined) return { says: `attempted ${saysRow(attempt)}` };
    }
    return null;
  },
};
