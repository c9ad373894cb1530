import { itemAt } from "../at.js";
import {
  byStudentId,
  collectIdentities,
  commonWidth,
  type Holder,
  type IdentityCollector,
  widthsOf,
} from "../normalise/identities.js";
import { familyOf, hashOf, otherHashOf } from "./hash.js";
import {
  flagsAt,
  IN_TRANSCRIPT,
  lineAt,
  MAKES_STUDENT,
  sameIds,
  sourceAt,
  stateIdAt,
  studentIdAt,
  type TextCodec,
  UNNAMED,
} from "./packed.js";
import { familiesOf, partitionOf } from "./store.js";

/** Who is who in one partition, as little as the others need of it. */
export interface IdentitySummary {
  readonly students: number;
  /** Pairs of width and number of ids: of digits alone. */
  readonly widths: readonly (readonly [number, number])[];
  /** Triples, one a student and state id: both halves of the state id's hash, and the student's family. */
  readonly pairs: Uint32Array;
}

/** What the reading of ids asks of the world outside a partition. */
export interface IdentityReading {
  /** Display name of each source. */
  readonly names: readonly string[];
  readonly codec: TextCodec;
}

/** Says who is who among the packed rows of one go. */
export function summaryOf(rows: Uint8Array, reading: IdentityReading): IdentitySummary {
  const widths = new Map<number, number>();
  const pairs: number[] = [];
  let students = 0;
  for (const offsets of familiesOf(rows)) {
    const people = peopleOf(rows, offsets, reading);
    const ids = people.students();
    students += ids.length;
    for (const [width, count] of widthsOf(ids)) widths.set(width, (widths.get(width) ?? 0) + count);
    for (const { stateId, studentId } of people.holders()) {
      pairs.push(hashOf(stateId), otherHashOf(stateId), familyOf(studentId));
    }
  }
  return { students, widths: [...widths], pairs: Uint32Array.from(pairs) };
}

/** The very students and places behind state ids that clash by their hashes. */
export function holdersAmong(
  rows: Uint8Array,
  clashing: ReadonlySet<string>,
  reading: IdentityReading,
): readonly Holder[] {
  const found: Holder[] = [];
  for (const offsets of familiesOf(rows)) {
    for (const holder of peopleOf(rows, offsets, reading).holders()) {
      if (clashing.has(keyOf(hashOf(holder.stateId), otherHashOf(holder.stateId)))) found.push(holder);
    }
  }
  return found;
}

function peopleOf(rows: Uint8Array, offsets: Uint32Array, reading: IdentityReading): IdentityCollector {
  const { names, codec } = reading;
  const people = collectIdentities();
  // Nearly all rows of a student carry the very same ids: of those the first by place stands for all.
  const firsts: number[] = [];
  for (const row of offsets) {
    if ((flagsAt(rows, row) & UNNAMED) !== 0) continue;
    let same = 0;
    while (same < firsts.length && !sameIds(rows, itemAt(firsts, same), row)) same++;
    const first = firsts[same];
    if (first === undefined || isBefore(rows, row, first, names)) firsts[same] = row;
  }
  for (const row of firsts) {
    const flags = flagsAt(rows, row);
    people.see({
      kind: (flags & IN_TRANSCRIPT) !== 0 ? "transcript" : (flags & MAKES_STUDENT) !== 0 ? "students" : "scores",
      file: itemAt(names, sourceAt(rows, row)),
      line: lineAt(rows, row),
      studentId: studentIdAt(rows, row, codec),
      stateStudentId: stateIdAt(rows, row, codec),
    });
  }
  return people;
}

function isBefore(rows: Uint8Array, a: number, b: number, names: readonly string[]): boolean {
  const [file = "", other = ""] = [names[sourceAt(rows, a)], names[sourceAt(rows, b)]];
  return file === other ? lineAt(rows, a) < lineAt(rows, b) : file < other;
}

function keyOf(hash: number, other: number): string {
  return `${hash}:${other}`;
}

/** Who is who over all partitions, so far as no partition can tell by itself. */
export interface WhoIsWho {
  readonly students: number;
  readonly idWidth: number;
  /** State ids that several students have, with all of them in order of their ids. */
  readonly several: ReadonlyMap<string, readonly Holder[]>;
  /** The family in which the one student with this state id is, if anywhere; null: there is none, or more than one. */
  readonly familyOfState: (stateId: string) => number | null;
}

