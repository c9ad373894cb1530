/*
 * Which counts by group may be shown. A group of few students is hidden, and so is whatever it could be worked back
 * from. That is not left to a rule of thumb: a count counts as hidden only when another table is at hand that shows
 * the very same numbers and has another value there.
 */

import { itemAt } from "../at.js";

/** One count for each group, whose sum over the groups is known to every reader. */
export interface CountColumn {
  /** Index of the column that says how many could have been counted here; its own index: it is one of those. */
  readonly pool: number;
  readonly counts: readonly number[];
  /** How much a reader would miss it: what is hidden besides is taken from low weights first. At least 1. */
  readonly weight: number;
}

/** What holds within every group, and a reader may know: a sum of columns that is 0, or that is never below 0. */
export interface Relation {
  readonly terms: readonly { readonly column: number; readonly times: number }[];
  readonly is: "zero" | "not below zero";
}

/** The groups are one partition: each student stands in exactly one. A column stands behind those that hold it. */
export interface CountTable {
  readonly groups: number;
  readonly columns: readonly CountColumn[];
  readonly relations: readonly Relation[];
}

/** By column, then group: whether the count is hidden. */
export type Hidden = readonly (readonly boolean[])[];

/** Steps that one search may take; a search that finds nothing in them costs a count that could have been shown. */
const MAX_STEPS = 400;

interface State {
  readonly table: CountTable;
  readonly totals: readonly number[];
  /** Columns that some relation joins to this one. */
  readonly relationsOf: readonly (readonly Relation[])[];
  /** The column that this one equals in every group, as the totals give away; its own index: none. */
  readonly same: readonly number[];
  readonly hidden: boolean[][];
  readonly queue: { readonly column: number; readonly group: number }[];
}

/**
 * Hides the groups of fewer than `least` students, the breakdown of every total below `least`, and besides them what
 * a hidden count could be worked back from: by the totals, by the relations, and by no count being below 0.
 *
 * A count that the shown ones already say is 0 is shown: a total of 0, and a part of a 0.
 */
export function suppress(table: CountTable, least: number): Hidden {
  const state = begin(table);
  for (const [column, { pool, counts }] of table.columns.entries()) {
    const total = itemAt(state.totals, column);
    for (const [group, counted] of counts.entries()) {
      const few = pool === column && counted < least;
      if (few || total < least) hide(state, column, group);
    }
  }
  const safe = new Set<string>();
  // Goes on into what is queued on the way.
  for (const cell of state.queue) {
    if (safe.has(keyOf(cell.column, cell.group))) continue;
    const witness = cheapestWitness(state, cell.column, cell.group);
    if (witness === null) return everything(state);
    for (const column of witness.changes.keys()) {
      for (const group of [witness.to, witness.from]) {
        hide(state, column, group, true);
        safe.add(keyOf(column, group));
      }
    }
  }
  return state.hidden;
}

/** Nothing by group but what the totals themselves say. */
function everything({ table, totals }: State): Hidden {
  return totals.map((total) => new Array<boolean>(table.groups).fill(total > 0));
}

function keyOf(column: number, group: number): string {
  return `${column} ${group}`;
}

function begin(table: CountTable): State {
  const { columns, groups, relations } = table;
  const totals = columns.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0));
  const relationsOf = columns.map((_, column) =>
    relations.filter(({ terms }) => terms.some((term) => term.column === column)),
  );
  return {
    table,
    totals,
    relationsOf,
    same: columns.map((_, column) => sameAs(column, totals, relations)),
    hidden: columns.map(() => new Array<boolean>(groups).fill(false)),
    queue: [],
  };
}

/** Columns that hold this one, each the bigger part of a relation "this one is never more than that one". */
function holders(column: number, relations: readonly Relation[]): readonly number[] {
  const found: number[] = [];
  for (const { terms, is } of relations) {
    const own = terms.find((term) => term.column === column);
    const other = terms.find((term) => term.column !== column);
    if (is === "not below zero" && terms.length === 2 && own?.times === -1 && other?.times === 1)
      found.push(other.column);
  }
  return found;
}

/** A part whose total is that of its whole is the whole, group by group: it is shown and hidden with it. */
function sameAs(column: number, totals: readonly number[], relations: readonly Relation[]): number {
  for (const holder of holders(column, relations)) {
    if (holder < column && totals[holder] === totals[column]) return sameAs(holder, totals, relations);
  }
  return column;
}

function countOf({ columns }: CountTable, column: number, group: number): number {
  return itemAt(itemAt(columns, column).counts, group);
}

/** Whether the shown counts already say that nobody is there. */
function isSaidZero(state: State, column: number, group: number): boolean {
  if (state.totals[column] === 0) return true;
  if (countOf(state.table, column, group) !== 0) return false;
  return holders(column, state.table.relations).some(
    (holder) => countOf(state.table, holder, group) === 0 && !itemAt(itemAt(state.hidden, holder), group),
  );
}

