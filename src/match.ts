import type { Match } from "./model.js";
import type { CompiledPolicy, CourseDef, PartDef, TermDef } from "./policy/compiled.js";
import { foldCode } from "./policy/fold.js";

/**
 * Where a row belongs in the policy: by the district's code, never by title. A code that a `record.courseId` template
 * makes matches as the code it is made from does.
 *
 * @param courseId the row's code, trimmed, compared exactly
 * @param term the row's term; null where it is blank or the calendar does not hold it
 * @returns null where no course holds the code
 */
export function matchRow(policy: CompiledPolicy, courseId: string, term: TermDef | null): Match | null {
  const course = policy.courseByCode.get(courseId);
  if (course !== undefined) return { course, part: partOf(course, courseId, term), byTemplate: false };
  const made = policy.templateByCode.get(courseId);
  if (made === undefined) return null;
  return { course: made.course, part: partOf(made.course, made.source, term), byTemplate: true };
}

/** The first listed part whose codes and terms, where given, both match; null is the course as a whole. */
function partOf(course: CourseDef, code: string, term: TermDef | null): PartDef | null {
  if (!course.divided) return course.parts[0] ?? null;
  for (const part of course.parts) {
    if (part.courseIds !== null && !part.courseIds.includes(code)) continue;
    if (part.terms !== null && (term === null || !part.terms.includes(term.id))) continue;
    return part;
  }
  return null;
}

const NONE: readonly CourseDef[] = [];

/** Courses that a code misses only by case or leading zeros; none for a code that the policy holds as it stands. */
export function nearMisses(policy: CompiledPolicy, courseId: string): readonly CourseDef[] {
  if (courseId === "" || policy.courseByCode.has(courseId) || policy.templateByCode.has(courseId)) return NONE;
  return policy.foldedCodes.get(foldCode(courseId)) ?? NONE;
}
