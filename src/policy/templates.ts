import type { Target } from "./compiled.js";

/** What `{courseId}` of a template stands for. */
const SLOT = "{courseId}";

/** The code that a `record.courseId` template makes from one of the district's codes. */
export function makeCode(template: string, source: string): string {
  return template.replaceAll(SLOT, source);
}

/** Every code that a template makes for one target, with the code it is made from: any of the course's codes. */
export function templateCodesOf(
  template: string,
  target: Pick<Target, "course">,
): readonly { readonly code: string; readonly source: string }[] {
  return target.course.codes.map((source) => ({ code: makeCode(template, source), source }));
}