/**
 * Hides a count, all that equal it, and with the size of a pool all that is counted in it.
 * @param even also where a shown 0 says that nobody is there: that 0 is about to be hidden too
 */
function hide(state: State, column: number, group: number, even = false): void {
  const { columns, relations } = state.table;
  const root = itemAt(state.same, column);
  for (const [each, { pool }] of columns.entries()) {
    const row = itemAt(state.hidden, each);
    if (row[group] === true) continue;
    if (state.same[each] === root) {
      if (even ? state.totals[each] === 0 : isSaidZero(state, each, group)) continue;
      row[group] = true;
      state.queue.push({ column: each, group });
      continue;
    }
    // What equals a count of another pool is known from there, and is hidden with that one only.
    const own = itemAt(state.same, each);
    const isCountedIn = own === each && state.same[pool] === root;
    const isPoolWithin =
      pool === each && itemAt(columns, root).pool === root && holders(each, relations).includes(root);
    if (isCountedIn || isPoolWithin) hide(state, each, group);
  }
}

/** Another table: what one group has more, and another less, by column. */
interface Witness {
  readonly to: number;
  readonly from: number;
  readonly changes: ReadonlyMap<number, 1 | -1>;
  readonly cost: number;
}

/**
 * The table with another value in this cell for which the least must be hidden besides; null where none was found.
 * Two groups alone change, by one in each column, so that every total stays.
 */
function cheapestWitness(state: State, column: number, group: number): Witness | null {
  let best: Witness | null = null;
  for (let other = 0; other < state.table.groups; other++) {
    if (other === group) continue;
    for (const change of [1, -1] as const) {
      const search = { state, to: group, from: other, steps: 0, limit: best?.cost ?? Number.POSITIVE_INFINITY };
      const found = repaired(search, new Map([[column, change]]), costOf(search, column));
      if (found !== null && found.cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = found;
      if (best?.cost === 0) return best;
    }
  }
  return best;
}

interface Search {
  readonly state: State;
  readonly to: number;
  readonly from: number;
  steps: number;
  limit: number;
}

/** What a reader loses when this column is hidden for both groups; infinite where it cannot be. */
function costOf({ state, to, from }: Search, column: number): number {
  let cost = 0;
  for (const group of [to, from]) {
    if (itemAt(itemAt(state.hidden, column), group)) continue;
    if (state.totals[column] === 0) return Number.POSITIVE_INFINITY;
    const { weight, pool } = itemAt(state.table.columns, column);
    // A large group is missed more than a small one.
    cost += weight * (1000 + Math.min(999, countOf(state.table, pool, group)));
  }
  return cost;
}

/** Goes on changing columns until every relation holds in both groups; the cheapest way that the steps allow. */
function repaired(search: Search, changes: ReadonlyMap<number, 1 | -1>, cost: number): Witness | null {
  search.steps += 1;
  if (cost >= search.limit || search.steps > MAX_STEPS) return null;
  if (!countsHold(search, changes)) return null;
  const broken = firstBroken(search, changes);
  if (broken === null) {
    search.limit = cost;
    return { to: search.to, from: search.from, changes, cost };
  }
  let best: Witness | null = null;
  const tries = broken.terms
    .filter(({ column }) => !changes.has(column))
    .map(({ column, times }) => ({ column, change: changeFor(broken, times), cost: costOf(search, column) }))
    .sort((a, b) => a.cost - b.cost || a.column - b.column);
  for (const each of tries) {
    const found = repaired(search, new Map([...changes, [each.column, each.change]]), cost + each.cost);
    if (found !== null) best = found;
  }
  return best;
}

interface Broken {
  readonly terms: Relation["terms"];
  /** Whether the sum, in the group that gains, must go up. */
  readonly up: boolean;
}

function changeFor({ up }: Broken, times: number): 1 | -1 {
  return times > 0 === up ? 1 : -1;
}

function countsHold({ state, to, from }: Search, changes: ReadonlyMap<number, 1 | -1>): boolean {
  for (const [column, change] of changes) {
    if (countOf(state.table, column, to) + change < 0 || countOf(state.table, column, from) - change < 0) return false;
  }
  return true;
}

function firstBroken(search: Search, changes: ReadonlyMap<number, 1 | -1>): Broken | null {
  const { state, to, from } = search;
  for (const column of changes.keys()) {
    for (const { terms, is } of itemAt(state.relationsOf, column)) {
      let shift = 0;
      for (const term of terms) shift += term.times * (changes.get(term.column) ?? 0);
      if (shift === 0) continue;
      if (is === "zero") return { terms, up: shift < 0 };
      if (sumIn(state.table, terms, to) + shift < 0) return { terms, up: true };
      if (sumIn(state.table, terms, from) - shift < 0) return { terms, up: false };
    }
  }
  return null;
}

function sumIn(table: CountTable, terms: Relation["terms"], group: number): number {
  let sum = 0;
  for (const { column, times } of terms) sum += times * countOf(table, column, group);
  return sum;
}
