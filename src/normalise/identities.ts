import type { AnyRow, RowRef } from "../model.js";
import { byPlace, byText } from "../order.js";
import { idFault, withoutZeros } from "./studentId.js";

/** Who is who, over all files of a run: the only facts about a student that depend on other students. */
export interface Identities {
  /** Every student (an id with a row in a transcript or students file), in text order. */
  readonly ids: readonly string[];
  readonly isStudent: (id: string) => boolean;
  /** The width that at least nine of ten student ids have, where ids are all digits; else 0. */
  readonly idWidth: number;
  /** The one student whose transcript rows carry this state id; null where there is none or more than one. */
  readonly studentOf: (stateId: string) => string | null;
  /** State ids on the student's transcript rows, sorted. */
  readonly stateIdsOf: (id: string) => readonly string[];
  /** Other students whose ids are equal to this one but for leading zeros, sorted. */
  readonly twinsOf: (id: string) => readonly string[];
  /** Other students that share a state id with this one, or this one's state ids where there are several. */
  readonly conflictOf: (id: string) => StateIdConflict | null;
  /** The student's first row, by file and line. */
  readonly firstRow: (id: string) => RowRef | null;
}

interface StateIdConflict {
  /** Of each state id the first ten, by their ids. */
  readonly studentIds: readonly string[];
  /** How many other students there are besides. */
  readonly further: number;
  readonly stateIds: readonly string[];
  /** A row for each pair that clashes, the student's own first; of the others', those of the students named. */
  readonly at: readonly RowRef[];
}

/**
 * So many of the others who share a state id are named to each. Where a file holds 9999999999 for all whose id is not
 * known yet, naming all of them to all would make results of gigabytes.
 */
const NAMED = 10;

interface Pair {
  readonly stateId: string;
  inTranscript: boolean;
  at: RowRef;
}

interface Person {
  isStudent: boolean;
  first: RowRef;
  readonly pairs: Pair[];
}

/** A student's row that carries a state id, where several students have one with it. */
export interface Holder {
  readonly stateId: string;
  readonly studentId: string;
  readonly inTranscript: boolean;
  readonly at: RowRef;
}

/** What the rows at hand cannot tell, where they are those of some students only. */
export interface Beyond {
  readonly idWidth: number;
  /** Every student of the run who has this state id, in order of their ids, where they are more than one; else empty. */
  readonly holdersOf: (stateId: string) => readonly Holder[];
  readonly sharersOf: SharersOf;
}

/** How many students of the run have any of these state ids, which are in order and each of which several have. */
export type SharersOf = (stateIds: readonly string[]) => number;

export interface IdentityCollector {
  readonly see: (row: IdentityRow) => void;
  /** @param beyond absent: the rows seen are all that there are */
  readonly finish: (beyond?: Beyond) => Identities;
  /** Ids of the students among the rows seen, in no order. */
  readonly students: () => readonly string[];
  /** Each student's state ids, among the rows seen. */
  readonly holders: () => readonly Holder[];
}

/** What is asked of a row to tell who is who. */
export type IdentityRow = Pick<AnyRow, "kind" | "file" | "line" | "studentId" | "stateStudentId">;

/** Collects who is who. It keeps one small object a student, never a row. */
export function collectIdentities(): IdentityCollector {
  const people = new Map<string, Person>();
  return {
    see: (row) => {
      if (idFault(row.studentId) === null) note(people, row);
    },
    finish: (beyond) => identitiesOf(people, beyond ?? null),
    students: () => [...people].filter(([, { isStudent }]) => isStudent).map(([id]) => id),
    holders: () => holdersOf(people),
  };
}

function holdersOf(people: ReadonlyMap<string, Person>): readonly Holder[] {
  const holders: Holder[] = [];
  for (const [studentId, { isStudent, pairs }] of people) {
    if (isStudent)
      for (const { stateId, inTranscript, at } of pairs) holders.push({ stateId, studentId, inTranscript, at });
  }
  return holders;
}

function note(people: Map<string, Person>, row: IdentityRow): void {
  const counts = row.kind === "transcript" || row.kind === "students";
  let person = people.get(row.studentId);
  if (person === undefined) {
    person = { isStudent: counts, first: placeOf(row), pairs: [] };
    people.set(row.studentId, person);
  } else {
    // Only rows that make someone a student may be named as theirs.
    if (counts && (!person.isStudent || isBefore(row, person.first))) person.first = placeOf(row);
    if (counts) person.isStudent = true;
  }
  if (row.stateStudentId === "") return;
  const inTranscript = row.kind === "transcript";
  for (const pair of person.pairs) {
    if (pair.stateId !== row.stateStudentId) continue;
    pair.inTranscript ||= inTranscript;
    if (isBefore(row, pair.at)) pair.at = placeOf(row);
    return;
  }
  person.pairs.push({ stateId: row.stateStudentId, inTranscript, at: placeOf(row) });
}

