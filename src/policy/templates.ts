import type { CourseDef, PartDef, Target } from "./compiled.js";

/** What `{courseId}` of a template stands for. */
const SLOT = "{courseId}";

/** The code that a `record.courseId` template makes from one of the district's codes. */
export function makeCode(template: string, source: string): string {
  return template.replaceAll(SLOT, source);
}

/** The district's codes that a row of these parts can carry: the parts' own where each has some, else all of the course's. */
function sourceCodes(
  course: Pick<CourseDef, "codes">,
  parts: readonly Pick<PartDef, "courseIds">[],
): readonly string[] {
  const own: string[] = [];
  for (const part of parts) {
    if (part.courseIds === null) return course.codes;
    own.push(...part.courseIds);
  }
  return [...new Set(own)];
}

/** Every code that a template makes for one target, with the code it is made from. */
export function templateCodesOf(
  template: string,
  target: Target,
): readonly { readonly code: string; readonly source: string }[] {
  return sourceCodes(target.course, target.parts).map((source) => ({ code: makeCode(template, source), source }));
}
