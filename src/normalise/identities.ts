import type { AnyRow, RowRef } from "../model.js";
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
  readonly studentIds: readonly string[];
  readonly stateIds: readonly string[];
  /** A row for each pair that clashes, the student's own first. */
  readonly at: readonly RowRef[];
}

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

export interface IdentityCollector {
  readonly see: (row: AnyRow) => void;
  readonly finish: () => Identities;
}

/** Collects who is who. It keeps one small object a student, never a row. */
export function collectIdentities(): IdentityCollector {
  const people = new Map<string, Person>();
  return {
    see: (row) => {
      if (idFault(row.studentId) === null) note(people, row);
    },
    finish: () => identitiesOf(people),
  };
}

function note(people: Map<string, Person>, row: AnyRow): void {
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
export function byPlace(a: RowRef, b: RowRef): number {
  if (a.file === b.file) return a.line - b.line;
  return a.file < b.file ? -1 : 1;
}

function isBefore(a: RowRef, b: RowRef): boolean {
  return byPlace(a, b) < 0;
}

function identitiesOf(people: ReadonlyMap<string, Person>): Identities {
  const ids: string[] = [];
  const twins = new Map<string, string[]>();
  const byState = new Map<string, string[]>();
  for (const [id, person] of people) {
    if (!person.isStudent) continue;
    ids.push(id);
    push(twins, withoutZeros(id), id);
    for (const pair of person.pairs) push(byState, pair.stateId, id);
  }
  ids.sort();
  for (const same of [...twins.values(), ...byState.values()]) same.sort();

  const pairsOf = (id: string): readonly Pair[] => people.get(id)?.pairs ?? [];
  const holders = (stateId: string): readonly string[] => byState.get(stateId) ?? [];
  return {
    ids,
    isStudent: (id) => people.get(id)?.isStudent === true,
    idWidth: commonWidth(ids),
    studentOf: (stateId) => {
      const [only, ...others] = holders(stateId);
      if (only === undefined || others.length > 0) return null;
      return pairsOf(only).some((pair) => pair.stateId === stateId && pair.inTranscript) ? only : null;
    },
    stateIdsOf: (id) =>
      pairsOf(id)
        .filter((pair) => pair.inTranscript)
        .map((pair) => pair.stateId)
        .sort(),
    twinsOf: (id) => (twins.get(withoutZeros(id)) ?? []).filter((other) => other !== id),
    conflictOf: (id) => conflictOf(id, pairsOf, holders),
    firstRow: (id) => people.get(id)?.first ?? null,
  };
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function conflictOf(
  id: string,
  pairsOf: (id: string) => readonly Pair[],
  holders: (stateId: string) => readonly string[],
): StateIdConflict | null {
  const own = pairsOf(id);
  const clashing = own.length > 1 ? [...own] : own.filter((pair) => holders(pair.stateId).length > 1);
  if (clashing.length === 0) return null;
  clashing.sort((a, b) => (a.stateId < b.stateId ? -1 : 1));
  const studentIds = new Set<string>();
  const at: RowRef[] = [];
  for (const pair of clashing) {
    at.push(pair.at);
    for (const other of holders(pair.stateId)) {
      if (other === id) continue;
      studentIds.add(other);
      for (const theirs of pairsOf(other)) if (theirs.stateId === pair.stateId) at.push(theirs.at);
    }
  }
  return {
    studentIds: [...studentIds].sort(),
    stateIds: clashing.map((pair) => pair.stateId),
    at,
  };
}

function commonWidth(ids: readonly string[]): number {
  const widths = new Map<number, number>();
  for (const id of ids) if (/^\d+$/.test(id)) widths.set(id.length, (widths.get(id.length) ?? 0) + 1);
  for (const [width, count] of widths) if (count * 10 >= ids.length * 9) return width;
  return 0;
}
