import type { IsoDate } from "../date.js";
import type { MatchedRow } from "../decide/ledger.js";
import type { AnyRow, ApprovalRow, ScoreRow } from "../model.js";
import type { CompiledPolicy, CourseDef, Pathway } from "../policy/compiled.js";
import type { Evidence } from "../policy/schema.js";

/** Why evidence does not hold; the checks of the same name turn it into a refusal. */
export type EvidenceReason = "evidence-missing-part" | "mark-not-comparable" | "tries-exhausted" | "evidence-not-met";

/** The result of a test that decided: what `byLevel` and `byScore` look up. */
export interface TestResult {
  readonly levels: readonly string[];
  /** Null where the result has no level or, for an average, none that is exact. */
  readonly level: string | null;
  /** Whole millionths. */
  readonly score: number | null;
}

/** What one piece of evidence came to. */
export interface Outcome {
  readonly holds: boolean;
  /** Empty where it holds. */
  readonly reasons: readonly EvidenceReason[];
  /** Rows that make it hold, or that were looked at in vain; some perhaps more than once. */
  readonly used: readonly AnyRow[];
  /** Of those, the ones that a tier asking for fresh evidence may not use again; absent: all. */
  readonly spends?: readonly AnyRow[];
  /** The day it was complete; null for approvals and `not`. */
  readonly date: IsoDate | null;
  /** The lowest mark used, for `grade.from: "evidence"`. */
  readonly mark: string | null;
  readonly results: readonly TestResult[];
  /** Whether it holds and any of what makes it hold stands in the files. */
  readonly onFile: boolean;
  /** What was asked and what was found, in words. */
  readonly says: string;
}

/** All that evidence may look at: sound rows only. */
export interface EvidenceContext {
  readonly policy: CompiledPolicy;
  readonly pathway: Pathway;
  readonly awardDate: IsoDate;
  /** The target asked about: an approval with a course speaks of that target only. */
  readonly target: CourseDef;
  /** Attempts on a course, in date order: no mastery records, no ignored marks, no doubtful rows. */
  attempts(courseId: string): readonly MatchedRow[];
  /** Mastery records on a course, in date order. */
  mastery(courseId: string): readonly MatchedRow[];
  /** Rows of a test, whatever their status, in date order; none is doubtful. */
  scores(testId: string): readonly ScoreRow[];
  /** Every row of a test, doubtful ones too: a sitting that cannot be read was a try all the same. */
  sittings(testId: string): readonly ScoreRow[];
  /** Approvals of this pathway that speak on the award date. */
  readonly approvals: readonly ApprovalRow[];
  /** 1 September of the school year of the first attempt in any target; null without one. */
  readonly courseStart: IsoDate | null;
  /** The day of the latest mastery record on the transcript that fits the pathway; null without one. */
  readonly lastRecord: IsoDate | null;
  /** Judges a nested form. */
  judge(evidence: Evidence): Outcome;
  /** Judges a nested form by what was shown before a day; rows without a day are looked at as well. */
  judgeBefore(evidence: Evidence, day: IsoDate): Outcome;
}

/** One form of evidence, told apart by the key that only it has. */
export interface EvidenceForm<E extends Evidence> {
  readonly key: string;
  is(evidence: Evidence): evidence is E;
  judge(evidence: E, context: EvidenceContext): Outcome;
}

/** The later of two days, where null is none. */
export function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null) return b;
  return b === null || a > b ? a : b;
}

/** Evidence that holds: what makes it hold, and in words. What is not said of it is not known of it. */
export function holding(
  used: readonly AnyRow[],
  says: string,
  more: Partial<Pick<Outcome, "spends" | "date" | "mark" | "results" | "onFile">>,
): Outcome {
  return { holds: true, reasons: [], used, date: null, mark: null, results: [], onFile: true, says, ...more };
}

/** Evidence that does not hold: why, what was looked at in vain, and in words. */
export function failing(reasons: readonly EvidenceReason[], used: readonly AnyRow[], says: string): Outcome {
  return { holds: false, reasons, used, date: null, mark: null, results: [], onFile: false, says };
}

/** What several pieces come to of which none holds. */
export function noneHolds(failed: readonly Outcome[]): Outcome {
  return failing(
    failed.flatMap((outcome) => outcome.reasons),
    failed.flatMap((outcome) => outcome.used),
    failed.map((outcome) => outcome.says).join("; or "),
  );
}

/** A mean of whole millionths: as a decimal where it is exact, else as what it is. */
export function saysMean(sum: number, of: number): string {
  return sum % of === 0 ? String(sum / of / 1e6) : `${sum / 1e6} / ${of}`;
}
