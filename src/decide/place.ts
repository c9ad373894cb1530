import type { IsoDate } from "../date.js";
import { matchRow } from "../match.js";
import type { TranscriptRow } from "../model.js";
import { byText } from "../order.js";
import type { CompiledPolicy, CourseDef, PartDef, Pathway, TermDef } from "../policy/compiled.js";

/** The code and term under which a new record stands. */
export interface Place {
  readonly courseId: string;
  /** Null where the calendar has no term. */
  readonly term: TermDef | null;
}

/**
 * Code and term of a new record such that, read back, it matches the very course and part it is for. The attempt's
 * own code is kept where that holds; else a code of the part, else of the course.
 */
export function placeOf(
  course: CourseDef,
  part: PartDef,
  pathway: Pathway,
  policy: CompiledPolicy,
  awardDate: IsoDate,
  attempt: TranscriptRow | null,
): Place {
  const template = pathway.source.record.courseId;
  const own = attempt !== null && course.codes.includes(attempt.courseId) ? [attempt.courseId] : [];
  const sources = [...new Set([...own, ...(part.courseIds ?? []), ...course.codes])];
  for (const term of termsFor(part, pathway, policy, awardDate)) {
    for (const source of sources) {
      const courseId = template === undefined ? source : template.replaceAll("{courseId}", source);
      const match = matchRow(policy, courseId, term);
      if (match?.course === course && match.part === part) return { courseId, term };
    }
  }
  // The policy's own check refuses a part that no record can be read back to.
  throw new Error(`no code of ${course.id} ${part.id} leads a new record of ${pathway.id} back to it`);
}

/**
 * `record.term`, else the part's first, else the term whose end is the earliest on or after the award date; behind
 * that one the later ones, for a part that is told apart by not being in another part's term.
 */
function termsFor(
  part: PartDef,
  pathway: Pathway,
  policy: CompiledPolicy,
  awardDate: IsoDate,
): readonly (TermDef | null)[] {
  const named = pathway.source.record.term ?? part.terms?.[0];
  if (named !== undefined) return [policy.termByName.get(named) ?? null];
  const byEnd = termsByEnd(policy, awardDate);
  return byEnd.length === 0 ? [null] : byEnd;
}

/** The term of a day: the one whose end is the earliest on or after it; null without a calendar. */
export function termAt(policy: CompiledPolicy, day: IsoDate): TermDef | null {
  return termsByEnd(policy, day)[0] ?? null;
}

function termsByEnd(policy: CompiledPolicy, day: IsoDate): TermDef[] {
  const ahead = (term: TermDef): string => (term.ends >= day.slice(5) ? `0${term.ends}` : `1${term.ends}`);
  return [...policy.terms].sort((a, b) => byText(ahead(a), ahead(b)) || a.order - b.order);
}
