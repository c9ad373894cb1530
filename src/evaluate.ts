import type { Credit } from "./credit.js";
import { judgeRecords, type RecordJudgement } from "./decide/backwards.js";
import { decide } from "./decide/decide.js";
import { createFinder, type Finder, numbered } from "./findings.js";
import type { AnyRow, Decision, Refusal, RowRef, StudentFile, Violation } from "./model.js";
import { ALL_RULES } from "./rules/index.js";
import type { RuleContext } from "./rules/rule.js";

export interface EvaluateContext extends RuleContext {
  /** Whether the layout that records go out in has a designations column. */
  readonly hasDesignationColumn: boolean;
  /** Whether it has a term column, by which a record's part may be told. */
  readonly hasTermColumn: boolean;
}

export interface Evaluation {
  readonly decision: Decision;
  /** The mastery records on file, judged by the decision run backwards. */
  readonly records: readonly RecordJudgement[];
  readonly violations: readonly Violation[];
}

/**
 * Everything about one student: the rules over each row and over all of them, which mark what is doubtful; then the
 * decision; then the rules about the decision, and the credit that waits for each violation.
 */
export function evaluateStudent(student: StudentFile, context: EvaluateContext): Evaluation {
  const finder = finderFor(context);
  const found: Violation[] = [];
  for (const rows of [student.transcript, student.scores, student.approvals, student.students]) {
    for (const row of rows) finder.row(row, found);
  }
  finder.student(student, found);
  const { policy, awardDate, hasDesignationColumn, hasTermColumn } = context;
  const decision = decide(student, { policy, awardDate, hasDesignationColumn, hasTermColumn, breaks: finder.breaks });
  const records = judgeRecords(student, context);
  finder.decision(student, decision, records, found);
  return { decision, records, violations: withWithheld(numbered(found), withheldAt(decision.refusals)) };
}

/** The rules over rows that are no student's; they head the report. */
export function evaluateStrays(strays: readonly AnyRow[], context: RuleContext): readonly Violation[] {
  const finder = finderFor(context);
  const found: Violation[] = [];
  for (const row of strays) finder.row(row, found);
  return numbered(found);
}

const finders = new WeakMap<RuleContext, Finder>();

/** One finder for all students of a run. */
function finderFor(context: RuleContext): Finder {
  let finder = finders.get(context);
  if (finder === undefined) {
    finder = createFinder(context);
    finders.set(context, finder);
  }
  return finder;
}

/** Credit that waits for a place to be mended, by place. */
export type Withheld = ReadonlyMap<string, Credit>;

function keyOf(place: RowRef): string {
  return `${place.line} ${place.file}`;
}

/** Adds up what waits for each doubtful place, over the refusals that it sees. */
export interface WithheldCounter {
  see(refusals: readonly Refusal[]): void;
  /** Every course and part once, at the most that any pathway would give there. */
  sums(): Withheld;
}

/** @param places the only places that are asked about, so that no more are remembered; every one unless given */
export function withheldCounter(places?: readonly RowRef[]): WithheldCounter {
  const asked = places === undefined ? null : new Set(places.map(keyOf));
  const byPlace = new Map<string, Map<string, Credit>>();
  return {
    see: (refusals) => {
      for (const refusal of refusals) {
        for (const place of refusal.doubtful) {
          const key = keyOf(place);
          if (asked !== null && !asked.has(key)) continue;
          let waits = byPlace.get(key);
          if (waits === undefined) {
            waits = new Map();
            byPlace.set(key, waits);
          }
          for (const { course, part, credits } of refusal.waits) {
            const slot = `${course}\n${part}`;
            waits.set(slot, Math.max(waits.get(slot) ?? 0, credits));
          }
        }
      }
    },
    sums: () => {
      const sums = new Map<string, Credit>();
      for (const [key, waits] of byPlace) {
        let sum = 0;
        for (const credits of waits.values()) sum += credits;
        sums.set(key, sum);
      }
      return sums;
    },
  };
}

/** What waits for each doubtful place of one student. */
export function withheldAt(refusals: readonly Refusal[]): Withheld {
  const counter = withheldCounter();
  counter.see(refusals);
  return counter.sums();
}

const DOUBT_CODES = new Set(ALL_RULES.filter((rule) => rule.doubt).map((rule) => rule.code));

/** Notes on each violation that makes its place doubtful what waits for it; also for broken lines that name a student. */
export function withWithheld(violations: readonly Violation[], withheld: Withheld): readonly Violation[] {
  if (withheld.size === 0) return violations;
  return violations.map((violation) => {
    const withholds = DOUBT_CODES.has(violation.code) ? (withheld.get(keyOf(violation)) ?? 0) : 0;
    return withholds === 0 ? violation : { ...violation, withholds };
  });
}
