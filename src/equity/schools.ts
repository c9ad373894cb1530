import { byText } from "../order.js";
import type { StudentFacts } from "./facts.js";
import { type ShownTable, shownTables } from "./tables.js";

/** The name under which small schools are counted together. */
const JOINED = "Small schools together";
const NO_SCHOOL = "No school given";

/** What became of all students of one school. */
export interface SchoolTotal {
  readonly school: string;
  readonly enrolled: number;
  readonly lost: number;
  readonly received: number;
  /** Of those who lost credit. */
  readonly receivedOfLost: number;
}

/** Schools from the one with the fewest students on. */
function bySize(students: readonly StudentFacts[]): readonly { readonly school: string; readonly size: number }[] {
  const sizes = new Map<string, number>();
  for (const { school } of students) sizes.set(school, (sizes.get(school) ?? 0) + 1);
  return [...sizes]
    .map(([school, size]) => ({ school, size }))
    .sort((a, b) => a.size - b.size || byText(a.school, b.school));
}

/**
 * How many of the smallest schools must be counted together so that none of fewer than `least` students stands alone,
 * nor can be worked back: two at the least, where there is any.
 */
function joinedAtLeast(students: readonly StudentFacts[], least: number): number {
  let joined = 0;
  let sum = 0;
  for (const { size } of bySize(students)) {
    if (size >= least && joined !== 1 && (joined === 0 || sum >= least)) break;
    joined += 1;
    sum += size;
  }
  return joined;
}

/** The school of each student, the smallest under one name; null where that leaves no two to compare. */
function named(students: readonly StudentFacts[], joined: number): readonly string[] | null {
  const order = bySize(students);
  if (order.length - joined + Math.min(joined, 1) < 2) return null;
  const small = new Set(order.slice(0, joined).map(({ school }) => school));
  return students.map(({ school }) => (small.has(school) ? JOINED : school || NO_SCHOOL));
}

/** Totals by school, without any group; empty where there are no two schools to compare. */
export function schoolTotals(students: readonly StudentFacts[], least: number): readonly SchoolTotal[] {
  const schools = named(students, joinedAtLeast(students, least));
  if (schools === null) return [];
  return [...new Set(schools)].sort(byText).map((school) => {
    const own = students.filter((_, at) => schools[at] === school);
    const lost = own.filter((student) => student.lost);
    const received = (student: StudentFacts): boolean => student.outcomes.has("received");
    return {
      school,
      enrolled: own.length,
      lost: lost.length,
      received: own.filter(received).length,
      receivedOfLost: lost.filter(received).length,
    };
  });
}

/**
 * The tables of one way of grouping, by school as well as far as that costs no count of the whole district: else more
 * schools are counted together, and at last none is shown alone.
 */
export function tablesBySchool(
  students: readonly StudentFacts[],
  groupOf: readonly string[],
  least: number,
): ReturnType<typeof shownTables> {
  const without = shownTables(
    students,
    groupOf,
    students.map(() => ""),
    least,
  );
  const kept = shownCounts(without.tables);
  for (let joined = joinedAtLeast(students, least); ; joined = Math.max(2, joined + 1)) {
    const schools = named(students, joined);
    if (schools === null) return without;
    const tables = shownTables(students, groupOf, schools, least);
    if (shownCounts(tables.tables) >= kept) return tables;
  }
}

/** How many counts of the whole district are shown. */
function shownCounts(tables: readonly ShownTable[]): number {
  let shown = 0;
  for (const { subject, rows } of tables) {
    if (subject.school !== "") continue;
    for (const { pool, count } of rows) shown += Number(pool !== null) + Number(count !== null);
  }
  return shown;
}
