import type { Sureness } from "./sureness.js";

export interface Designation {
  readonly letter: string;
  readonly meaning: string;
  readonly sure: Sureness;
}

/**
 * Course designation letters of the Washington transcript, as the Mastery-Based Crediting Handbook 2.0 (State Board of
 * Education, January 2023) explains them. The state uses more letters than these, for online courses among others, but
 * their meaning could not be read, so that a letter which is not here is unusual, not wrong.
 */
export const DESIGNATIONS: readonly Designation[] = [
  { letter: "A", meaning: "Advanced Placement", sure: "confirmed" },
  { letter: "B", meaning: "meets a College Academic Distribution Requirement", sure: "confirmed" },
  { letter: "C", meaning: "College in the High School", sure: "confirmed" },
  { letter: "H", meaning: "Honors", sure: "confirmed" },
  { letter: "I", meaning: "International Baccalaureate", sure: "confirmed" },
  { letter: "K", meaning: "Cambridge International", sure: "confirmed" },
  { letter: "L", meaning: "local competency test", sure: "confirmed" },
  { letter: "N", meaning: "national competency test", sure: "confirmed" },
  { letter: "R", meaning: "Running Start", sure: "confirmed" },
  { letter: "T", meaning: "career and technical education dual credit", sure: "confirmed" },
  { letter: "Z", meaning: "non-instructional", sure: "confirmed" },
];

/** A letter that cannot stand together with others on one record. */
export interface Conflict {
  readonly letter: string;
  /** Each of these clashes with it. */
  readonly others: string;
  readonly sure: Sureness;
}

/**
 * For L and N the handbook repeats the lists of the state's transcript questions 99 and 100 (2020-21). For Z the list
 * of question 112 could not be read: what stands here is a guess by analogy and is reported as such.
 */
export const CONFLICTS: readonly Conflict[] = [
  { letter: "L", others: "ACHIKNRT", sure: "confirmed" },
  { letter: "N", others: "ACHIKLRT", sure: "confirmed" },
  { letter: "Z", others: "ACHIKLNRT", sure: "unconfirmed" },
];

/** Pairs of letters on one record that clash, such as `AL`; each pair once, sorted. */
export function conflictsIn(letters: string, sure: Sureness, conflicts: readonly Conflict[]): readonly string[] {
  if (letters.length < 2) return [];
  const pairs = new Set<string>();
  for (const conflict of conflicts) {
    // Only what was read in the text itself is called forbidden; all else may be.
    if ((conflict.sure === "confirmed") !== (sure === "confirmed") || !letters.includes(conflict.letter)) continue;
    for (const other of conflict.others) {
      if (letters.includes(other)) pairs.add([conflict.letter, other].sort().join(""));
    }
  }
  return [...pairs].sort();
}
