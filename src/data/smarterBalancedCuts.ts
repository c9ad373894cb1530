import type { Sureness } from "./sureness.js";

/** Names under which a policy can ask for the cut scores of a subject. */
export const CUT_LISTS = ["smarter-balanced-ela", "smarter-balanced-math"] as const;
export type CutListName = (typeof CUT_LISTS)[number];

/** The lowest scale score of each level, for one subject, one grade tested and some school years. */
export interface SmarterBalancedCut {
  readonly list: CutListName;
  /** The grade that was tested, not the one of today. */
  readonly gradeLevel: number;
  /** First and last school year by the calendar year in which it ends; null: it still holds. */
  readonly from: number;
  readonly to: number | null;
  /** Level name to scale score. */
  readonly at: Readonly<Record<string, number>>;
  readonly sure: Sureness;
  /** Where it was read. */
  readonly source: string;
}

const CONSORTIUM = "Smarter Balanced Assessment Consortium, threshold scores of November 2014";
const HIGH_SCHOOL =
  "White River School District, assessment page: the grade 11 thresholds stood for the whole high school until 2017";
const STATE = "Office of Superintendent of Public Instruction, scale scores adopted in January 2018, read in a copy";

const ELA_11 = { "2": 2493, "3": 2583, "4": 2682 };
const MATH_11 = { "2": 2543, "3": 2628, "4": 2718 };

/**
 * Cut scores of the Smarter Balanced high school tests as Washington uses them; edition of January 2018. The test moved
 * from grade 11 to grade 10 with the school year 2017-18, and what holds for those tested in grade 11 since then could
 * not be read: no line speaks of them, so that nothing is held against them.
 */
export const SMARTER_BALANCED_CUTS: readonly SmarterBalancedCut[] = [
  cut("smarter-balanced-ela", 11, 2015, 2017, ELA_11, "confirmed", CONSORTIUM),
  cut("smarter-balanced-math", 11, 2015, 2017, MATH_11, "confirmed", CONSORTIUM),
  cut("smarter-balanced-ela", 10, 2015, 2017, ELA_11, "second-hand", HIGH_SCHOOL),
  cut("smarter-balanced-math", 10, 2015, 2017, MATH_11, "second-hand", HIGH_SCHOOL),
  cut("smarter-balanced-ela", 10, 2018, null, { "2": 2491, "3": 2577, "4": 2678 }, "second-hand", STATE),
  cut("smarter-balanced-math", 10, 2018, null, { "2": 2533, "3": 2614, "4": 2697 }, "second-hand", STATE),
];

function cut(
  list: CutListName,
  gradeLevel: number,
  from: number,
  to: number | null,
  at: Readonly<Record<string, number>>,
  sure: Sureness,
  source: string,
): SmarterBalancedCut {
  return { list, gradeLevel, from, to, at, sure, source };
}
