import type { Sureness } from "./sureness.js";

/** One level of proficiency, what districts give for it, and what other tests call it. */
export interface WorldLanguageLevel {
  /** The level by the guidelines of the American Council on the Teaching of Foreign Languages. */
  readonly actfl: string;
  /** Credits, in thousandths. */
  readonly credits: number;
  /** Results of other tests that stand for this level; empty where the table has none. `7+`: 7 and above. */
  readonly stamp: readonly string[];
  readonly aappl: readonly string[];
  readonly alta: readonly string[];
  readonly ilr: readonly string[];
  readonly sure: Sureness;
}

/**
 * Competency credit for world languages, lowest level first, as school districts of Washington publish it (Everett,
 * with Highline and the scoring guide of Avant for the levels up to Intermediate Mid). The state's own
 * table could not be read, so every line is second-hand: a district's policy decides, and nothing is decided by this.
 */
export const WORLD_LANGUAGE_LEVELS: readonly WorldLanguageLevel[] = [
  level("Novice Low", 0, ["1"], ["N1"], ["1", "2"], ["0"]),
  level("Novice Mid", 1000, ["2"], ["N2", "N3"], ["3"], ["0"]),
  level("Novice High", 2000, ["3"], ["N4"], ["4"], ["0+"]),
  level("Intermediate Low", 3000, ["4"], ["I1"], ["5"], ["1"]),
  level("Intermediate Mid", 4000, ["5"], ["I2", "I3", "I4"], [], []),
  level("Intermediate High", 4000, ["6"], ["I5"], ["6"], ["1+"]),
  level("Advanced Low", 4000, ["7+"], ["A"], ["7+"], ["2+"]),
];

function level(
  actfl: string,
  credits: number,
  stamp: readonly string[],
  aappl: readonly string[],
  alta: readonly string[],
  ilr: readonly string[],
): WorldLanguageLevel {
  return { actfl, credits, stamp, aappl, alta, ilr, sure: "second-hand" };
}
