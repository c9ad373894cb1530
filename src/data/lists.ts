import { allCourseCodes, type CourseCode, shippedCourseCode } from "./courseCodes.js";
import { CONFLICTS, type Conflict, DESIGNATIONS, type Designation } from "./designations.js";
import { SMARTER_BALANCED_CUTS, type SmarterBalancedCut } from "./smarterBalancedCuts.js";
import type { Sureness } from "./sureness.js";
import { WORLD_LANGUAGE_LEVELS, type WorldLanguageLevel } from "./worldLanguageLevels.js";

/** Names of the lists, as a file of lists and people call them. */
export const LIST_NAMES = ["courseCodes", "designations", "smarterBalancedCuts", "worldLanguageLevels"] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** The reference lists that a run goes by: those that zcredit ships, or a user's in their place. */
export interface Lists {
  /** Null for a code that the list never held. */
  readonly courseCode: (code: string) => CourseCode | null;
  /** Every code with what the list says of it, in order of the codes. */
  readonly courseCodes: () => readonly (readonly [string, CourseCode])[];
  readonly designations: readonly Designation[];
  readonly conflicts: readonly Conflict[];
  readonly smarterBalancedCuts: readonly SmarterBalancedCut[];
  readonly worldLanguageLevels: readonly WorldLanguageLevel[];
  /** Where each list comes from, in words. */
  readonly sources: Readonly<Record<ListName, string>>;
}

export const SHIPPED_LISTS: Lists = {
  courseCode: shippedCourseCode,
  courseCodes: allCourseCodes,
  designations: DESIGNATIONS,
  conflicts: CONFLICTS,
  smarterBalancedCuts: SMARTER_BALANCED_CUTS,
  worldLanguageLevels: WORLD_LANGUAGE_LEVELS,
  sources: {
    courseCodes:
      "School Courses for the Exchange of Data (SCED), National Center for Education Statistics: version 12, and what versions up to 7 retired or recoded",
    designations: "Mastery-Based Crediting Handbook 2.0, State Board of Education, January 2023",
    smarterBalancedCuts:
      "Smarter Balanced Assessment Consortium, November 2014; Office of Superintendent of Public Instruction, January 2018, read in copies",
    worldLanguageLevels: "pages of the school districts of Everett and Highline, and the scoring guide of Avant",
  },
};

/** How many entries of a list are of each sureness. Course codes have none of their own: the list is federal. */
export function surenessOf(lists: Lists, name: ListName): ReadonlyMap<Sureness, number> {
  const counts = new Map<Sureness, number>();
  const entries: readonly { readonly sure: Sureness }[] =
    name === "courseCodes"
      ? lists.courseCodes().map(() => ({ sure: "confirmed" }))
      : name === "designations"
        ? [...lists.designations, ...lists.conflicts]
        : lists[name];
  for (const { sure } of entries) counts.set(sure, (counts.get(sure) ?? 0) + 1);
  return counts;
}