/** Puts together what partitions say of their students. Hashes only say where to look: what is found is compared. */
export interface IdentityJoiner {
  readonly add: (summary: IdentitySummary) => void;
  /** State ids, by their hashes, that several students may have, and the partitions where those are. */
  readonly clashing: () => { readonly keys: ReadonlySet<string>; readonly partitions: readonly number[] };
  /** @param holders everyone who has a state id that clashes */
  readonly finish: (holders: readonly Holder[]) => WhoIsWho;
}

export function joinIdentities(): IdentityJoiner {
  const table = pairTable();
  const widths = new Map<number, number>();
  const keys = new Set<string>();
  const partitions = new Set<number>();
  let students = 0;
  return {
    add: (summary) => {
      students += summary.students;
      for (const [width, count] of summary.widths) widths.set(width, (widths.get(width) ?? 0) + count);
      const { pairs } = summary;
      for (let i = 0; i + 2 < pairs.length; i += 3) {
        const [hash = 0, other = 0, family = 0] = [pairs[i], pairs[i + 1], pairs[i + 2]];
        const first = table.put(hash, other, family);
        if (first === null) continue;
        keys.add(keyOf(hash, other));
        partitions.add(partitionOf(first)).add(partitionOf(family));
      }
    },
    clashing: () => ({ keys, partitions: [...partitions].sort((a, b) => a - b) }),
    finish: (holders) => {
      const exact = new Map<string, Holder[]>();
      for (const holder of holders) {
        const same = exact.get(holder.stateId);
        if (same === undefined) exact.set(holder.stateId, [holder]);
        else same.push(holder);
      }
      for (const same of exact.values()) same.sort(byStudentId);
      return {
        students,
        idWidth: commonWidth(widths, students),
        several: new Map([...exact].filter(([, same]) => same.length > 1)),
        familyOfState: (stateId) => {
          const hash = hashOf(stateId);
          const other = otherHashOf(stateId);
          if (!keys.has(keyOf(hash, other))) return table.get(hash, other);
          const [only, ...more] = exact.get(stateId) ?? [];
          return only === undefined || more.length > 0 ? null : familyOf(only.studentId);
        },
      };
    },
  };
}

interface PairTable {
  /** Returns the family that is there under these hashes already; null: none was, and this one is now. */
  readonly put: (hash: number, other: number, family: number) => number | null;
  readonly get: (hash: number, other: number) => number | null;
}

/** Families by two hashes, in four numbers a pair: a Map would take ten times as much. */
function pairTable(): PairTable {
  const FIELDS = 4;
  let slots = new Uint32Array(1024 * FIELDS);
  let used = 0;

  /** Where a pair is, or would be. */
  function find(table: Uint32Array, hash: number, other: number): number {
    const count = table.length / FIELDS;
    for (let slot = hash % count; ; slot = (slot + 1) % count) {
      const at = slot * FIELDS;
      if (table[at] === 0 || (table[at + 1] === hash && table[at + 2] === other)) return at;
    }
  }

  function set(table: Uint32Array, at: number, hash: number, other: number, family: number): void {
    table[at] = 1;
    table[at + 1] = hash;
    table[at + 2] = other;
    table[at + 3] = family;
  }

  function grow(): void {
    const larger = new Uint32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += FIELDS) {
      if (slots[at] === 0) continue;
      const [hash = 0, other = 0, family = 0] = slots.subarray(at + 1, at + FIELDS);
      set(larger, find(larger, hash, other), hash, other, family);
    }
    slots = larger;
  }

  return {
    put: (hash, other, family) => {
      const at = find(slots, hash, other);
      if (slots[at] !== 0) return itemAt(slots, at + 3);
      set(slots, at, hash, other, family);
      used += 1;
      if (used * 4 * FIELDS > slots.length * 3) grow();
      return null;
    },
    get: (hash, other) => {
      const at = find(slots, hash, other);
      return slots[at] === 0 ? null : itemAt(slots, at + 3);
    },
  };
}
