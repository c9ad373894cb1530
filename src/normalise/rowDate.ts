import type { IsoDate, SchoolYear } from "../date.js";
import type { CompiledPolicy, TermDef } from "../policy/compiled.js";

/** The day a term ends in a school year: September to December fall in its first calendar year, others in its second. */
export function termEnd(term: TermDef, year: SchoolYear): IsoDate {
  return `${endsEarly(term) ? year - 1 : year}-${term.ends}`;
}

function endsEarly(term: TermDef): boolean {
  return term.ends >= "09-01";
}

/** The term of the calendar that ends last in a school year, summer apart; null where there is none. */
export function lastTerm(policy: CompiledPolicy): TermDef | null {
  let last: TermDef | null = null;
  for (const term of policy.terms) {
    if (term.summer) continue;
    // Only the order within one year is asked for, so any year will do.
    if (last === null || termEnd(term, 2001) > termEnd(last, 2001)) last = term;
  }
  return last;
}

/** The end of a term in a year, or without a term the end of the year's last term, or of the school year itself. */
export function endOf(term: TermDef | null, last: TermDef | null, year: SchoolYear): IsoDate {
  const ends = term ?? last;
  return ends === null ? `${year}-08-31` : termEnd(ends, year);
}