function placeOf(row: RowRef): RowRef {
  return { file: row.file, line: row.line };
}

/** Places in order of file, then line. */
function isBefore(a: RowRef, b: RowRef): boolean {
  return byPlace(a, b) < 0;
}

function identitiesOf(people: ReadonlyMap<string, Person>, beyond: Beyond | null): Identities {
  const ids: string[] = [];
  const twins = new Map<string, string[]>();
  for (const [id, person] of people) {
    if (!person.isStudent) continue;
    ids.push(id);
    push(twins, withoutZeros(id), id);
  }
  ids.sort();
  for (const same of twins.values()) same.sort();
  const byState = new Map<string, Holder[]>();
  for (const holder of holdersOf(people)) push(byState, holder.stateId, holder);
  for (const same of byState.values()) same.sort(byStudentId);

  const pairsOf = (id: string): readonly Pair[] => people.get(id)?.pairs ?? [];
  const holders = (stateId: string): readonly Holder[] => {
    const several = beyond?.holdersOf(stateId) ?? [];
    return several.length > 0 ? several : (byState.get(stateId) ?? []);
  };
  const sharersOf = beyond?.sharersOf ?? countSharers(holders);
  return {
    ids,
    isStudent: (id) => people.get(id)?.isStudent === true,
    idWidth: beyond?.idWidth ?? commonWidth(widthsOf(ids), ids.length),
    studentOf: (stateId) => {
      const [only, ...others] = holders(stateId);
      return only === undefined || others.length > 0 || !only.inTranscript ? null : only.studentId;
    },
    stateIdsOf: (id) =>
      pairsOf(id)
        .filter((pair) => pair.inTranscript)
        .map((pair) => pair.stateId)
        .sort(),
    twinsOf: (id) => (twins.get(withoutZeros(id)) ?? []).filter((other) => other !== id),
    conflictOf: (id) => conflictOf(id, pairsOf(id), holders, sharersOf),
    firstRow: (id) => people.get(id)?.first ?? null,
  };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function conflictOf(
  id: string,
  own: readonly Pair[],
  holders: Beyond["holdersOf"],
  sharersOf: SharersOf,
): StateIdConflict | null {
  const inOrder = [...own].sort((a, b) => byText(a.stateId, b.stateId));
  const shared = inOrder.filter((pair) => holders(pair.stateId).length > 1);
  const clashing = own.length > 1 ? inOrder : shared;
  if (clashing.length === 0) return null;
  const named = new Set<string>();
  const at: RowRef[] = [];
  for (const pair of clashing) {
    at.push(pair.at);
    for (const other of firstOthers(holders(pair.stateId), id)) {
      named.add(other.studentId);
      at.push(other.at);
    }
  }
  return {
    studentIds: [...named].sort(),
    // The student is one of those who share them.
    further: shared.length === 0 ? 0 : sharersOf(shared.map(({ stateId }) => stateId)) - 1 - named.size,
    stateIds: clashing.map((pair) => pair.stateId),
    at,
  };
}

function firstOthers(holders: readonly Holder[], id: string): readonly Holder[] {
  return holders
    .slice(0, NAMED + 1)
    .filter(({ studentId }) => studentId !== id)
    .slice(0, NAMED);
}

/** What was counted is kept: where several ids stand for all who have none yet, everybody shares the same ones. */
export function countSharers(holdersOf: Beyond["holdersOf"]): SharersOf {
  const counts = new Map<string, number>();
  return (stateIds) => {
    const [only, ...others] = stateIds;
    // Nearly always.
    if (only !== undefined && others.length === 0) return holdersOf(only).length;
    const key = JSON.stringify(stateIds);
    let count = counts.get(key);
    if (count === undefined) {
      count = new Set(stateIds.flatMap((stateId) => holdersOf(stateId).map(({ studentId }) => studentId))).size;
      counts.set(key, count);
    }
    return count;
  };
}

export function byStudentId(a: Holder, b: Holder): number {
  return byText(a.studentId, b.studentId);
}

/** How many ids of digits alone have each width. */
export function widthsOf(ids: Iterable<string>): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const id of ids) if (/^\d+$/.test(id)) widths.set(id.length, (widths.get(id.length) ?? 0) + 1);
  return widths;
}

/** The width that at least nine of ten of so many ids have; 0 where none is so common. */
export function commonWidth(widths: ReadonlyMap<number, number>, ids: number): number {
  for (const [width, count] of widths) if (count * 10 >= ids * 9) return width;
  return 0;
}
