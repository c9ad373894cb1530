import { saysRow } from "../says.js";
import type { Check } from "./check.js";

export const attemptForbidden: Check = {
  reason: "attempt-forbidden",
  clear: "no attempt in the way",
  title: "The student has attempted the course, which this pathway forbids.",
  remedy: "Look for a pathway that recovers lost credit.",
  drops({ pathway, standing }, { target }) {
    if (pathway.source.attempt.is !== "forbidden") return null;
    const [attempt] = target.parts.flatMap((part) => standing.ledger.partAttempts(target.course, part));
    return attempt === undefined ? null : { says: `attempted: ${saysRow(attempt.row)}` };
  },
};
