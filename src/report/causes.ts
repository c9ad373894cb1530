import { severityRank } from "../exit.js";
import type { Severity, Violation } from "../model.js";
import { byPlace, byText } from "../order.js";
import type { Cause } from "./result.js";
import { textTable } from "./textTable.js";
import { placeOf } from "./words.js";

/** Takes violations one by one and holds what is said of each cause, no violation. */
export interface CauseCounter {
  /** In report order: equal lines of one cause must follow one another. */
  see(violation: Violation): void;
  /** As `causesOf`. */
  finish(): readonly Cause[];
}

interface Group {
  readonly code: string;
  readonly cause: string;
  readonly number: number;
  severity: Severity;
  rows: number;
  students: number;
  waiting: number;
  withholds: number;
  /** The place seen last, by which equal lines are known. */
  last: Place | null;
  /** The first two places that can be named, in order. */
  places: readonly Place[];
  /** The first violation by place and fingerprint, whose remedy is shown. */
  first: Pick<Violation, "file" | "line" | "fingerprint" | "remedy">;
}

type Place = Pick<Violation, "file" | "line">;

/** Besides the causes it holds some thirty bytes for each student of each cause. */
export function countCauses(): CauseCounter {
  const groups = new Map<string, Group>();
  const pairs = textTable();
  /** By pair of cause and student: the credit that waits. */
  const waits: number[] = [];
  return {
    see: (violation) => {
      if (violation.status !== "open") return;
      const key = `${violation.code}\n${violation.cause}`;
      let group = groups.get(key);
      if (group === undefined) {
        group = newGroup(violation, groups.size);
        groups.set(key, group);
      }
      addPlace(group, violation);
      if (severityRank(violation.severity) < severityRank(group.severity)) group.severity = violation.severity;
      const pair = pairs.add(`${group.number} ${violation.studentId}`);
      if (pair === waits.length) {
        waits.push(0);
        if (violation.studentId !== "") group.students += 1;
      }
      // The same credit may wait for several rows of one cause, so the largest counts, once a student.
      const more = violation.withholds - (waits[pair] as number);
      if (more <= 0) return;
      if (waits[pair] === 0) group.waiting += 1;
      waits[pair] = violation.withholds;
      group.withholds += more;
    },
    finish: () => [...groups.values()].map(causeOf).sort(byWeight),
  };
}

function newGroup(violation: Violation, number: number): Group {
  const { code, cause, severity } = violation;
  return {
    code,
    cause,
    number,
    severity,
    rows: 0,
    students: 0,
    waiting: 0,
    withholds: 0,
    last: null,
    places: [],
    first: violation,
  };
}

/** Rows are told apart by place; findings that name no line count one each. */
function addPlace(group: Group, violation: Violation): void {
  const { file, line, fingerprint, remedy } = violation;
  const { last, first } = group;
  if (line <= 0 || last === null || last.line !== line || last.file !== file) {
    group.rows += 1;
    group.last = { file, line };
    addFirst(group, { file, line });
  }
  if ((byPlace(violation, first) || byText(fingerprint, first.fingerprint)) <= 0)
    group.first = { file, line, fingerprint, remedy };
}

function addFirst(group: Group, place: Place): void {
  const text = placeOf(place);
  if (text === "" || group.places.some((known) => placeOf(known) === text)) return;
  const [, second] = group.places;
  if (second !== undefined && byPlace(place, second) >= 0) return;
  group.places = [...group.places, place].sort(byPlace).slice(0, 2);
}

function causeOf({ code, severity, cause, rows, students, waiting, withholds, places, first }: Group): Cause {
  return {
    code,
    severity,
    cause,
    rows,
    students,
    waiting,
    withholds,
    places: places.map(placeOf),
    remedy: first.remedy,
  };
}

function byWeight(a: Cause, b: Cause): number {
  return (
    b.withholds - a.withholds ||
    b.students - a.students ||
    severityRank(a.severity) - severityRank(b.severity) ||
    byText(a.code, b.code) ||
    byText(a.cause, b.cause)
  );
}

/**
 * Open violations by what one fix would mend together, those that most credit waits for first, then by students,
 * severity, code and cause. Accepted violations need no fix and are left out. Credits in thousandths.
 *
 * @param violations in report order
 */
export function causesOf(violations: Iterable<Violation>): readonly Cause[] {
  const counter = countCauses();
  for (const violation of violations) counter.see(violation);
  return counter.finish();
}
