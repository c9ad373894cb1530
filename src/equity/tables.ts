import { entryOf, itemAt } from "../at.js";
import { byText } from "../order.js";
import type { Outcome, StudentFacts } from "./facts.js";
import { outcomeKey } from "./facts.js";
import { type CountColumn, type CountTable, type Relation, suppress } from "./suppress.js";

export type Pool = "enrolled" | "lost";

/** What one table counts, and among whom. A school's table counts that school's students alone. */
export interface Subject {
  readonly outcome: Outcome;
  readonly pool: Pool;
  /** Empty: every school. */
  readonly school: string;
}

/** What is shown of one group; null: hidden. */
export interface ShownCount {
  readonly group: string;
  readonly pool: number | null;
  readonly count: number | null;
}

/** One table as it may be shown: totals always, groups as far as nothing hidden can be worked back. */
export interface ShownTable {
  readonly subject: Subject;
  readonly total: { readonly pool: number; readonly count: number };
  readonly rows: readonly ShownCount[];
}

/** Outcomes that every report has, found or not. */
const ALWAYS: readonly Outcome[] = [
  { is: "received" },
  { is: "considered" },
  { is: "held" },
  { is: "not asked" },
  { is: "refused" },
  { is: "declined" },
  { is: "waived" },
];

const POOLS: readonly Pool[] = ["enrolled", "lost"];

/** Outcomes that can only happen to students to whom another did. */
const WITHIN: Readonly<Record<Outcome["is"], Outcome["is"] | null>> = {
  received: null,
  considered: null,
  "never considered": null,
  held: "considered",
  "not asked": "held",
  declined: "refused",
  refused: "considered",
  waived: "considered",
  "refused because": "refused",
  "by pathway": "received",
  "in year": "received",
};

/** Outcomes of which at least one happened to every student to whom the first did. */
const MADE_OF: readonly { readonly whole: Outcome["is"]; readonly parts: readonly Outcome["is"][] }[] = [
  { whole: "refused", parts: ["refused because", "declined"] },
  { whole: "received", parts: ["by pathway"] },
  { whole: "received", parts: ["in year"] },
  { whole: "considered", parts: ["held", "refused", "waived", "received"] },
];

/** How much a reader would miss a table. The whole district comes before a school, receipt before the reasons. */
function weightOf({ outcome, pool, school }: Subject): number {
  const wide = pool === "enrolled" ? 2 : 1;
  if (school !== "") return wide;
  if (outcome.is === "received") return 50 * wide;
  return ("of" in outcome ? 3 : 10) * wide;
}

/** The outcomes found among the students, in a fixed order: those that every report has, then by what they are of. */
export function outcomesAmong(students: readonly StudentFacts[]): readonly Outcome[] {
  const found = new Map<string, Outcome>();
  for (const { outcomes } of students) {
    for (const key of outcomes) {
      const [is, of] = key.split("\n");
      if (of !== undefined && (is === "refused because" || is === "by pathway" || is === "in year"))
        found.set(key, { is, of });
    }
  }
  const sorted = [...found].sort(([a], [b]) => byText(a, b)).map(([, outcome]) => outcome);
  return [...ALWAYS, ...sorted];
}

interface Slot {
  readonly subject: Subject;
  readonly column: number;
  readonly poolColumn: number;
}

/** Collects columns and what is known of them. */
interface Builder {
  readonly columns: CountColumn[];
  readonly relations: Relation[];
  readonly slots: Slot[];
}

/**
 * The tables of one way of grouping.
 *
 * @param groupOf the group of each student, in the order of `students`
 * @param schools of each student; all empty: no tables by school
 */
