import { CHECKS } from "../decide/checks/index.js";

/** How a refusal reads: what stood in the way, and what a person can do about it. */
export interface ReasonWords {
  readonly title: string;
  readonly remedy: string;
}

/** Words for a reason. One that is no check's own is the code of the rule that the new record would have broken. */
export function reasonWords(reason: string): ReasonWords {
  const check = CHECKS.find((known) => known.reason === reason);
  return (
    check ?? {
      title: `The new record would break the rule ${reason}.`,
      remedy: `Read what ${reason} asks for, then correct the policy or the rows that the record is made from.`,
    }
  );
}
