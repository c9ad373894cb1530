import type { CourseOutline, PartOutline, PolicyOutline, TargetOutline } from "./outline.js";
import type { Named } from "./outlineRead.js";

/** The id of a term by its id or an alias; null where the calendar does not hold it. */
export function termId(outline: PolicyOutline, name: string): string | null {
  const term = outline.terms.entries.find((entry) => entry.names.some((known) => known.text === name));
  return term?.id?.text ?? null;
}

/** The part that a row of this code and term belongs to, as `matchRow` decides it; null: the course as a whole. */
export function partOfRow(
  outline: PolicyOutline,
  course: CourseOutline,
  code: string,
  term: string | null,
): PartOutline | null {
  for (const part of course.parts.entries) {
    if (part.codes !== null && !part.codes.some((known) => known.text === code)) continue;
    if (part.terms !== null && !part.terms.some((known) => term !== null && termId(outline, known.text) === term))
      continue;
    return part;
  }
  return null;
}

/** The district's codes that a record of this part can carry. */
export function codesOfPart(course: CourseOutline, part: PartOutline | null): readonly string[] {
  return [...new Set((part?.codes ?? course.codes).map((code) => code.text))];
}

/** The parts that a target is limited to; all of the course's where it names none. */
export function partsOfTarget(course: CourseOutline, target: TargetOutline): readonly PartOutline[] {
  if (target.parts === null) return course.parts.entries;
  return course.parts.entries.filter((part) => target.parts?.some((name) => name.text === part.id?.text));
}

/** The codes from which a template makes codes for a target. */
export function codesOfTarget(course: CourseOutline, target: TargetOutline): readonly string[] {
  const parts = partsOfTarget(course, target);
  const all = codesOfPart(course, null);
  if (target.parts === null || parts.length === 0 || parts.some((part) => part.codes === null)) return all;
  return [...new Set(parts.flatMap((part) => codesOfPart(course, part)))];
}

/** Codes that two parts of a course share without terms that tell the parts apart. */
export function sharedCodes(
  outline: PolicyOutline,
  course: CourseOutline,
): readonly { readonly code: Named; readonly first: PartOutline; readonly second: PartOutline }[] {
  const shared: { code: Named; first: PartOutline; second: PartOutline }[] = [];
  course.parts.entries.forEach((second, index) => {
    for (const code of second.codes ?? []) {
      const first = course.parts.entries
        .slice(0, index)
        .find((part) => part.codes?.some((known) => known.text === code.text) && !apart(outline, part, second));
      if (first !== undefined) shared.push({ code, first, second });
    }
  });
  return shared;
}

function apart(outline: PolicyOutline, a: PartOutline, b: PartOutline): boolean {
  if (a.terms === null || b.terms === null) return false;
  const of = (terms: readonly Named[]): readonly string[] =>
    terms.map((term) => termId(outline, term.text) ?? term.text);
  const first = of(a.terms);
  return of(b.terms).every((term) => !first.includes(term));
}