export function shownTables(
  students: readonly StudentFacts[],
  groupOf: readonly string[],
  schools: readonly string[],
  least: number,
): { readonly groups: readonly string[]; readonly tables: readonly ShownTable[] } {
  const groups = [...new Set(groupOf)].sort(byText);
  const indexOf = new Map(groups.map((group, index) => [group, index]));
  const builder: Builder = { columns: [], relations: [], slots: [] };
  const places = groupOf.map((group) => entryOf(indexOf, group));
  const count = (is: (student: StudentFacts) => boolean, school: string): readonly number[] => {
    const counted = new Int32Array(groups.length);
    for (const [at, student] of students.entries()) {
      if ((school !== "" && schools[at] !== school) || !is(student)) continue;
      const place = itemAt(places, at);
      counted[place] = itemAt(counted, place) + 1;
    }
    return [...counted];
  };
  const outcomes = outcomesAmong(students);
  addSchool(builder, "", outcomes, (is) => count(is, ""));
  const names = [...new Set(schools)].filter((school) => school !== "").sort(byText);
  for (const school of names) addSchool(builder, school, [{ is: "received" }], (is) => count(is, school));
  if (names.length > 0) addSumsOverSchools(builder);
  const table: CountTable = { groups: groups.length, columns: builder.columns, relations: builder.relations };
  const hidden = suppress(table, least);
  const shown = (column: number, group: number): number | null =>
    itemAt(itemAt(hidden, column), group) ? null : itemAt(itemAt(builder.columns, column).counts, group);
  const total = (column: number): number => itemAt(builder.columns, column).counts.reduce((sum, n) => sum + n, 0);
  const tables = builder.slots.map(({ subject, column, poolColumn }) => ({
    subject,
    total: { pool: total(poolColumn), count: total(column) },
    rows: groups.map((group, at) => ({ group, pool: shown(poolColumn, at), count: shown(column, at) })),
  }));
  return { groups, tables };
}

type Counter = (is: (student: StudentFacts) => boolean) => readonly number[];

/** The columns of one school, or of all: who is enrolled and lost credit, and each outcome among both. */
function addSchool(builder: Builder, school: string, outcomes: readonly Outcome[], count: Counter): void {
  const { columns, slots } = builder;
  const wide = school === "" ? 400 : 4;
  const all = columns.push({ pool: columns.length, counts: count(() => true), weight: wide }) - 1;
  const lost = columns.push({ pool: columns.length, counts: count((s) => s.lost), weight: wide / 2 }) - 1;
  addWithin(builder, lost, all);
  const at = new Map<string, number>();
  for (const pool of POOLS) {
    for (const outcome of outcomes) {
      const subject: Subject = { outcome, pool, school };
      const key = outcomeKey(outcome);
      const poolColumn = pool === "enrolled" ? all : lost;
      const counts = count((s) => s.outcomes.has(key) && (pool === "enrolled" || s.lost));
      const column = columns.push({ pool: poolColumn, counts, weight: weightOf(subject) }) - 1;
      slots.push({ subject, column, poolColumn });
      at.set(`${pool} ${key}`, column);
      // Wider columns come first: a part that equals its whole is shown with the first whole that it equals.
      if (pool === "lost") addWithin(builder, column, entryOf(at, `enrolled ${key}`));
      const { [outcome.is]: outer } = WITHIN;
      if (outer !== null) addWithin(builder, column, entryOf(at, `${pool} ${outer}`));
      addWithin(builder, column, poolColumn);
    }
  }
  for (const outcome of outcomes) {
    const key = outcomeKey(outcome);
    const [one, both] = [entryOf(at, `enrolled ${key}`), entryOf(at, `lost ${key}`)];
    addRelation(builder, [
      [all, 1],
      [lost, -1],
      [one, -1],
      [both, 1],
    ]);
  }
  for (const pool of POOLS) {
    for (const { whole, parts } of MADE_OF) {
      const made = outcomes.filter(({ is }) => parts.includes(is));
      const column = at.get(`${pool} ${whole}`);
      if (column === undefined || made.length === 0) continue;
      const terms = made.map((outcome): Term => [entryOf(at, `${pool} ${outcomeKey(outcome)}`), 1]);
      addRelation(builder, [...terms, [column, -1]]);
    }
  }
}

type Term = readonly [column: number, times: number];

function addRelation(builder: Builder, terms: readonly Term[], is: Relation["is"] = "not below zero"): void {
  builder.relations.push({ is, terms: terms.map(([column, times]) => ({ column, times })) });
}

function addWithin(builder: Builder, part: number, whole: number): void {
  if (part !== whole)
    addRelation(builder, [
      [whole, 1],
      [part, -1],
    ]);
}

/** What the schools come to together is what stands for all of them. */
function addSumsOverSchools(builder: Builder): void {
  for (const pool of POOLS) {
    const received = builder.slots.filter(({ subject }) => subject.pool === pool && subject.outcome.is === "received");
    const timesOf = ({ subject }: Slot): number => (subject.school === "" ? -1 : 1);
    for (const key of ["column", "poolColumn"] as const) {
      addRelation(
        builder,
        received.map((slot): Term => [slot[key], timesOf(slot)]),
        "zero",
      );
    }
  }
}
