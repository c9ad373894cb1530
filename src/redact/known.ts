import type { CompiledPolicy } from "../policy/compiled.js";

/**
 * What cells may say and still be shown: words that stand in the policy, which holds no student. Whatever else a cell
 * holds may be a name or an id that slipped into the wrong column, and is never shown.
 */
export interface Known {
  readonly code: (code: string) => boolean;
  readonly course: (id: string) => boolean;
  readonly pathway: (id: string) => boolean;
  readonly role: (role: string) => boolean;
  readonly mark: (mark: string) => boolean;
  /** A course's title, whatever a transcript calls it. */
  readonly title: (id: string) => string;
  /** A state course code that the policy or the state's list holds. */
  readonly stateCode: (code: string, course: string) => boolean;
  readonly contentArea: (area: string, course: string) => boolean;
  /** The letters, if each of them means something: those of a name that slipped in do not. */
  readonly letters: (letters: string) => string;
}

export function knownBy(policy: CompiledPolicy): Known {
  const roles = new Set(["request"]);
  const letters = new Set(policy.masteryLetters);
  for (const { letter } of policy.lists.designations) letters.add(letter);
  for (const { approvals, evidenceRoles } of policy.pathways) {
    for (const { role } of approvals) roles.add(role);
    for (const role of evidenceRoles) roles.add(role);
  }
  return {
    code: (code) => policy.courseByCode.has(code) || policy.templateByCode.has(code),
    course: (id) => policy.courseById.has(id),
    pathway: (id) => policy.pathwayById.has(id),
    role: (role) => roles.has(role),
    mark: (mark) => policy.marks.has(mark),
    title: (id) => policy.courseById.get(id)?.title ?? "",
    stateCode: (code, course) =>
      code === policy.courseById.get(course)?.stateCourseCode || policy.lists.courseCode(code) !== null,
    contentArea: (area, course) => area === policy.courseById.get(course)?.contentArea,
    letters: (text) => ([...text].every((letter) => letters.has(letter)) ? text : ""),
  };
}

/** A month, for a day: `2025-06`. Empty for what is no day. */
export function monthOf(day: string | null): string {
  return day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? "" : day.slice(0, 7);
}

/** The same of every day in a sentence of zcredit's own. */
export function withMonths(sentence: string): string {
  return sentence.replace(/(?<!\d)(\d{4}-\d{2})-\d{2}(?!\d)/g, "$1");
}

export function isSchoolCode(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}

export function isGradeLevel(text: string): boolean {
  return /^(?:PK|KG?|-1|\d{1,2})$/i.test(text);
}

export function isYear(text: string): boolean {
  return /^(?:19|20|21)\d\d$/.test(text);
}

/** Short enough for credits, scores and percentages, and too short for a student's number. */
export function isAmount(text: string): boolean {
  return /^-?\d{0,4}(?:[.,]\d{1,4})?$/.test(text);
}
