import { type CourseCode, shippedCourseCode } from "./courseCodes.js";
import { CONFLICTS, type Conflict, DESIGNATIONS, type Designation } from "./designations.js";
import { SMARTER_BALANCED_CUTS, type SmarterBalancedCut } from "./smarterBalancedCuts.js";

/** The reference lists that a run goes by: those that zcredit ships, or a user's in their place. */
export interface Lists {
  /** Null for a code that the list never held. */
  readonly courseCode: (code: string) => CourseCode | null;
  readonly designations: readonly Designation[];
  readonly conflicts: readonly Conflict[];
  readonly smarterBalancedCuts: readonly SmarterBalancedCut[];
}

export const SHIPPED_LISTS: Lists = {
  courseCode: shippedCourseCode,
  designations: DESIGNATIONS,
  conflicts: CONFLICTS,
  smarterBalancedCuts: SMARTER_BALANCED_CUTS,
};
